"""How surely a picture is known again: `python benchmarks/seen_before.py FOLDER`.

FOLDER holds pictures that are all different. They are not part of the repository. Each is cut into
parts, which count as pictures of their own; every copy of a picture is changed in one way and must
be known, and no two different pictures may be taken for one.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageEnhance, ImageOps

from postcheck.analysers.pictures.perceptual import distance, mirrored, perceptual_hash
from postcheck.analysers.pictures.seen_before import ALIKE, LOOKED_AT

ENDINGS = {".jpg", ".jpeg", ".png"}
GRIDS = (2, 3)
"""Each picture is cut into 2 × 2 and into 3 × 3 parts."""
MOST_FALSE = 0.0001
MOST_MISSED = 0.01


class Looked(NamedTuple):
    """A picture or a part of one; `whole` names the picture."""

    whole: str
    image: Image.Image
    bits: int


def main() -> int:
    """Measure, print a line for each change, and exit with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    pictures = list(_pictures(parser.parse_args().folder))
    missed = copies = 0
    for name, change in CHANGES.items():
        apart = [_apart(looked.bits, change(looked.image)) for looked in pictures]
        lost = sum(bits > ALIKE for bits in apart)
        print(f"{name:24} {lost:4} of {len(apart)} missed, at most {max(apart)} bits apart")
        missed, copies = missed + lost, copies + len(apart)
    pairs = [
        min(distance(one.bits, other.bits), distance(one.bits, mirrored(other.bits)))
        for place, one in enumerate(pictures)
        for other in pictures[:place]
        if one.whole != other.whole
    ]
    false = sum(bits <= ALIKE for bits in pairs)
    print(f"missed {missed / copies:.4f} of {copies} (at most {MOST_MISSED})")
    print(f"false {false / len(pairs):.5f} of {len(pairs)} (at most {MOST_FALSE})", end=", ")
    print(f"nearest {min(pairs)} bits apart")
    return 0 if missed / copies <= MOST_MISSED and false / len(pairs) <= MOST_FALSE else 1


def _pictures(folder: Path) -> Iterator[Looked]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in ENDINGS:
            continue
        whole = Image.open(path).convert("RGB")
        for image in (whole, *(part for grid in GRIDS for part in _parts(whole, grid))):
            bits = _hash(image)
            if bits is not None:
                yield Looked(path.name, image, bits)


def _parts(image: Image.Image, grid: int) -> Iterator[Image.Image]:
    for row in range(grid):
        for column in range(grid):
            left, top = column * image.width // grid, row * image.height // grid
            right, bottom = (column + 1) * image.width // grid, (row + 1) * image.height // grid
            yield image.crop((left, top, right, bottom))


def _hash(image: Image.Image) -> int | None:
    small = image.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT))
    return perceptual_hash(small)


def _apart(bits: int, copy: Image.Image) -> int:
    other = _hash(copy)
    return 999 if other is None else min(distance(bits, other), distance(bits, mirrored(other)))


def _saved(image: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def _cut(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    width, height = image.size
    edges = width * left, height * top, width * (1 - right), height * (1 - bottom)
    return image.crop(tuple(round(edge) for edge in edges))


def _posted_again(image: Image.Image) -> Image.Image:
    brighter = ImageEnhance.Brightness(_cut(image, 0.025, 0.025, 0.025, 0.025)).enhance(1.2)
    return _saved(ImageOps.mirror(brighter.resize((800, 600))), 60)


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "half the size": lambda image: image.resize((image.width // 2, image.height // 2)),
    "320 pixels wide": lambda image: ImageOps.contain(image, (320, 320)),
    "mirrored": ImageOps.mirror,
    "JPEG quality 60": lambda image: _saved(image, 60),
    "JPEG quality 30": lambda image: _saved(image, 30),
    "brightness 1.3": lambda image: ImageEnhance.Brightness(image).enhance(1.3),
    "brightness 0.7": lambda image: ImageEnhance.Brightness(image).enhance(0.7),
    "contrast 1.3": lambda image: ImageEnhance.Contrast(image).enhance(1.3),
    "grey": lambda image: image.convert("L").convert("RGB"),
    "2.5 % off every side": lambda image: _cut(image, 0.025, 0.025, 0.025, 0.025),
    "5 % off the left": lambda image: _cut(image, 0.05, 0, 0, 0),
    "5 % off the top": lambda image: _cut(image, 0, 0.05, 0, 0),
    "all of it at once": _posted_again,
}

if __name__ == "__main__":
    sys.exit(main())
