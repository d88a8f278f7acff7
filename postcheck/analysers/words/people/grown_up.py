"""Whether the words around a full name say that its bearer is grown up."""

from __future__ import annotations

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import (
    CALLINGS,
    DOES,
    KIN,
    OF_PUPILS,
    TITLES,
    WORKERS,
    WORKS,
    YOUNG,
)
from postcheck.analysers.words.people.tokens import BESIDE, JOINS, Token, index_from

_SIBLINGS = frozenset(("brother", "sister"))
_FAR = 5
"""Words after a comma among which the work stands: our kind new breakfast cook."""
_CLAUSE = 8
"""Words of `who runs …` among which stands what pupils run: our recycling team."""


def after_title(find: Find, tokens: list[Token]) -> bool:
    """Whether a title or a calling stands before the name, or a title after its comma."""
    here, after = index_from(tokens, find.start), index_from(tokens, find.end)
    led = after < len(tokens) and tokens[after].gap == "comma" and tokens[after].key in TITLES
    # a brother of somebody in Year 1 may be a pupil himself
    if led and (tokens[after].capital or tokens[after].key not in _SIBLINGS):
        return True
    if not 0 < here < len(tokens) or tokens[here].gap not in JOINS | {"dot", "comma"}:
        return False
    before = tokens[max(0, here - 3) : here]
    if before[-1].key in TITLES:
        # her sister Amelia Brown may be a pupil; Sister Amelia Brown is none
        return before[-1].key not in KIN or (before[-1].capital and tokens[here].gap == "space")
    return before[-1].key in CALLINGS and not any(token.key in YOUNG for token in before)


def at_work(find: Find, tokens: list[Token]) -> bool:
    """Whether work stands before the name, or after its comma: `baker Jo Ali`, `Jo Ali, baker`."""
    here, after = index_from(tokens, find.start), index_from(tokens, find.end)
    if 0 < here < len(tokens) and tokens[here].gap in BESIDE | {"comma"}:
        before = tokens[max(0, here - 3) : here]
        if _is_work(before) and not any(token.key in YOUNG - {"our"} for token in before):
            return True
    if after >= len(tokens) or tokens[after].gap != "comma":
        return False
    said = [tokens[after]]
    for token in tokens[after + 1 : after + _FAR]:
        if token.gap not in BESIDE:
            break
        said.append(token)
    if said[0].key == "who" and len(said) > 1:
        around = tokens[after : after + _CLAUSE]
        return said[1].key in DOES and not any(token.key in OF_PUPILS for token in around)
    if any(token.key in YOUNG - {"our"} for token in said):
        return False
    # head chef for the day, class librarian this week
    if any(token.key in ("day", "week", "today") for token in tokens[after : after + _CLAUSE]):
        return False
    return any(_is_work(said[: count + 1]) for count in range(len(said)))


def _is_work(words: list[Token]) -> bool:
    """Whether the last of the words names work."""
    last = words[-1].key
    return last in WORKS or (len(words) > 1 and words[-2].key in WORKERS.get(last, ()))
