"""The third finder: what the model takes for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_of, units
from postcheck.analysers.words.people.tokens import Token

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
        inside = [
            index
            for index, token in enumerate(tokens)
            if entity.start < token.end and token.start < entity.end
        ]
        if not inside:
            continue
        start, stop = _trimmed(tokens, inside[0], inside[-1] + 1, knowledge)
        if start < stop and _plausible(tokens, start, stop):
            find = name_of(text, tokens, start, stop, "model", knowledge)
            yield replace(find, score=round(entity.score, 4))


def _trimmed(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> tuple[int, int]:
    """Without ordinary words at its ends that are no names (`Well done Amelia`)."""

    def idle(index: int) -> bool:
        words, token = knowledge.words, tokens[index]
        named = words.surname(token.key) or knowledge.may_be_given(token.key)
        return words.ordinary(token.key) and not (named and token.capital) and len(token.key) > 1

    while start < stop and idle(start):
        start += 1
    while stop > start and idle(stop - 1):
        stop -= 1
    return start, stop


def _plausible(tokens: list[Token], start: int, stop: int) -> bool:
    return not all(unit.initial for unit in units(tokens, start, stop))
