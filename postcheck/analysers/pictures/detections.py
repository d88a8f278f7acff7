"""Scored boxes as detectors give them, and how those of several looks become one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from postcheck.places import Box


class Detection(NamedTuple):
    """A box by its edges, in pixels of the picture looked at, and its score from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float
    score: float

    @property
    def area(self) -> float:
        """Square pixels."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def long_side(self) -> float:
        """The longer of width and height."""
        return max(self.right - self.left, self.bottom - self.top)

    def scaled(self, across: float, down: float) -> Detection:
        """The same box in a picture so many times as wide and as high."""
        return Detection(
            self.left * across, self.top * down, self.right * across, self.bottom * down, self.score
        )

    def box(self, width: int, height: int) -> Box:
        """Whole pixels, kept inside a picture of `width` by `height`."""
        left, top = min(max(0, round(self.left)), width), min(max(0, round(self.top)), height)
        right, bottom = min(max(left, round(self.right)), width), min(round(self.bottom), height)
        return Box(left, top, right - left, max(top, bottom) - top)


def overlap(one: Detection, other: Detection) -> float:
    """The area that both boxes share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def likeness(one: Detection, other: Detection) -> float:
    """Shared area over joint area: 1 for the same box, 0 for boxes apart."""
    shared = overlap(one, other)
    return shared / (one.area + other.area - shared) if shared else 0.0


def inside(one: Detection, other: Detection) -> float:
    """The share of the smaller box that lies in the larger."""
    smaller = min(one.area, other.area)
    return overlap(one, other) / smaller if smaller else 0.0


def without_doubles(
    detections: Iterable[Detection], same: float, kept: Sequence[Detection] = ()
) -> list[Detection]:
    """The detections with the best of each group of like boxes only (non-maximum suppression).

    Two boxes are of one group when their likeness is above `same`. What is in `kept` wins over
    everything else and is not returned.
    """
    chosen: list[Detection] = []
    for candidate in sorted(detections, key=lambda detection: -detection.score):
        if all(likeness(candidate, other) <= same for other in (*kept, *chosen)):
            chosen.append(candidate)
    return chosen
