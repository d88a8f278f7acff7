"""The only place that opens pictures: by bytes, bounded, upright, and never half.

Everything that looks at pictures gets a `Picture`. Files are read by their bytes, so that no
library ever sees a file name; sizes are judged before anything is decoded; phone photos are turned
upright; what cannot be looked at is refused with a reason of its own.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from postcheck.drafts.picture_errors import (
    DamagedPictureError,
    ExtraNeededError,
    NotAPictureError,
    NotLookedAtError,
    PictureError,
    PictureTooLargeError,
    TooManyPixelsError,
    UnreadablePictureError,
)
from postcheck.drafts.picture_formats import HEIC, named_format, other_medium
from postcheck.drafts.picture_pixels import (
    DECODING_FAULTS,
    scaled,
    swaps_sides,
    turn_of,
    upright_rgb,
)

if TYPE_CHECKING:
    from PIL import Image

__all__ = [
    "DamagedPictureError",
    "ExtraNeededError",
    "NotAPictureError",
    "NotLookedAtError",
    "Picture",
    "PictureError",
    "PictureTooLargeError",
    "TooManyPixelsError",
    "UnreadablePictureError",
    "open_picture",
    "quietly",
]

MAX_BYTES = 100 * 1024 * 1024
"""Bytes of one picture file (issue: sizes are bounded)."""
MAX_PIXELS = 100_000_000
"""Pixels of one picture."""
MAX_FRAME_PIXELS = 2_000_000_000
"""Pixels of all frames of an animation together: what can be decoded in seconds."""
WORKING_SIDE = 2000
"""A picture is first decoded at no less than this long side, where its format allows."""

_ONE_AT_A_TIME = threading.RLock()
"""Guards decoding and the process's warning filters: one lock, so that none waits for another."""


class Picture:
    """One opened picture.

    `width` and `height` are those of the upright picture in pixels; boxes of facts are in these
    pixels. `format` is Pillow's name (`JPEG`, `PNG` …), `bytes` the size of the file, `frames`
    the number of frames or pages. `source` is the file as Pillow sees it, for what reads its
    metadata: do not decode or move it. Safe to use from several threads.
    """

    def __init__(self, surface: str, path: Path, content: bytes) -> None:
        self.surface = surface
        self.path = path
        self.bytes = len(content)
        self._content = content
        self._images: dict[int, Image.Image] = {}
        self.source = self._opened()
        # What phones hang on to a JPEG (MPO) is depth or a preview, no further frame.
        extended = self.source.format == "MPO"
        self.format = "JPEG" if extended else self.source.format or "unknown"
        with self._decoding():
            self.frames = 1 if extended else int(getattr(self.source, "n_frames", 1))
            if self.format == "TIFF":
                # Pillow turns TIFF itself, and forgets the orientation, when it decodes.
                self.source.load()
            self._turn = turn_of(self.source)
        across, down = self.source.size
        self.width, self.height = (down, across) if swaps_sides(self._turn) else (across, down)
        if self.frames * across * down > MAX_FRAME_PIXELS:
            raise TooManyPixelsError(path, across, down, MAX_FRAME_PIXELS, self.frames)
        self._decode(self.source, WORKING_SIDE)

    @property
    def image(self) -> Image.Image:
        """The first frame: upright, RGB, at full size, what is transparent made white."""
        return self.shrunk(max(self.width, self.height))

    def shrunk(self, long_side: int) -> Image.Image:
        """The first frame with a long side of at most `long_side` pixels; never enlarged.

        Do not change the image: it is kept for the next who asks.
        """
        long_side = min(long_side, max(self.width, self.height))
        with _ONE_AT_A_TIME:
            if long_side not in self._images:
                self._images[long_side] = self._made(long_side)
            return self._images[long_side]

    def sample_frames(self, limit: int) -> list[Image.Image]:
        """At most `limit` frames, spread evenly from first to last; each as `image` is."""
        if self.frames == 1 or limit <= 1:
            return [self.image]
        count = min(limit, self.frames)
        wanted = [round(n * (self.frames - 1) / (count - 1)) for n in range(count)]
        source, images = self._opened(), []
        with self._decoding():
            for index in wanted:
                source.seek(index)
                images.append(upright_rgb(source, self._turn))
        return images

    def views(self, long_side: int, frames: int) -> list[Image.Image]:
        """What an analyser looks at: at most `frames` frames, no larger than `long_side`."""
        if self.frames == 1:
            return [self.shrunk(long_side)]
        images = self.sample_frames(frames)
        for image in images:
            image.thumbnail((long_side, long_side))
        return images

    def close(self) -> None:
        """Let go of the pixels and of the file's bytes."""
        self._images.clear()
        self._content = b""
        self.source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _opened(self) -> Image.Image:
        with quietly():
            source = _opened(self.path, self._content)
        across, down = source.size
        if across * down > MAX_PIXELS:
            raise TooManyPixelsError(self.path, across, down, MAX_PIXELS)
        return source

    def _decode(self, source: Image.Image, long_side: int) -> None:
        """Keep the first frame at no less than `long_side`, where it is as large as that."""
        with self._decoding():
            # JPEG can decode to a half, a quarter or an eighth at once: far cheaper.
            source.draft("RGB", scaled(source.size, long_side))
            whole = upright_rgb(source, self._turn)
        self._images[max(whole.size)] = whole

    def _made(self, long_side: int) -> Image.Image:
        if max(self._images) < long_side:
            self._decode(self._opened(), long_side)
        whole = self._images[min(side for side in self._images if side >= long_side)]
        if max(whole.size) == long_side:
            return whole
        return whole.resize(scaled(whole.size, long_side), reducing_gap=2.0)

    @contextmanager
    def _decoding(self) -> Iterator[None]:
        from PIL import Image

        try:
            with quietly():
                yield
        except DECODING_FAULTS as fault:
            raise DamagedPictureError(self.path) from fault
        except (MemoryError, Image.DecompressionBombError) as fault:
            raise TooManyPixelsError(self.path, None, None, MAX_PIXELS) from fault


