"""Small pictures embedded in picture files: they may show what was cropped away or covered."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.metadata_fields import Entry
from postcheck.drafts.pictures import Picture

if TYPE_CHECKING:
    from PIL import Image

GRID = 16
"""Cells across and down in which the thumbnail is compared with the picture."""
CHANGED = 48
"""Grey levels, of 255, by which some cell must differ; JPEG's own loss stays far below."""
OTHER_SHAPE = 0.04
"""The share by which proportions must differ; rounding to whole pixels stays below."""
BLACK = 24
"""Grey level up to which a border is taken for a camera's black bars."""

_OFFSET, _LENGTH = 0x0201, 0x0202
_PHOTOSHOP_THUMBNAIL, _PHOTOSHOP_HEADER = 0x040C, 28


def thumbnail_entries(picture: Picture) -> Iterator[Entry]:
    """One entry for each embedded thumbnail that shows something else than the picture."""
    from PIL import Image

    for raw in _thumbnails(picture):
        with Image.open(io.BytesIO(raw)) as small:
            if small.width * small.height > picture.width * picture.height:
                continue
            differs = _difference(small.convert("L"), picture)
            if differs:
                yield Entry("thumbnail", f"{small.width}×{small.height} pixels, {differs}")


def exif_of(picture: Picture) -> Image.Exif:
    """The EXIF data, read afresh, so that Pillow warns again where they are damaged."""
    from PIL import Image

    blob = picture.source.info.get("exif")
    if not isinstance(blob, bytes):
        return picture.source.getexif()
    exif = Image.Exif()
    exif.load(blob)
    return exif


def _thumbnails(picture: Picture) -> Iterator[bytes]:
    from PIL.ExifTags import IFD

    blob = picture.source.info.get("exif")
    first = exif_of(picture).get_ifd(IFD.IFD1)
    start, length = first.get(_OFFSET), first.get(_LENGTH)
    if isinstance(blob, bytes) and isinstance(start, int) and isinstance(length, int):
        tiff = blob.removeprefix(b"Exif\x00\x00")
        if 0 < start < len(tiff) and length > 0:
            yield tiff[start : start + length]
    resources = picture.source.info.get("photoshop")
    if isinstance(resources, dict) and isinstance(resources.get(_PHOTOSHOP_THUMBNAIL), bytes):
        yield resources[_PHOTOSHOP_THUMBNAIL][_PHOTOSHOP_HEADER:]


def _difference(small: Image.Image, picture: Picture) -> str | None:
    """How the thumbnail differs from the picture; None where both show the same.

    Thumbnails are stored as the pixels are, or upright; the nearer reading counts.
    """
    seen = small.point(lambda level: 255 if level > BLACK else 0).getbbox()
    small = small.crop(seen) if seen else small
    shape = small.width / small.height
    upright = picture.width / picture.height
    if min(abs(shape / other - 1) for other in (upright, 1 / upright)) > OTHER_SHAPE:
        return "cropped differently from the picture"
    whole = picture.shrunk(256).convert("L")
    turned = [whole.rotate(angle, expand=True) for angle in (0, 90, 180, 270)]
    if min(_furthest(small, other) for other in turned) > CHANGED:
        return "different from the picture"
    return None


def _furthest(one: Image.Image, other: Image.Image) -> float:
    """The largest difference of two grey images in any cell of the grid."""
    import numpy as np
    from PIL import Image

    mine, its = (
        np.asarray(image.resize((GRID, GRID), Image.Resampling.BOX), dtype=np.int16)
        for image in (one, other)
    )
    return float(np.abs(mine - its).max())
