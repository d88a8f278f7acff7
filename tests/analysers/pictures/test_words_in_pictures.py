"""Words read in made pictures, at their places in the upright picture."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from postcheck.analysers.pictures import words_in_pictures
from postcheck.analysers.pictures.words_in_pictures import PictureWordsAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.errors import AnalyserError
from postcheck.facts.model import Fact
from postcheck.setting import Setting


def _poster(size: tuple[int, int], text: str, at: tuple[int, int], letters: int) -> Image.Image:
    image = Image.new("RGB", size, "#fdf6e3")
    ImageDraw.Draw(image).text(at, text, "#222222", ImageFont.load_default(letters))
    return image


def _seen(path: Path) -> list[Fact]:
    with open_picture(path, "media[0]") as picture:
        return list(PictureWordsAnalyser().analyse(picture, Medium(path=path.name), Setting()))


@pytest.mark.model
@pytest.mark.parametrize(
    ("size", "at", "letters"),
    [((1080, 1080), (100, 500), 60), ((480, 320), (40, 200), 26), ((4000, 3000), (900, 2200), 90)],
)
def test_a_name_on_a_clean_poster(
    tmp_path: Path, size: tuple[int, int], at: tuple[int, int], letters: int
) -> None:
    _poster(size, "Tomasz Nowak", at, letters).save(tmp_path / "a.png")
    (fact,) = _seen(tmp_path / "a.png")
    assert fact.text is not None
    assert fact.text.replace(" ", "") == "TomaszNowak"
    assert fact.kind == "image.text"
    assert fact.score is not None
    assert 0.5 < fact.score <= 1
    assert fact.box is not None
    assert abs(fact.box.x - at[0]) < letters
    assert abs(fact.box.y - at[1]) < letters
    assert fact.box.width > 4 * letters


@pytest.mark.model
def test_a_picture_without_words_and_a_quiet_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (600, 400), "#335577").save(tmp_path / "a.png")
    with caplog.at_level(logging.DEBUG):
        assert _seen(tmp_path / "a.png") == []
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def _output(*lines: tuple[str, float, tuple[int, int, int, int]]) -> SimpleNamespace:
    corners = [
        np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=float)
        for _, _, (left, top, right, bottom) in lines
    ]
    return SimpleNamespace(
        boxes=np.array(corners) if corners else None,
        txts=tuple(line[0] for line in lines) or None,
        scores=tuple(line[1] for line in lines) or None,
    )


def test_boxes_are_mapped_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def engine(pixels: np.ndarray) -> SimpleNamespace:
        sizes.append(pixels.shape)
        return _output((" Year 4 ", 0.987654, (100, 50, 300, 90)), ("  ", 0.9, (0, 0, 5, 5)))

    monkeypatch.setattr(words_in_pictures, "_engine", lambda: engine)
    exif = Image.Exif()
    exif[0x0112] = 8
    Image.new("RGB", (4000, 3000)).save(tmp_path / "a.jpg", exif=exif)
    Image.new("RGB", (500, 368)).save(tmp_path / "b.png")

    (large,), (small,) = _seen(tmp_path / "a.jpg"), _seen(tmp_path / "b.png")
    assert sizes == [(2000, 1500, 3), (736, 1000, 3)]
    assert (large.text, large.score, large.box) == ("Year 4", 0.9877, (200, 100, 400, 80))
    assert small.box == (50, 25, 100, 20)


def test_words_of_several_frames_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(
        [
            _output(("Leo", 0.9, (0, 0, 9, 9)), ("Leo", 0.9, (0, 20, 9, 29))),
            _output(("Leo", 0.8, (0, 0, 9, 9)), ("Zoë", 0.8, (0, 0, 9, 9))),
            _output(),
        ]
    )
    monkeypatch.setattr(words_in_pictures, "_engine", lambda: lambda pixels: next(answers))
    frames = [Image.new("RGB", (900, 900), (0, 0, 40 * n)) for n in range(4)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    assert [fact.text for fact in _seen(tmp_path / "a.gif")] == ["Leo", "Leo", "Zoë"]


def test_missing_models_are_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words_in_pictures._engine.cache_clear()
    package = SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(words_in_pictures.importlib.util, "find_spec", lambda name: package)
    Image.new("RGB", (64, 64)).save(tmp_path / "a.png")
    with pytest.raises(AnalyserError, match="words in pictures is missing"):
        _seen(tmp_path / "a.png")
