"""How surely logos are found in pictures: `python benchmarks/logos.py FOLDER`.

FOLDER holds pictures without any of the logos, which are drawn here and invented. Each logo is put
into the pictures at several sizes, turned, leaning, darker and blurred; then stretched and
recoloured, flat as on a poster. Without the logos nothing may be found.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

from postcheck.analysers.pictures.logos import LogoAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import open_picture
from postcheck.facts.model import Fact
from postcheck.setting import Setting

ENDINGS = {".jpg", ".jpeg", ".png"}
WIDTHS = (48, 64, 96, 160, 320)
"""Pixels across a logo in a picture of 1280 pixels' long side."""
LONG_SIDE = 1280
PICTURES = 4
"""Pictures of the folder that each logo is put into."""
CERTAIN = 160
"""From this width on, `LEAST_FOUND` of the logos must be found."""
LEAST_FOUND = 0.9


def main() -> int:
    """Measure, print a line for each size and change, and exit with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    paths = [p for p in sorted(parser.parse_args().folder.iterdir()) if p.suffix.lower() in ENDINGS]
    pictures = [
        ImageOps.contain(Image.open(p).convert("RGB"), (LONG_SIDE, LONG_SIDE)) for p in paths
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for logo, draw in LOGOS.items():
            draw().save(folder / f"{logo}.png")
        setting = Setting(logos=tuple(sorted(folder.glob("*.png"))))
        began = time.perf_counter()
        false = sum(len(_seen(folder, picture, setting)) for picture in pictures)
        seconds = (time.perf_counter() - began) / len(pictures)
        print(f"{false} false alarms in {len(pictures)} pictures, {seconds:.2f} s a picture")
        found = [_found(folder, pictures, width, setting) for width in WIDTHS]
        _changed(folder, pictures, setting)
    certain = [share for width, share in zip(WIDTHS, found, strict=True) if width >= CERTAIN]
    return 1 if false or min(certain) < LEAST_FOUND else 0


def _found(folder: Path, pictures: list[Image.Image], width: int, setting: Setting) -> float:
    """Print and give the share of logos found at one width; how many were told as altered too."""
    chance = random.Random(width)  # noqa: S311 (a benchmark, not a secret)
    found = altered = count = 0
    for logo, draw in LOGOS.items():
        for picture in chance.sample(pictures, PICTURES):
            copy = _photographed(draw(), width, chance)
            left = chance.randint(0, picture.width - copy.width)
            top = chance.randint(0, picture.height - copy.height)
            shown = picture.copy()
            shown.paste(copy, (left, top), copy)
            facts = [
                fact
                for fact in _seen(folder, shown, setting)
                if fact.text == f"{logo}.png" and _holds(fact, left, top, copy)
            ]
            found += bool(facts)
            altered += any(fact.attributes["altered"] for fact in facts)
            count += 1
    print(f"{width:4} pixels: {found} of {count} found, {altered} of them told as altered")
    return found / count


def _changed(folder: Path, pictures: list[Image.Image], setting: Setting) -> None:
    for name, change in CHANGES.items():
        told = {"stretched": 0, "recoloured": 0}
        for draw in LOGOS.values():
            for picture in pictures[:PICTURES]:
                copy = change(ImageOps.contain(draw(), (220, 220)))
                shown = picture.copy()
                shown.paste(copy, (40, 60), copy)
                said = {word for fact in _seen(folder, shown, setting) for word in _words(fact)}
                for word in told:
                    told[word] += word in said
        print(f"{name:14} of {len(LOGOS) * PICTURES}: {told}")


def _words(fact: Fact) -> tuple[str, ...]:
    altered = fact.attributes["altered"]
    return altered if isinstance(altered, tuple) else ()


def _seen(folder: Path, image: Image.Image, setting: Setting) -> list[Fact]:
    path = folder / "shown.jpg"
    image.save(path, quality=85)
    with open_picture(path, "media[0]") as picture:
        return list(LogoAnalyser().analyse(picture, Medium(path=path.name), setting))


def _holds(fact: Fact, left: int, top: int, copy: Image.Image) -> bool:
    if fact.box is None:
        return False
    across, down = fact.box.x + fact.box.width / 2, fact.box.y + fact.box.height / 2
    return left <= across <= left + copy.width and top <= down <= top + copy.height


def _photographed(logo: Image.Image, width: int, chance: random.Random) -> Image.Image:
    """A logo as a camera might see it on a sign, a mug or a jumper."""
    large = logo.resize((width * 2, round(width * 2 * logo.height / logo.width)))
    turned = large.rotate(chance.uniform(-12, 12), Image.Resampling.BICUBIC, expand=True)
    lean = chance.uniform(-0.15, 0.15)
    shape = (1, lean, -lean * turned.height / 2, 0, 1 + abs(lean), 0)
    leaning = turned.transform(turned.size, Image.Transform.AFFINE, shape, Image.Resampling.BICUBIC)
    small = leaning.resize((turned.width // 2, turned.height // 2), Image.Resampling.LANCZOS)
    clear = small.getchannel("A").filter(ImageFilter.GaussianBlur(0.6))
    seen = ImageEnhance.Brightness(small.convert("RGB")).enhance(chance.uniform(0.6, 1.1))
    seen = seen.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.9))).convert("RGBA")
    seen.putalpha(clear)
    return seen


def _hue_turned(logo: Image.Image) -> Image.Image:
    hue, saturation, value = logo.convert("RGB").convert("HSV").split()
    bands = (hue.point(lambda step: (step + 90) % 256), saturation, value)
    turned = Image.merge("HSV", bands).convert("RGBA")
    turned.putalpha(logo.getchannel("A"))
    return turned


def _colourless(logo: Image.Image) -> Image.Image:
    grey = logo.convert("L").convert("RGBA")
    grey.putalpha(logo.getchannel("A"))
    return grey


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as it is": lambda logo: logo,
    "wider by 1.3": lambda logo: logo.resize((round(logo.width * 1.3), logo.height)),
    "higher by 1.3": lambda logo: logo.resize((logo.width, round(logo.height * 1.3))),
    "other hues": _hue_turned,
    "grey": _colourless,
}


def _letters(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _crest() -> Image.Image:
    image = Image.new("RGBA", (800, 900))
    pen = ImageDraw.Draw(image)
    shield = [(60, 60), (740, 60), (740, 520), (400, 860), (60, 520)]
    pen.polygon(shield, "#12306e", "#f0be1e", 24)
    pen.rectangle((60, 250, 740, 300), "#f0be1e")
    pen.rectangle((380, 480, 420, 700), "#784814")
    for across, down, wide in ((400, 420, 110), (320, 470, 70), (480, 470, 70)):
        pen.ellipse((across - wide, down - wide, across + wide, down + wide), "#288c3c")
    pen.text((400, 160), "WEXBOURNE", "white", _letters(100), "mm")
    pen.ellipse((120, 330, 220, 430), "#dc3228")
    pen.polygon([(620, 330), (680, 430), (560, 430)], "#fafafa")
    return image


def _words_and_ring() -> Image.Image:
    image = Image.new("RGBA", (1200, 400), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, 60, 320, 340), "#c81e3c")
    pen.ellipse((110, 130, 250, 270), "white")
    pen.polygon([(180, 90), (215, 200), (145, 200)], "#145aa0")
    pen.text((360, 90), "Early Life", "#1e1e1e", _letters(150))
    pen.text((360, 270), "Enterprise", "#c81e3c", _letters(90))
    return image


def _badge() -> Image.Image:
    image = Image.new("RGBA", (600, 600))
    pen = ImageDraw.Draw(image)
    pen.ellipse((10, 10, 590, 590), "#006e5a")
    pen.ellipse((60, 60, 540, 540), "#faf5dc")
    pen.text((300, 150), "STARLING", "#006e5a", _letters(72), "mm")
    pen.text((300, 470), "SCHOOL", "#006e5a", _letters(72), "mm")
    bird = [(200, 340), (300, 200), (420, 300), (360, 320), (390, 400), (300, 350), (230, 420)]
    pen.polygon(bird, "#3c285a")
    pen.ellipse((310, 240, 330, 260), "#faf5dc")
    pen.polygon([(420, 300), (460, 290), (415, 320)], "#f0a014")
    return image


LOGOS: dict[str, Callable[[], Image.Image]] = {
    "badge": _badge,
    "crest": _crest,
    "words": _words_and_ring,
}

if __name__ == "__main__":
    sys.exit(main())
