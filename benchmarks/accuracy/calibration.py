"""Whether scores are honest: among facts scored about 0.8, four in five should be right."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.accuracy import categories, persons
from benchmarks.accuracy.figure import Figure, Row, row
from benchmarks.accuracy.open_sets import OPEN_SETS, TOGETHER
from benchmarks.accuracy.posts import BARE, SET
from benchmarks.accuracy.sample import ALL, Answered, Span

TABLE = "scores"
_EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.97, 1.01)
_Scored = tuple[float, bool]


def rows(answered: Iterable[Answered]) -> Iterator[Row]:
    """Mean score and share right in bins of score, and the mean gap between the two."""
    scored: dict[str, list[_Scored]] = defaultdict(list)
    for answer in answered:
        if ALL in answer.sample.slices:
            group = _group(answer.sample.set)
            for kind, score, is_right in _of(answer):
                scored[f"{group}, {kind}"].append((score, is_right))
    for set_, pairs in scored.items():
        yield from _reliability(set_, pairs)


def _group(set_: str) -> str:
    if set_ in (SET, BARE):
        return SET
    return TOGETHER if set_ in OPEN_SETS else "own sets"


def _of(answer: Answered) -> Iterator[tuple[str, float, bool]]:
    true = set(answer.sample.persons or ())
    seen = persons.seen(answer) if answer.sample.persons is not None else set()
    for fact in answer.facts:
        if fact["score"] is None:
            continue
        kind = str(fact["kind"])
        if kind == "text.person":
            span = Span(fact["surface"], fact["start"], fact["end"])
            if span in seen:
                yield kind, fact["score"], span in true
        elif kind in (categories.ABUSE, categories.TOPIC):
            is_right = categories.right(answer, fact)
            if is_right is not None:
                yield kind, fact["score"], is_right


def _reliability(set_: str, pairs: list[_Scored]) -> Iterator[Row]:
    gap = 0.0
    for low, high in itertools.pairwise(_EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if not inside:
            continue
        number = len(inside)
        score = sum(pair[0] for pair in inside) / number
        right = sum(pair[1] for pair in inside) / number
        gap += abs(score - right) * number / len(pairs)
        slice_ = f"scored {low:.2f} to {min(high, 1.0):.2f}"
        yield row(TABLE, set_, slice_, score=Figure(score, number), right=Figure(right, number))
    yield row(TABLE, set_, ALL, gap=Figure(gap, len(pairs)))
