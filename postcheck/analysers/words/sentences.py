"""The sentences of one text, cut when they are first asked for, and what they must say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from postcheck.patterns.known import compiled
from postcheck.policy.lists import Within, whole_words

_END = re.compile(r"(?<!\b[A-Z])[.!?…]+(?=\s|$)|\n+")
_OPENING = 24
"""Characters up to which a sentence opens the next one: `Tomorrow!`, `REMINDER.`"""
_LONGEST = 600
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "＇": "'"})
"""Every apostrophe as the plain one."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What a sentence must say, as patterns."""

    all: tuple[str, ...]
    none: str | None

    def held_by(self, sentence: str) -> bool:
        """Whether the sentence has a word of every group, and none that it must not have."""
        if self.none and compiled(self.none).search(sentence):
            return False
        return all(compiled(group).search(sentence) for group in self.all)


def wanted(within: Within) -> Wanted:
    """The `within` of a list, ready to be looked for."""
    return Wanted(
        all=tuple(map(_group, within.all)), none=_group(within.none) if within.none else None
    )


def _group(words: Iterable[str]) -> str:
    return f"(?is:{whole_words(words).translate(APOSTROPHES)})"


class Sentences:
    """Finds the sentence that a hit stands in, with the short one that opens it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._answers: dict[tuple[Wanted, int], bool] = {}

    def hold(self, sought: Wanted, start: int, end: int) -> bool:
        """Whether the sentence around a span says what is wanted; each sentence is asked once."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        last = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        if number and first - self._starts[number - 1] <= _OPENING:
            first = self._starts[number - 1]
        first, last = max(first, start - _LONGEST), min(max(last, end), end + _LONGEST)
        key = sought, first
        if key not in self._answers:
            self._answers[key] = sought.held_by(self._text[first:last].translate(APOSTROPHES))
        return self._answers[key]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self._text))]
