"""Writes copies of pictures with boxes, labels and scores of what was seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postcheck.drafts.pictures import Picture
from postcheck.drawing.labels import (
    Colour,
    Frame,
    Label,
    colour_of,
    frame_of,
    letters_on,
    place,
    plain,
    words_of,
)
from postcheck.facts.model import Fact

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

LETTERS = 0.017
"""Height of the letters as a share of the picture's long side …"""
LEAST_LETTERS = 12
"""… but never fewer pixels than can be read."""
LINE = 0.0022
"""Width of outlines as a share of the picture's long side."""
HALO: Colour = (255, 255, 255)
_FONTS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "Arial.ttf", "arial.ttf")
_WRITTEN = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def draw(picture: Picture, facts: Sequence[Fact], target: Path) -> Path:
    """Write the picture to `target` with every fact drawn that has a box in it.

    The copy is upright and carries no metadata. A target of a format that is not written (JPEG,
    PNG and WebP are) becomes a JPEG. Returns the path written; raises `OSError` when it cannot be.
    """
    from PIL import ImageDraw

    image = picture.image.copy()
    image.info.clear()
    long_side = max(image.size)
    pen = ImageDraw.Draw(image)
    line = max(2, round(LINE * long_side))
    letters = max(LEAST_LETTERS, round(LETTERS * long_side))
    font, write = _lettering(letters)
    drawn = sorted(
        (fact for fact in facts if fact.box is not None and fact.surface == picture.surface),
        key=lambda fact: -_area(fact),
    )
    for fact in drawn:
        if fact.box is not None:
            _outline(pen, frame_of(fact.box), colour_of(fact), line)
    for fact, label in _labels(pen, drawn, image.size, font, write):
        _chip(pen, fact, label, font, line)
    suffix = target.suffix.lower()
    written = target if suffix in _WRITTEN else target.with_suffix(".jpg")
    written.parent.mkdir(parents=True, exist_ok=True)
    image.save(written, _WRITTEN.get(suffix, "JPEG"), quality=90)
    return written


def _lettering(height: int) -> tuple[Font, Callable[[str], str]]:
    """A font of the system, or else Pillow's own, which has no letters but ASCII's."""
    from PIL import ImageFont

    for name in _FONTS:
        try:
            return ImageFont.truetype(name, height), str
        except OSError:
            continue
    return ImageFont.load_default(height), plain


def _area(fact: Fact) -> int:
    return fact.box.width * fact.box.height if fact.box is not None else 0


def _labels(
    pen: ImageDraw.ImageDraw,
    facts: Sequence[Fact],
    picture: tuple[int, int],
    font: Font,
    write: Callable[[str], str],
) -> list[tuple[Fact, Label]]:
    """A place for each label, the smallest boxes first: they have the least room of their own."""
    boxes = [frame_of(fact.box) for fact in facts if fact.box is not None]
    taken: list[Frame] = []
    labels = []
    for fact in reversed(facts):
        if fact.box is None:
            continue
        words = write(words_of(fact))
        left, top, right, bottom = pen.textbbox((0, 0), words, font=font)
        room = round(bottom - top) // 2
        size = (round(right - left) + 2 * room, round(bottom - top) + room)
        label = place(size, frame_of(fact.box), words, picture, taken, boxes)
        taken.append(label.frame)
        labels.append((fact, label))
    return labels


def _outline(pen: ImageDraw.ImageDraw, box: Frame, colour: Colour, line: int) -> None:
    """A coloured outline with a hair of white around it, so that it shows on any ground."""
    halo = max(1, line // 2)
    outer = (box.left - line, box.top - line, box.right + line, box.bottom + line)
    pen.rectangle(
        (outer[0] - halo, outer[1] - halo, outer[2] + halo, outer[3] + halo),
        outline=HALO,
        width=halo,
    )
    pen.rectangle(outer, outline=colour, width=line)


def _chip(
    pen: ImageDraw.ImageDraw,
    fact: Fact,
    label: Label,
    font: Font,
    line: int,
) -> None:
    colour, frame = colour_of(fact), label.frame
    middle = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
    if label.away and fact.box is not None:
        box = frame_of(fact.box)
        across = min(max(middle[0], box.left), box.right)
        down = min(max(middle[1], box.top), box.bottom)
        pen.line((middle, (across, down)), fill=colour, width=max(1, line // 2))
    pen.rounded_rectangle(tuple(frame), radius=(frame.bottom - frame.top) // 4, fill=colour)
    pen.text(middle, label.words, fill=letters_on(colour), font=font, anchor="mm")
