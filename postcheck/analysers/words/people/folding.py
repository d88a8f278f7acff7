"""Names as keys: the same for every letter case, diacritic, apostrophe and invisible character."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ħ": "h",
        "ŋ": "ng",
        "ə": "e",
    }
)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The letters of a word without case, diacritics and anything that is no letter."""
    spread = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(character for character in spread if character.isalpha())
