"""What analysers look at: a picture as a whole, frames of an animation, or parts of a long strip.

A long screenshot or a panorama shrunk as a whole would lose its letters and faces, so that it is
looked at in parts that overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.detections import Detection, inside
from postcheck.drafts.pictures import Picture

if TYPE_CHECKING:
    from PIL import Image

STRIP = 3
"""A picture so many times as long as it is broad is looked at in parts."""
PART_LENGTH = 2
"""Length of a part in breadths of its strip; neighbours share a quarter of it."""
MOST_PARTS = 8
"""Of a strip that would need more, the parts are longer."""
SAME_THING = 0.6
"""The share of a box that must lie in a larger one of another part to be a piece of it."""


@dataclass(frozen=True, slots=True)
class View:
    """One image to look at; `left` and `top` are where it lies, in pixels of the picture."""

    image: Image.Image
    left: float
    top: float
    across: float
    down: float

    def placed(self, seen: Detection) -> Detection:
        """What was seen in the image, in pixels of the picture."""
        whole = seen.scaled(self.across, self.down)
        return whole._replace(
            left=whole.left + self.left,
            right=whole.right + self.left,
            top=whole.top + self.top,
            bottom=whole.bottom + self.top,
        )


def views_of(picture: Picture, long_side: int, frames: int) -> list[View]:
    """The views of a picture, none larger than `long_side`: at most `frames` of an animation."""
    if picture.frames == 1 and is_strip(picture):
        return list(_parts(picture, long_side))
    return [
        View(image, 0, 0, picture.width / image.width, picture.height / image.height)
        for image in picture.views(long_side, frames)
    ]


def is_strip(picture: Picture) -> bool:
    """Whether a picture is far longer than broad, or far broader than long."""
    long, short = max(picture.width, picture.height), min(picture.width, picture.height)
    return long > STRIP * short


def whole_things(seen: list[list[Detection]]) -> list[list[Detection]]:
    """For each part what was seen in it, without pieces of what another part shows whole."""
    return [
        [
            thing
            for thing in things
            if not any(
                (other.area, -there) > (thing.area, -here) and inside(thing, other) >= SAME_THING
                for there, others in enumerate(seen)
                if there != here
                for other in others
            )
        ]
        for here, things in enumerate(seen)
    ]


def _parts(picture: Picture, long_side: int) -> Iterator[View]:
    long, short = max(picture.width, picture.height), min(picture.width, picture.height)
    length = max(PART_LENGTH * short, -(-long // (1 + (MOST_PARTS - 1) * 3 // 4)))
    strip = picture.shrunk(round(long * min(1.0, long_side / length)))
    across, down = picture.width / strip.width, picture.height / strip.height
    end, step = max(strip.size), max(1, round(length * max(strip.size) / long))
    starts = [*range(0, max(1, end - step), max(1, step * 3 // 4)), max(0, end - step)]
    for start in dict.fromkeys(starts):
        if strip.width > strip.height:
            box = (start, 0, min(start + step, end), strip.height)
        else:
            box = (0, start, strip.width, min(start + step, end))
        yield View(strip.crop(box), box[0] * across, box[1] * down, across, down)
