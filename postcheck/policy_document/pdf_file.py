"""PDF to blocks, by pypdf, which comes with the extra `documents`."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from postcheck.errors import InputError, Problem
from postcheck.policy_document.blocks import Block
from postcheck.policy_document.extra import needed
from postcheck.policy_document.lines import Line, line_blocks
from postcheck.policy_document.numbering import starts_with_number
from postcheck.policy_document.pdf_notes import bring_notes
from postcheck.policy_document.pdf_page import Piece, pieces_of

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 500
_EDGE = 3
"""Lines at the top and at the foot of a page; those that repeat are no text of the policy."""
_APART = 2.5
"""Sizes of letters, from which on a line no longer belongs to the edge as the one before does."""
_SAME_HEIGHT = 5
_Place = tuple[tuple[int, str], ...]
"""Heights and words of lines, from the edge inward, with all numbers but those of clauses alike."""
_PAGE = re.compile(r"(.{0,80}\W)?page 0( (of|/) 0)?", re.IGNORECASE)
"""Such a line, with 0 for every number, tells the page even where there is no other page."""
_GAP = 1.6
"""Line heights from one line to the next, from which there is a gap between them."""
_LARGER = 1.15
_FULL = 0.7
"""Of the longest line, at least so much is in one that the next one goes on with."""
_ENOUGH = 8
"""Full lines of which the distance to the next is trusted."""
_DAMAGE = (AssertionError, RecursionError, LookupError, ValueError, TypeError, AttributeError)
"""What pypdf raises for torn files besides its own errors."""


def pdf_blocks(data: bytes, name: str) -> Iterator[Block]:
    """The paragraphs of a PDF. Raises InputError when its words cannot be had."""
    reader = _opened(data, name)
    with _sound(name):
        pages = [pieces_of(page) for page in reader.pages]
    if not any(pages):
        remedy = "import the file that it was made from, or a copy with text recognised"
        message = "the PDF holds no text: its pages are pictures, as a scanner makes them"
        raise InputError(Problem(message, name, remedy=remedy))
    kept = _without_edges(pages)
    usual = _usual(kept)
    return line_blocks(_lines(bring_notes(kept, usual), usual))


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


def _without_edges(pages: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pages without their numbers, and without the lines that most repeat at an edge."""
    edges = [[*_edge(page, top=True), *_edge(page, top=False)] for page in pages]
    seen = Counter(place for edge in edges for place in {place for _, place in edge})
    least = max(2, len(pages) // 2)
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        gone = {at for at, place in edge if seen[place] >= least or _PAGE.fullmatch(place[-1][1])}
        kept.append([piece for at, piece in enumerate(page) if at not in gone])
    return kept


def _edge(page: Sequence[Piece], *, top: bool) -> Iterator[tuple[int, _Place]]:
    """The outermost lines of a page, each with where it and those further out stand.

    So a line within the text is not taken for one of the edge because pages repeat it somewhere.
    """
    order = sorted(range(len(page)), key=lambda at: page[at].height, reverse=top)
    place: _Place = ()
    height = page[order[0]].height if order else 0.0
    for at in order[:_EDGE]:
        if abs(height - page[at].height) > _APART * page[at].size:
            return
        height = page[at].height
        words = " ".join(page[at].text.split())
        if starts_with_number(words) is None:
            words = re.sub(r"\d+", "0", words)
        place = (*place, (round(page[at].height / _SAME_HEIGHT), words))
        yield at, place


def _usual(pages: Iterable[Sequence[Piece]]) -> float:
    """The size of most lines."""
    sizes = Counter(round(piece.size, 1) for page in pages for piece in page)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _pitch(pages: Sequence[Sequence[Piece]], usual: float) -> float:
    """How far it is from a line to the next of its paragraph.

    Full lines tell, as more of them follow; where there are few, the nearest lines that repeat do.
    """
    longest = max((len(piece.text) for page in pages for piece in page), default=0)
    drops = [
        (round(before.height - piece.height), len(before.text) >= _FULL * longest)
        for page in pages
        for before, piece in pairwise(page)
        if 0.9 * usual < before.height - piece.height < 4 * usual
    ]
    full = Counter(drop for drop, is_full in drops if is_full)
    if full.total() >= _ENOUGH:
        return full.most_common(1)[0][0]
    every = Counter(drop for drop, _ in drops)
    repeated = [drop for drop, times in every.items() if times > 1]
    return min(repeated or every, default=usual)


def _lines(pages: Sequence[Sequence[Piece]], usual: float) -> Iterator[Line]:
    pitch = _pitch(pages, usual)
    for page in pages:
        before: Piece | None = None
        for piece in page:
            gap = before is not None and abs(before.height - piece.height) > _GAP * pitch
            strong = int(piece.bold) + 2 * (piece.size > _LARGER * usual)
            if piece.row:
                strong = 0
            yield Line(piece.text, gap, strong, row=piece.row, notes=tuple(piece.notes))
            before = piece
