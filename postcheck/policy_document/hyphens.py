"""Words that were parted at the end of a line, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"(?P<part>[^\W\d_][\w'’/.-]*)(?P<hyphen>[-‐\u00ad])$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HANGING = frozenset({"and", "or", "to", "nor"})
"""As in pre- and after-school."""
_OFTEN = 25
"""Of so many lines more than one ends with a hyphen where words are parted to fill lines."""


class Hyphens:
    """Knows from the words of the whole text which hyphens at the end of lines belong to words."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = [line.strip() for line in lines]
        self._words = {word for text in texts for word in _words(_END.sub("", text))}
        ends = [text for text in texts if _END.search(text)]
        self._parts = _OFTEN * (len(ends) - 1) > len(texts)

    def joined(self, lines: Iterable[str]) -> str:
        """Lines as one text."""
        text = ""
        for line in lines:
            text = self._with(text, line) if text else line
        return text

    def _with(self, before: str, line: str) -> str:
        end = _END.search(before)
        after = _WORD.match(line)
        if end is None or after is None or not line[0].islower() or after[0] in _HANGING:
            return f"{before} {line}"
        part = end["part"].casefold()
        parted = end["hyphen"] == "\u00ad" or self._was_parted(part, after[0].casefold())
        return (before[:-1] if parted else before) + line

    def _was_parted(self, part: str, after: str) -> bool:
        """Whether the hyphen only stands for the end of the line."""
        if f"{part}-{after}" in self._words:
            return False
        if f"{part}{after}" in self._words:
            return True
        if not part.isalpha() or {part, after} <= self._words:
            return False
        return self._parts


def _words(text: str) -> Iterable[str]:
    for word in _WORD.findall(text.casefold().replace("‐", "-").replace("\u00ad", "")):
        yield word
        yield from word.split("-")
