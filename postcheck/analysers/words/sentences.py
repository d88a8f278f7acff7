"""The sentences of one text, cut when they are first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_END = re.compile(r"(?<!\b[A-Z])[.!?…]+(?=\s|$)|\n+")
_OPENING = 24
"""Characters up to which a sentence opens the next one: `Tomorrow!`, `REMINDER.`"""
_LONGEST = 600


class Sentences:
    """Finds the sentence that a hit stands in, with the short one that opens it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._answers: dict[tuple[str, int], bool] = {}

    def match(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Whether the sentence around a span matches; each sentence is asked once."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        last = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        if number and first - self._starts[number - 1] <= _OPENING:
            first = self._starts[number - 1]
        first, last = max(first, start - _LONGEST), min(max(last, end), end + _LONGEST)
        key = pattern.pattern, first
        if key not in self._answers:
            self._answers[key] = pattern.search(self._text[first:last]) is not None
        return self._answers[key]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self._text))]
