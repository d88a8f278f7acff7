"""Markdown to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from postcheck.policy_document.blocks import Block
from postcheck.policy_document.lines import unbroken
from postcheck.policy_document.written_notes import WrittenNotes, marked_notes

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*\n")
"""What programs keep for themselves before a text, such as its title and date."""
_ANCHOR = re.compile(r"\s*\{#[^}\s]*\}$")
"""Google Docs writes the address of each heading behind it."""
_BOX = re.compile(r"\[[ xX]?\]\s+")


def marked_blocks(text: str) -> Iterator[Block]:
    """The paragraphs, bullets, rows and headings of a Markdown text, without its signs."""
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    notes = marked_notes(text[front.end() :] if front and ":" in front[0] else text)
    parser = MarkdownIt("commonmark").enable("table")
    notes.notes = {
        mark: " ".join(" ".join(map(_plain, parser.parse(note))).split())
        for mark, note in notes.notes.items()
    }
    reader = _Reader(notes)
    for token in parser.parse(notes.text):
        yield from reader.read(token)


@dataclass(slots=True)
class _Reader:
    """Reads one token after the other; the cells of a row become one block."""

    notes: WrittenNotes
    _heading: bool = False
    _numbers: list[str | None] = field(default_factory=list)
    _cells: list[str] | None = None

    def read(self, token: Token) -> Iterator[Block]:
        if token.type == "heading_open":
            self._heading = True
        elif token.type == "list_item_open":
            self._numbers.append(token.info or None)
        elif token.type == "list_item_close":
            self._numbers.pop()
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close":
            row, self._cells = "\n".join(filter(None, self._cells or ())), None
            if row:
                yield self._block(row)
        elif token.type == "inline" and self._cells is not None:
            self._cells.append(" ".join(_plain(token).split()))
        elif token.type == "inline":
            yield from self._paragraph(_plain(token))
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Block(token.content)

    def _paragraph(self, words: str) -> Iterator[Block]:
        """A paragraph; lines go on after a space unless they begin a clause, however they end."""
        words = _BOX.sub("", words, count=1) if self._numbers and _BOX.match(words) else words
        if self._heading:
            words = _ANCHOR.sub("", words)
        if words.strip():
            number = self._numbers[-1] if self._numbers else None
            for block in unbroken(Block(words, self._heading, number)):
                yield self._block(" ".join(block.text.split()), block)
        self._heading = False
        if self._numbers and words.strip():  # further paragraphs of the item go on with it
            self._numbers[-1] = None

    def _block(self, words: str, block: Block | None = None) -> Block:
        text, notes = self.notes.taken(words)
        return replace(block or Block(""), text=text, notes=notes)


def _plain(token: Token) -> str:
    """The words of a paragraph, line by line."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
    return "".join(parts).strip()