def open_picture(path: Path, surface: str) -> Picture:
    """Open the picture at `path`, which stands at `surface` of its draft (`media[0]`).

    Raises a `PictureError`: `UnreadablePictureError` (no such file, no permission, a folder),
    `PictureTooLargeError`, `TooManyPixelsError`, `DamagedPictureError` (cut short or broken),
    `NotLookedAtError` (a video, PDF or drawing), `ExtraNeededError` (HEIC without its extra) or
    `NotAPictureError`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise UnreadablePictureError(path, fault.strerror or "it cannot be read") from fault
    if len(content) > MAX_BYTES:
        raise PictureTooLargeError(path, path.stat().st_size, MAX_BYTES)
    return Picture(surface, path, content)


def _opened(path: Path, content: bytes) -> Image.Image:
    from PIL import Image, UnidentifiedImageError, features

    medium = other_medium(content)
    if medium is not None:
        raise NotLookedAtError(path, medium)
    name = named_format(content)
    if name == "AVIF" and not features.check("avif"):
        raise UnreadablePictureError(path, "the installed Pillow has no AVIF; install its wheel")
    try:
        return _opened_heic(path, content) if name == HEIC else Image.open(io.BytesIO(content))
    except Image.DecompressionBombError as fault:
        raise TooManyPixelsError(path, None, None, MAX_PIXELS) from fault
    except (UnidentifiedImageError, *DECODING_FAULTS) as fault:
        if name is not None:
            raise DamagedPictureError(path) from fault
        raise NotAPictureError(path, empty=not content) from fault


def _opened_heic(path: Path, content: bytes) -> Image.Image:
    try:
        import pi_heif
    except ImportError as fault:
        raise ExtraNeededError(path, "HEIC", "heic") from fault
    file = pi_heif.open_heif(io.BytesIO(content))
    across, down = file.size
    if across * down > MAX_PIXELS:
        raise TooManyPixelsError(path, across, down, MAX_PIXELS)
    image: Image.Image = file.to_pillow()
    image.format = HEIC
    return image


@contextmanager
def quietly() -> Iterator[list[str]]:
    """Keep warnings to ourselves; what Pillow warned of is in the list when the block ends.

    The warning filters are one for the process, so only one thread may change them at a time, and
    what other threads' libraries warn of meanwhile is told apart by the file it comes from.
    """
    import PIL

    home = str(Path(PIL.__file__).parent)
    ours: list[str] = []
    with _ONE_AT_A_TIME, warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        yield ours
        ours.extend(str(warning.message) for warning in said if warning.filename.startswith(home))
