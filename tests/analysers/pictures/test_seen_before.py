"""Pictures known again: their hashes, and the earlier uses that the ledger has of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance, ImageOps

from postcheck.analysers.pictures.perceptual import (
    FREQUENCIES,
    distance,
    mirrored,
    perceptual_hash,
)
from postcheck.analysers.pictures.seen_before import ALIKE, SeenBeforeAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact
from postcheck.ledger import Ledger, Use, written
from postcheck.setting import Setting

POSTS = Path(__file__).resolve().parents[3] / "examples/posts"
WALK, STALL = POSTS / "harvest-walk.jpg", POSTS / "winter-fair/stall.png"


def _hash(image: Image.Image) -> int:
    found = perceptual_hash(image)
    assert found is not None
    return found


def _cut(image: Image.Image, share: float) -> Image.Image:
    width, height = image.size
    return image.crop((round(width * share), 0, width, height))


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "smaller": lambda image: image.resize((160, 120)),
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.3),
    "grey": lambda image: image.convert("L").convert("RGB"),
    "five in a hundred cut off": lambda image: _cut(image, 0.05),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_known_again(change: str) -> None:
    image = Image.open(WALK).convert("RGB")
    assert distance(_hash(image), _hash(CHANGES[change](image))) <= ALIKE


def test_a_mirrored_copy_has_the_mirrored_hash() -> None:
    image = Image.open(WALK).convert("RGB")
    turned = _hash(ImageOps.mirror(image))
    assert distance(mirrored(_hash(image)), turned) <= 2
    assert distance(_hash(image), turned) > ALIKE


def test_other_pictures_are_others() -> None:
    paths = [WALK, STALL, POSTS / "book-week-poster.png", POSTS / "whiteboard.png"]
    hashes = [_hash(Image.open(path).convert("RGB")) for path in paths]
    apart = [distance(a, b) for place, a in enumerate(hashes) for b in hashes[:place]]
    assert min(apart) > ALIKE


@pytest.mark.parametrize("shade", ["white", "black", (12, 120, 80)])
def test_a_picture_of_one_shade_has_no_hash(shade: str | tuple[int, int, int]) -> None:
    assert perceptual_hash(Image.new("RGB", (90, 60), shade)) is None


def _seen(path: Path, *uses: Use) -> list[Fact]:
    setting = Setting(ledger=Ledger(uses))
    with open_picture(path, "media[2]") as picture:
        return list(SeenBeforeAnalyser().analyse(picture, Medium(path=path.name), setting))


def _use(bits: int, draft: str) -> Use:
    channels = ("website", "facebook")
    return Use(hash=written(bits), published_on=date(2026, 9, 20), channels=channels, draft=draft)


def test_every_earlier_use_is_a_fact_and_the_nearest_comes_first(tmp_path: Path) -> None:
    image = Image.open(WALK).convert("RGB")
    ImageOps.mirror(image).save(tmp_path / "b.jpg", quality=60)
    stall = _hash(Image.open(STALL).convert("RGB"))
    bits = _hash(image)
    one, two = _seen(
        tmp_path / "b.jpg", _use(stall, "no"), _use(bits ^ 0b111, "far"), _use(bits, "near")
    )
    assert (one.kind, one.surface, one.score, one.box) == (
        "image.seen-before",
        "media[2]",
        None,
        None,
    )
    assert [one.attributes["draft"], two.attributes["draft"]] == ["near", "far"]
    assert one.attributes["mirrored"] is True
    assert one.attributes["channels"] == ("website", "facebook")
    assert one.attributes["date"] == "2026-09-20"
    assert float(str(one.attributes["distance"])) < float(str(two.attributes["distance"]))


@pytest.mark.parametrize(("bits", "known"), [(ALIKE, 1), (ALIKE + 1, 0)])
def test_so_many_bits_may_differ(tmp_path: Path, bits: int, known: int) -> None:
    Image.open(WALK).convert("RGB").save(tmp_path / "a.png")
    with open_picture(tmp_path / "a.png", "media[0]") as picture:
        here = _hash(picture.shrunk(256))
    assert len(_seen(tmp_path / "a.png", _use(here ^ ((1 << bits) - 1), "d"))) == known


def test_without_a_ledger_nothing_is_looked_at(tmp_path: Path) -> None:
    assert _seen(WALK) == []


def test_the_hash_has_as_many_bits_as_the_ledger_holds() -> None:
    assert len(FREQUENCIES) == 135
    assert len(written((1 << len(FREQUENCIES)) - 1)) == len(written(0))
