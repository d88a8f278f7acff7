"""Faces: where they are; whose, only behind the gate of `matching`.

One look at a long side of 1280 pixels finds nearly every face of an ordinary picture. Three kinds
of picture get a second look, since what helps one kind harms the others:

- crowds, where faces are few pixels wide: enlarged to 1920;
- faces that fill the frame, which come out in parts: reduced to 640;
- pictures with doubtful boxes: mirrored, and what does not hold on average is dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.centerface import SAME_FACE, CenterFace, centerface
from postcheck.analysers.pictures.detections import (
    Detection,
    inside,
    likeness,
    without_doubles,
)
from postcheck.analysers.pictures.views import views_of, whole_things
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact, Missing
from postcheck.setting import Setting

if TYPE_CHECKING:
    from PIL import Image

USUAL_SIDE, USUAL_LEAST = 1280, 0.30
CROWD_SIDE, CROWD_LEAST = 1920, 0.35
CLOSE_SIDE, CLOSE_LEAST = 640, 0.50

CANDIDATE = 0.20
"""Boxes from here on count as hints that small faces are about."""
SMALL = 32
"""Pixels of the long side of a small face, as the network sees it in the usual look."""
CROWD = 5
"""So many hints of small faces make a crowd."""
LARGE = 0.25
"""A box of this share of the picture's long side may be a part of a larger face."""
CERTAIN = 0.50
"""No false box scored this or more in 136 ordinary photos; below, a box must hold mirrored."""
PART = 0.70
"""The share of a box that must lie in a much larger one to be a part of it."""
LEAST_PIXELS = 7
"""Below this long side, in the picture's own pixels, nobody could be recognised."""
FRAMES = 6
"""Frames of an animation that are looked at."""


class FaceAnalyser:
    """Yields `image.face` with box and score. Safe to use from several threads."""

    name = "faces"
    version = "1"

    def __init__(self) -> None:
        self._loading = threading.Lock()

    def analyse(
        self, picture: Picture, medium: Medium, setting: Setting
    ) -> Iterator[Fact | Missing]:
        """The faces of a picture; of an animation or a strip, those of its views joined."""
        with self._loading:
            detector = centerface()
        seen = []
        for view in views_of(picture, CROWD_SIDE, FRAMES):
            placed = [view.placed(face) for face in find_faces(detector, view.image)]
            seen.append([face for face in placed if face.long_side >= LEAST_PIXELS])
        if picture.frames == 1:
            seen = whole_things(seen)
        faces: list[Detection] = []
        for some in seen:
            faces.extend(without_doubles(some, SAME_FACE, kept=faces))
        found = [self._fact(face, picture) for face in faces]
        if setting.config.face_matching.enabled:
            from postcheck.analysers.pictures.matching import match_faces

            yield from match_faces(picture, found, setting)
        else:
            yield from found

    def _fact(self, face: Detection, picture: Picture) -> Fact:
        return Fact(
            kind="image.face",
            surface=picture.surface,
            box=face.box(picture.width, picture.height),
            score=round(face.score, 4),
            source=f"{self.name}/{self.version}",
        )


def find_faces(detector: CenterFace, image: Image.Image) -> list[Detection]:
    """The faces of one image, in its pixels."""
    side = min(USUAL_SIDE, max(image.size))
    seen = detector.look(image, side, CANDIDATE)
    faces = [face for face in seen if face.score >= USUAL_LEAST]
    if is_crowd(seen, side / max(image.size)):
        closer = detector.look(image, CROWD_SIDE, CROWD_LEAST)
        return without_doubles([*faces, *closer], SAME_FACE)
    largest = max((face.long_side for face in faces), default=0.0)
    if not faces or largest > LARGE * max(image.size):
        close = detector.look(image, min(CLOSE_SIDE, max(image.size)), CLOSE_LEAST)
        faces = with_close_up(faces, close, LARGE * max(image.size))
    if any(face.score < CERTAIN for face in faces):
        faces = holding(faces, _mirrored_look(detector, image, side))
    return faces


def is_crowd(seen: list[Detection], factor: float) -> bool:
    """Whether the usual look hints at many small faces; `factor` is its scale."""
    return sum(face.long_side * factor <= SMALL for face in seen) >= CROWD


def with_close_up(
    faces: list[Detection], close: list[Detection], least_side: float
) -> list[Detection]:
    """The faces with large ones of the reduced look instead of the parts found of them."""
    large = [face for face in close if face.long_side >= least_side]
    whole = [
        face
        for face in faces
        if not any(face.area < other.area and inside(face, other) >= PART for other in large)
    ]
    return without_doubles([*whole, *large], SAME_FACE)


def holding(faces: list[Detection], mirrored: list[Detection]) -> list[Detection]:
    """The faces that are certain, or whose score holds on average with the mirrored picture's."""
    return [
        face
        for face in faces
        if face.score >= CERTAIN or (face.score + _score_of(face, mirrored)) / 2 >= USUAL_LEAST
    ]


def _score_of(face: Detection, others: list[Detection]) -> float:
    return max((o.score for o in others if likeness(face, o) > SAME_FACE), default=0.0)


def _mirrored_look(detector: CenterFace, image: Image.Image, side: int) -> list[Detection]:
    from PIL import ImageOps

    width = image.width
    return [
        face._replace(left=width - face.right, right=width - face.left)
        for face in detector.look(ImageOps.mirror(image), side, 0.1)
    ]
