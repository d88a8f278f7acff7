"""Embedded thumbnails count only when they show something else than the picture."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from postcheck.analysers.pictures.thumbnail import thumbnail_entries
from postcheck.drafts.pictures import open_picture


def _scene() -> Image.Image:
    image = Image.new("RGB", (640, 480), (90, 140, 90))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 640, 160), fill=(150, 190, 240))
    draw.ellipse((80, 180, 200, 320), fill=(240, 200, 170))
    draw.ellipse((420, 180, 540, 320), fill=(230, 190, 160))
    return image


def _barred(size: tuple[int, int]) -> Image.Image:
    """A 3:2 picture's thumbnail as cameras make it: 4:3 with black bars."""
    bars = Image.new("RGB", (160, 120))
    bars.paste(_scene().crop((0, 27, 640, 453)).resize(size), (0, 6))
    return bars


def _save(path: Path, picture: Image.Image, small: Image.Image) -> None:
    """A JPEG with `small` as the thumbnail in the second directory of its EXIF block."""
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=80)
    raw = buffer.getvalue()
    start = 8 + 2 + 12 + 4
    body = start + 2 + 12 * 2 + 4
    block = b"II*\x00" + struct.pack("<I", 8) + struct.pack("<HHHIII", 1, 0x0112, 3, 1, 1, start)
    block += struct.pack("<H", 2)
    for tag, value in ((0x0201, body), (0x0202, len(raw))):
        block += struct.pack("<HHII", tag, 4, 1, value)
    block += struct.pack("<I", 0) + raw
    picture.save(path, "JPEG", quality=90, exif=b"Exif\x00\x00" + block)


COVERED = _scene()
ImageDraw.Draw(COVERED).rectangle((75, 175, 205, 325), fill="black")


@pytest.mark.parametrize(
    ("picture", "small", "expected"),
    [
        pytest.param(_scene(), _scene().resize((160, 120)), None, id="the same"),
        pytest.param(
            _scene().rotate(90, expand=True), _scene().resize((160, 120)), None, id="turned since"
        ),
        pytest.param(_scene().crop((0, 27, 640, 453)), _barred((160, 107)), None, id="black bars"),
        pytest.param(
            COVERED, _scene().resize((160, 120)), "different from the picture", id="face covered"
        ),
        pytest.param(
            _scene().crop((0, 0, 320, 480)),
            _scene().resize((160, 120)),
            "cropped differently from the picture",
            id="cropped since",
        ),
    ],
)
def test_thumbnails(
    tmp_path: Path, picture: Image.Image, small: Image.Image, expected: str | None
) -> None:
    _save(tmp_path / "a.jpg", picture, small)
    with open_picture(tmp_path / "a.jpg", "media[0]") as opened:
        entries = list(thumbnail_entries(opened))
    assert entries == ([] if expected is None else [("thumbnail", f"160×120 pixels, {expected}")])


def test_a_picture_without_thumbnail(tmp_path: Path) -> None:
    _scene().save(tmp_path / "a.jpg")
    with open_picture(tmp_path / "a.jpg", "media[0]") as opened:
        assert list(thumbnail_entries(opened)) == []
