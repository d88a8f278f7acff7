"""Places in drafts: boxes in pictures, and offsets turned into lines and columns."""

from __future__ import annotations

import bisect
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pixels of the upright picture, origin at the top left."""

    x: int
    y: int
    width: int
    height: int


class LineTable:
    """Turns code-point offsets of one text into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for index, character in enumerate(text):
            if character == "\n":
                self._starts.append(index + 1)

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of a code-point offset."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
