"""The face detector: CenterFace, an anchor-free network, on onnxruntime."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.detections import Detection, without_doubles
from postcheck.analysers.pictures.models import opened_model
from postcheck.resources import models_folder

if TYPE_CHECKING:
    from PIL import Image

STRIDE = 4
"""Pixels of the input that one cell of the heat map stands for."""
BLOCK = 32
"""The network takes sides that are multiples of this."""
SAME_FACE = 0.3


class CenterFace:
    """The network, loaded. Safe to use from several threads."""

    def __init__(self) -> None:
        path = models_folder() / "centerface" / "centerface.onnx"
        self._session = opened_model(path, "the face finder")
        self._input = self._session.get_inputs()[0].name

    def look(self, image: Image.Image, long_side: int, least: float) -> list[Detection]:
        """Faces that score at least `least`, best first, in pixels of `image` (RGB).

        The image is brought to `long_side` pixels first, smaller or larger.
        """
        import numpy as np
        from PIL import Image

        factor = long_side / max(image.size)
        width, height = (max(1, -(-round(side * factor) // BLOCK)) * BLOCK for side in image.size)
        seen = image.resize((width, height), Image.Resampling.BILINEAR)
        batch = np.asarray(seen, dtype=np.float32).transpose(2, 0, 1)[None]
        heat, scale, offset, _ = self._session.run(None, {self._input: batch})
        rows, columns = np.nonzero(heat[0, 0] >= least)
        scores = heat[0, 0, rows, columns]
        down = np.exp(scale[0, 0, rows, columns]) * (STRIDE / 2)
        across = np.exp(scale[0, 1, rows, columns]) * (STRIDE / 2)
        middle = (rows + offset[0, 0, rows, columns] + 0.5) * STRIDE
        centre = (columns + offset[0, 1, rows, columns] + 0.5) * STRIDE
        edges = np.stack(
            [centre - across, middle - down, centre + across, middle + down, scores], axis=1
        )
        found = (
            Detection(*row).scaled(image.width / width, image.height / height)
            for row in edges.tolist()
        )
        return without_doubles(found, SAME_FACE)


@functools.cache
def centerface() -> CenterFace:
    """The detector, loaded once in a process; raises `AnalyserError` without its weights."""
    return CenterFace()
