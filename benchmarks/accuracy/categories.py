"""Abuse and topics by category, and attacks on people for what they are.

Every table tells of all facts together and of each source alone: word lists give no scores, a
model does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.accuracy.figure import Figure, Row, f1, mean, row, share
from benchmarks.accuracy.own_sets import ATTACK
from benchmarks.accuracy.sample import Answered, Fact

EVERY = "all categories"
CLEAN = "texts without any"
ABUSE, TOPIC = "text.abuse", "text.topic"


def by_category(answered: Sequence[Answered], kind: str) -> Iterator[Row]:
    """Precision and recall of each category that a set labels."""
    for set_, members in _by_set(one for one in answered if _labels(one, kind) is not None):
        for source in _sources(members, kind):
            yield from _of_source(set_, members, kind, source)


def _of_source(
    set_: str, members: Sequence[Answered], kind: str, source: str | None
) -> Iterator[Row]:
    pairs = [(_labels(one, kind) or frozenset(), _given(one, kind, source)) for one in members]
    table = "topics" if kind == TOPIC else "abuse"
    totals: Counter[str] = Counter()
    for category in sorted({label for labels, _ in pairs for label in labels}):
        counts = Counter(
            right=sum(category in labels and category in given for labels, given in pairs),
            true=sum(category in labels for labels, _ in pairs),
            seen=sum(category in given for _, given in pairs),
        )
        totals.update(counts)
        yield _counted(table, set_, named(category, source), counts)
    yield _counted(table, set_, named(EVERY, source), totals)
    known = {label for labels, _ in pairs for label in labels}
    clean = [given & known for labels, given in pairs if not labels]
    accused = share(sum(bool(given) for given in clean), len(clean))
    yield row(table, set_, named(CLEAN, source), accused=accused)


def _counted(table: str, set_: str, slice_: str, counts: Counter[str]) -> Row:
    right, true, seen = counts["right"], counts["true"], counts["seen"]
    precision, recall = share(right, seen), share(right, true)
    return row(table, set_, slice_, precision=precision, recall=recall, f1=f1(right, seen, true))


def attacks(answered: Sequence[Answered]) -> Iterator[Row]:
    """The accuracy on hateful and on other texts, and their mean, by set and slice."""
    for set_, members in _by_set(one for one in answered if one.sample.hateful is not None):
        for source in _sources(members, ABUSE):
            slices: dict[str, list[Answered]] = defaultdict(list)
            for one in members:
                for slice_ in one.sample.slices:
                    slices[slice_].append(one)
            for slice_, part in slices.items():
                yield _attack_row(set_, named(slice_, source), part, source)


def _attack_row(set_: str, slice_: str, part: Sequence[Answered], source: str | None) -> Row:
    hateful = _right([one for one in part if one.sample.hateful], source)
    other = _right([one for one in part if not one.sample.hateful], source)
    return row(
        "identity attacks",
        set_,
        slice_,
        hateful=hateful,
        not_hateful=other,
        mean=mean([hateful, other]),
    )


def _right(members: Sequence[Answered], source: str | None) -> Figure | None:
    right = sum((ATTACK in _given(one, ABUSE, source)) == one.sample.hateful for one in members)
    return share(right, len(members))


def any_abuse(answered: Sequence[Answered]) -> Iterator[Row]:
    """How many texts that are abusive in some way have any fact of abuse."""
    for set_, members in _by_set(one for one in answered if one.sample.abusive):
        for source in _sources(members, ABUSE):
            found = sum(bool(_given(one, ABUSE, source)) for one in members)
            yield row("abuse", set_, named("any", source), recall=share(found, len(members)))


def named(name: str, source: str | None) -> str:
    """A slice's name, with the source where it is looked at alone."""
    return name if source is None else f"{name} ({source} alone)"


def right(answer: Answered, fact: Fact) -> bool | None:
    """Whether a fact's category is true of the text; None where the set does not say."""
    category = fact["attributes"].get("category")
    labels = _labels(answer, fact["kind"])
    if labels is not None:
        return category in labels
    is_attack = fact["kind"] == ABUSE and category == ATTACK
    return answer.sample.hateful if is_attack else None


def _labels(answer: Answered, kind: str) -> frozenset[str] | None:
    return answer.sample.abuse if kind == ABUSE else answer.sample.topics


def _given(answer: Answered, kind: str, source: str | None) -> set[str]:
    return {
        str(fact["attributes"].get("category"))
        for fact in answer.of(kind)
        if source is None or _family(fact) == source
    }


def _sources(members: Iterable[Answered], kind: str) -> list[str | None]:
    """All together, and each alone where there are several."""
    families = sorted({_family(fact) for one in members for fact in one.of(kind)})
    return [None, *families] if len(families) > 1 else [None]


def _family(fact: Fact) -> str:
    """The source without its version."""
    return str(fact["source"]).partition("/")[0]


def _by_set(answered: Iterable[Answered]) -> Iterable[tuple[str, list[Answered]]]:
    sets: dict[str, list[Answered]] = defaultdict(list)
    for one in answered:
        sets[one.sample.set].append(one)
    return sets.items()
