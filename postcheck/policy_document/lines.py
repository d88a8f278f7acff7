"""Lines to blocks: what is printed line by line becomes paragraphs, bullets and headings again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.numbering import starts_with_number

_BULLET = re.compile(r"(?:[•◦▪▫●○■□‣⁃∙·\x7f\uf0b7\uf0a7\uf0d8*]\s*|[-–—]\s+|o\s+(?=[A-Z]))(?=\S)")
_LETTER = re.compile(r"\(?[a-z]\)\s")
_STOPS = tuple(".:;!?")
_HEADING_WORDS = 12
_SPOKEN_OF = frozenset(
    "section sections clause clauses paragraph paragraphs part see and or to in of under with by from "
    "per than".split()
)
"""What stands before a number that a sentence speaks of."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `gap` says that more than a line's height lies before it."""

    text: str
    gap: bool = False
    strong: bool = False


def line_blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The paragraphs that lines make up."""
    groups: list[list[Line]] = []
    for line in lines:
        tidy = replace(line, text=" ".join(line.text.split()))
        if groups and not begins(tidy, groups[-1][-1]):
            groups[-1].append(tidy)
        elif tidy.text:
            groups.append([tidy])
    strong = any(line.strong for group in groups for line in group)
    for group, after in zip_longest(groups, groups[1:]):
        text = " ".join(line.text for line in group)
        bullet = _BULLET.match(text)
        if bullet:
            yield Block(text[bullet.end() :])
        elif strong:
            yield Block(text, heading=group[0].strong and _titles(text, (".", ";", "!", "?")))
        else:  # nothing but the space around it tells a heading
            alone = len(group) == 1 and group[0].gap and (after is None or after[0].gap)
            number = starts_with_number(text)
            clause = number is not None and "." in number
            yield Block(text, heading=alone and not clause and _titles(text, (*_STOPS, ",")))


def begins(line: Line, before: Line) -> bool:
    """Whether a line begins a paragraph; both are without white space around them."""
    if line.gap or line.strong != before.strong or _BULLET.match(line.text):
        return True
    number = starts_with_number(line.text)
    if before.text.endswith(_STOPS):
        return number is not None or _LETTER.match(line.text) is not None
    return number is not None and _new_clause(number, before)


def unbroken(block: Block, notes: Sequence[tuple[int, str]] = ()) -> Iterator[Block]:
    """A block, or several where lines that begin a clause are only broken off by hand.

    Every note says in which of the lines its mark stands.
    """
    lines = [(at, line.strip()) for at, line in enumerate(block.text.split("\n")) if line.strip()]
    if not lines:
        yield replace(block, text="", notes=tuple(note for _, note in notes))
        return
    groups: list[list[tuple[int, str]]] = []
    for at, line in lines:
        if groups and (block.heading or not begins(Line(line), Line(groups[-1][-1][1]))):
            groups[-1].append((at, line))
        else:
            groups.append([(at, line)])
    ends = [group[0][0] for group in groups[1:]]
    start = 0
    for group, end in zip_longest(groups, ends):
        stand = (note for at, note in notes if start <= at and (end is None or at < end))
        text = "\n".join(line for _, line in group)
        yield replace(block if start == 0 else Block(""), text=text, notes=tuple(stand))
        start = end or 0


def _new_clause(number: str, before: Line) -> bool:
    """Whether a number such as 4.2 begins a clause and is none that the line before speaks of."""
    last = before.text.rpartition(" ")[2].casefold()
    return "." in number and last not in _SPOKEN_OF and not last.endswith(",")


def _titles(text: str, never: tuple[str, ...]) -> bool:
    return len(text.split()) <= _HEADING_WORDS and not text.endswith(never)


def plain_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a plain text; an empty line ends one."""
    gap = True
    lines = []
    for line in text.splitlines():
        if line.strip():
            lines.append(Line(line, gap))
        gap = not line.strip()
    return line_blocks(lines)
