"""What every kind of file becomes first: its paragraphs, in order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or bullet of a document.

    `number` is one that the file does not hold as text, as word processors number by themselves.
    `notes` are the footnotes and endnotes whose marks stand in it.
    """

    text: str
    heading: bool = False
    number: str | None = None
    notes: tuple[str, ...] = ()
