"""Words in pictures, read by optical character recognition (PP-OCRv6 through rapidocr)."""

from __future__ import annotations

import functools
import importlib.util
import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postcheck.analysers.pictures.detections import Detection
from postcheck.analysers.pictures.models import missing_model
from postcheck.analysers.pictures.views import views_of, whole_things
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting

if TYPE_CHECKING:
    from PIL import Image

READING_SIDE = 2000
"""Long side from which lines are read."""
FINDING_SIDE = 1152
"""Long side at which lines are looked for, which takes most of the time."""
LEAST_SHORT_SIDE = 736
"""Smaller pictures are enlarged to this short side, as the models were trained."""
LOWEST = 8
"""No letters stand in fewer pixels; the reader would swell such a strip beyond all memory."""
JPEG_QUALITY = 85
"""The models miss words on perfectly clean posters and read them all once JPEG has passed over."""
FRAMES = 3
"""Frames of an animation that are read; of words seen twice at one place one is kept."""

_READER = "the reader of words in pictures"


class PictureWordsAnalyser:
    """Yields `image.text`, one fact for each line of words, with box and score.

    Safe to use from several threads; one picture is read at a time.
    """

    name = "picture-words"
    version = "1"

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterator[Fact]:
        """The words of a picture; of an animation, those of several frames."""
        views = views_of(picture, READING_SIDE, FRAMES)
        read: list[dict[Detection, str]] = []
        for view in views:
            with self._one_at_a_time:
                lines = _read(view.image)
            read.append({view.placed(place): text for text, place in lines})
        if picture.frames == 1:
            kept = whole_things([list(lines) for lines in read])
        else:
            kept = _seen_first(read)
        for texts, places in zip(read, kept, strict=True):
            for place in places:
                yield Fact(
                    kind="image.text",
                    surface=picture.surface,
                    text=texts[place],
                    box=place.box(picture.width, picture.height),
                    score=round(place.score, 4),
                    source=f"{self.name}/{self.version}",
                )


def _seen_first(read: list[dict[Detection, str]]) -> list[list[Detection]]:
    """For each frame the lines that no earlier frame shows."""
    seen: set[str] = set()
    kept = []
    for lines in read:
        kept.append([place for place, text in lines.items() if text not in seen])
        seen.update(lines.values())
    return kept


def _read(image: Image.Image) -> list[tuple[str, Detection]]:
    """Lines of words with their boxes in pixels of `image`, from top to bottom."""
    import numpy as np
    from PIL import Image

    if min(image.size) < LOWEST:
        return []
    ready = _sized(image)
    buffer = io.BytesIO()
    ready.save(buffer, "JPEG", quality=JPEG_QUALITY)
    with Image.open(buffer) as again:
        pixels = np.asarray(again.convert("RGB"))[:, :, ::-1]
    output = _engine()(np.ascontiguousarray(pixels))
    if output.boxes is None or output.txts is None:
        return []
    across, down = image.width / ready.width, image.height / ready.height
    lines = []
    for corners, text, score in zip(output.boxes, output.txts, output.scores, strict=True):
        (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
        place = Detection(float(left), float(top), float(right), float(bottom), float(score))
        lines.append((text.strip(), place.scaled(across, down)))
    return [(text, place) for text, place in lines if text]


def _sized(image: Image.Image) -> Image.Image:
    """The image as the models want it: neither tiny nor huge."""
    factor = min(1.0, READING_SIDE / max(image.size))
    if min(image.size) < LEAST_SHORT_SIDE:
        factor = min(LEAST_SHORT_SIDE / min(image.size), FINDING_SIDE / max(image.size))
        factor = max(1.0, factor)
    if factor == 1.0:
        return image
    return image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))))


@functools.cache
def _engine() -> Any:
    """rapidocr, loaded once in a process, from the weights in its own wheel.

    Its functions carry no types. Raises `AnalyserError` when a model file is missing, since
    rapidocr would otherwise fetch it from the network.
    """
    models = _models()
    from rapidocr import RapidOCR

    parameters = {
        "Global.log_level": "critical",
        "Global.max_side_len": READING_SIDE,
        "Det.limit_type": "max",
        "Det.limit_side_len": FINDING_SIDE,
        # It is the last look to end, so it may take every core once the others are done.
        "EngineConfig.onnxruntime.intra_op_num_threads": os.cpu_count() or 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return RapidOCR(params=parameters | models)


def _models() -> dict[str, str]:
    """Where rapidocr's wheel keeps its three models."""
    package = importlib.util.find_spec("rapidocr")
    if package is None or package.origin is None:
        raise missing_model(_READER)
    folder = Path(package.origin).parent / "models"
    found = {}
    for part in ("det", "cls", "rec"):
        files = sorted(folder.glob(f"*_{part}_*.onnx"))
        if not files:
            raise missing_model(_READER, str(folder))
        found[f"{part.title()}.model_path"] = str(files[0])
    return found
