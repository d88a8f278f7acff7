"""How a host looks to the eye: one spelling for all that a reader would take for the same."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_LATIN_LOOKS = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "3": "e", "4": "a", "8": "b"})


@cache
def _looks() -> dict[int, str]:
    """Characters that look like ASCII (Unicode UTS #39), by code point."""
    table: dict[int, str] = {}
    text = files(__package__).joinpath("confusables.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            look, points = line.split("\t")
            table.update(dict.fromkeys((int(point, 16) for point in points.split()), look))
    return table


@lru_cache(maxsize=8192)
def to_ascii(text: str) -> str:
    """Replace every look-alike character by the ASCII it looks like, and drop marks."""
    if text.isascii():
        return text.lower()
    mapped = text.lower().translate(_looks())
    bare = (c for c in unicodedata.normalize("NFKD", mapped) if not unicodedata.combining(c))
    return "".join(bare).translate(_looks())


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """The look of a name: digits as letters, `rn` as `m`, `vv` as `w`, `i` as `l`."""
    looks = to_ascii(text).translate(_LATIN_LOOKS)
    return looks.replace("rn", "m").replace("vv", "w")


def scripts(label: str) -> frozenset[str]:
    """The writing systems of a label's letters, such as `LATIN` and `CYRILLIC`."""
    if label.isascii():
        return frozenset({"LATIN"}) if any(c.isalpha() for c in label) else frozenset()
    return frozenset(
        unicodedata.name(character, "UNKNOWN").split(" ", 1)[0]
        for character in label
        if character.isalpha()
    )


_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)


def mixes_scripts(label: str) -> bool:
    """Whether a label mixes writing systems that no language writes together."""
    found = scripts(label)
    return len(found) > 1 and not any(found <= allowed for allowed in _TOGETHER)
