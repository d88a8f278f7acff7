"""Persons: exact spans, names touched, and spans that are nobody's name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.accuracy.figure import Figure, Row, f1, row, share
from benchmarks.accuracy.open_sets import TOGETHER
from benchmarks.accuracy.sample import ALL, Answered, Fact, Sample, Span
from benchmarks.accuracy.variants import SET as ORIGINS
from benchmarks.accuracy.variants import WORDS

TABLE = "names"
WORST = "worst origin against best"
_TITLE = re.compile(r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rev)\.?\s+", re.I)
_Tallies = dict[tuple[str, str], Counter[str]]


def rows(answered: Iterable[Answered]) -> list[Row]:
    """A row for each set and slice, and one that holds the worst origin against the best."""
    tallies: _Tallies = defaultdict(Counter)
    for answer in answered:
        if answer.sample.persons is not None:
            _count(answer, answer.sample.persons, tallies)
    made = [_row(*name, counts) for name, counts in tallies.items()]
    return made + list(_worst_origin(tallies))


def seen(answer: Answered) -> set[Span]:
    """Where the analyser sees persons, without handles in sets that do not label them."""
    return {
        Span(fact["surface"], fact["start"], fact["end"])
        for fact in answer.of("text.person")
        if fact["start"] is not None
        and (answer.sample.handles or not _is_handle(answer.sample, fact))
    }


def _is_handle(sample: Sample, fact: Fact) -> bool:
    before = sample.text[: fact["start"]].rstrip(" ")
    return fact["attributes"].get("form") == "handle" or before.endswith("@")


def _count(answer: Answered, persons: tuple[Span, ...], tallies: _Tallies) -> None:
    sample = answer.sample
    true, mine = set(persons), seen(answer)
    bare = {_untitled(sample, span) for span in mine}
    counts = Counter(
        texts=1,
        seen=len(mine),
        wrong=sum(not any(_touch(span, other) for other in true) for span in mine),
    )
    for span in true:
        one = _of_person(sample, span, mine, bare)
        counts.update(one)
        if origin := sample.origins.get(span):
            tallies[sample.set, f"origin: {origin}"].update(one)
    for slice_ in sample.slices:
        tallies[sample.set, slice_].update(counts)
    if not sample.handles and ALL in sample.slices:
        tallies[TOGETHER, ALL].update(counts)


def _of_person(sample: Sample, span: Span, mine: set[Span], bare: set[Span]) -> Counter[str]:
    """The counts of one labelled name."""
    touched = any(_touch(span, other) for other in mine)
    untitled = _untitled(sample, span)
    full = len(sample.words(untitled).split()) > 1
    return Counter(
        true=1,
        right=int(span in mine),
        bare=int(untitled in bare),
        touched=int(touched),
        full=int(full),
        full_touched=int(full and touched),
    )


def _untitled(sample: Sample, span: Span) -> Span:
    """The span without “Mrs” and its like: sets differ on whether they belong to a name."""
    title = _TITLE.match(sample.surfaces.get(span.surface, ""), span.start, span.end)
    return Span(span.surface, title.end(), span.end) if title else span


def _touch(one: Span, other: Span) -> bool:
    return one.surface == other.surface and one.start < other.end and other.start < one.end


def _row(set_: str, slice_: str, counts: Counter[str]) -> Row:
    true, mine = counts["true"], counts["seen"]
    by_name_alone = slice_.startswith("origin: ") and not counts["texts"]
    return row(
        TABLE,
        set_,
        slice_,
        precision=share(counts["right"], mine),
        recall=share(counts["right"], true),
        f1=None if by_name_alone else f1(counts["right"], mine, true),
        f1_titles_aside=None if by_name_alone else f1(counts["bare"], mine, true),
        touched=share(counts["touched"], true),
        full_touched=share(counts["full_touched"], counts["full"]),
        wrong=share(counts["wrong"], mine),
    )


def _worst_origin(tallies: _Tallies) -> Iterator[Row]:
    """The share of names touched for the origin that fares worst, divided by that of the best."""
    counts = {
        slice_: one
        for (set_, slice_), one in tallies.items()
        if set_ == ORIGINS and slice_ != f"origin: {WORDS}"
    }
    if counts:
        shares = {name: one["touched"] / one["true"] for name, one in counts.items()}
        worst = min(shares, key=lambda name: shares[name])
        ratio = shares[worst] / max(max(shares.values()), 1e-9)
        yield row(TABLE, ORIGINS, WORST, touched=Figure(ratio, counts[worst]["true"]))
