"""Telephone numbers that no dialler would read: in words, or with the letter O for nought."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import Find
from postcheck.analysers.words.personal_data.phones import read_phone

_FIGURES = {
    "oh": "0", "o": "0", "zero": "0", "nought": "0", "naught": "0", "nil": "0",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TIMES = {"double": 2, "dubble": 2, "triple": 3, "treble": 3}
_WORD = rf"(?:{'|'.join((*_FIGURES, *_TIMES, 'hundred', 'thousand'))}|\d{{1,6}})"
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:oh|o|zero|nought|naught|"
    rf"plus)[ ,.–-]{{1,3}}(?:{_WORD}[ ,.–-]{{1,3}}){{4,16}}{_WORD}"
    rf"|0\d{{1,5}}[ ,.–-]{{1,3}}(?:{_WORD}[ ,.–-]{{1,3}}){{2,12}}{_WORD})(?!\w)",
    re.IGNORECASE,
)
_WITH_LETTERS = re.compile(
    r"(?<![\w+#&=/.@-])[0Oo](?=[\dOoIl]*\d|[ -]?\d)7[\dOoIl]{3}(?:[ .-]?[\dOoIl]){6}(?!\w)"
)
_HINT = re.compile(
    r"(?<!\w)(?:double|treble|triple|oh|zero|nought|naught|o|hundred|seven|eight|nine)[ ,.–-]+"
    rf"{_WORD}(?!\w)",
    re.IGNORECASE,
)
_LETTER = str.maketrans("OoIl", "0011")


def spoken_phones(text: str) -> Iterator[Find]:
    """Numbers such as `oh double seven, double oh …` and `O77OO 9OO123`."""
    for match in _WITH_LETTERS.finditer(text):
        if not any(letter in match.group() for letter in "OoIl"):
            continue
        yield from _read(match, match.group().translate(_LETTER))
    if not _HINT.search(text):
        return
    for match in _IN_WORDS.finditer(text):
        yield from _read(match, _figures(match.group()))


def _read(match: re.Match[str], written: str) -> Iterator[Find]:
    read = read_phone(written) if 10 <= sum(c.isdigit() for c in written) <= 13 else None
    if read and (read[1] or written.startswith("07")):
        number, _, public = read
        yield Find(*match.span(), "phone", None, number, rank=3, public=public)


def _figures(spoken: str) -> str:
    """The figures of a number as it is said: `double seven` is 77, `nine hundred` 900."""
    figures, times = "", 1
    for word in re.findall(r"[^\W_]+", spoken.lower()):
        if word in _TIMES:
            times = _TIMES[word]
            continue
        if word in ("hundred", "thousand"):
            figures += "00" if word == "hundred" else "000"
        else:
            figures += _FIGURES.get(word, word if word.isdigit() else "") * times
        times = 1
    return figures
