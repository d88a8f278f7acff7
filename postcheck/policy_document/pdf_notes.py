"""Notes at the foot of a PDF's pages or at its end, brought to where their marks stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postcheck.policy_document.pdf_page import MARK, RAISED, Piece

_SMALLER = 0.95
_NOTE = re.compile(rf"\s*(?P<mark>{MARK})\s+(?P<text>\S.*)")
_RAISED = re.compile(RAISED.format("(.+?)"))


@dataclass(slots=True)
class _Note:
    mark: str
    lines: list[Piece]

    @property
    def text(self) -> str:
        """Its words in one line."""
        words = " ".join(piece.text for piece in self.lines)
        found = _NOTE.match(words)
        return " ".join((found["text"] if found else words).split())


def bring_notes(pages: Sequence[list[Piece]], usual: float) -> list[list[Piece]]:
    """The pages without the notes that a raised mark speaks of: these go to its line.

    Notes are printed smaller than the text, or are the last of their page. One that nothing speaks
    of stays where it is.
    """
    waiting: list[tuple[str, Piece]] = []
    kept = []
    for page in pages:
        marks = [(mark, piece) for piece in page for mark in _RAISED.findall(piece.text)]
        notes = list(_small_notes(page, _SMALLER * usual))
        notes = notes or _last_notes(page, [mark for mark, _ in marks])
        waiting += marks
        gone: set[int] = set()
        for note in notes:
            at = next((at for at, (mark, _) in enumerate(waiting) if mark == note.mark), None)
            if at is not None:
                _, piece = waiting.pop(at)
                piece.notes.append(note.text)
                piece.text = piece.text.replace(RAISED.format(note.mark), "", 1)
                gone |= {id(line) for line in note.lines}
        kept.append([piece for piece in page if id(piece) not in gone])
    for _, piece in waiting:
        piece.text = _RAISED.sub(r"\1", piece.text)
    return kept


def _last_notes(page: Sequence[Piece], marks: Sequence[str]) -> list[_Note]:
    """The notes at the end of a page which begin with just its marks, however large they are."""
    notes: list[_Note] = []
    end = at = len(page)
    for mark in reversed(marks):
        while at > 0:
            at -= 1
            found = _NOTE.match(page[at].text)
            if found and found["mark"] == mark and not page[at].bold:
                notes.insert(0, _Note(mark, list(page[at:end])))
                end = at
                break
    return notes if len(notes) == len(marks) else []


def _small_notes(page: Sequence[Piece], largest: float) -> Iterator[_Note]:
    """What may be notes on a page: small lines from one with a mark to the next or the end."""
    note: _Note | None = None
    for piece in page:
        found = _NOTE.match(piece.text)
        small = piece.size <= largest
        if note is not None and small and found is None:
            note.lines.append(piece)
            continue
        if note is not None:
            yield note
        note = _Note(found["mark"], [piece]) if small and found else None
    if note is not None:
        yield note
