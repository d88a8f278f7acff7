"""The labelled posts: what was found under which clause, and what was said of clean posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.accuracy.figure import Row, f1, row, share
from benchmarks.accuracy.posts import Expected, Post
from benchmarks.accuracy.sample import Answered
from postcheck.findings import DraftReport, Finding

TABLE = "findings"
_KINDS = {"text.hashtag": "tags", "text.link": "links"}


class Judged(NamedTuple):
    """A labelled post, and the report on it."""

    post: Post
    report: DraftReport


def rows(judged: Sequence[Judged]) -> Iterator[Row]:
    """A row for each slice of the posts, and one for each clause that a label names."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        for slice_ in one.post.sample.slices:
            tallies[slice_].update(_counts(one))
    for one in judged:
        for clause in {label.clause for label in one.post.findings}:
            labels = [label for label in one.post.findings if label.clause == clause]
            tallies[f"clause {clause}"].update(_found(labels, one.report))
    for slice_, counts in tallies.items():
        yield row(
            TABLE,
            "posts",
            slice_,
            violations=share(counts["violation found"], counts["violation"]),
            reviews=share(counts["review found"], counts["review"]),
            at_the_words=share(counts["at the words"], counts["words"]),
            unlabelled=share(counts["unlabelled"], counts["reported"]),
            failed=share(counts["failed"], counts["clean"]),
            reviewed=share(counts["reviewed"], counts["clean"]),
        )


def tags_and_links(answered: Iterable[Answered]) -> Iterator[Row]:
    """Hashtags and links that were seen against those that are labelled."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for one in answered:
        for kind, name in _KINDS.items():
            labels = one.sample.tags if name == "tags" else one.sample.links
            if labels is not None:
                true = Counter(label.casefold() for label in labels)
                seen = Counter(str(fact["text"]).casefold() for fact in one.of(kind))
                tallies[name].update(
                    true=true.total(), seen=seen.total(), right=(true & seen).total()
                )
    for name, counts in tallies.items():
        right, seen_, true_ = counts["right"], counts["seen"], counts["true"]
        figures = {"precision": share(right, seen_), "recall": share(right, true_)}
        yield row("tags and links", "posts", name, **figures, f1=f1(right, seen_, true_))


def _counts(one: Judged) -> Counter[str]:
    counts = _found(one.post.findings, one.report)
    findings = _open(one.report)
    reported = [finding for finding in findings if finding.outcome == "violation"]
    labels = {c for a in one.post.findings if a.outcome == "violation" for c in a.clauses}
    counts["reported"] = len(reported)
    counts["unlabelled"] = sum(not labels & _clauses(finding) for finding in reported)
    if one.post.clean:
        outcomes = {finding.outcome for finding in findings}
        counts["clean"] = 1
        counts["failed"] = int("violation" in outcomes)
        counts["reviewed"] = int("review" in outcomes)
    return counts


def _found(labels: Sequence[Expected], report: DraftReport) -> Counter[str]:
    """The labels, and how many of them were answered.

    One finding answers one label of its clauses, wherever in the post it stands; at the words, it
    stands where the label says.
    """
    counts: Counter[str] = Counter()
    findings = _open(report)
    for (clauses, outcome), number in Counter((a.clauses, a.outcome) for a in labels).items():
        answers = sum(f.outcome == outcome and bool(clauses & _clauses(f)) for f in findings)
        counts[outcome] += number
        counts[f"{outcome} found"] += min(number, answers)
    worded = [label for label in labels if label.text]
    counts["words"] = len(worded)
    counts["at the words"] = sum(any(_meets(label, f) for f in findings) for label in worded)
    return counts


def _meets(label: Expected, finding: Finding) -> bool:
    wanted, said = (label.text or "").casefold(), (finding.evidence or "").casefold()
    near = bool(said) and (said in wanted or wanted in said)
    return near and finding.outcome == label.outcome and bool(label.clauses & _clauses(finding))


def _open(report: DraftReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.status == "open"]


def _clauses(finding: Finding) -> set[str]:
    return {finding.clause, *finding.also}
