"""Draws the pictures of the examples again: `python examples/make_pictures.py`.

Every picture is drawn from shapes and Pillow's own font, so nothing in them is anyone's photo and
nobody is shown. The files are small and the same on every run with the same Pillow.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.ExifTags import GPS, IFD, Base

POSTS = Path(__file__).resolve().parent / "posts"
NAVY, GOLD, PAPER, INK, LEAF = "#1b365d", "#c9972c", "#fffdf5", "#22252b", "#3f7d4e"
Line = tuple[str, int, str]
"""A line of words, its size in pixels and its colour."""


def main() -> None:
    """Draw every picture into the folder of posts."""
    _save(_certificate(), "science-certificate.png")
    _save(_medal(), "oliver-bennett-shaw-medal.png")
    _save(_book_week(), "book-week-poster.png")
    _save(_open_evening(), "open-evening-poster.png")
    _save(_whiteboard(), "whiteboard.png")
    _save(_stall(), "winter-fair/stall.png")
    _save(_puppet(), "winter-fair/puppet.png")
    _harvest_walk().save(POSTS / "harvest-walk.jpg", quality=70, exif=_camera_data())


def _save(picture: Image.Image, name: str) -> None:
    picture.quantize(64).save(POSTS / name, optimize=True)


def _page(size: tuple[int, int], colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("RGB", size, colour)
    return page, ImageDraw.Draw(page)


def _words(draw: ImageDraw.ImageDraw, centre: int, top: int, lines: Sequence[Line]) -> None:
    """Centred lines, one below the other."""
    for words, size, colour in lines:
        draw.text((centre, top), words, colour, ImageFont.load_default(size), anchor="ma")
        top += round(size * 1.45)


def _certificate() -> Image.Image:
    page, draw = _page((900, 640), PAPER)
    draw.rectangle((18, 18, 881, 621), outline=NAVY, width=10)
    draw.rectangle((36, 36, 863, 603), outline=GOLD, width=3)
    lines = [
        ("EARLY LIFE ENTERPRISE", 30, NAVY),
        ("Certificate of Achievement", 58, NAVY),
        ("presented to", 28, INK),
        ("Amira Khan", 66, INK),
        ("for first place in the Science Fair", 32, INK),
    ]
    _words(draw, 450, 80, lines)
    draw.ellipse((405, 470, 495, 560), fill=GOLD, outline=NAVY, width=4)
    draw.text((450, 515), "1st", NAVY, ImageFont.load_default(34), anchor="mm")
    return page


def _medal() -> Image.Image:
    page, draw = _page((600, 600), "#dfe8f2")
    draw.polygon([(210, 0), (290, 0), (330, 260), (270, 290)], fill=NAVY)
    draw.polygon([(390, 0), (310, 0), (270, 260), (330, 290)], fill="#a33a3a")
    draw.ellipse((170, 260, 430, 520), fill=GOLD, outline="#8a6516", width=10)
    draw.ellipse((200, 290, 400, 490), outline="#8a6516", width=4)
    draw.text((300, 390), "800 m", "#5b4108", ImageFont.load_default(58), anchor="mm")
    return page


def _book_week() -> Image.Image:
    page, draw = _page((720, 900), "#fbe9c6")
    lines = [
        ("BOOK WEEK", 96, NAVY),
        ("Come as your favourite", 44, INK),
        ("character", 44, INK),
        ("Monday to Friday", 40, LEAF),
    ]
    _words(draw, 360, 70, lines)
    for index, colour in enumerate([NAVY, GOLD, LEAF, "#a33a3a", "#6a4c93"]):
        left = 90 + index * 112
        draw.rectangle((left, 520 + 22 * (index % 3), left + 96, 840), fill=colour, outline=INK)
        draw.line((left + 16, 600, left + 80, 600), fill=PAPER, width=6)
    return page


def _open_evening() -> Image.Image:
    page, draw = _page((720, 960), PAPER)
    draw.rectangle((0, 0, 720, 200), fill=NAVY)
    _words(draw, 360, 45, [("OPEN EVENING", 80, PAPER)])
    lines = [
        ("Meet our teachers", 46, INK),
        ("Thursday 6pm, Main Hall", 40, INK),
        ("Scan to book a place", 36, LEAF),
    ]
    _words(draw, 360, 240, lines)
    form = "https://docs.google.com/forms/d/e/1FAIpQLSexample/viewform"
    code = zxingcpp.create_barcode(form, zxingcpp.BarcodeFormat.QRCode)
    image = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=10)))
    page.paste(image, ((720 - image.width) // 2, 490))
    return page


def _whiteboard() -> Image.Image:
    page, draw = _page((900, 560), "#8d9aa6")
    draw.rectangle((40, 40, 860, 500), fill="#fbfcfd", outline="#5b6670", width=10)
    draw.rectangle((300, 500, 600, 520), fill="#5b6670")
    lines = [
        ("Monday: coding club", 54, NAVY),
        ("Class code: qx7wk2b", 54, "#a33a3a"),
        ("Password: Sunflower42", 54, "#a33a3a"),
        ("Bring headphones", 54, LEAF),
    ]
    _words(draw, 450, 90, lines)
    return page


def _stall() -> Image.Image:
    page, draw = _page((800, 600), "#cfe0ee")
    draw.rectangle((0, 430, 800, 600), fill="#eef3f7")
    for index in range(8):
        colour = "#a33a3a" if index % 2 else PAPER
        draw.rectangle((100 + index * 75, 120, 175 + index * 75, 220), fill=colour)
    draw.rectangle((120, 220, 140, 500), fill="#6b4a2b")
    draw.rectangle((660, 220, 680, 500), fill="#6b4a2b")
    draw.rectangle((100, 380, 700, 500), fill="#8a6236")
    _words(draw, 400, 410, [("The Winter Fair", 56, PAPER)])
    return page


def _puppet() -> Image.Image:
    """A puppet drawn so that the face detector takes its face for one."""
    page, draw = _page((640, 640), "#7a8fa3")
    draw.rectangle((170, 540, 470, 640), fill="#4d6a4f")
    draw.rectangle((270, 440, 370, 570), fill="#c08a64")
    draw.ellipse((185, 90, 455, 480), fill="#5a3a22")
    draw.ellipse((210, 130, 430, 500), fill="#d9a47c")
    draw.ellipse((240, 160, 400, 330), fill="#e2b48f")
    for ear in (196, 424):
        draw.ellipse((ear - 6, 290, ear + 22, 360), fill="#c98f68")
    draw.polygon([(312, 290), (328, 290), (352, 372), (288, 372)], fill="#cf9870")
    for nostril in (305, 335):
        draw.ellipse((nostril - 8, 362, nostril + 8, 374), fill="#8f5c40")
    for eye in (265, 375):
        draw.ellipse((eye - 32, 264, eye + 32, 304), fill="#b98561")
        draw.ellipse((eye - 26, 272, eye + 26, 300), fill="#f4f1ec")
        draw.ellipse((eye - 13, 272, eye + 13, 300), fill="#33241a")
        draw.arc((eye - 38, 228, eye + 38, 290), 205, 335, fill="#3d2715", width=12)
    draw.ellipse((270, 402, 370, 442), fill="#a8433f")
    draw.line((272, 422, 368, 422), fill="#6d2320", width=4)
    return page.filter(ImageFilter.GaussianBlur(4))


def _harvest_walk() -> Image.Image:
    """Hills and a path with grain, as a camera would have seen them."""
    chance = np.random.default_rng(6)
    page, draw = _page((1200, 800), "#a9cbe6")
    for index, colour in enumerate(["#8fb08a", "#6f9a66", "#55854c", "#c8a951"]):
        base = 340 + index * 110
        hills = [(x, base + int(chance.integers(-40, 40))) for x in range(-100, 1400, 150)]
        draw.polygon([(-100, 800), *hills, (1350, 800)], fill=colour)
    draw.polygon([(520, 800), (700, 800), (640, 560), (610, 560)], fill="#d9c9a3")
    page = page.filter(ImageFilter.GaussianBlur(4))
    grain = chance.normal(0, 3, (800, 1200, 1))
    return Image.fromarray((np.array(page) + grain).clip(0, 255).astype("uint8"))


def _camera_data() -> Image.Exif:
    """What a telephone writes into a picture; the place is a spot in the open sea."""
    data = Image.Exif()
    data[Base.Make], data[Base.Model] = "Example", "Examplephone 3"
    data[Base.Artist] = "Early Life Enterprise"
    place = data.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (54.0, 12.0, 36.0)
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (2.0, 30.0, 0.0)
    return data


if __name__ == "__main__":
    main()
