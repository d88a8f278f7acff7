"""Why a picture cannot be looked at, each reason with its own remedy.

PictureError
├── UnreadablePictureError   the file is not there or may not be read
├── PictureTooLargeError     more bytes than are read
├── TooManyPixelsError       more pixels than are decoded
├── DamagedPictureError      cut short or broken
├── NotAPictureError         something else
├── NotLookedAtError         a video, a PDF …: publishable, but nothing here can see into it
└── ExtraNeededError         a picture that an optional extra reads
"""

from __future__ import annotations

from pathlib import Path

from postcheck.errors import InputError, Problem


class PictureError(InputError):
    """A picture that cannot be looked at.

    `because` finishes the sentence "nobody could look, because …"; `extra` names the optional
    extra that would help, or is None.
    """

    extra: str | None = None

    def __init__(self, path: Path, because: str, remedy: str) -> None:
        self.because = because
        super().__init__(Problem(because, path=str(path), remedy=remedy))


class UnreadablePictureError(PictureError):
    """The file is not there, is a folder, or may not be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"the picture cannot be read: {reason}",
            "Check the path in the draft, and that you may read the file.",
        )


class PictureTooLargeError(PictureError):
    """The file has more bytes than are read."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        super().__init__(
            path,
            f"the picture is too large: {size / 2**20:,.0f} MiB, where {limit // 2**20} MiB is "
            "the most",
            "Export it smaller; no platform shows so large a picture.",
        )


class TooManyPixelsError(PictureError):
    """The picture has more pixels than are decoded; `width` and `height` None where unknown."""

    def __init__(
        self, path: Path, width: int | None, height: int | None, limit: int, frames: int = 1
    ) -> None:
        times = f" × {frames} frames" if frames > 1 else ""
        size = f" ({width} × {height}{times})" if width is not None else ""
        super().__init__(
            path,
            f"the picture has too many pixels{size}: {limit // 10**6:,} megapixels are the most",
            "Export it smaller; no platform shows so large a picture.",
        )


class DamagedPictureError(PictureError):
    """The file begins as a picture and cannot be decoded to its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "the picture file is cut short or damaged",
            "Export or copy the picture again.",
        )


class NotAPictureError(PictureError):
    """The file is no picture."""

    def __init__(self, path: Path, *, empty: bool) -> None:
        super().__init__(
            path,
            "the file is empty" if empty else "the file is not an image",
            "Name a JPEG, PNG, WebP, GIF, TIFF, BMP or AVIF picture.",
        )


class NotLookedAtError(PictureError):
    """The file is a medium into which postcheck cannot see."""

    def __init__(self, path: Path, medium: str) -> None:
        self.medium = medium
        article = "an" if medium.startswith("SVG") else "a"
        super().__init__(
            path,
            f"the file is {article} {medium}, not a picture, and cannot be looked at",
            "A person must look at it. Still pictures of it can be checked as pictures.",
        )


class ExtraNeededError(PictureError):
    """The picture's format needs an optional extra."""

    def __init__(self, path: Path, form: str, extra: str) -> None:
        self.extra = extra
        super().__init__(
            path,
            f"reading {form} pictures needs the extra “{extra}”",
            f"Install postcheck[{extra}], or export the picture as JPEG.",
        )
