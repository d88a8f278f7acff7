"""Size and format as one fact."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from postcheck.analysers.pictures.size import SizeAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.setting import Setting


def test_the_upright_size(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "a.jpg"
    Image.new("RGB", (80, 60)).save(path, exif=exif)
    with open_picture(path, "media[0]") as picture:
        (fact,) = SizeAnalyser().analyse(picture, Medium(path="a.jpg"), Setting())
    assert fact.kind == "image.size"
    assert fact.attributes == {
        "width": 60,
        "height": 80,
        "format": "JPEG",
        "frames": 1,
        "bytes": path.stat().st_size,
    }
