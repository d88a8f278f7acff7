"""Logos of the brand folder in pictures: where, which, and whether they are altered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageOps

from benchmarks.logos import CHANGES, LOGOS
from postcheck.analysers.pictures.logos import LogoAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.picture_errors import PictureError
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting

POSTS = Path(__file__).resolve().parents[3] / "examples/posts"
WALK = POSTS / "harvest-walk.jpg"


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    folder = tmp_path / "brand"
    folder.mkdir()
    for name, draw in LOGOS.items():
        draw().save(folder / f"{name}.png")
    return Setting(logos=tuple(sorted(folder.iterdir())))


def _seen(image: Image.Image, setting: Setting, path: Path) -> list[Fact]:
    image.save(path)
    with open_picture(path, "media[1]") as picture:
        return list(LogoAnalyser().analyse(picture, Medium(path=path.name), setting))


def _page(*copies: tuple[Image.Image, tuple[int, int]], factor: int = 1) -> Image.Image:
    page = ImageOps.fit(Image.open(WALK).convert("RGB"), (1200 * factor, 900 * factor))
    for copy, place in copies:
        page.paste(copy, place, copy)
    return page


def _crest(side: int) -> Image.Image:
    return ImageOps.contain(LOGOS["crest"](), (side, side))


def test_a_logo_is_found_with_its_place_and_file(setting: Setting, tmp_path: Path) -> None:
    (fact,) = _seen(_page((_crest(270), (500, 300))), setting, tmp_path / "a.png")
    assert (fact.kind, fact.surface, fact.text) == ("image.logo", "media[1]", "crest.png")
    assert (fact.score, fact.attributes["altered"]) == (None, ())
    assert fact.box is not None
    for here, there in zip(fact.box, (500, 300, 240, 270), strict=True):
        assert abs(here - there) <= 6
    assert fact.attributes["share"] == pytest.approx(0.06, abs=0.003)


def test_boxes_are_in_pixels_of_a_large_picture(setting: Setting, tmp_path: Path) -> None:
    page = _page((_crest(800), (2000, 1000)), factor=3)
    (fact,) = _seen(page, setting, tmp_path / "a.jpg")
    assert fact.box is not None
    assert abs(fact.box.x - 2000) <= 15
    assert abs(fact.box.y - 1000) <= 15


def test_every_copy_of_every_logo_is_found(setting: Setting, tmp_path: Path) -> None:
    badge = ImageOps.contain(LOGOS["badge"](), (260, 260))
    copies = ((_crest(260), (60, 80)), (_crest(200), (800, 500)), (badge, (500, 90)))
    names = [fact.text for fact in _seen(_page(*copies), setting, tmp_path / "a.png")]
    assert sorted(map(str, names)) == ["badge.png", "crest.png", "crest.png"]


@pytest.mark.parametrize("name", ["harvest-walk.jpg", "whiteboard.png", "winter-fair/stall.png"])
def test_other_pictures_hold_none(setting: Setting, tmp_path: Path, name: str) -> None:
    image = Image.open(POSTS / name).convert("RGB")
    assert _seen(image, setting, tmp_path / "a.png") == []


def test_a_plain_picture_holds_none(setting: Setting, tmp_path: Path) -> None:
    plain = Image.new("RGB", (400, 300), "white")
    assert _seen(plain, setting, tmp_path / "a.png") == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("as it is", ()),
        ("wider by 1.3", ("stretched",)),
        ("higher by 1.3", ("stretched",)),
        ("other hues", ("recoloured",)),
        ("grey", ("recoloured",)),
    ],
)
def test_alterations(setting: Setting, tmp_path: Path, change: str, told: tuple[str, ...]) -> None:
    (fact,) = _seen(_page((CHANGES[change](_crest(300)), (400, 200))), setting, tmp_path / "a.png")
    assert fact.attributes["altered"] == told


@pytest.mark.parametrize("degrees", [5, -12])
def test_a_leaning_sign_is_not_called_stretched(
    setting: Setting, tmp_path: Path, degrees: int
) -> None:
    leaning = CHANGES["wider by 1.3"](_crest(300)).rotate(degrees, expand=True)
    (fact,) = _seen(_page((leaning, (400, 200))), setting, tmp_path / "a.png")
    assert fact.attributes["altered"] == ()


def test_a_picture_in_grey_tells_nothing_of_colours(setting: Setting, tmp_path: Path) -> None:
    grey = _page((_crest(300), (400, 200))).convert("L").convert("RGB")
    (fact,) = _seen(grey, setting, tmp_path / "a.png")
    assert fact.attributes["altered"] == ()


def test_without_logos_nothing_is_looked_at(tmp_path: Path) -> None:
    assert _seen(_page((_crest(270), (500, 300))), Setting(), tmp_path / "a.png") == []


def test_a_logo_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "crest.png").write_bytes(b"\x89PNG\r\n\x1a\n cut")
    setting = Setting(logos=(tmp_path / "crest.png",))
    with pytest.raises(PictureError):
        _seen(Image.new("RGB", (80, 60)), setting, tmp_path / "a.png")
