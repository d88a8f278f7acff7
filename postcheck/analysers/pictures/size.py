"""Size and format of a picture."""

from __future__ import annotations

from collections.abc import Iterator

from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting


class SizeAnalyser:
    """Yields one `image.size`. Safe to use from several threads."""

    name = "size"
    version = "1"

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterator[Fact]:
        """The upright picture's size in pixels, its format, frames and bytes."""
        yield Fact(
            kind="image.size",
            surface=picture.surface,
            source=f"{self.name}/{self.version}",
            attributes={
                "width": picture.width,
                "height": picture.height,
                "format": picture.format,
                "frames": picture.frames,
                "bytes": picture.bytes,
            },
        )
