"""Words in disguise: figures and signs for letters, letters repeated, spelt out or cut by signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

_MASKS = {
    "a": "a@4", "b": "b8", "c": "c(", "e": "e3", "g": "g9", "i": "i1!|", "l": "l1|", "o": "o0",
    "s": "s$5", "t": "t7+", "u": "uv",
}  # fmt: skip
_BLANKS = "*#@$%!"
_SHORTEST = 4
_MASK_HINT = re.compile(
    r"[^\W_][*#@$%!]+[^\W_]|[^\W\d_][0-9|+(]+[^\W\d_]|(?<!\w)[0-9$@+|(][a-z]{2}"
)
_MASKED = re.compile(r"(?<![^\W_])(?<![@#])[^\W_](?:[^\W_]|[*#@$%!|+(]){2,22}(?:[^\W_]|[$+])")
_REPEATED = re.compile(r"(?<!\w)(?<![@#])[a-z]{0,20}([a-z])\1\1[a-z]{0,30}(?!\w)")
_SPELT = re.compile(r"(?<!\w)[a-z](?:[ ._*-]{1,2}[a-z]){3,11}(?!\w)")
# No full stops: whoever forgets the blank after one writes `my pen.is it yours`.
_CUT = re.compile(r"(?<![\w.@#/-])[a-z]+(?:[_-][a-z]+){1,3}(?![\w@/-])")
_NO_LETTER = re.compile(r"[^a-z]")

Sighting = tuple[int, int, str]


class Disguises:
    """Sees through the disguises of some words; only of single ones that are not too short."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(w for w in words if len(w) >= _SHORTEST and w.isalpha())
        self._beginning: dict[str, list[str]] = {}
        for word in sorted(self._words):
            for first in _MASKS.get(word[0], word[0]):
                self._beginning.setdefault(first, []).append(word)

    def look(self, folded: str) -> Iterator[Sighting]:
        """Start, end and the word behind each disguise in a text of small letters."""
        if not self._words:
            return
        if _MASK_HINT.search(folded):
            for match in _MASKED.finditer(folded):
                written = match.group()
                letters = sum(character.isalpha() for character in written)
                if letters < len(written) <= letters * 2:
                    yield from self._behind(match)
        for match in _REPEATED.finditer(folded):
            yield from self._behind(match)
        for pattern in (_SPELT, _CUT):
            for match in pattern.finditer(folded):
                word = _NO_LETTER.sub("", match.group())
                if word in self._words:
                    yield match.start(), match.end(), word

    def _behind(self, match: re.Match[str]) -> Iterator[Sighting]:
        written = match.group()
        for word in self._beginning.get(written[0], ()):
            if _pattern(word).fullmatch(written):
                yield match.start(), match.end(), word


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word with figures or signs for letters, each repeated or not; inner ones blanked out.

    Made when it is first needed: most texts hold nothing in disguise.
    """
    ends = [f"[{re.escape(_MASKS.get(letter, letter))}]+" for letter in (word[0], word[-1])]
    inner = "".join(
        f"(?:[{re.escape(_MASKS.get(letter, letter))}]+|[{re.escape(_BLANKS)}])"
        for letter in word[1:-1]
    )
    return re.compile(ends[0] + inner + ends[1])
