"""QR and bar codes, read by zxing-cpp in every format it knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postcheck.analysers.pictures.detections import Detection
from postcheck.analysers.pictures.views import views_of
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting

if TYPE_CHECKING:
    from PIL import Image

LONG_SIDE = 2000
FRAMES = 6
"""Frames of an animation in which codes are looked for."""


class CodeAnalyser:
    """Yields `image.code` with box, payload and format. Safe to use from several threads."""

    name = "codes"
    version = "1"

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterator[Fact]:
        """The codes of a picture; of an animation or a strip, each payload once."""
        views = views_of(picture, LONG_SIDE, FRAMES)
        seen: set[tuple[str, str]] = set()
        for view in views:
            for code in _codes(view.image):
                payload, form = (
                    _clean(code.text),
                    str(code.format).rpartition(".")[2],
                )
                if len(views) > 1 and (payload, form) in seen:
                    continue
                seen.add((payload, form))
                place = view.placed(_place(code))
                yield Fact(
                    kind="image.code",
                    surface=picture.surface,
                    text=payload,
                    box=place.box(picture.width, picture.height),
                    source=f"{self.name}/{self.version}",
                    attributes={"payload": payload, "format": form},
                )


def _codes(image: Image.Image) -> list[Any]:
    import numpy as np
    import zxingcpp

    return list(zxingcpp.read_barcodes(np.asarray(image.convert("L"))))


def _place(code: Any) -> Detection:
    corners = code.position
    points = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
    across, down = [point.x for point in points], [point.y for point in points]
    return Detection(min(across), min(down), max(across), max(down), 1.0)


def _clean(payload: str) -> str:
    return payload.replace("\x00", "").strip()
