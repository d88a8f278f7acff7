"""The footnotes and endnotes of a Word file, which keeps them in parts of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from postcheck.policy_document.word_text import W, runs, text_of

if TYPE_CHECKING:
    from docx.document import Document

_KINDS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


class Notes:
    """Gives the text of each note at the place that speaks of it."""

    def __init__(self, document: Document) -> None:
        self._notes = {place: text for part in _parts(document) for place, text in _texts(part)}

    def of(self, paragraphs: Iterable[Any]) -> Iterator[tuple[int, str]]:
        """The notes of paragraphs that are one, each with the line that its mark stands in."""
        line = 0
        for paragraph in paragraphs:
            for run in runs(paragraph):
                line += text_of(run).count("\n")
                for child in run:
                    text = self._notes.get((_KINDS.get(child.tag), child.get(f"{W}id")))
                    if text:
                        yield line, text


def _parts(document: Document) -> Iterator[Any]:
    from docx.oxml import parse_xml

    for related in document.part.rels.values():
        kind = related.reltype.rpartition("/")[2]
        if kind in ("footnotes", "endnotes") and not related.is_external:
            yield parse_xml(related.target_part.blob)


def _texts(part: Any) -> Iterator[tuple[tuple[str | None, str | None], str]]:
    """The notes of a part. Lines that part notes from the text are there too, but without words."""
    for kind in _KINDS.values():
        for note in part.iterfind(f"{W}{kind}"):
            paragraphs = ("".join(map(text_of, runs(one))) for one in note.iter(f"{W}p"))
            text = " ".join(" ".join(paragraphs).split())
            yield (kind, note.get(f"{W}id")), text
