"""Lines to blocks: what is printed line by line becomes paragraphs, bullets and headings again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.contents import entries
from postcheck.policy_document.hyphens import Hyphens
from postcheck.policy_document.items import counts_on, first_item, is_item
from postcheck.policy_document.numbering import starts_with_number
from postcheck.policy_document.written_notes import plain_notes

_BULLET = re.compile(r"(?:[•◦▪▫●○■□‣⁃∙·\x7f\uf0b7\uf0a7\uf0d8*]\s*|[-–—]\s+|o\s+(?=[A-Z]))(?=\S)")
_RULE = re.compile(r"[-_=*\s]{3,}")
_CELLS = re.compile(r"\S {3,}\S")
_STOPS = tuple(".:;!?")
_HEADING_WORDS = 12
_BROKEN_AT = 100
"""Letters of the longest line of a text whose lines somebody or something has broken."""
_SHORTEST_CELL = 3
_SPOKEN_OF = frozenset(
    (
        *("section", "sections", "clause", "clauses", "paragraph", "paragraphs", "part", "see"),
        *("and", "or", "to", "in", "of", "under", "with", "by", "from", "per", "than"),
    )
)
"""What stands before a number that a sentence speaks of."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `gap` says that more than a line's height lies before it.

    `strong` is 0 for plain letters and differs for bold and for larger ones. `fresh` says that a
    paragraph begins here whatever the words are, and `row` that it has cells as tables do.
    """

    text: str
    gap: bool = False
    strong: int = 0
    fresh: bool = False
    row: bool = False
    notes: tuple[str, ...] = ()


def line_blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The paragraphs that lines make up."""
    groups = _groups(lines)
    hyphens = Hyphens(line.text for group in groups for line in group)
    strong = any(line.strong for group in groups for line in group)
    for group, after in zip_longest(groups, groups[1:]):
        text = hyphens.joined(line.text for line in group)
        notes = tuple(chain.from_iterable(line.notes for line in group))
        bullet = _BULLET.match(text)
        if bullet:
            yield Block(text[bullet.end() :], notes=notes)
            continue
        if strong:
            heading = group[0].strong > 0 and _titles(text, (".", ";", "!", "?"))
        else:  # nothing but the space around it tells a heading
            alone = len(group) == 1 and group[0].gap and (after is None or after[0].gap)
            number = starts_with_number(text)
            clause = number is not None and "." in number
            heading = alone and not clause and _titles(text, (*_STOPS, ","))
        yield Block(text, heading and not group[0].row, notes=notes)


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of each paragraph, without those of a list of contents."""
    tidied = [replace(line, text=" ".join(line.text.split())) for line in lines]
    contents = entries([line.text for line in tidied])
    groups: list[list[Line]] = []
    for at, line in enumerate(tidied):
        if at in contents:
            continue
        if groups and not (line.fresh or line.row) and not begins(line, groups[-1]):
            groups[-1].append(line)
        elif line.text:
            groups.append([line])
    return groups


def begins(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line begins a paragraph after others; all are without white space around them."""
    before = group[-1]
    if line.gap or line.strong != before.strong or _BULLET.match(line.text):
        return True
    if counts_on(line.text, group[0].text):
        return True
    number = starts_with_number(line.text)
    if before.text.endswith(_STOPS):
        return number is not None or is_item(line.text)
    if number is None:
        return first_item(line.text) and not _speaks_of_more(before)
    return "." in number and not _speaks_of_more(before)


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
        if groups and (
            block.heading or not begins(Line(line), [Line(told) for _, told in groups[-1]])
        ):
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


def _speaks_of_more(before: Line) -> bool:
    """Whether a number or letter after this line is one that its sentence speaks of."""
    last = before.text.rpartition(" ")[2].casefold()
    return last in _SPOKEN_OF or last.endswith(",")


def _titles(text: str, never: tuple[str, ...]) -> bool:
    return len(text.split()) <= _HEADING_WORDS and not text.endswith(never)


def plain_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a plain text; an empty line or a drawn one ends one.

    Where lines are longer than programs break them, as Google Docs saves them, each is its own.
    """
    written = plain_notes(text)
    told = written.text.splitlines()
    whole = max(map(len, told), default=0) > _BROKEN_AT
    gap = True
    lines = []
    for words in told:
        drawn = _RULE.fullmatch(words) is not None
        if words.strip() and not drawn:
            shown, notes = written.taken(words)
            lines.append(Line(shown, gap, fresh=whole, row=_row(words), notes=notes))
        gap = drawn or not words.strip()
    return line_blocks(lines)


def _row(words: str) -> bool:
    """Whether a line has cells, and not only space behind its number or bullet."""
    first = _CELLS.search(words)
    if first is None:
        return False
    begun = words[: first.start() + 1].strip()
    return not (begun.rstrip(".):").replace(".", "").isdigit() or len(begun) < _SHORTEST_CELL)
