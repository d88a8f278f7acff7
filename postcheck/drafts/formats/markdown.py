"""Drafts in Markdown: front matter between two lines of `---`, then the text."""

from __future__ import annotations

import re

from postcheck.documents.tree import Located, Node
from postcheck.documents.yaml_text import parse_yaml
from postcheck.drafts.formats.plain import with_body
from postcheck.drafts.formats.raw import RawDraft
from postcheck.errors import InputError

_FRONT = re.compile(
    r"---[ \t]*\n(?P<keys>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(r"---[ \t]*(?:\n|\Z)")


def front_matter(text: str) -> tuple[int, int] | None:
    """Where the keys of a text's front matter begin and end, or None."""
    front = _FRONT.match(text)
    return front.span("keys") if front else None


def parse_markdown(text: str, name: str) -> RawDraft:
    """Front matter, if there is any, and a body that becomes the draft's `text`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    if front is None:
        tree = Located(name, text, Node(0, {}))
        if _OPENED.match(text):
            problem = tree.problem("the front matter is never closed", remedy="end it with `---`")
            raise InputError(problem)
        return with_body(tree, text, 0)
    # the first line opens a YAML document, so places in the front matter are those of the file
    tree = parse_yaml(text[: front.end("keys")], name)
    tree.text = text
    if tree.value is None:
        tree.root.value = {}
    if "text" in tree.root.children:
        message = "`text` is given twice: here and as the body of the file"
        tree.problems.append(tree.problem(message, ("text",), key=True, remedy="keep one"))
    return with_body(tree, text, front.end())
