"""Boxes: how like they are, and which of several looks are kept."""

from __future__ import annotations

import pytest

from postcheck.analysers.pictures.detections import (
    Detection,
    inside,
    likeness,
    without_doubles,
)
from postcheck.places import Box

ONE = Detection(0, 0, 10, 10, 0.9)


@pytest.mark.parametrize(
    ("other", "like", "within"),
    [
        (Detection(0, 0, 10, 10, 0.1), 1.0, 1.0),
        (Detection(5, 0, 15, 10, 0.1), 1 / 3, 0.5),
        (Detection(2, 2, 4, 4, 0.1), 0.04, 1.0),
        (Detection(10, 0, 20, 10, 0.1), 0.0, 0.0),
        (Detection(30, 30, 40, 40, 0.1), 0.0, 0.0),
        (Detection(5, 5, 5, 5, 0.1), 0.0, 0.0),
    ],
)
def test_likeness_and_inside(other: Detection, like: float, within: float) -> None:
    assert likeness(ONE, other) == likeness(other, ONE) == pytest.approx(like)
    assert inside(ONE, other) == inside(other, ONE) == pytest.approx(within)


def test_the_best_of_like_boxes_is_kept() -> None:
    near = Detection(1, 0, 11, 10, 0.8)
    far = Detection(50, 0, 60, 10, 0.3)
    assert without_doubles([far, near, ONE], 0.3) == [ONE, far]
    assert without_doubles([near, far], 0.3, kept=[ONE]) == [far]
    assert without_doubles([], 0.3) == []


@pytest.mark.parametrize(
    ("detection", "box"),
    [
        (Detection(1.4, 2.6, 10.2, 20.4, 0.5), Box(1, 3, 9, 17)),
        (Detection(-5, -5, 10, 10, 0.5), Box(0, 0, 10, 10)),
        (Detection(90, 40, 130, 80, 0.5), Box(90, 40, 10, 10)),
        (Detection(120, 70, 130, 80, 0.5), Box(100, 50, 0, 0)),
    ],
)
def test_boxes_stay_in_the_picture(detection: Detection, box: Box) -> None:
    assert detection.box(100, 50) == box
    assert detection.scaled(2, 2).box(200, 100).x == pytest.approx(box.x * 2, abs=1)
