"""Paragraphs to numbered clauses, as the document numbers them; what has no number is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.items import ROMAN_OR_LETTER
from postcheck.policy_document.model import Passage, Section

_DASH = r"(?:[-–—]\s+(?=[^\W\d]))?"
"""Some write it between a number and the words."""
_NUMBER = re.compile(
    r"(?i:(?:clause|section|article|paragraph|para\.?|§)\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,3})+[a-z]?|\d{1,2}(?=[.)])"
    r"|[A-Z]{1,2}\.\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{1,3}(?:\.\d{1,3})*(?=[.):]))"
    rf"[.):]*\s+(?=\S){_DASH}"
)
_BARE_NUMBER = re.compile(
    rf"(?i:(?:section|article|§)\s*)?(?P<number>\d{{1,2}})[.):]?\s+(?=\S){_DASH}"
)
"""In a heading a number needs no full stop."""
_LETTER = re.compile(
    rf"\((?P<letter>{ROMAN_OR_LETTER})\)\s+|(?P<alone>{ROMAN_OR_LETTER})[.)]\s+(?=\S)"
)
_STOPS = tuple(".;!?")
_LONGEST_SLUG = 40


@dataclass(slots=True)
class _Open:
    """The passage or section that is being read."""

    number: str
    lines: list[str] = field(default_factory=list)

    def passage(self) -> Passage:
        return Passage(number=self.number, text="\n".join(self.lines))


@dataclass(slots=True)
class _Chapter:
    """A section that is being read; `counted` are its passages without a number."""

    number: str
    heading: str
    numbered: bool
    passages: list[_Open] = field(default_factory=list)
    counted: int = 0
    restarted: bool = False
    """Whether its numbers begin again, as those of an annex do, so that they need its name."""

    def section(self) -> Section:
        passages = tuple(passage.passage() for passage in self.passages)
        return Section(number=self.number, heading=self.heading, passages=passages)


def numbered(blocks: Iterable[Block]) -> tuple[tuple[Section, ...], int]:
    """The sections of a document, and how many of its passages and sections carry a number."""
    reader = _Reader()
    for block in blocks:
        reader.read(block)
    chapters = [one for one in reader.chapters if one.passages or one.heading]
    return tuple(one.section() for one in chapters), reader.numbers


def starts_with_number(text: str) -> str | None:
    """The number with which a line begins, as clauses have them."""
    found = _NUMBER.match(text)
    return found["number"] if found else None


@dataclass(slots=True)
class _Reader:
    """Reads one block after the other into chapters."""

    chapters: list[_Chapter] = field(default_factory=list)
    numbers: int = 0
    _taken: set[str] = field(default_factory=set)
    _clause: _Open | None = None
    _listed: int = 0

    def read(self, block: Block) -> None:
        """A block's notes are further lines of its passage; a heading's are passages below it."""
        if block.text:
            self._place(block)
        for note in block.notes:
            if self.chapters and self.chapters[-1].passages:
                self.chapters[-1].passages[-1].lines.append(note)
            else:
                self._count(note)

    def _place(self, block: Block) -> None:
        number, letter, text = _number(block)
        if number is not None and self._in_a_list(number, block):
            number = None
        if number is not None:
            self.numbers += 1
            if block.heading or ("." not in number and not text.endswith(_STOPS)):
                self._begin(number, text, numbered=True)
            else:
                own = self._own(number, listed=number.isdigit())
                self._clause = self._add(own, text)
        elif block.heading:
            self._begin(_slug(text), text, numbered=False)
        elif letter is not None and self._clause is not None:  # 2.1 (b) is 2.1b
            self._add(self._own(f"{self._clause.number}{letter}"), text)
        elif self._clause is not None:
            self.chapters[-1].passages[-1].lines.append(text)
        else:
            self._count(text)

    def _in_a_list(self, number: str, block: Block) -> bool:
        """Whether a number such as 1 only counts a list inside of a numbered section."""
        numbered = bool(self.chapters) and self.chapters[-1].numbered
        if not number.isdigit() or block.heading or not numbered:
            return False
        inside = number in self._taken or int(number) == self._listed + 1 > 1
        self._listed = int(number) if inside else 0
        return inside

    def _begin(self, number: str, heading: str, *, numbered: bool) -> None:
        self._clause = None
        self.chapters.append(_Chapter(self._own(number), heading, numbered))

    def _count(self, text: str) -> None:
        if not self.chapters:
            self.chapters.append(_Chapter(self._own("start"), "", numbered=False))
        chapter = self.chapters[-1]
        chapter.counted += 1
        self._add(self._own(f"{chapter.number}/{chapter.counted}"), text)

    def _add(self, number: str, text: str) -> _Open:
        if not self.chapters:
            self.chapters.append(_Chapter(self._own("start"), "", numbered=False))
        passage = _Open(number, [text])
        self.chapters[-1].passages.append(passage)
        return passage

    def _own(self, number: str, *, listed: bool = False) -> str:
        """The number, told from one that came before: by its section, then by counting on.

        One that is listed, as 2 is after 1, gets its section with those before it.
        """
        chapter = self.chapters[-1] if self.chapters else None
        if chapter is not None and not chapter.numbered:
            chapter.restarted |= number in self._taken
            if number in self._taken or (chapter.restarted and listed):
                number = f"{chapter.number}/{number}"
        own, again = number, 2
        while own in self._taken:
            own, again = f"{number} ({again})", again + 1
        self._taken.add(own)
        return own


def _number(block: Block) -> tuple[str | None, str | None, str]:
    """The number or else the letter at the start of a block, and the rest."""
    text = " ".join(block.text.split()) if block.heading else block.text.strip()
    if block.number is not None:
        given = _NUMBER.match(f"{block.number}. x")
        letter = block.number if re.fullmatch(ROMAN_OR_LETTER, block.number) else None
        return given["number"] if given else None, letter, text
    found = _NUMBER.match(text) or (_BARE_NUMBER.match(text) if block.heading else None)
    if found is not None:
        return found["number"], None, text[found.end() :]
    lettered = _LETTER.match(text)
    if lettered is not None:
        return None, lettered["letter"] or lettered["alone"], text[lettered.end() :]
    return None, None, text


def _slug(heading: str) -> str:
    words = re.findall(r"[^\W_]+", heading.casefold().replace("'", "").replace("’", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug or "section"
