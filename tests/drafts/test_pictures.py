"""The opener: what comes upright and whole, and what is refused, each for a reason of its own."""

from __future__ import annotations

import builtins
import struct
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile, features

from postcheck.drafts import pictures
from postcheck.drafts.pictures import (
    DamagedPictureError,
    ExtraNeededError,
    NotAPictureError,
    NotLookedAtError,
    PictureError,
    PictureTooLargeError,
    TooManyPixelsError,
    UnreadablePictureError,
    open_picture,
)

RED, BLUE = (200, 30, 30), (30, 30, 200)
HEIC_HEADER = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40)
MP4_HEADER = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + bytes(40)


def _corner_marked() -> Image.Image:
    """60 by 40, blue with a red top left quarter."""
    image = Image.new("RGB", (60, 40), BLUE)
    image.paste(RED, (0, 0, 30, 20))
    return image


def _near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(
        abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True)
    )


# What must be done to upright pixels so that the given orientation brings them back.
UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", UNDO)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_every_orientation_comes_upright(tmp_path: Path, orientation: int, form: str) -> None:
    turn = UNDO[orientation]
    stored = _corner_marked() if turn is None else _corner_marked().transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "turned"
    stored.save(path, form, exif=exif)

    with open_picture(path, "media[0]") as picture:
        assert (picture.width, picture.height) == picture.image.size == (60, 40)
        assert _near(picture.image.getpixel((10, 5)), RED)
        assert _near(picture.image.getpixel((50, 5)), BLUE)
        assert _near(picture.image.getpixel((10, 35)), BLUE)
        assert picture.format == form


def test_an_orientation_that_does_not_exist_is_left(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 9
    _corner_marked().save(tmp_path / "a.jpg", exif=exif)
    with open_picture(tmp_path / "a.jpg", "media[0]") as picture:
        assert _near(picture.image.getpixel((10, 5)), RED)


def test_size_surface_and_name_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "Schüler – école 学校.png"
    _corner_marked().save(path)
    with open_picture(path, "media[3]") as picture:
        assert picture.surface == "media[3]"
        assert picture.bytes == path.stat().st_size
        assert (picture.format, picture.frames) == ("PNG", 1)
        assert picture.sample_frames(5) == [picture.image]


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("L", 128, (128, 128, 128)),
        ("1", 1, (255, 255, 255)),
        ("RGBA", (255, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (255, 0, 0, 255), (255, 0, 0)),
        ("LA", (0, 0), (255, 255, 255)),
        ("I;16", 32896, (128, 128, 128)),
        ("P", 0, (0, 0, 0)),
    ],
)
def test_every_mode_becomes_rgb(
    tmp_path: Path, mode: str, colour: int, expected: tuple[int, int, int]
) -> None:
    Image.new(mode, (8, 8), colour).save(tmp_path / "a.png")
    with open_picture(tmp_path / "a.png", "media[0]") as picture:
        assert picture.image.mode == "RGB"
        assert picture.image.getpixel((4, 4)) == expected


def test_cmyk_jpeg_becomes_rgb(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.jpg")
    with open_picture(tmp_path / "a.jpg", "media[0]") as picture:
        assert _near(picture.image.getpixel((4, 4)), (250, 5, 5))


def test_shrunk_never_enlarges_and_keeps_the_shape(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1500), RED).save(tmp_path / "a.jpg")
    with open_picture(tmp_path / "a.jpg", "media[0]") as picture:
        assert picture.shrunk(1000).size == (1000, 500)
        assert picture.shrunk(1000) is picture.shrunk(1000)
        assert picture.shrunk(9000).size == picture.image.size == (3000, 1500)
        assert (picture.width, picture.height) == (3000, 1500)


def _animation(path: Path, form: str, count: int) -> None:
    frames = [Image.new("RGB", (20, 10), (25 * n, 0, 0)) for n in range(count)]
    frames[0].save(path, form, save_all=True, append_images=frames[1:], lossless=True)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_frames_are_spread_from_first_to_last(tmp_path: Path, form: str) -> None:
    _animation(tmp_path / "a", form, 9)
    with open_picture(tmp_path / "a", "media[0]") as picture:
        assert picture.frames == 9
        reds = [frame.getpixel((5, 5)) for frame in picture.sample_frames(3)]
        assert reds == [(0, 0, 0), (100, 0, 0), (200, 0, 0)]
        assert len(picture.sample_frames(50)) == 9
        assert [view.size for view in picture.views(10, 2)] == [(10, 5), (10, 5)]
        assert picture.image.getpixel((5, 5)) == (0, 0, 0)


def _jpeg() -> bytes:
    buffer = BytesIO()
    Image.effect_noise((200, 200), 80).save(buffer, "JPEG")
    return buffer.getvalue()


