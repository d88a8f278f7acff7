"""QR and bar codes: payloads and places."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from postcheck.analysers.pictures.codes import CodeAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting


def _code(text: str, form: zxingcpp.BarcodeFormat, scale: int = 4) -> Image.Image:
    drawn = zxingcpp.create_barcode(text, form).to_image(scale=scale)
    return Image.fromarray(np.array(drawn)).convert("RGB")


def _seen(path: Path) -> list[Fact]:
    with open_picture(path, "media[1]") as picture:
        return list(CodeAnalyser().analyse(picture, Medium(path=path.name), Setting()))


@pytest.mark.parametrize(
    ("payload", "form", "name"),
    [
        ("https://bit.ly/3xyz", zxingcpp.BarcodeFormat.QRCode, "QR Code"),
        ("Zoë – Year 4", zxingcpp.BarcodeFormat.QRCode, "QR Code"),
        ("WIFI:S:Staff;T:WPA;P:secret;;", zxingcpp.BarcodeFormat.QRCode, "QR Code"),
        ("pupil-0017", zxingcpp.BarcodeFormat.DataMatrix, "Data Matrix"),
        ("5012345678900", zxingcpp.BarcodeFormat.EAN13, "EAN-13"),
    ],
)
def test_payloads(tmp_path: Path, payload: str, form: zxingcpp.BarcodeFormat, name: str) -> None:
    image = Image.new("RGB", (900, 700), "white")
    image.paste(_code(payload, form), (300, 200))
    image.save(tmp_path / "a.png")
    (fact,) = _seen(tmp_path / "a.png")
    assert (fact.kind, fact.surface, fact.text) == ("image.code", "media[1]", payload)
    assert fact.attributes["payload"] == payload
    assert str(fact.attributes["format"]).replace(" ", "") == name.replace(" ", "")
    assert fact.score is None
    assert fact.box is not None
    assert fact.box.x > 295
    assert fact.box.y > 195


def test_boxes_are_in_pixels_of_the_large_picture(tmp_path: Path) -> None:
    image = Image.new("RGB", (4000, 3000), "white")
    code = _code("https://example.org", zxingcpp.BarcodeFormat.QRCode, scale=10)
    image.paste(code, (2000, 1000))
    image.save(tmp_path / "a.jpg")
    (fact,) = _seen(tmp_path / "a.jpg")
    assert fact.box is not None
    assert abs(fact.box.x - 2040) <= 12
    assert abs(fact.box.width - (code.width - 80)) <= 24


def test_two_codes_and_none(tmp_path: Path) -> None:
    image = Image.new("RGB", (900, 400), "white")
    image.paste(_code("one", zxingcpp.BarcodeFormat.QRCode), (20, 50))
    image.paste(_code("two", zxingcpp.BarcodeFormat.QRCode), (500, 50))
    image.save(tmp_path / "a.png")
    assert {fact.text for fact in _seen(tmp_path / "a.png")} == {"one", "two"}
    Image.new("RGB", (900, 400), "white").save(tmp_path / "b.png")
    assert _seen(tmp_path / "b.png") == []
