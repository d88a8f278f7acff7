"""Exposed parts: what is passed on of the detector's answers, and what is said without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from postcheck.analysers.pictures import exposure
from postcheck.analysers.pictures.exposure import ExposureAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact, Missing
from postcheck.setting import Setting


class _Detector:
    def __init__(self, *answers: list[dict[str, Any]]) -> None:
        self.answers = list(answers)
        self.seen: list[np.ndarray] = []

    def detect(self, pixels: np.ndarray) -> list[dict[str, Any]]:
        self.seen.append(pixels)
        return self.answers.pop(0)


def _part(label: str, score: float, *box: int) -> dict[str, Any]:
    return {"class": label, "score": score, "box": list(box)}


@pytest.fixture
def with_detector(monkeypatch: pytest.MonkeyPatch) -> Any:
    def use(*answers: list[dict[str, Any]]) -> _Detector:
        detector = _Detector(*answers)
        monkeypatch.setattr(exposure.importlib.util, "find_spec", lambda name: object())
        monkeypatch.setattr(exposure, "_detector", lambda: detector)
        return detector

    return use


def _seen(path: Path, activity: str | None = None) -> list[Fact | Missing]:
    with open_picture(path, "media[0]") as picture:
        medium = Medium(path=path.name, activity=activity)
        return list(ExposureAnalyser().analyse(picture, medium, Setting()))


def test_without_the_extra_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exposure.importlib.util, "find_spec", lambda name: None)
    Image.new("RGB", (64, 64)).save(tmp_path / "a.png")
    assert _seen(tmp_path / "a.png") == [
        Missing(
            kind="image.exposure",
            surface="media[0]",
            because="looking at clothing needs the extra “exposure”",
            extra="exposure",
        )
    ]


def test_labels_scores_activity_and_places(tmp_path: Path, with_detector: Any) -> None:
    detector = with_detector(
        [
            _part("BELLY_EXPOSED", 0.61234, 100, 50, 200, 100),
            _part("FACE_FEMALE", 0.9, 0, 0, 50, 50),
            _part("ARMPITS_EXPOSED", 0.29, 0, 0, 50, 50),
            _part("FEET_EXPOSED", 0.3, 0, 0, 50, 50),
        ]
    )
    Image.new("RGB", (2560, 1280), (250, 0, 10)).save(tmp_path / "a.png")
    seen = [item for item in _seen(tmp_path / "a.png", "swim") if isinstance(item, Fact)]
    assert [(f.attributes["label"], f.score, f.box) for f in seen] == [
        ("BELLY_EXPOSED", 0.6123, (200, 100, 400, 200)),
        ("FEET_EXPOSED", 0.3, (0, 0, 100, 100)),
    ]
    assert {f.attributes["activity"] for f in seen} == {"swim"}
    assert detector.seen[0].shape == (640, 1280, 3)
    assert detector.seen[0][0, 0].tolist() == [10, 0, 250], "the order of colours is OpenCV's"


def test_a_part_in_several_frames_counts_once(tmp_path: Path, with_detector: Any) -> None:
    part = _part("BELLY_EXPOSED", 0.5, 10, 10, 40, 40)
    with_detector([part], [part], [_part("BELLY_EXPOSED", 0.5, 60, 10, 30, 30), part])
    frames = [Image.new("RGB", (100, 100), (0, 0, 40 * n)) for n in range(3)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    assert len(_seen(tmp_path / "a.gif")) == 2
