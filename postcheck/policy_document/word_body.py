"""The body of a Word file to blocks: paragraphs, tables and text boxes in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.lines import Line, begins
from postcheck.policy_document.numbering import starts_with_number
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

    def blocks(self) -> Iterator[Block]:
        """Every paragraph that has words."""
        return (block for block in self._of(self._document.element.body) if block.text)

    def _of(self, container: Any) -> Iterator[Block]:
        """What a container holds; a number whose paragraph is empty is a block without words."""
        joined: list[Any] = []
        for child in shown_children(container):
            if child.tag == f"{W}p":
                joined.append(child)
                if ends(child):
                    yield from self._paragraph(joined)
                    joined = []
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            else:
                yield from self._of(child)
        if joined:
            yield from self._paragraph(joined)

    def _paragraph(self, parts: Sequence[Any]) -> Iterator[Block]:
        """One paragraph, or several that are one since the marks between them were deleted."""
        from docx.text.paragraph import Paragraph

        shown = [part for part in parts if _text(part).strip()]
        if not shown and ends(parts[-1]):
            shown = [parts[-1]]
        paragraphs = [Paragraph(part, self._document._body) for part in shown]
        if paragraphs and not _of_contents(paragraphs[0]):
            counted = (self._numbers.of(paragraph) for paragraph in paragraphs)
            number = next((number for number in counted if number is not None), None)
            text = "".join(map(_text, parts)).strip()
            yield from _lines(Block(text, _is_heading(paragraphs[0], text), number))
        for run in chain.from_iterable(map(runs, parts)):
            for box in boxes(run):
                yield from self._of(box)

    def _table(self, table: Any) -> Iterator[Block]:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                cells = list(_inside(row, f"{W}tc"))
                blocks = chain.from_iterable(self._of(cell) for cell in cells)
                yield from _row(blocks) if len(cells) > 1 else blocks


def _row(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a row; a number that stands in a cell before them is the number of the next."""
    carried: Block | None = None
    begun = False
    for block in blocks:
        if not begun and (number := _number_alone(block)):
            carried = replace(block, number=number)
            continue
        if carried is not None and block.text:
            numbered = block.number is not None or starts_with_number(block.text)
            yield block if numbered else replace(block, number=carried.number)
            carried = None
        else:
            yield block
        begun = begun or bool(block.text)
    if carried is not None:
        yield replace(carried, number=None)


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


def _lines(block: Block) -> Iterator[Block]:
    """A block, or several where lines that begin a clause are only broken off by hand."""
    if block.heading or "\n" not in block.text:
        yield block
        return
    lines = [line for line in block.text.split("\n") if line.strip()]
    groups = [[lines[0]]]
    for line in lines[1:]:
        if begins(Line(line.strip()), Line(groups[-1][-1].strip())):
            groups.append([line])
        else:
            groups[-1].append(line)
    first, *more = ("\n".join(group) for group in groups)
    yield replace(block, text=first)
    yield from map(Block, more)


def _text(paragraph: Any) -> str:
    return "".join(map(text_of, runs(paragraph)))


def _of_contents(paragraph: Paragraph) -> bool:
    """Whether a line belongs to a list of contents, which tells every heading a second time."""
    name = paragraph.style.name if paragraph.style is not None else None
    return (name or "").casefold().startswith(_CONTENTS)


def _is_heading(paragraph: Paragraph, text: str) -> bool:
    """Styled as a heading, or short and wholly in bold letters."""
    from docx.text.run import Run

    if _styled_as_heading(paragraph):
        return True
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
