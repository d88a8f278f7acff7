"""The words of a clause: how they are compared, told apart and hashed.

What only looks different is taken for the same: white space, kinds of quotation marks and of
dashes, and letters that a PDF joins. Letter case counts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_STOPS = tuple(".:;!?")


def normalised(text: str) -> str:
    """The words alone, with one space between them."""
    alike = unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)
    return " ".join(alike.split())


def hash_of(text: str) -> str:
    """SHA-256 over the normalised words: it tells whether they changed and not what they are."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def sentences(text: str) -> list[str]:
    """The sentences of a passage, whose paragraphs stand on lines of their own.

    A paragraph goes on in the next one where it stops in the middle, as at the end of a page.
    """
    return [part for paragraph in _joined(text.splitlines()) for part in _split(paragraph)]


def paragraphs(text: str, longest: int = 600) -> list[str]:
    """The words of a clause for printing: line by line, and long lines in several paragraphs."""
    found: list[str] = []
    for line in text.splitlines():
        begun = False
        for sentence in _split(line):
            if begun and len(found[-1]) + len(sentence) < longest:
                found[-1] += f" {sentence}"
            else:
                found.append(sentence)
            begun = True
    return found


def _joined(lines: Iterable[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if not words:
            continue
        if joined and words[0].islower() and not joined[-1].endswith(_STOPS):
            joined[-1] += f" {words}"
        else:
            joined.append(words)
    return joined


def _split(paragraph: str) -> list[str]:
    found, start = [], 0
    for end in _SENTENCE_END.finditer(paragraph):
        found.append(paragraph[start : end.end()].strip())
        start = end.end()
    return [*found, paragraph[start:].strip()]
