"""People's names in handles: @amelia.brown09, @DavidSmith, @jo_miller.

A handle is read from its beginning: a first name, perhaps initials, and a surname or the rest. With
a word of organisations anywhere in it (@WexbourneFC, @MillerHomes) it is nobody's. Nothing is
known of a handle with a first name alone but that somebody may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import HANDLE_NOISE, ORGANISED
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.vocabulary import STRONG
from postcheck.language.splitting import split

_SHORTEST_GIVEN = 4
"""Letters of a first name that may stand beside what no list knows."""
_SHORTEST_REST = 3
_LONGEST_INITIALS = 2


class _Part(NamedTuple):
    """A word of a handle; `apart` where the writing divides it from the one before it."""

    start: int
    end: int
    key: str
    apart: bool


def find_owner(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[Find]:
    """The owner of a registered handle; `text[start:end]` begins with the sign."""
    handle = text[start:end].lstrip("@＠").casefold()
    people = knowledge.roster.handles.get(handle)
    if people:
        yield Find(start, end, "register", "handle", people=tuple(sorted(people)))


def find_in_handle(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[Find]:
    """The person whose name a handle spells, as far as lists tell."""
    words = _words(text, start + 1, end)
    letters = "".join(word.key for word in words)
    if not words or letters in knowledge.thing_runs:
        return
    if any(word.key in ORGANISED or word.key in knowledge.named_after for word in words):
        return
    figure = letters in knowledge.figure_runs
    parts = _written_apart(words)
    named = _named(_without_noise(parts if len(parts) > 1 else words), knowledge)
    if named is not None:
        first, last = (part and text[part.start : part.end] for part in named)
        yield Find(
            start, end, "lists", "handle", first, last, reading="run-together", public=figure
        )
    elif figure:
        yield Find(start, end, "lists", "handle", reading="run-together", public=True)


def _words(text: str, start: int, end: int) -> list[_Part]:
    found: list[_Part] = []
    written = text[start:end]
    for a, b in split(written):
        if written[a:b].isalpha():
            before = written[a - 1 : a]
            apart = not before.isalpha() or (written[a].isupper() and not before.isupper())
            apart = apart or (written[a:b].istitle() and b - a > 1)
            found.append(_Part(start + a, start + b, fold(written[a:b]), apart))
    return found


def _written_apart(words: list[_Part]) -> list[_Part]:
    """The words with those put together that the writing does not divide."""
    found: list[_Part] = []
    for word in words:
        if found and not word.apart:
            before = found.pop()
            word = _Part(before.start, word.end, before.key + word.key, before.apart)
        found.append(word)
    return found


def _without_noise(parts: list[_Part]) -> list[_Part]:
    """Without what people put around their names: titles, `the real`, `xx`."""
    start, stop = 0, len(parts)
    while start < stop and parts[start].key in HANDLE_NOISE:
        start += 1
    while stop > start and parts[stop - 1].key in HANDLE_NOISE:
        stop -= 1
    return parts[start:stop]


def _named(parts: list[_Part], knowledge: Knowledge) -> tuple[_Part, _Part | None] | None:
    """The first name and what may be the surname."""
    if not parts:
        return None
    given, rest = parts[0], parts[1:]
    while len(rest) > 1 and len(rest[0].key) == 1:
        rest = rest[1:]
    sure = _usual(given.key, knowledge)
    if not knowledge.words.first(given.key) or not (sure or rest):
        return _other_order(given, rest, knowledge)
    if not rest:
        return given, None
    last = _Part(rest[0].start, rest[-1].end, "".join(part.key for part in rest), rest[0].apart)
    if len(last.key) <= _LONGEST_INITIALS:
        return (given, last) if sure else None
    for part in (rest[0], last):
        if _fits(given, part, sure, knowledge):
            return given, part
    shortest = _SHORTEST_REST if last.apart else _SHORTEST_GIVEN
    known = sure and len(last.key) >= shortest and not _of_words(rest, knowledge)
    return (given, last) if known else None


def _usual(key: str, knowledge: Knowledge) -> bool:
    words = knowledge.words
    return words.first(key) == STRONG and not words.ordinary(key) and len(key) >= _SHORTEST_GIVEN


def _fits(given: _Part, last: _Part, sure: bool, knowledge: Knowledge) -> bool:
    """Whether a first name and a listed surname make a person's name."""
    words = knowledge.words
    if not words.surname(last.key) or len(last.key) < _SHORTEST_REST:
        return False
    strong = sure or words.first(given.key) == STRONG
    if words.ordinary(last.key):
        common = last.key in words.common_surnames and (sure or last.apart)
        return common or (sure and last.apart)
    return strong or last.apart


def _other_order(
    given: _Part, rest: list[_Part], knowledge: Knowledge
) -> tuple[_Part, _Part | None] | None:
    """`@KhanAmira`, `@AKhan`: a surname first, or after an initial, where capitals divide them."""
    if len(rest) != 1 or not rest[0].apart:
        return None
    words, other = knowledge.words, rest[0]
    if words.surname(given.key) and not words.ordinary(given.key) and _usual(other.key, knowledge):
        return other, given
    initials = len(given.key) <= _LONGEST_INITIALS and len(other.key) > _SHORTEST_GIVEN
    named = words.surname(other.key) and not words.ordinary(other.key)
    return (given, other) if initials and named else None


def _of_words(rest: list[_Part], knowledge: Knowledge) -> bool:
    """Whether the rest of a handle is made of ordinary words."""
    ordinary = knowledge.words.ordinary
    return any(
        ordinary(part.key) or all(ordinary(part.key[a:b]) for a, b in split(part.key))
        for part in rest
    )
