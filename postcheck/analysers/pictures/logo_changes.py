"""Whether a copy of a logo is stretched or recoloured, as far as a picture can tell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.logo_marks import Logo, compared_logo, laid_over

if TYPE_CHECKING:
    from PIL import Image

    from postcheck.analysers.pictures.logo_marks import Matrix

STRETCHED = 1.15
"""How many times wider or higher than the logo a copy must be to be called stretched …"""
UPRIGHT = math.radians(2)
"""… and how far its sides may lean: a sign seen at an angle is no stretched logo."""
COLOURFUL, BRIGHT = 90, 60
"""Saturation and value, of 255, from which a pixel of the logo has a colour that can be told."""
TELLING = 0.15
"""The share of a logo's pixels that must have such a colour."""
OTHER_HUE = 25
"""Steps of hue, of 180 around the circle, by which a pixel must differ; light shifts less."""
GREYISH = 30
"""Saturation up to which a pixel has lost its colour."""
CHANGED = 0.6
"""The share of the coloured pixels that must differ."""


def changes_of(logo: Logo, placed: Matrix, image: Image.Image) -> Iterator[str]:
    """`stretched`, `recoloured`, both or neither; what is not certain is not said."""
    if _stretched(placed):
        yield "stretched"
    if _recoloured(logo, placed, image):
        yield "recoloured"


def _stretched(placed: Matrix) -> bool:
    (across_x, across_y), (down_x, down_y) = placed[:, 0], placed[:, 1]
    leaning = (math.atan2(across_y, across_x), math.atan2(-down_x, down_y))
    if max(map(abs, leaning)) > UPRIGHT:
        return False
    ratio = math.hypot(across_x, across_y) / math.hypot(down_x, down_y)
    return max(ratio, 1 / ratio) >= STRETCHED


def _recoloured(logo: Logo, placed: Matrix, image: Image.Image) -> bool:
    import cv2
    import numpy as np

    own, counts = compared_logo(logo)
    hue, saturation, value = cv2.split(cv2.cvtColor(np.asarray(own), cv2.COLOR_RGB2HSV))
    coloured = counts & (saturation >= COLOURFUL) & (value >= BRIGHT)
    if coloured.sum() < TELLING * counts.sum():
        return False
    pixels = np.asarray(image)
    if cv2.cvtColor(pixels[::8, ::8], cv2.COLOR_RGB2HSV)[:, :, 1].mean() < GREYISH / 2:
        return False  # a picture without colours says nothing of a logo's
    shown = cv2.cvtColor(laid_over(logo, placed, pixels), cv2.COLOR_RGB2HSV)
    apart = np.abs(shown[:, :, 0].astype(int) - hue)
    turned = np.minimum(apart, 180 - apart) >= OTHER_HUE
    differs = turned | (shown[:, :, 1] <= GREYISH)
    return bool(differs[coloured].mean() >= CHANGED)
