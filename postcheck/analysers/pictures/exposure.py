"""Exposed parts of bodies, seen by NudeNet, which comes with the extra `exposure`.

NudeNet is under the AGPL-3.0 and never part of the core. It judges nothing here: labels and scores
are passed on as it gives them, and rules choose what matters.
"""

from __future__ import annotations

import functools
import importlib.util
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postcheck.analysers.pictures.detections import Detection, without_doubles
from postcheck.analysers.pictures.models import missing_model
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact, Missing
from postcheck.setting import Setting

if TYPE_CHECKING:
    from PIL import Image

EXTRA = "exposure"
LONG_SIDE = 1280
RESOLUTION = 320
"""The model's input; enlarged to 640 it sees nudity on clothed people."""
LEAST = 0.3
FRAMES = 6
"""Frames of an animation that are looked at."""
SAME_PART = 0.45


class ExposureAnalyser:
    """Yields `image.exposure` with label, score and box, or that the extra is missing.

    Safe to use from several threads.
    """

    name = "exposure"
    version = "1"

    def __init__(self) -> None:
        self._loading = threading.Lock()

    def analyse(
        self, picture: Picture, medium: Medium, setting: Setting
    ) -> Iterator[Fact | Missing]:
        """The parts seen, each with the activity that the draft declares."""
        if importlib.util.find_spec("nudenet") is None:
            yield Missing(
                kind="image.exposure",
                surface=picture.surface,
                because="looking at clothing needs the extra “exposure”",
                extra=EXTRA,
            )
            return
        with self._loading:
            detector = _detector()
        for label, part in _parts(detector, picture):
            yield Fact(
                kind="image.exposure",
                surface=picture.surface,
                box=part.box(picture.width, picture.height),
                score=round(part.score, 4),
                source=f"{self.name}/{self.version}",
                attributes={"label": label, "activity": medium.activity},
            )


def _parts(detector: Any, picture: Picture) -> Iterator[tuple[str, Detection]]:
    """Labels and places in pixels of the picture; one part seen in several frames counts once."""
    images = picture.views(LONG_SIDE, FRAMES)
    kept: dict[str, list[Detection]] = {}
    for image in images:
        across, down = picture.width / image.width, picture.height / image.height
        found: dict[str, list[Detection]] = {}
        for label, part in _look(detector, image):
            found.setdefault(label, []).append(part.scaled(across, down))
        for label, parts in found.items():
            known = kept.setdefault(label, [])
            known.extend(without_doubles(parts, SAME_PART, kept=known))
    for label, parts in kept.items():
        for part in parts:
            yield label, part


def _look(detector: Any, image: Image.Image) -> Iterator[tuple[str, Detection]]:
    import numpy as np

    # NudeNet expects the channel order of OpenCV; a path would go past our own opener.
    pixels = np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
    for seen in detector.detect(pixels):
        label = str(seen["class"])
        if seen["score"] >= LEAST and not label.startswith("FACE_"):
            left, top, width, height = seen["box"]
            yield label, Detection(left, top, left + width, top + height, float(seen["score"]))


@functools.cache
def _detector() -> Any:
    """NudeNet, loaded once in a process. It carries no types."""
    from nudenet import NudeDetector
    from onnxruntime.capi.onnxruntime_pybind11_state import NoSuchFile

    try:
        return NudeDetector(inference_resolution=RESOLUTION)
    except NoSuchFile as fault:
        raise missing_model("the exposure finder") from fault
