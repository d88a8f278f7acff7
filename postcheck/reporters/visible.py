"""Scanned text made fit to print: nothing in it may steer a terminal, hide, or break a line."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TextIO

_FLAG = "\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f"
_JOINER = "(?<![^\x00-\u02ff])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u02ff])"
_UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_HIDDEN = re.compile(f"(?P<flag>{_FLAG})|{_JOINER}|{_UNSEEN}")
"""Characters that are not seen or move others, save in flags and emoji that are joined by them."""

_BREAKS = re.compile("[\t\r\n]+")
_ASCII = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-",
    "×": "x", "·": "-", "•": "*", "→": "->", "≤": "<=", "≥": ">=", "\xa0": " ", "│": "|",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letters:
    """What a stream can show. `encoding` is None where every character can be written."""

    encoding: str | None = None

    @classmethod
    def of(cls, stream: TextIO) -> Letters:
        """The letters of a stream."""
        encoding = getattr(stream, "encoding", None)
        if encoding is None or codecs.lookup(encoding).name.startswith("utf"):
            return cls()
        return cls(encoding)

    @property
    def ellipsis(self) -> str:
        """What stands where something was left out."""
        return self.show("…")

    def line(self, text: str) -> str:
        """A text as one line: line ends and tabs become spaces."""
        return self.show(_BREAKS.sub(" ", text))

    def show(self, text: str) -> str:
        """A text with each hidden character shown as its number, such as `<U+202E>`."""
        text = _HIDDEN.sub(_number, text)
        if self.encoding is None or text.isascii():
            return text
        return "".join(self._written(character) for character in text)

    def _written(self, character: str) -> str:
        try:
            character.encode(self.encoding or "ascii")
        except UnicodeEncodeError:
            return _ASCII.get(character) or f"<U+{ord(character):04X}>"
        return character


def _number(match: re.Match[str]) -> str:
    return match["flag"] or f"<U+{ord(match[0]):04X}>"


def pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of the stretches of a text that are hidden characters and of those between."""
    found: list[tuple[int, int]] = []
    done = 0
    for match in _HIDDEN.finditer(text):
        if match["flag"]:
            continue
        if match.start() > done:
            found.append((done, match.start()))
        found.append(match.span())
        done = match.end()
    if done < len(text):
        found.append((done, len(text)))
    return found
