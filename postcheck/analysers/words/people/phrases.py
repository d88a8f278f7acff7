"""Phrases found in a row of words, at a cost that does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from postcheck.analysers.words.people.tokens import Token, joined

T = TypeVar("T")
Keys = tuple[str, ...]


class PhraseIndex(Generic[T]):
    """Phrases (rows of word keys) with a value each, found by their first word.

    With `possessives`, a key that ends with `'s` stands for a possessive (`jamie's farm`), and a
    possessive after which other words follow ends no phrase. `commas` may stand inside a phrase.
    """

    def __init__(self, *, possessives: bool = False, commas: bool = False) -> None:
        self._possessives = possessives
        self._commas = commas
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
        token = tokens[index]
        lengths = self._lengths.get(token.key, set())
        if self._possessives and token.possessive:
            lengths = lengths | self._lengths.get(_key(token), set())
        if not lengths:
            return
        limit = 1
        longest = max(lengths)
        while limit < longest and self._goes_on(tokens, index + limit):
            limit += 1
        for length in sorted(lengths, reverse=True):
            if length <= limit:
                value = self._value(tokens[index : index + length])
                if value is not None:
                    yield index + length, value

    def _goes_on(self, tokens: list[Token], index: int) -> bool:
        if joined(tokens, index):
            return True
        if self._commas and index < len(tokens) and tokens[index].gap == "comma":
            return True
        return self._possessives and index < len(tokens) and tokens[index - 1].possessive

    def _value(self, words: list[Token]) -> T | None:
        """The value of these words, the last of which may be possessive as in any sentence."""
        if not self._possessives:
            return self._values.get(tuple(word.key for word in words))
        head = tuple(_key(word) for word in words[:-1])
        ends = dict.fromkeys((_key(words[-1]), words[-1].key))
        found = (self._values.get((*head, end)) for end in ends)
        return next((value for value in found if value is not None), None)


def _key(token: Token) -> str:
    return f"{token.key}'s" if token.possessive else token.key