def _png() -> bytes:
    buffer = BytesIO()
    Image.effect_noise((200, 200), 80).save(buffer, "PNG")
    return buffer.getvalue()


REFUSED: list[tuple[str, Callable[[], bytes], type[PictureError], str]] = [
    ("empty", lambda: b"", NotAPictureError, "the file is empty"),
    ("text", lambda: b"Dear parents", NotAPictureError, "the file is not an image"),
    ("half a jpeg", lambda: _jpeg()[:3000], DamagedPictureError, "cut short or damaged"),
    ("head of a jpeg", lambda: _jpeg()[:12], DamagedPictureError, "cut short or damaged"),
    ("half a png", lambda: _png()[:3000], DamagedPictureError, "cut short or damaged"),
    ("head of a webp", lambda: b"RIFF\x00\x10\x00\x00WEBP", DamagedPictureError, "damaged"),
    ("video", lambda: MP4_HEADER, NotLookedAtError, "a video, not a picture"),
    ("matroska", lambda: b"\x1aE\xdf\xa3" + bytes(20), NotLookedAtError, "a video"),
    ("pdf", lambda: b"%PDF-1.7\n", NotLookedAtError, "a PDF, not a picture"),
    ("svg", lambda: b'<?xml version="1.0"?>\n<svg/>', NotLookedAtError, "an SVG drawing"),
]


@pytest.mark.parametrize(
    ("content", "error", "words"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refusals_name_their_reason(
    tmp_path: Path, content: Callable[[], bytes], error: type[PictureError], words: str
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content())
    with pytest.raises(error) as caught:
        open_picture(path, "media[0]")
    problem = caught.value.problems[0]
    assert words in problem.message == caught.value.because
    assert problem.path == str(path)
    assert problem.remedy
    assert caught.value.extra is None


def test_missing_file_and_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(UnreadablePictureError, match="cannot be read"):
            open_picture(path, "media[0]")


def test_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(_jpeg())
    monkeypatch.setattr(pictures, "MAX_BYTES", path.stat().st_size)
    open_picture(path, "media[0]").close()
    monkeypatch.setattr(pictures, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(PictureTooLargeError, match="too large"):
        open_picture(path, "media[0]")


@pytest.mark.parametrize("side", [10_001, 14_000, 30_000])
def test_bombs_are_refused_before_decoding(tmp_path: Path, side: int) -> None:
    """10,001² is above our limit alone, 14,000² above Pillow's warning, 30,000² its error."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    content = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + content)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        with pytest.raises(TooManyPixelsError, match="100 megapixels are the most"):
            open_picture(path, "media[0]")
    assert said == []


def test_an_animation_of_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _animation(tmp_path / "a.gif", "GIF", 9)
    monkeypatch.setattr(pictures, "MAX_FRAME_PIXELS", 9 * 200)
    open_picture(tmp_path / "a.gif", "media[0]").close()
    monkeypatch.setattr(pictures, "MAX_FRAME_PIXELS", 9 * 200 - 1)
    with pytest.raises(TooManyPixelsError, match="9 frames"):
        open_picture(tmp_path / "a.gif", "media[0]")


def test_heic_without_its_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "pi_heif":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(builtins, "__import__", without)
    (tmp_path / "a.heic").write_bytes(HEIC_HEADER)
    with pytest.raises(ExtraNeededError) as caught:
        open_picture(tmp_path / "a.heic", "media[0]")
    assert caught.value.extra == "heic"
    assert "postcheck[heic]" in str(caught.value.problems[0].remedy)


def test_heic_with_its_extra() -> None:
    pytest.importorskip("pi_heif", reason="comes with the extra heic")
    with open_picture(Path(__file__).parent / "phone.heic", "media[0]") as picture:
        assert (picture.format, picture.width, picture.height) == ("HEIC", 64, 48)
        assert _near(picture.image.getpixel((10, 5)), RED)
        assert _near(picture.image.getpixel((50, 40)), BLUE)
        assert picture.source.getexif()[0x0110] == "Phone 15"


def test_avif_that_this_pillow_cannot_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (20, 20)).save(tmp_path / "a.avif")
    monkeypatch.setattr(features, "check", lambda name: False)
    with pytest.raises(UnreadablePictureError, match="Pillow has no AVIF"):
        open_picture(tmp_path / "a.avif", "media[0]")


def test_pillow_is_left_as_it_was(tmp_path: Path) -> None:
    before = (ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS, list(warnings.filters))
    (tmp_path / "a.jpg").write_bytes(_jpeg())
    open_picture(tmp_path / "a.jpg", "media[0]").close()
    after = (ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS, list(warnings.filters))
    assert after == before
