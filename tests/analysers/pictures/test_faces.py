"""How the looks at one picture become one list of faces; the network itself at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from postcheck.analysers.pictures import centerface, faces
from postcheck.analysers.pictures.detections import Detection
from postcheck.analysers.pictures.faces import (
    FaceAnalyser,
    find_faces,
    holding,
    is_crowd,
    with_close_up,
)
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture, open_picture
from postcheck.errors import AnalyserError
from postcheck.facts.model import Fact
from postcheck.setting import Setting


def _face(left: float, size: float, score: float, top: float = 0) -> Detection:
    return Detection(left, top, left + size, top + size, score)


class _Detector:
    """Answers each look by its long side; the second look at one side is the mirrored one."""

    def __init__(self, looks: dict[int, list[list[Detection]]]) -> None:
        self.looks = looks
        self.asked: list[int] = []

    def look(self, image: Image.Image, long_side: int, least: float) -> list[Detection]:
        self.asked.append(long_side)
        answers = self.looks[long_side]
        answer = answers[min(self.asked.count(long_side), len(answers)) - 1]
        return [face for face in answer if face.score >= least]


def _facts(picture: Picture) -> list[Fact]:
    seen = FaceAnalyser().analyse(picture, Medium(path=picture.path.name), Setting())
    return [item for item in seen if isinstance(item, Fact)]


PHOTO = Image.new("RGB", (1280, 960))


def _mirrored(face: Detection, score: float) -> Detection:
    return Detection(1280 - face.right, face.top, 1280 - face.left, face.bottom, score)


def test_an_ordinary_picture_gets_one_look() -> None:
    detector = _Detector({1280: [[_face(0, 100, 0.9), _face(400, 90, 0.7)]]})
    assert find_faces(detector, PHOTO) == [_face(0, 100, 0.9), _face(400, 90, 0.7)]
    assert detector.asked == [1280]


@pytest.mark.parametrize(
    ("score", "mirrored", "kept"),
    [
        (0.30, 0.30, True),
        (0.45, 0.15, True),
        (0.36, 0.21, False),
        (0.40, 0.0, False),
        (0.50, 0.0, True),
        (0.29, 0.9, False),
    ],
)
def test_a_doubtful_box_must_hold_mirrored(score: float, mirrored: float, kept: bool) -> None:
    doubtful, certain = _face(0, 100, score), _face(400, 90, 0.9)
    again = [_mirrored(certain, 0.9), _mirrored(doubtful, mirrored)]
    found = find_faces(_Detector({1280: [[certain, doubtful], again]}), PHOTO)
    assert (doubtful in found) is kept
    assert certain in found


def test_small_hints_make_a_crowd_that_is_enlarged() -> None:
    usual = [_face(40 * n, 12, 0.25) for n in range(4)] + [_face(600, 20, 0.6)]
    closer = [_face(40 * n, 12, 0.5) for n in range(4)] + [_face(601, 20, 0.7)]
    detector = _Detector({1280: [usual], 1920: [closer]})
    found = find_faces(detector, PHOTO)
    assert detector.asked == [1280, 1920]
    assert len(found) == 5
    assert _face(601, 20, 0.7) in found
    assert _face(600, 20, 0.6) not in found


@pytest.mark.parametrize(
    ("sizes", "factor", "crowd"),
    [
        ([20] * 5, 1.0, True),
        ([20] * 4, 1.0, False),
        ([20] * 4 + [90], 1.0, False),
        ([32] * 5, 1.0, True),
        ([33] * 5, 1.0, False),
        ([40] * 5, 0.8, True),
    ],
)
def test_what_a_crowd_is(sizes: list[float], factor: float, crowd: bool) -> None:
    assert is_crowd([_face(100 * n, s, 0.2) for n, s in enumerate(sizes)], factor) is crowd


def test_a_face_that_fills_the_frame_is_one_face() -> None:
    parts = [_face(300, 400, 0.6, top=100), _face(650, 420, 0.52, top=400)]
    whole = Detection(200, 20, 1150, 940, 0.95)
    detector = _Detector({1280: [parts], 640: [[whole]]})
    assert find_faces(detector, PHOTO) == [whole]


def test_a_picture_without_faces_is_looked_at_reduced() -> None:
    whole = Detection(100, 0, 1200, 960, 0.8)
    assert find_faces(_Detector({1280: [[]], 640: [[whole]]}), PHOTO) == [whole]
    assert find_faces(_Detector({1280: [[]], 640: [[]]}), PHOTO) == []


def test_a_close_up_swallows_parts_and_spares_neighbours() -> None:
    whole = Detection(0, 0, 600, 600, 0.8)
    part, beside = _face(100, 300, 0.6, top=100), _face(700, 200, 0.6)
    assert with_close_up([part, beside], [whole], 320) == [whole, beside]
    small = _face(900, 100, 0.9)
    assert with_close_up([beside], [small], 320) == [beside]


def test_holding_keeps_what_is_certain() -> None:
    assert holding([_face(0, 10, 0.5)], []) == [_face(0, 10, 0.5)]


@pytest.fixture
def _fresh() -> None:
    centerface.centerface.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_missing_weights_are_an_analyser_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "a.png")
    monkeypatch.setattr(centerface, "models_folder", lambda: tmp_path / "none")
    with (
        open_picture(tmp_path / "a.png", "media[0]") as picture,
        pytest.raises(AnalyserError, match="face finder is missing"),
    ):
        list(FaceAnalyser().analyse(picture, Medium(path="a.png"), Setting()))


@pytest.mark.usefixtures("_fresh")
def test_broken_weights_are_an_analyser_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "centerface").mkdir()
    (tmp_path / "centerface" / "centerface.onnx").write_bytes(b"no model")
    monkeypatch.setattr(centerface, "models_folder", lambda: tmp_path)
    with pytest.raises(AnalyserError, match="cannot be loaded"):
        centerface.centerface()


def test_faces_are_told_in_pixels_of_the_upright_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (4000, 3000)).save(tmp_path / "a.jpg", exif=exif)
    monkeypatch.setattr(faces, "centerface", object)
    monkeypatch.setattr(
        faces,
        "find_faces",
        lambda detector, image: [_face(144, 96, 0.91234, top=192), _face(500, 3, 0.9)],
    )
    with open_picture(tmp_path / "a.jpg", "media[4]") as picture:
        seen = _facts(picture)
    assert [(fact.box, fact.score, fact.surface) for fact in seen] == [
        ((300, 400, 200, 200), 0.9123, "media[4]"),
        ((1042, 0, 6, 6), 0.9, "media[4]"),
    ][:1]


def test_frames_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Image.new("RGB", (100, 50), (0, 0, 40 * n)) for n in range(3)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    answers = iter([[_face(0, 20, 0.8)], [_face(1, 20, 0.9), _face(60, 20, 0.7)], []])
    monkeypatch.setattr(faces, "centerface", object)
    monkeypatch.setattr(faces, "find_faces", lambda detector, image: next(answers))
    with open_picture(tmp_path / "a.gif", "media[0]") as picture:
        seen = _facts(picture)
    assert [fact.score for fact in seen] == [0.8, 0.7]


def _drawn_face(side: int) -> Image.Image:
    """A face drawn of ellipses; the network takes it for one."""
    image = Image.new("RGB", (side, side), (110, 130, 150))
    draw = ImageDraw.Draw(image)
    s = side / 100
    draw.ellipse((30 * s, 15 * s, 70 * s, 75 * s), fill=(222, 180, 150))
    draw.pieslice((28 * s, 10 * s, 72 * s, 62 * s), 180, 360, fill=(70, 45, 30))
    for x in (41, 59):
        draw.ellipse(((x - 5) * s, 40 * s, (x + 5) * s, 45 * s), fill="white")
        draw.ellipse(((x - 2) * s, 40.5 * s, (x + 2) * s, 44.5 * s), fill=(40, 30, 20))
        draw.line(((x - 6) * s, 37 * s, (x + 6) * s, 37 * s), fill=(70, 45, 30), width=int(2 * s))
    draw.polygon(((50 * s, 44 * s), (46 * s, 56 * s), (54 * s, 56 * s)), fill=(205, 160, 132))
    draw.ellipse((42 * s, 61 * s, 58 * s, 66 * s), fill=(180, 80, 80))
    return image


@pytest.mark.model
def test_the_network_finds_a_drawn_face(tmp_path: Path) -> None:
    picture = Image.new("RGB", (900, 600), (110, 130, 150))
    picture.paste(_drawn_face(60), (300, 100))
    picture.save(tmp_path / "a.png")
    Image.new("RGB", (900, 600), (110, 130, 150)).save(tmp_path / "b.png")
    with open_picture(tmp_path / "a.png", "media[0]") as opened:
        seen = _facts(opened)
    with open_picture(tmp_path / "b.png", "media[0]") as opened:
        nothing = _facts(opened)
    assert nothing == []
    assert len(seen) == 1
    assert seen[0].box is not None
    left, top, width, height = seen[0].box
    assert abs(left + width / 2 - 330) < 8
    assert abs(top + height / 2 - 130) < 8
