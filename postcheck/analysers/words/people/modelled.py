"""The third finder: what the model takes for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from postcheck.analysers.words.people.context import is_ruler
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import BEFORE_NAMES, PARTICLES, SUFFIXES
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_of, units
from postcheck.analysers.words.people.tokens import Token, index_from
from postcheck.analysers.words.people.vocabulary import Vocabulary

if TYPE_CHECKING:
    from postcheck.language.encoder import Entity


class Encoder(Protocol):
    """What sees entities in texts."""

    @property
    def version(self) -> str:
        """The version of the model."""
        ...

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The entities of each text."""
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
        start, stop = _trimmed(tokens, first, beyond, knowledge)
        stop = _whole(tokens, start, stop, knowledge.words)
        if start < stop and _plausible(tokens, start, stop, knowledge):
            find = name_of(text, tokens, start, stop, "model", knowledge)
            yield replace(find, score=round(entity.score, 4))


def _trimmed(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> tuple[int, int]:
    """Without words at its ends that belong to the sentence (`Well Done Amelia`)."""
    written = any(token.capital for token in tokens[start:stop])

    def idle(index: int) -> bool:
        token = tokens[index]
        if knowledge.may_be_given(token.key) or len(token.key) == 1:
            return False
        if token.capital:
            return token.key in BEFORE_NAMES or token.key in SUFFIXES
        return written and token.key not in PARTICLES and knowledge.words.ordinary(token.key)

    while start < stop and idle(start):
        start += 1
    while stop > start and idle(stop - 1):
        stop -= 1
    return start, stop


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
    if stop - start == 1 and words.ordinary(first.key) and (first.upper or len(first.key) < 3):
        return False
    return not any(is_ruler(tokens, index, words) for index in (start - 1, start) if index >= 0)
