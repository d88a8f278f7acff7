"""Logos of the organisation in pictures, as the files of its brand folder show them."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postcheck.analysers.pictures.detections import Detection
from postcheck.analysers.pictures.logo_changes import changes_of
from postcheck.analysers.pictures.logo_marks import Logo, copies_of, logo_of, marks_of
from postcheck.analysers.pictures.views import views_of
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting

if TYPE_CHECKING:
    from postcheck.analysers.pictures.logo_marks import Matrix
    from postcheck.analysers.pictures.views import View
    from postcheck.drafts.pictures import Picture

LONG_SIDE = 1280
FRAMES = 2
"""Frames of an animation in which logos are looked for."""


class LogoAnalyser:
    """Yields one `image.logo` for each copy of a logo, with its box and the logo's file name.

    There is no score: nothing says how likely a copy is one. Safe to use from several threads.
    """

    name = "logos"
    version = "1"

    def __init__(self) -> None:
        self._loading = threading.Lock()

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterator[Fact]:
        """The logos of the brand folder in a picture; of several views, each logo once."""
        if not setting.logos:
            return
        with self._loading:
            logos = [_loaded(path, path.stat().st_mtime_ns) for path in setting.logos]
        views = views_of(picture, LONG_SIDE, FRAMES)
        seen: set[str] = set()
        for view in views:
            marks = marks_of(view.image)
            for logo in logos:
                if logo.name in seen:
                    continue
                for placed in copies_of(logo, marks):
                    if len(views) > 1:
                        seen.add(logo.name)
                    yield self._fact(logo, placed, view, picture)

    def _fact(self, logo: Logo, placed: Matrix, view: View, picture: Picture) -> Fact:
        place = view.placed(_place(logo, placed))
        box = place.box(picture.width, picture.height)
        return Fact(
            kind="image.logo",
            surface=picture.surface,
            text=logo.name,
            box=box,
            source=f"{self.name}/{self.version}",
            attributes={
                "logo": logo.name,
                "share": round(box.width * box.height / (picture.width * picture.height), 4),
                "altered": tuple(changes_of(logo, placed, view.image)),
            },
        )


def _place(logo: Logo, placed: Any) -> Detection:
    """The upright box around a copy, in pixels of the image looked at."""
    width, height = logo.image.size
    corners = [placed @ (x, y, 1.0) for x in (0.0, width) for y in (0.0, height)]
    across, down = (
        [float(corner[0]) for corner in corners],
        [float(corner[1]) for corner in corners],
    )
    return Detection(min(across), min(down), max(across), max(down), 1.0)


@functools.cache
def _loaded(path: Path, _changed: int) -> Logo:
    """A logo file; raises PictureError where it cannot be looked at."""
    from PIL import Image

    with open_picture(path, "logo"), Image.open(path) as image:
        return logo_of(path.name, image)
