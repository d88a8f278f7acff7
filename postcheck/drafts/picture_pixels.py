"""Stored pixels made into what everybody looks at: upright, RGB, eight bits, no transparency."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

DECODING_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    LookupError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise on damaged files."""


def turn_of(source: Image.Image) -> Image.Transpose | None:
    """How to turn the stored picture upright, from its EXIF orientation."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        orientation = source.getexif().get(0x0112)
    except DECODING_FAULTS:
        return None
    return turns.get(orientation) if isinstance(orientation, int) else None


def swaps_sides(turn: Image.Transpose | None) -> bool:
    """Whether turning makes the width the height."""
    from PIL.Image import Transpose

    flips = {None, Transpose.FLIP_LEFT_RIGHT, Transpose.FLIP_TOP_BOTTOM, Transpose.ROTATE_180}
    return turn not in flips


def upright_rgb(source: Image.Image, turn: Image.Transpose | None) -> Image.Image:
    """The current frame decoded, turned, as RGB; what is transparent becomes white."""
    from PIL import Image

    source.load()
    if source.mode.startswith(("I", "F")):
        image = _eight_bit(source)
    elif source.has_transparency_data:
        seen = source.convert("RGBA")
        image = Image.new("RGB", seen.size, "white")
        image.paste(seen, mask=seen.getchannel("A"))
    else:
        image = source.convert("RGB")
    return image if turn is None else image.transpose(turn)


def _eight_bit(source: Image.Image) -> Image.Image:
    """Grey of more than eight bits, its whole range brought to eight."""
    import numpy as np
    from PIL import Image

    values = np.nan_to_num(np.asarray(source, dtype=np.float64))
    top = 65535.0 if source.mode.startswith("I") else max(float(values.max()), 1.0)
    return Image.fromarray(np.clip(values * (255 / top), 0, 255).astype(np.uint8)).convert("RGB")


def scaled(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    """Width and height shrunk to a long side of at most `long_side`."""
    factor = min(1.0, long_side / max(size))
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))
