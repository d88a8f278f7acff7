"""Drafts in plain text: the file is the text."""

from __future__ import annotations

from postcheck.documents.tree import Located, Node
from postcheck.drafts.formats.raw import RawDraft


def parse_plain(text: str, name: str) -> RawDraft:
    """A text alone; the rest comes from the configuration."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    tree = Located(name, text, Node(0, {}))
    return with_body(tree, text, 0)


def with_body(tree: Located, source: str, start: int) -> RawDraft:
    """A draft whose text is what stands in `source` from an offset on, without blank ends."""
    body = source[start:]
    lead = len(body) - len(body.lstrip())
    begin = start + source[start : start + lead].rfind("\n") + 1 if "\n" in body[:lead] else start
    text = source[begin:].rstrip()
    if isinstance(tree.root.value, dict):
        tree.root.value["text"] = text
        tree.root.children["text"] = Node(begin, text)
    line = source.count("\n", 0, begin) + 1
    return RawDraft(tree.name, source, tree.value, tree, text_line=line)
