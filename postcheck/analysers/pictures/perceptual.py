"""A hash of what a picture looks like: alike for the same picture resized, saved again or brighter.

Each bit says the sign of one low frequency of the picture in grey (its discrete cosine transform,
without the mean). Nothing of the picture can be made out from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SIDE = 32
"""Pixels across and down of the grey picture."""
DIAGONALS = 15
"""Frequencies are taken as far as their numbers down and across add up to this."""
FREQUENCIES = tuple(
    (down, across)
    for down in range(DIAGONALS + 1)
    for across in range(DIAGONALS + 1 - down)
    if down + across
)
PLAIN = 3.0
"""Grey levels by which a picture must vary (standard deviation) to be told from others."""
MIRRORED = sum(1 << place for place, (_, across) in enumerate(FREQUENCIES) if across % 2)
"""The bits that change when a picture is mirrored: the odd frequencies across."""


def perceptual_hash(image: Image.Image) -> int | None:
    """The hash of an upright picture as 135 bits; None for one that is all of one shade."""
    import numpy as np
    from PIL.Image import Resampling

    small = image.convert("L").resize((SIDE, SIDE), Resampling.BOX)
    grey = np.asarray(small, dtype=np.float64)
    if grey.std() < PLAIN:
        return None
    frequencies = np.arange(DIAGONALS + 1)[:, None]
    waves = np.cos(np.pi * frequencies * (2 * np.arange(SIDE) + 1) / (2 * SIDE))
    strengths = waves @ grey @ waves.T
    signs = (strengths[place] > 0 for place in FREQUENCIES)
    return sum(1 << place for place, sign in enumerate(signs) if sign)


def mirrored(number: int) -> int:
    """The hash of the mirrored picture."""
    return number ^ MIRRORED


def distance(one: int, other: int) -> int:
    """How many bits differ."""
    return (one ^ other).bit_count()
