"""The body of a Word file to blocks: paragraphs, tables and text boxes in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.lines import unbroken
from postcheck.policy_document.numbering import starts_with_number
from postcheck.policy_document.word_notes import Notes
from postcheck.policy_document.word_numbers import Numbers
from postcheck.policy_document.word_text import W, boxes, ends, runs, shown_children, text_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_HEADINGS = ("heading", "title")
_CONTENTS = ("toc ", "contents ")
_HEADING_WORDS = 12
_BODY_LEVEL = 9
"""The level in the outline of what is no heading."""


class Body:
    """Reads a document from its first paragraph to its last, so that lists are counted in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = Numbers(document)
        self._notes = Notes(document)

    def blocks(self) -> Iterator[Block]:
        """Every paragraph that has words, or at least a note."""
        found = self._of(self._document.element.body)
        return (block for block in found if block.text or block.notes)

    def _of(self, container: Any, *, celled: bool = False) -> Iterator[Block]:
        """What a container holds; a number whose paragraph is empty is a block without words.

        In one of several cells of a row bold letters make no heading.
        """
        joined: list[Any] = []
        for child in shown_children(container):
            if child.tag == f"{W}p":
                joined.append(child)
                if ends(child):
                    yield from self._paragraph(joined, celled)
                    joined = []
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            else:
                yield from self._of(child, celled=celled)
        if joined:
            yield from self._paragraph(joined, celled)

    def _paragraph(self, parts: Sequence[Any], celled: bool) -> Iterator[Block]:
        """One paragraph, or several that are one since the marks between them were deleted."""
        from docx.text.paragraph import Paragraph

        shown = [part for part in parts if _text(part).strip()]
        if not shown and ends(parts[-1]):
            shown = [parts[-1]]
        paragraphs = [Paragraph(part, self._document._body) for part in shown]
        if paragraphs and not _of_contents(paragraphs[0]):
            counted = (self._numbers.of(paragraph) for paragraph in paragraphs)
            number = next((number for number in counted if number is not None), None)
            text = "".join(map(_text, parts))
            heading = _is_heading(paragraphs[0], text.strip(), celled)
            yield from unbroken(Block(text, heading, number), list(self._notes.of(parts)))
        for run in chain.from_iterable(map(runs, parts)):
            for box in boxes(run):
                yield from self._of(box)

    def _table(self, table: Any) -> Iterator[Block]:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                cells = list(_inside(row, f"{W}tc"))
                if len(cells) == 1:
                    yield from self._of(cells[0])
                else:
                    yield from _row([list(self._of(cell, celled=True)) for cell in cells])


def _row(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """A row that begins with a few words, such as the name of a role, is one block."""
    blocks = list(_carried(chain.from_iterable(cells)))
    told = [block for block in blocks if block.text]
    first = next((cell for cell in cells if any(block.text for block in cell)), ())
    several = any(block.heading or _number_of(block) for block in told[1:])
    if len(told) < 2 or several or len(first) > 1 or len(first[0].text.split()) > _HEADING_WORDS:
        yield from blocks
        return
    if (number := _number_of(told[0])) and "." not in number:  # a section with its heading
        yield from blocks
        return
    notes = tuple(chain.from_iterable(block.notes for block in blocks))
    yield replace(told[0], text="\n".join(block.text for block in told), notes=notes)


def _carried(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a row; a number that stands in a cell before them is the number of the next."""
    carried: Block | None = None
    begun = False
    for block in blocks:
        if not begun and (number := _number_alone(block)):
            carried = replace(block, number=number)
            continue
        if carried is not None and block.text:
            yield block if _number_of(block) else replace(block, number=carried.number)
            carried = None
        else:
            yield block
        begun = begun or bool(block.text)
    if carried is not None:
        yield replace(carried, number=None)


def _number_of(block: Block) -> str | None:
    return block.number or starts_with_number(block.text)


def _number_alone(block: Block) -> str | None:
    """The number of a block that says nothing else. A mere 7 may count anything."""
    if not block.text:
        return block.number
    bare = block.text.rstrip(".):")
    if bare.isdigit() and bare == block.text:
        return None
    return bare if starts_with_number(f"{bare}. x") == bare else None


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, also in controls; none of tables within."""
    for child in shown_children(element):
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tr", f"{W}tc"):
            yield from _inside(child, tag)


def _text(paragraph: Any) -> str:
    return "".join(map(text_of, runs(paragraph)))


def _of_contents(paragraph: Paragraph) -> bool:
    """Whether a line belongs to a list of contents, which tells every heading a second time."""
    name = paragraph.style.name if paragraph.style is not None else None
    return (name or "").casefold().startswith(_CONTENTS)


def _is_heading(paragraph: Paragraph, text: str, celled: bool) -> bool:
    """Styled as a heading, or short and wholly in bold letters, and then not in a table's cell."""
    from docx.text.run import Run

    if _styled_as_heading(paragraph):
        return True
    if celled:
        return False
    told = [Run(run, paragraph) for run in runs(paragraph._p) if text_of(run).strip()]
    bold = bool(told) and all(run.bold for run in told)
    return bold and len(text.split()) <= _HEADING_WORDS and not text.endswith(".")


def _styled_as_heading(paragraph: Paragraph) -> bool:
    """By the name of its style or of one that this is made from, or by its level in the outline.

    The names of Word's own styles are English in the file, whatever language Word speaks.
    """
    level = _outline_level(paragraph._p)
    style: ParagraphStyle | None = paragraph.style
    while level is None and style is not None:
        if (style.name or "").casefold().startswith(_HEADINGS):
            return True
        level = _outline_level(style.element)
        style = style.base_style
    return level is not None and level < _BODY_LEVEL


def _outline_level(element: Any) -> int | None:
    found = element.find(f"{W}pPr/{W}outlineLvl")
    level = None if found is None else found.get(f"{W}val")
    return int(level) if level and level.isdigit() else None
