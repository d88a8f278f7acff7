"""Words of which one must stand in a text before a regular expression can match in it.

Most patterns of most lists match in few texts. To look for a word is many times quicker than to try
a pattern at every place, so a pattern is tried only where one of its needles stands. What is not
understood here gives no needles, and the pattern is tried everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

Needles = frozenset[str]

_LEAST, _MOST = 3, 40
_DOTS = {ord("ı"): "i", ord("İ"): "i"}
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|[aimsu]*(?:-[ims]+)?:|<?[=!]|[aimsu]+\)))?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.S)
_REPEAT = re.compile(r"(?:([*?]|\{0?,?\d*\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_KNOWN = re.compile(r"\\(?:[bBAZdDsSwWntr]|[^\w\s])")


class Haystack:
    """Which of many patterns may match in a text.

    Needles are filed under three letters of theirs, those that the fewest others have, so that a
    text is asked for few of them: thousands of needles cost little more than hundreds.
    """

    def __init__(self, sought: Sequence[Needles | None]) -> None:
        self._always = [place for place, words in enumerate(sought) if words is None]
        pairs = [(word, place) for place, words in enumerate(sought) for word in words or ()]
        often = Counter(part for word, _ in pairs for part in _parts(word))
        self._filed: dict[str, list[tuple[str, int]]] = {}
        for word, place in pairs:
            rarest = min(sorted(_parts(word)), key=often.__getitem__)
            self._filed.setdefault(rarest, []).append((word, place))

    def tried(self, hay: str) -> list[int]:
        """The places of the patterns that may match in a folded text, in order."""
        found = set(self._always)
        for part in self._filed.keys() & _parts(hay):
            found.update(place for word, place in self._filed[part] if word in hay)
        return sorted(found)


def _parts(word: str) -> set[str]:
    """All that is three letters long in a word or a text."""
    return {word[place : place + _LEAST] for place in range(len(word) - _LEAST + 1)}


class _StrangeError(Exception):
    """The pattern holds what is not understood here."""


def needles(pattern: str) -> Needles | None:
    """Folded words one of which every match holds; None where there are none of use."""
    try:
        return _Reader(pattern).read()
    except _StrangeError:
        return None


def folded(text: str) -> str:
    """The text in which needles are sought; letters that patterns take for alike are made alike."""
    return text.translate(_DOTS).casefold()


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def read(self) -> Needles | None:
        """The needles of the whole pattern."""
        found = self._alternatives()
        if self._at < len(self._pattern):
            raise _StrangeError
        return found

    def _alternatives(self) -> Needles | None:
        branches = [self._sequence()]
        while self._pattern[self._at : self._at + 1] == "|":
            self._at += 1
            branches.append(self._sequence())
        known = [branch for branch in branches if branch]
        return frozenset().union(*known) if len(known) == len(branches) else None

    def _sequence(self) -> Needles | None:
        """The best of what stands one after the other, all of which must match."""
        found: list[Needles] = []
        run = ""
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            letter, inner = self._item()
            optional, repeated = self._repeat()
            if letter and not optional:
                run += letter
            if not letter or optional or repeated:
                found.append(frozenset([run]))
                run = ""
            if inner and not optional:
                found.append(inner)
        found.append(frozenset([run]))
        best = max(found, key=lambda words: (min(map(len, words)), -len(words)))
        return best if min(map(len, best)) >= _LEAST and len(best) <= _MOST else None

    def _item(self) -> tuple[str, Needles | None]:
        """A letter that stands for itself, or else the needles of a group."""
        here = self._pattern[self._at]
        if here == "(":
            return "", self._group()
        for kind in (_CLASS, _KNOWN):
            if here in "[\\" and (found := kind.match(self._pattern, self._at)):
                self._at = found.end()
                literal = found[0][1:] if here == "\\" and not found[0][1:].isalnum() else ""
                return folded(literal), None
        if here in "[\\*+?":
            raise _StrangeError
        self._at += 1
        return ("" if here in ".^$" else folded(here)), None

    def _group(self) -> Needles | None:
        opening = _OPENING.match(self._pattern, self._at)
        if opening is None or self._pattern[opening.end() : opening.end() + 1] == "?":
            raise _StrangeError
        self._at = opening.end()
        if opening[0].endswith(")"):
            return None
        inner = self._alternatives()
        if self._pattern[self._at : self._at + 1] != ")":
            raise _StrangeError
        self._at += 1
        return None if opening[0].endswith(("=", "!")) else inner

    def _repeat(self) -> tuple[bool, bool]:
        """Whether what was read may be left out, and whether it may come several times."""
        found = _REPEAT.match(self._pattern, self._at)
        if found is None:
            return False, False
        self._at = found.end()
        return found[1] is not None, True
