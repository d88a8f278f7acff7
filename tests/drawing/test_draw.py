"""Drawn copies: boxes where they belong, labels that can be read, nothing that travels along."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from postcheck.drafts.pictures import open_picture
from postcheck.drawing import draw as drawing
from postcheck.drawing.draw import draw
from postcheck.drawing.labels import COLOURS, Frame, letters_on, place, plain, words_of
from postcheck.facts.model import Fact
from postcheck.places import Box


def _fact(kind: str, box: Box | None, score: float | None = 0.912, **fields: object) -> Fact:
    text = fields.pop("text", None)
    return Fact(
        kind,
        "media[0]",
        box=box,
        score=score,
        text=str(text) if text is not None else None,
        attributes={key: str(value) for key, value in fields.items()},
    )


BOX = Box(100, 100, 60, 80)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (_fact("image.face", BOX), "face 0.91"),
        (_fact("image.face", BOX, matched="P017"), "P017 0.91"),
        (_fact("image.face", BOX, score=None), "face"),
        (_fact("image.text", BOX, text="Year\n4"), "Year 4 0.91"),
        (_fact("image.text", BOX, text="x" * 32), "x" * 32 + " 0.91"),
        (_fact("image.text", BOX, text="x" * 33), "x" * 31 + "… 0.91"),
        (_fact("image.code", BOX, score=None, text="https://bit.ly/3"), "https://bit.ly/3"),
        (_fact("image.logo", BOX, score=None, text="crest.png"), "crest.png"),
        (_fact("image.exposure", BOX, label="BELLY_EXPOSED"), "belly exposed 0.91"),
    ],
)
def test_words(fact: Fact, words: str) -> None:
    assert words_of(fact) == words


@pytest.mark.parametrize(
    ("words", "expected"), [("Zoë 0.9", "Zoe 0.9"), ("Łucja", "?ucja"), ("plain", "plain")]
)
def test_plain(words: str, expected: str) -> None:
    assert plain(words) == expected


@pytest.mark.parametrize("colour", [*COLOURS.values(), (0, 0, 0), (255, 255, 255)])
def test_letters_stand_out(colour: tuple[int, int, int]) -> None:
    assert abs(sum(letters_on(colour)) - sum(colour)) > 200


PICTURE = (400, 300)


@pytest.mark.parametrize(
    ("box", "above"),
    [(Frame(100, 100, 160, 180), True), (Frame(100, 5, 160, 85), False)],
)
def test_a_label_stands_above_or_else_below(box: Frame, above: bool) -> None:
    label = place((80, 20), box, "face", PICTURE, [], [box])
    assert (label.frame.bottom <= box.top) is above
    assert (label.frame.top >= box.bottom) is not above
    assert not label.away


def test_labels_of_a_crowd_do_not_cover_each_other() -> None:
    boxes = [Frame(20 + 45 * n, 140, 40 + 45 * n, 160) for n in range(8)]
    taken: list[Frame] = []
    for box in boxes:
        taken.append(place((70, 16), box, "face 0.91", PICTURE, taken, boxes).frame)
    for index, one in enumerate(taken):
        assert 0 <= one.left < one.right <= PICTURE[0]
        assert 0 <= one.top < one.bottom <= PICTURE[1]
        assert all(one.shared(other) == 0 for other in taken[index + 1 :])


def test_a_box_as_large_as_the_picture_is_labelled_inside() -> None:
    whole = Frame(0, 0, 400, 300)
    frame = place((80, 20), whole, "face", PICTURE, [], [whole]).frame
    assert whole.shared(frame) == 80 * 20


@pytest.mark.parametrize("fonts", [drawing._FONTS, ("no such font",)])
def test_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fonts: tuple[str, ...]) -> None:
    monkeypatch.setattr(drawing, "_FONTS", fonts)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x8825] = 6, "Amira", {1: "N"}
    Image.new("RGB", (300, 400), "white").save(tmp_path / "a.jpg", exif=exif, comment="Leo")
    facts = [
        _fact("image.face", Box(100, 100, 60, 80)),
        _fact("image.text", Box(250, 200, 100, 30), text="Zoë"),
        _fact("image.face", None),
    ]
    elsewhere = Fact("image.face", "media[1]", box=Box(10, 200, 50, 50))
    with open_picture(tmp_path / "a.jpg", "media[0]") as picture:
        before = picture.image.tobytes()
        written = draw(picture, [*facts, elsewhere], tmp_path / "out" / "a.png")
        assert picture.image.tobytes() == before
    with Image.open(written) as copy:
        copy.load()
        assert copy.size == (400, 300)
        assert copy.getexif() == {}
        assert copy.info == {}
        pixels = copy.convert("RGB")
    assert pixels.getpixel((99, 140)) == COLOURS["image.face"]
    assert pixels.getpixel((249, 215)) == COLOURS["image.text"]
    assert pixels.getpixel((130, 140)) == (255, 255, 255)
    assert pixels.getpixel((9, 225)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "written", "form"),
    [("a.JPG", "a.JPG", "JPEG"), ("a.webp", "a.webp", "WEBP"), ("a.heic", "a.jpg", "JPEG")],
)
def test_formats(tmp_path: Path, name: str, written: str, form: str) -> None:
    Image.new("RGB", (30, 40)).save(tmp_path / "in.png")
    with open_picture(tmp_path / "in.png", "media[0]") as picture:
        path = draw(picture, [], tmp_path / name)
    assert path == tmp_path / written
    with Image.open(path) as copy:
        assert copy.format == form
