"""PDF to blocks, by pypdf, which comes with the extra `documents`."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from postcheck.errors import InputError, Problem
from postcheck.policy_document.blocks import Block
from postcheck.policy_document.extra import needed
from postcheck.policy_document.lines import Line, line_blocks

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 500
_EDGE = 3
"""Lines at the top and at the foot of a page; those that repeat are no text of the policy."""
_GAP = 1.6
"""Line heights from one line to the next, from which there is a gap between them."""
_LARGER = 1.15
_DAMAGE = (AssertionError, RecursionError, LookupError, ValueError, TypeError, AttributeError)
"""What pypdf raises for torn files besides its own errors."""


@dataclass(slots=True)
class _Piece:
    """One line of a page as it is printed."""

    text: str
    height: float
    size: float
    bold: bool


def pdf_blocks(data: bytes, name: str) -> Iterator[Block]:
    """The paragraphs of a PDF. Raises InputError when its words cannot be had."""
    reader = _opened(data, name)
    with _sound(name):
        pages = [_pieces(page) for page in reader.pages]
    if not any(pages):
        remedy = "import the file that it was made from, or a copy with text recognised"
        message = "the PDF holds no text: its pages are pictures, as a scanner makes them"
        raise InputError(Problem(message, name, remedy=remedy))
    return line_blocks(_lines(_without_edges(pages)))


def _opened(data: bytes, name: str) -> PdfReader:
    with needed(name, "PDF"):
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    locked = Problem(
        "the PDF is locked with a password",
        name,
        remedy="save a copy without one, and import that",
    )
    try:
        with _sound(name):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(locked)
            count = len(reader.pages)
    except DependencyError:  # a lock that it has no key for, though nobody may have set a password
        raise InputError(locked) from None
    if count > _MOST_PAGES:
        message = f"the PDF has {count:,} pages, and at most {_MOST_PAGES} are read"
        raise InputError(Problem(message, name, remedy="import the pages of the policy alone"))
    return reader


@contextmanager
def _sound(name: str) -> Iterator[None]:
    """Read with pypdf in here. Raises InputError for what it cannot make out."""
    from pypdf.errors import PyPdfError

    try:
        yield
    except (PyPdfError, *_DAMAGE):
        message = "the PDF is damaged and cannot be read"
        remedy = "open it, print it to a new PDF, and import that"
        raise InputError(Problem(message, name, remedy=remedy)) from None


@dataclass(slots=True)
class _Gatherer:
    """Takes in what pypdf finds on a page, and puts it together line by line."""

    pieces: list[_Piece] = field(default_factory=list)
    _open: _Piece | None = None

    def __call__(
        self, text: str, matrix: Sequence[float], place: Sequence[float], font: Any, size: float
    ) -> None:
        for part in re.findall(r"[^\n]+|\n", text):
            if part == "\n":
                self.close()
            elif self._open is None:
                height = place[5] * matrix[3] + matrix[5]
                scale = abs(place[3] * matrix[3]) or 1.0
                self._open = _Piece(part, height, size * scale, _bold(font))
            else:
                self._open.text += part
                self._open.bold &= _bold(font) or not part.strip()

    def close(self) -> None:
        if self._open is not None and self._open.text.strip():
            self.pieces.append(self._open)
        self._open = None


def _pieces(page: Any) -> list[_Piece]:
    gatherer = _Gatherer()
    page.extract_text(visitor_text=gatherer)
    gatherer.close()
    return gatherer.pieces


def _bold(font: Any) -> bool:
    name = str((font or {}).get("/BaseFont", ""))
    return re.search(r"bold|black|heavy", name, re.IGNORECASE) is not None


def _without_edges(pages: Sequence[list[_Piece]]) -> list[list[_Piece]]:
    """The pages without their numbers, and without the lines that most repeat at an edge."""
    edges = [_edges(page) for page in pages]
    seen = Counter(text for edge in edges for text in set(edge.values()))
    least = max(2, len(pages) // 2)
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        repeated = {at for at, text in edge.items() if seen[text] >= least and len(pages) > 1}
        kept.append([piece for at, piece in enumerate(page) if at not in repeated])
    return kept


def _edges(page: Sequence[_Piece]) -> dict[int, str]:
    """The highest and the lowest plain lines of a page, with all numbers in them alike."""
    plain = (at for at in range(len(page)) if not page[at].bold)
    by_height = sorted(plain, key=lambda at: page[at].height)
    found = {*by_height[:_EDGE], *by_height[-_EDGE:]}
    return {at: re.sub(r"\d+", "0", " ".join(page[at].text.split())) for at in found}


def _lines(pages: Iterable[Sequence[_Piece]]) -> Iterator[Line]:
    pages = list(pages)
    sizes = Counter(round(piece.size, 1) for page in pages for piece in page)
    usual = sizes.most_common(1)[0][0] if sizes else 1.0
    drops = Counter(
        round(before.height - piece.height)
        for page in pages
        for before, piece in pairwise(page)
        if 0 < before.height - piece.height < 4 * usual
    )
    pitch = drops.most_common(1)[0][0] if drops else usual
    for page in pages:
        before: _Piece | None = None
        for piece in page:
            gap = before is not None and abs(before.height - piece.height) > _GAP * pitch
            yield Line(piece.text, gap, piece.bold or piece.size > _LARGER * usual)
            before = piece
