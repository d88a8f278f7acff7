"""Spans of a text, found by place at a cost that does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_WIDTH = 64


class SpanIndex(Generic[T]):
    """Items with a span each (start and end in code points)."""

    def __init__(self, items: Iterable[tuple[int, int, T]] = ()) -> None:
        self._buckets: dict[int, list[tuple[int, int, T]]] = {}
        for start, end, item in items:
            self.add(start, end, item)

    def add(self, start: int, end: int, item: T) -> None:
        """Keep one item."""
        for bucket in range(start // _WIDTH, end // _WIDTH + 1):
            self._buckets.setdefault(bucket, []).append((start, end, item))

    def touching(self, start: int, end: int) -> Iterator[T]:
        """The items that share a code point with a span, each once."""
        first = start // _WIDTH
        for bucket in range(first, end // _WIDTH + 1):
            for begins, ends, item in self._buckets.get(bucket, ()):
                once = bucket == max(first, begins // _WIDTH)
                if once and begins < end and start < ends:
                    yield item
