"""What labels say, in which colour, and where there is room for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from postcheck.facts.model import Fact
from postcheck.places import Box

Colour = tuple[int, int, int]

COLOURS: dict[str, Colour] = {
    "image.face": (0, 150, 136),
    "image.text": (245, 166, 35),
    "image.code": (156, 39, 176),
    "image.exposure": (214, 40, 57),
    "image.logo": (25, 118, 210),
}
OTHER: Colour = (69, 90, 100)
LONGEST = 32
"""Characters of a label's words."""
_BRIGHT = 150
"""Luminance from which letters are dark."""


class Frame(NamedTuple):
    """The edges of a rectangle in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    def shared(self, other: Frame) -> int:
        """The area that both rectangles cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, across) * max(0, down)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place; `away` when it stands off its box and wants a line to it."""

    words: str
    frame: Frame
    away: bool


def colour_of(fact: Fact) -> Colour:
    """The colour of the fact's kind."""
    return COLOURS.get(fact.kind, OTHER)


def letters_on(colour: Colour) -> Colour:
    """Dark or light letters, whichever can be read on a colour."""
    red, green, blue = colour
    bright = 0.299 * red + 0.587 * green + 0.114 * blue >= _BRIGHT
    return (25, 25, 25) if bright else (255, 255, 255)


def words_of(fact: Fact) -> str:
    """What was seen, in few words, with its score where it has one."""
    about = fact.attributes
    if fact.kind == "image.exposure":
        words = str(about.get("label", "exposure")).replace("_", " ").lower()
    elif fact.text:
        words = " ".join(fact.text.split())
    else:
        words = str(about.get("matched") or fact.kind.rpartition(".")[2])
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rstrip() + "…"
    return words if fact.score is None else f"{words} {fact.score:.2f}"


def plain(words: str) -> str:
    """The words in ASCII: accents dropped, other letters as question marks."""
    parts = unicodedata.normalize("NFKD", words)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.encode("ascii", errors="replace").decode("ascii")


def frame_of(box: Box) -> Frame:
    """The edges of a box."""
    return Frame(box.x, box.y, box.x + box.width, box.y + box.height)


def place(
    size: tuple[int, int],
    box: Frame,
    words: str,
    picture: tuple[int, int],
    taken: Iterable[Frame],
    boxes: Iterable[Frame],
) -> Label:
    """The best place for a label of `size` beside `box`, inside the picture.

    The first place that covers no other label and no box is taken; failing that, the one that
    covers least, labels counting far more than boxes.
    """
    best: tuple[int, Label] | None = None
    for frame, away in _places(size, box, picture):
        labels = sum(frame.shared(other) for other in taken)
        covered = sum(frame.shared(other) for other in boxes)
        cost = 20 * labels + covered
        if best is None or cost < best[0]:
            best = (cost, Label(words, frame, away))
        if cost == 0:
            break
    if best is None:  # there is always the place inside the box
        raise AssertionError("no place was tried")
    return best[1]


def _places(
    size: tuple[int, int], box: Frame, picture: tuple[int, int]
) -> Iterator[tuple[Frame, bool]]:
    """Places from the best to the last resort, moved to lie inside the picture."""
    width, height = size
    gap = max(2, height // 8)
    corners = [
        (box.left, box.top - height - gap),
        (box.left, box.bottom + gap),
        (box.right - width, box.top - height - gap),
        (box.right - width, box.bottom + gap),
        (box.right + gap, box.top),
        (box.left - width - gap, box.top),
    ]
    for left, top in corners:
        yield _inside(left, top, size, picture), False
    for step in range(1, 7):
        off = step * (height + gap)
        for left, top in (
            (box.left, box.top - height - gap - off),
            (box.left, box.bottom + gap + off),
            (box.right + off, box.top - off),
            (box.left - width - off, box.top - off),
        ):
            yield _inside(left, top, size, picture), True
    yield _inside(box.left + gap, box.top + gap, size, picture), False


def _inside(left: int, top: int, size: tuple[int, int], picture: tuple[int, int]) -> Frame:
    left = max(0, min(left, picture[0] - size[0]))
    top = max(0, min(top, picture[1] - size[1]))
    return Frame(left, top, left + size[0], top + size[1])
