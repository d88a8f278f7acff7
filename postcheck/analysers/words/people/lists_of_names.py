"""Unknown names in a row of known ones: one a line, or between commas."""

from __future__ import annotations

from collections.abc import Iterator

from postcheck.analysers.words.people.context import is_ruler, names_a_thing
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import PARTICLES
from postcheck.analysers.words.people.likely import Likelihood
from postcheck.analysers.words.people.shape import name_of, units

_ENDS = ("comma", "and", "line", "stop", "dot")


def find_beside(likely: Likelihood, found: list[Find]) -> Iterator[Find]:
    """Names that no list knows, each beside one that was found, as if in a list of names."""
    whole = {find.end: find.start for find in found if find.form in ("full", "first-initial")}
    if not whole:
        return
    tokens = likely.tokens
    rows = list(_segments(likely))
    known = [whole.get(tokens[stop - 1].end, -1) >= tokens[start].start for start, stop in rows]
    for place, (start, stop) in enumerate(rows):
        beside = known[max(0, place - 1) : place] + known[place + 1 : place + 2]
        if not known[place] and any(beside) and _could_be_name(likely, start, stop):
            yield name_of(likely.text, tokens, start, stop, "lists", likely.knowledge)


def _segments(likely: Likelihood) -> Iterator[tuple[int, int]]:
    tokens, start = likely.tokens, 0
    for index in range(1, len(tokens) + 1):
        linked = index < len(tokens) and tokens[index].key == "and"
        ends = index == len(tokens) or linked or tokens[index].gap in _ENDS
        if ends and not (
            index < len(tokens) and tokens[index].gap == "dot" and len(tokens[index - 1].key) == 1
        ):
            if index > start:
                yield start, index
            start = index + 1 if linked else index


def _could_be_name(likely: Likelihood, start: int, stop: int) -> bool:
    named = units(likely.tokens, start, stop)
    if not 2 <= len(named) <= 4 or named[-1].initial:
        return False
    words = likely.tokens[start:stop]
    if not all(word.capital or word.key in PARTICLES for word in words):
        return False
    if len({word.upper for word in words if len(word.key) > 1}) > 1:
        return False
    if is_ruler(likely.tokens, start, likely.words):
        return False
    return not names_a_thing(likely.tokens, start, stop, likely.knowledge) and not any(
        likely.words.ordinary(unit.key) for unit in named
    )
