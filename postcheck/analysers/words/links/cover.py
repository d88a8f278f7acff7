"""Which characters of a text are already spoken for; linear however many spans there are."""

from __future__ import annotations

from collections.abc import Iterable


class Cover:
    """The characters of one text that some spans cover."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._covered = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Cover one more span."""
        self._covered[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of a span is covered."""
        return self._covered.find(1, start, end) >= 0

    def holds(self, start: int, end: int) -> bool:
        """Whether every character of a span is covered."""
        return self._covered.find(0, start, end) < 0
