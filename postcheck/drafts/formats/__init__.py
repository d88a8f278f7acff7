"""The formats a draft may be written in: one file each, found by the file's ending."""

from __future__ import annotations

from collections.abc import Callable

from postcheck.drafts.formats.json_draft import parse_json_draft
from postcheck.drafts.formats.markdown import parse_markdown
from postcheck.drafts.formats.plain import parse_plain
from postcheck.drafts.formats.raw import RawDraft
from postcheck.drafts.formats.yaml_draft import parse_yaml_draft

Parser = Callable[[str, str], RawDraft]
"""A file's text and its display name to a raw draft. Raises InputError for broken syntax."""

PARSERS: dict[str, Parser] = {
    ".json": parse_json_draft,
    ".yaml": parse_yaml_draft,
    ".yml": parse_yaml_draft,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".txt": parse_plain,
}
LINES = ".jsonl"
ENDINGS = frozenset({*PARSERS, LINES})


def parser_for_text(text: str) -> Parser:
    """The parser for a text without a file name, by its first characters."""
    start = text.lstrip()
    if start.startswith("{"):
        return parse_json_draft
    return parse_markdown if start.startswith("---") else parse_plain
