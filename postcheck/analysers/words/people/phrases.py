"""Phrases found in a row of words, at a cost that does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from postcheck.analysers.words.people.tokens import Token, joined

T = TypeVar("T")
Keys = tuple[str, ...]


class PhraseIndex(Generic[T]):
    """Phrases (rows of word keys) with a value each, found by their first word."""

    def __init__(self) -> None:
        self._values: dict[Keys, T] = {}
        self._lengths: dict[str, set[int]] = {}

    def __contains__(self, keys: object) -> bool:
        return keys in self._values

    def get(self, keys: Keys) -> T | None:
        """The value of one phrase."""
        return self._values.get(keys)

    def put(self, keys: Keys, value: T) -> None:
        """Set the value of one phrase; a phrase without words is left out."""
        if keys:
            self._values[keys] = value
            self._lengths.setdefault(keys[0], set()).add(len(keys))

    def items(self) -> Iterable[tuple[Keys, T]]:
        """Every phrase and its value."""
        return self._values.items()

    def matches(self, tokens: list[Token], index: int) -> Iterator[tuple[int, T]]:
        """The phrases that begin at `index`, longest first: the index after each, and its value."""
        lengths = self._lengths.get(tokens[index].key)
        if not lengths:
            return
        limit = 1
        longest = max(lengths)
        while limit < longest and joined(tokens, index + limit):
            limit += 1
        for length in sorted(lengths, reverse=True):
            if length <= limit:
                keys = tuple(token.key for token in tokens[index : index + length])
                value = self._values.get(keys)
                if value is not None:
                    yield index + length, value
