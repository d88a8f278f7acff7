"""Words of a text with the gaps between them, as the finders of names need them."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import ABBREVIATED
from postcheck.analysers.words.people.spans import SpanIndex

Gap = Literal["start", "tight", "space", "line", "comma", "and", "dot", "symbol", "stop"]
"""What stands before a word: nothing yet; a hyphen, apostrophe or underscore; blanks; one line
break; a comma; `&`, `+` or `/`; a full stop; emoji, quotation marks or mark-up; anything else."""

JOINS: frozenset[Gap] = frozenset(("tight", "space", "line", "symbol"))
"""The gaps that may stand inside one name."""

BESIDE: frozenset[Gap] = frozenset(("tight", "space", "symbol"))
"""Those of them that do not leave the line."""

_INVISIBLE = "\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff"
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:[\u0300-\u036f{_INVISIBLE}]*{_LETTER})*[\u0300-\u036f]*")
_TIGHT = re.compile(r"[-'’‘ʼ`´‐‑–_·]+")
_BLANK = re.compile(r"[^\S\n]+")
_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*")
_COMMA = re.compile(r"\s*[,;•|·]\s*")
_AND = re.compile(r"\s*[&+/]\s*")
_DOT = re.compile(r"[^\S\n]?\.[^\S\n]*")
_MARK_UP = frozenset("*_~\"“”„«»'’‘")


class Token(NamedTuple):
    """One word: its place, its key, how it is written, and the gap before it."""

    start: int
    end: int
    text: str
    key: str
    gap: Gap
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals throughout; false for a single letter."""
        return len(self.key) > 1 and self.text.isupper()


def tokenise(text: str, masked: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The words of a text; a word that touches a masked span is left out and leaves a stop."""
    spans = SpanIndex((start, stop, True) for start, stop in masked)
    tokens: list[Token] = []
    end, broken = 0, False
    for found in _WORD.finditer(text):
        word = found.group()
        # the B of 7B is a class and no initial
        of_class = len(word) == 1 and text[max(found.start() - 1, 0) : found.start()].isdigit()
        if of_class or any(spans.touching(*found.span())):
            broken = True
            continue
        between = text[end : found.start()]
        if tokens and word in ("s", "S") and between in ("'", "’", "ʼ"):
            tokens[-1] = tokens[-1]._replace(possessive=True)
            end = found.end()
            continue
        key = fold(word)
        if not key:
            continue
        gap: Gap = "stop" if broken else _gap(between, first=not tokens)
        if between == "." and word.islower() and tokens[-1].text.islower():
            gap = "tight"
        if tokens and tokens[-1].possessive and gap != "line":
            gap = "stop"
        tokens.append(Token(found.start(), found.end(), word, key, gap))
        end, broken = found.end(), False
    return tokens


def _gap(between: str, first: bool) -> Gap:
    if first:
        return "start"
    if between == " ":
        return "space"
    if _TIGHT.fullmatch(between) or not between:
        return "tight"
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(between):
            return kind
    if "\n" not in between and all(map(_decorates, between)):
        return "symbol"
    return "stop"


_PATTERNS: tuple[tuple[Gap, re.Pattern[str]], ...] = (
    ("space", _BLANK),
    ("line", _LINE),
    ("comma", _COMMA),
    ("and", _AND),
    ("dot", _DOT),
)


def _decorates(character: str) -> bool:
    return (
        character.isspace()
        or character in _MARK_UP
        or unicodedata.category(character) in ("So", "Sk", "Cf", "Mn", "Me")
    )


def index_from(tokens: list[Token], place: int) -> int:
    """The index of the first word that begins at a place of the text or after it."""
    return bisect.bisect_left(tokens, place, key=lambda token: token.start)


def joined(tokens: list[Token], index: int) -> bool:
    """Whether the word at `index` may go on with the name that the word before it belongs to."""
    if not 0 < index < len(tokens):
        return False
    gap, before = tokens[index].gap, tokens[index - 1].key
    return gap in JOINS or (gap == "dot" and (len(before) <= 2 or before in ABBREVIATED))


def collapse_spaced(tokens: list[Token]) -> list[Token] | None:
    """The words with spaced letters (`A m i r a`) put together; None where there are none."""
    result: list[Token] = []
    index, changed = 0, False
    while index < len(tokens):
        stop = index + 1
        while (
            stop < len(tokens)
            and len(tokens[stop].key) == 1 == len(tokens[index].key)
            and tokens[stop].gap in ("tight", "space", "dot", "symbol")
        ):
            stop += 1
        first, last = tokens[index], tokens[stop - 1]
        if stop - index >= 4:
            run = tokens[index:stop]
            text = "".join(token.text for token in run)
            key = "".join(token.key for token in run)
            result.append(Token(first.start, last.end, text, key, first.gap, last.possessive))
            changed = True
        else:
            result.extend(tokens[index:stop])
        index = stop
    return result if changed else None
