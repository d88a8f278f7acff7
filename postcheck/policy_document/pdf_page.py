"""The lines of a PDF's page: what is printed at one height, with its size and its raised marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from postcheck.policy_document.items import is_item
from postcheck.policy_document.numbering import starts_with_number

MARK = r"[1-9]\d{0,2}|[ivx]{1,5}|[*†‡§]"
"""What stands before a note and, raised and small, where it belongs."""
RAISED = "\ue000{}\ue001"
"""How such a mark stands in a line, so that a 2 that is squared is none of them in the end."""
_SMALL = 0.8
_CELLS_APART = 2.0
"""Sizes of letters between two cells of a row, at least."""
_HUNG = 7.0
"""So far from a number the words of its paragraph may begin."""
_WIDTHS = (0.52, 0.72)
"""Widths of small and of large letters, in sizes, as most fonts have them."""
_ROOM = 1.1
"""How much wider than that words may be."""
_SHORTEST_CELL = 3
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)


@dataclass(slots=True)
class Piece:
    """One line of a page as it is printed; `row` says that it has cells as tables do."""

    text: str
    height: float
    size: float
    bold: bool
    row: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Gatherer:
    """Takes in what pypdf finds on a page, and puts it together line by line."""

    pieces: list[Piece] = field(default_factory=list)
    _open: Piece | None = None
    _end: float = 0.0

    def __call__(
        self, text: str, matrix: Sequence[float], place: Sequence[float], font: Any, size: float
    ) -> None:
        start = place[4] * matrix[0] + matrix[4]
        height = place[5] * matrix[3] + matrix[5]
        scale = abs(place[3] * matrix[3]) or 1.0
        for part in re.findall(r"[^\n]+|\n", text.translate(_LIGATURES)):
            if part == "\n":
                self.close()
                continue
            piece = Piece(part, height, size * scale, _bold(font))
            if self._open is None:
                self._open = piece
            else:
                self._add(self._open, piece, start)
            if part.strip():
                self._end = start + _ROOM * _width(part) * piece.size

    def _add(self, line: Piece, part: Piece, start: float) -> None:
        """Further words of a line."""
        mark = re.fullmatch(MARK, part.text.strip())
        if mark and part.size < _SMALL * line.size and part.height > line.height:
            line.text += RAISED.format(mark[0])
            return
        if re.fullmatch(MARK, line.text.strip()) and line.size < _SMALL * part.size:
            line.text, line.size, line.height = f"{line.text.strip()} ", part.size, part.height
        elif part.text.strip():
            apart = _HUNG if _only_numbers(line.text) else _CELLS_APART
            line.row = line.row or start > self._end + apart * part.size
        line.text += part.text
        line.bold &= part.bold or not part.text.strip()

    def close(self) -> None:
        if self._open is not None and self._open.text.strip():
            self.pieces.append(self._open)
        self._open = None


def pieces_of(page: Any) -> list[Piece]:
    """The lines of a page in the order of the file, which is that of reading."""
    gatherer = _Gatherer()
    page.extract_text(visitor_text=gatherer)
    gatherer.close()
    return gatherer.pieces


def _bold(font: Any) -> bool:
    name = str((font or {}).get("/BaseFont", ""))
    return re.search(r"bold|black|heavy", name, re.IGNORECASE) is not None


def _width(text: str) -> float:
    return sum(_WIDTHS[letter.isupper()] for letter in text)


def _only_numbers(text: str) -> bool:
    """Whether words hang behind what stands alone here: a number, a letter or a bullet."""
    alone = f"{text.strip()} x"
    return (
        len(text.strip()) < _SHORTEST_CELL
        or is_item(alone)
        or starts_with_number(alone) is not None
    )
