"""The shape of a name: its units, and the form that they make."""

from __future__ import annotations

from typing import NamedTuple

from postcheck.analysers.words.people.finds import Find, Form, Origin, Reading
from postcheck.analysers.words.people.grammar import DIGRAPHS, PARTICLES, SHORT_TITLES
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.tokens import Token
from postcheck.analysers.words.people.vocabulary import STRONG

_SHORT_SYLLABLE = 5
_GIVEN_TWICE = 3
"""Units of a first name of two words with an initial."""


class Unit(NamedTuple):
    """What hyphens and apostrophes hold together, or a surname's particles with its last word."""

    start: int
    stop: int
    key: str
    initial: bool


def is_initial(token: Token) -> bool:
    """Whether a word is one letter, as its language counts letters."""
    return len(token.key) == 1 or token.text in DIGRAPHS


def units(tokens: list[Token], start: int, stop: int) -> list[Unit]:
    """The units of the words start:stop."""
    found: list[Unit] = []
    begin = start
    for index in range(start, stop):
        follows = index + 1 < stop
        held = follows and tokens[index + 1].gap == "tight"
        particle = follows and index > start and tokens[index].key in PARTICLES
        if held or (particle and len(tokens[index].key) > 1):
            continue
        key = "".join(token.key for token in tokens[begin : index + 1])
        initial = is_initial(tokens[index]) and all(
            len(token.key) == 1 or token.key in PARTICLES for token in tokens[begin:index]
        )
        found.append(Unit(begin, index + 1, key, initial))
        begin = index + 1
    return found


def name_run(tokens: list[Token], start: int, limit: int = 6) -> int:
    """The index after the capitalised words that may make one name with the word at `start`."""
    stop = start + 1
    while stop < len(tokens) and stop - start < limit:
        token, before = tokens[stop], tokens[stop - 1]
        dotted = token.gap == "dot" and len(before.key) == 1 and before.capital
        if not (token.gap in ("space", "tight") or dotted):
            break
        if token.upper and len(token.key) < 4 and not tokens[start].upper:
            break
        if token.key in SHORT_TITLES and token.gap == "space" and stop + 1 < len(tokens):
            break
        leads = (
            token.key in PARTICLES
            and stop + 1 < len(tokens)
            and tokens[stop + 1].gap in ("space", "tight")
            and (tokens[stop + 1].capital or tokens[stop + 1].key in PARTICLES)
        )
        if not (token.capital or leads or _hyphened(tokens, start, stop)):
            break
        stop += 1
    while stop > start + 1 and not (tokens[stop - 1].capital or _hyphened(tokens, start, stop - 1)):
        stop -= 1
    return stop


def _hyphened(tokens: list[Token], start: int, index: int) -> bool:
    """Whether a word is the second half of a first name such as Min-seo."""
    short = max(len(tokens[start].key), len(tokens[index].key)) <= _SHORT_SYLLABLE
    return (
        index == start + 1 and tokens[index].gap == "tight" and len(tokens[index].key) > 1 and short
    )


def name_of(
    text: str, tokens: list[Token], start: int, stop: int, origin: Origin, knowledge: Knowledge
) -> Find:
    """The words start:stop as one name; a title before it says what it is, and is no part."""
    parts = units(tokens, start, stop)
    titled = parts[0].key in SHORT_TITLES and len(parts) > 1
    named = parts[1:] if titled else parts
    form, reading = _form(named, titled, knowledge)
    begin = named[0].start

    def written(one: Unit) -> str:
        return text[tokens[one.start].start : tokens[one.stop - 1].end]

    first = written(named[0]) if len(named) > 1 or form == "first" else None
    last = written(named[-1]) if len(named) > 1 or form != "first" else None
    return Find(
        tokens[begin].start, tokens[stop - 1].end, origin, form, first, last, reading=reading
    )


def _form(named: list[Unit], titled: bool, knowledge: Knowledge) -> tuple[Form, Reading]:
    if len(named) == 1 or all(unit.initial for unit in named[:-1]):
        if titled:
            return "title-last", "exact"
        if len(named) > 1:
            return (
                ("first-initial", "initials") if named[-1].initial else ("last", "initial-surname")
            )
        key = named[0].key
        surname = knowledge.words.surname(key) and not knowledge.may_be_given(key)
        return ("last", "exact") if surname else ("first", "exact")
    if all(unit.initial for unit in named[1:]):
        return "first-initial", "exact"
    if named[-1].initial and len(named) == _GIVEN_TWICE and _given_twice(named, knowledge):
        return "first-initial", "exact"
    return "full", "titled" if titled else "exact"


def _given_twice(named: list[Unit], knowledge: Knowledge) -> bool:
    """Whether the words before an initial are a first name of two (Mei Lin Z, Anna Maria K)."""
    head, middle = named[0].key, named[1].key
    if max(len(head), len(middle)) <= _SHORT_SYLLABLE - 1:
        return True
    strong = knowledge.words.first(head) == STRONG == knowledge.words.first(middle)
    return strong and middle not in knowledge.words.common_surnames
