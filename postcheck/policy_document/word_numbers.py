"""The numbers that Word writes before paragraphs; the file holds only how to count them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from postcheck.policy_document.word_text import switched_on

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_LEVELS = 9
_ROMANS = ((90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: from where, in which digits, and in which words."""

    start: int
    form: str
    text: str
    legal: bool = False
    """Whether all its numbers are in figures, whatever they are where they stand alone."""


@dataclass(slots=True)
class _List:
    """A list with its levels, and how far each has been counted."""

    levels: dict[int, _Level]
    counted: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)

    def next(self, at: int) -> str | None:
        """Count on at a level; its number, or None where it has a bullet or nothing."""
        level = self.levels.get(at)
        if level is None:
            return None
        now = self.counted[at]
        self.counted[at] = level.start if now is None else now + 1
        for deeper in range(at + 1, _LEVELS):
            self.counted[deeper] = None
        if level.form in ("bullet", "none") or "%" not in level.text:
            return None
        return re.sub(r"%([1-9])", lambda slot: self._shown(int(slot[1]) - 1, at), level.text)

    def _shown(self, at: int, of: int) -> str:
        level = self.levels.get(at, self.levels[of])
        number = self.counted[at]
        form = "decimal" if self.levels[of].legal else level.form
        return _written(level.start if number is None else number, form)


class Numbers:
    """The numbers of one document; asked for every paragraph in order, as Word counts them."""

    def __init__(self, document: Document) -> None:
        self._lists = dict(_lists(document))

    def of(self, paragraph: Paragraph) -> str | None:
        """The number of the next paragraph, such as 4.2 or a; None where Word shows none."""
        found = _numbering(paragraph)
        if found is None or found[0] not in self._lists:
            return None
        shown = self._lists[found[0]].next(found[1])
        return shown.strip().strip("().:") or None if shown else None


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list and the level of a paragraph: its own, or those of its style."""
    properties, style = paragraph._p.pPr, paragraph.style
    number, level = _of_properties(properties)
    seen = 0
    while (number is None or level is None) and style is not None and seen < _LEVELS:
        of_style = _of_properties(style.element.pPr)
        number = of_style[0] if number is None else number
        level = of_style[1] if level is None else level
        style, seen = style.base_style, seen + 1
    return None if number in (None, "0") else (str(number), min(level or 0, _LEVELS - 1))


def _of_properties(properties: Any) -> tuple[str | None, int | None]:
    numbering = None if properties is None else properties.numPr
    if numbering is None:
        return None, None
    number = None if numbering.numId is None else str(numbering.numId.val)
    return number, None if numbering.ilvl is None else int(numbering.ilvl.val)


def _lists(document: Document) -> Iterator[tuple[str, _List]]:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    related = [one.reltype for one in document.part.rels.values()]
    if RELATIONSHIP_TYPE.NUMBERING not in related:  # python-docx would make the part
        return
    element: Any = document.part.numbering_part.element
    abstract = list(element.iterfind(qn("w:abstractNum")))
    shared = {one.get(qn("w:abstractNumId")): _List(dict(_levels(one))) for one in abstract}
    of_style = {_value(one, "w:styleLink"): one.get(qn("w:abstractNumId")) for one in abstract}
    for one in abstract:  # one that is made from a style for lists has no levels of its own
        if (name := _value(one, "w:numStyleLink")) and name in of_style:
            shared[one.get(qn("w:abstractNumId"))] = shared[of_style[name]]
    for one in element.iterfind(qn("w:num")):
        link = one.find(qn("w:abstractNumId"))
        known = shared.get(None if link is None else link.get(qn("w:val")))
        if known is None:
            continue
        again = list(one.iterfind(qn("w:lvlOverride")))  # such a list begins anew
        yield one.get(qn("w:numId")), _overridden(known, again) if again else known


def _overridden(known: _List, overrides: Iterable[Any]) -> _List:
    """A list of its own, with the levels and the first numbers that it sets for itself."""
    from docx.oxml.ns import qn

    levels = dict(known.levels)
    for override in overrides:
        levels.update(_levels(override))
        at, start = int(override.get(qn("w:ilvl"))), _value(override, "w:startOverride")
        if start is not None and at in levels:
            levels[at] = replace(levels[at], start=int(start))
    return _List(levels)


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    from docx.oxml.ns import qn

    for level in element.iterfind(qn("w:lvl")):
        legal = level.find(qn("w:isLgl"))
        yield (
            int(level.get(qn("w:ilvl"))),
            _Level(
                int(_value(level, "w:start") or 1),
                _value(level, "w:numFmt") or "decimal",
                _value(level, "w:lvlText") or "",
                switched_on(legal),
            ),
        )


def _value(element: Any, name: str) -> str | None:
    """The value of a property that stands inside an element."""
    from docx.oxml.ns import qn

    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def _written(number: int, form: str) -> str:
    if form.endswith("Roman"):
        letters = _roman(number)
    elif form.endswith("Letter"):
        letters = _letters(number)
    else:
        return str(number)
    return letters.upper() if form.startswith("upper") else letters


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMANS:
        written += sign * (number // value)
        number %= value
    return written
