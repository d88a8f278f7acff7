"""Long pictures are looked at in parts, and what lies across parts is told once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from postcheck.analysers.pictures.detections import Detection
from postcheck.analysers.pictures.views import MOST_PARTS, views_of, whole_things
from postcheck.analysers.pictures.words_in_pictures import PictureWordsAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.setting import Setting


def _views(folder: Path, size: tuple[int, int], long_side: int) -> list[tuple[float, ...]]:
    Image.new("RGB", size).save(folder / "a.png")
    with open_picture(folder / "a.png", "media[0]") as picture:
        views = views_of(picture, long_side, 3)
        assert all(max(view.image.size) <= long_side for view in views)
        whole = [(0.0, 0.0, *view.image.size, 1.0) for view in views]
        return [
            tuple(view.placed(Detection(*it))[:4]) for view, it in zip(views, whole, strict=True)
        ]


@pytest.mark.parametrize(
    ("size", "parts"),
    [
        ((300, 100), 1),
        ((301, 100), 2),
        ((100, 900), 6),
        ((1200, 4000), 2),
        ((4000, 4), MOST_PARTS),
        ((4000, 1), MOST_PARTS),
    ],
)
def test_parts_cover_a_strip_and_overlap(tmp_path: Path, size: tuple[int, int], parts: int) -> None:
    across = size[0] > size[1]
    spans = [(at[0], at[2]) if across else (at[1], at[3]) for at in _views(tmp_path, size, 500)]
    assert len(spans) == parts
    assert spans[0][0] == 0
    assert spans[-1][1] == pytest.approx(max(size))
    assert all(later[0] < earlier[1] for earlier, later in pairwise(spans))


def test_a_piece_of_what_another_part_shows_whole_is_dropped() -> None:
    whole, piece = Detection(90, 0, 130, 10, 0.5), Detection(90, 0, 100, 10, 0.9)
    twice, alone = Detection(92, 20, 99, 30, 0.9), Detection(0, 0, 20, 10, 0.9)
    within = Detection(2, 2, 9, 9, 0.9)
    seen = [[alone, within, piece, twice], [whole, twice]]
    assert whole_things(seen) == [[alone, within, twice], [whole]]


@pytest.mark.model
@pytest.mark.parametrize(("size", "at"), [((800, 16000), (60, 9000)), ((16000, 700), (9100, 300))])
def test_a_name_in_a_long_strip(tmp_path: Path, size: tuple[int, int], at: tuple[int, int]) -> None:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text(at, "Thanks to Amira Khan", "black", ImageFont.load_default(36))
    image.save(tmp_path / "a.png")
    with open_picture(tmp_path / "a.png", "media[0]") as picture:
        facts = list(PictureWordsAnalyser().analyse(picture, Medium(path="a.png"), Setting()))
    assert [fact.text for fact in facts] == ["Thanks to Amira Khan"]
    assert facts[0].box is not None
    assert abs(facts[0].box.x - at[0]) < 20
    assert abs(facts[0].box.y - at[1]) < 20


@pytest.mark.model
def test_nothing_is_read_in_a_hair(tmp_path: Path) -> None:
    Image.new("RGB", (20000, 3), "white").save(tmp_path / "a.png")
    with open_picture(tmp_path / "a.png", "media[0]") as picture:
        assert not list(PictureWordsAnalyser().analyse(picture, Medium(path="a.png"), Setting()))
