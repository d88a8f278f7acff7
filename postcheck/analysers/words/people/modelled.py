"""The third finder: what the model takes for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from postcheck.analysers.words.people.context import is_ruler
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import (
    BEFORE_NAMES,
    DESCRIBING,
    PARTICLES,
    SHORT_TITLES,
    SUFFIXES,
    TITLES,
    WEEKDAYS,
)
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_of, units
from postcheck.analysers.words.people.tokens import Token, index_from, joined
from postcheck.analysers.words.people.vocabulary import STRONG, Vocabulary

if TYPE_CHECKING:
    from postcheck.language.entities import Entity


class Encoder(Protocol):
    """What sees entities in texts."""

    @property
    def version(self) -> str:
        """The version of the model."""
        ...

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The entities of each text."""
        ...

    def told(self, score: float) -> float:
        """The probability that a name with this score, told on its word alone, is right."""
        ...


def find_modelled(
    text: str, tokens: list[Token], entities: Sequence[Entity], knowledge: Knowledge
) -> Iterator[Find]:
    """The people among the entities of a text, trimmed to words that may be names."""
    for entity in entities:
        if entity.label != "PERSON":
            continue
        first, beyond = index_from(tokens, entity.start), index_from(tokens, entity.end)
        if first and tokens[first - 1].end > entity.start:
            first -= 1
        for begin, end in _parts(tokens, first, beyond):
            start, stop = _trimmed(tokens, begin, end, knowledge)
            stop = _whole(tokens, start, stop, knowledge.words)
            if start < stop and _plausible(tokens, start, stop, knowledge):
                titled = joined(tokens, start) and tokens[start - 1].key in SHORT_TITLES
                titled = titled and tokens[start - 1].capital
                find = name_of(text, tokens, start - titled, stop, "model", knowledge)
                yield replace(find, score=entity.score)


def _parts(tokens: list[Token], start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The words start:stop, cut where other marks than those of names divide them.

    A hyphen with blanks around it, as some texts are written, cuts nothing after a particle.
    """
    begin = start
    for index in range(start + 1, stop):
        if tokens[index].gap in ("stop", "and") and tokens[index - 1].key not in PARTICLES:
            yield begin, index
            begin = index
    yield begin, stop


def _trimmed(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> tuple[int, int]:
    """Without words at its ends that belong to the sentence (`Well Done Amelia`)."""
    written = any(token.capital for token in tokens[start:stop])

    def idle(index: int) -> bool:
        token = tokens[index]
        if token.key in knowledge.no_names:
            return True
        if token.capital and index > start and token.key in WEEKDAYS:
            return True
        if knowledge.may_be_given(token.key) or len(token.key) == 1:
            return False
        if token.capital:
            return token.key in BEFORE_NAMES or token.key in SUFFIXES
        leads = index == start and index + 1 < stop and tokens[index + 1].gap == "space"
        word = leads or knowledge.words.ordinary(token.key)
        return written and token.key not in PARTICLES and word

    while start < stop and (idle(start) or _described(tokens, start, stop, knowledge)):
        start += 1
    while start + 1 < stop and _is_post(tokens[start], knowledge):
        start += 1
    while stop > start and idle(stop - 1):
        stop -= 1
    return start, stop


def _is_post(token: Token, knowledge: Knowledge) -> bool:
    """Whether a word is what somebody does for us, written as part of the name: `Coach Reid`."""
    posted = token.capital and token.key in TITLES - SHORT_TITLES
    return posted and not knowledge.may_be_given(token.key)


def _described(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether the first word only describes whoever is named after it (`Little Amelia`)."""
    if start + 1 >= stop or tokens[start + 1].gap != "space":
        return False
    words, second = knowledge.words, tokens[start + 1].key
    if tokens[start].key == "hiya":  # a first name too: Hiya Patel
        return words.first(second) > 0 and not words.surname(second)
    usual = words.first(second) == STRONG and not words.ordinary(second)
    shouted = tokens[start].upper and len(tokens[start].key) > 2 and not tokens[start + 1].upper
    return (tokens[start].key in DESCRIBING and usual) or (shouted and tokens[start + 1].capital)


def _whole(tokens: list[Token], start: int, stop: int, words: Vocabulary) -> int:
    """The index after the first name, where small words show that several stand in a row."""
    for index in range(start + 1, stop):
        token = tokens[index]
        small = len(token.key) == 1 or not words.surname(token.key)
        if small and tokens[start].capital and not token.capital and token.key not in PARTICLES:
            return index
    return stop


def _plausible(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> bool:
    words, first = knowledge.words, tokens[start]
    if all(unit.initial for unit in units(tokens, start, stop)):
        return False
    if stop - start == 1 and first.key in SHORT_TITLES:
        return False
    if stop - start == 1 and words.ordinary(first.key) and (first.upper or len(first.key) < 3):
        return False
    if any(token.key in knowledge.no_names for token in tokens[start:stop]):
        return False
    return not any(is_ruler(tokens, index, words) for index in (start - 1, start) if index >= 0)
