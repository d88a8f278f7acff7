"""Footnotes of texts, which stand at their end: `[^1]: so` in Markdown, `[1] so` in plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARKED = re.compile(r"\[\^(?P<mark>[^\]\s]+)\]:[ \t]*(?P<text>.*)")
_PLAIN = re.compile(r"\[(?P<mark>\d{1,3})\][ \t]+(?P<text>\S.*)")


@dataclass(slots=True)
class WrittenNotes:
    """The notes of a text by the marks that stand in it, and the text without them."""

    text: str
    notes: dict[str, str] = field(default_factory=dict)

    def taken(self, words: str) -> tuple[str, tuple[str, ...]]:
        """Words without the marks of notes, and these notes."""
        marks = [mark for mark in re.findall(r"\[\^?[^\]\s]+\]", words) if mark in self.notes]
        for mark in marks:
            words = words.replace(mark, "")
        return words, tuple(self.notes[mark] for mark in dict.fromkeys(marks))


def marked_notes(text: str) -> WrittenNotes:
    """The notes of a Markdown text; what is indented below the first line goes on with it."""
    return _read(text, _MARKED, "[^{}]")


def plain_notes(text: str) -> WrittenNotes:
    """The notes of a plain text, which end with an empty line."""
    read = _read(text, _PLAIN, "[{}]")
    read.notes = {mark: " ".join(note.split()) for mark, note in read.notes.items()}
    return read


def _read(text: str, form: re.Pattern[str], shape: str) -> WrittenNotes:
    read = WrittenNotes("")
    kept: list[str] = []
    mark, gap = "", False
    for line in text.splitlines():
        found = form.match(line)
        own = shape.format(found["mark"]) if found else ""
        if found and _spoken_of(own, text):
            mark, gap = own, False
            read.notes[mark] = found["text"].strip()
        elif mark and line.strip() and (not gap or (form is _MARKED and line[0] in " \t")):
            read.notes[mark] += f"\n{line.strip()}"
        elif mark and not line.strip():
            gap = True
        else:
            mark = ""
            kept.append(line)
    read.text = "\n".join(kept)
    return read


def _spoken_of(mark: str, text: str) -> bool:
    """Whether a mark stands in the text as well: what nobody speaks of stays where it is."""
    within = "" if mark.startswith("[^") else "(?<!^)"
    return re.search(rf"(?m){within}{re.escape(mark)}(?!:)", text) is not None
