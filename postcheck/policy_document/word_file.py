"""Word files (DOCX) to blocks, by python-docx, which comes with the extra `documents`."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from postcheck.documents.files import readable
from postcheck.errors import InputError, Problem
from postcheck.policy_document.blocks import Block
from postcheck.policy_document.extra import needed
from postcheck.policy_document.word_numbers import Numbers

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_MOST_UNPACKED = 100 * 1024 * 1024
_HEADINGS = ("Heading", "Title")
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, ValueError, TypeError, AttributeError),
)
"""What zipfile and python-docx raise for files that they cannot make out, besides lxml's own."""


def word_blocks(data: bytes, name: str) -> list[Block]:
    """The paragraphs of a Word file, with the numbers that Word gives them. Raises InputError."""
    with needed(name, "Word files"):
        import docx
        from docx.text.paragraph import Paragraph
        from lxml.etree import LxmlError
    try:
        _prove_size(data, name)
        document = docx.Document(io.BytesIO(data))
        return list(_blocks(Numbers(document), _paragraphs(document, Paragraph)))
    except (*_DAMAGE, LxmlError):
        message = "the file is damaged, or no Word file"
        remedy = "open it in Word, save it again as .docx, and import that"
        raise InputError(Problem(message, name, remedy=remedy)) from None


def _blocks(numbers: Numbers, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    for paragraph in paragraphs:
        number = numbers.of(paragraph)
        text = paragraph.text.strip()
        if text:
            yield Block(text, _is_heading(paragraph), number)


def _prove_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(item.file_size for item in archive.infolist())
    if size > _MOST_UNPACKED:
        message = f"unpacked the file is larger than {readable(_MOST_UNPACKED)}"
        raise InputError(Problem(message, name))


def _paragraphs(container: Any, kind: type[Paragraph]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, also in the cells of tables."""
    for part in container.iter_inner_content():
        if isinstance(part, kind):
            yield part
            continue
        done = set()
        for row in part.rows:
            for cell in row.cells:
                if cell._tc not in done:  # a merged cell is told of once for each column
                    done.add(cell._tc)
                    yield from _paragraphs(cell, kind)


def _is_heading(paragraph: Paragraph) -> bool:
    """Styled as a heading, or short and wholly in bold letters."""
    if paragraph.style is not None and (paragraph.style.name or "").startswith(_HEADINGS):
        return True
    runs = [run for run in paragraph.runs if run.text.strip()]
    bold = bool(runs) and all(run.bold for run in runs)
    return bold and len(paragraph.text.split()) <= 12 and not paragraph.text.strip().endswith(".")
