"""Markdown to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.policy_document.blocks import Block

if TYPE_CHECKING:
    from markdown_it.token import Token


def marked_blocks(text: str) -> Iterator[Block]:
    """The paragraphs, bullets and headings of a Markdown text, without its signs."""
    from markdown_it import MarkdownIt

    heading = False
    numbers: list[str | None] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "heading_open":
            heading = True
        elif token.type == "list_item_open":
            numbers.append(token.info or None)
        elif token.type == "list_item_close":
            numbers.pop()
        elif token.type == "inline" and (words := _plain(token)):
            yield Block(words, heading, numbers[-1] if numbers else None)
            heading = False
            if numbers:  # further paragraphs of the item go on with it
                numbers[-1] = None
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Block(token.content)


def _plain(token: Token) -> str:
    """The words of a paragraph; a line that ends softly or hard goes on after a space."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
    return " ".join("".join(parts).split())
