"""Drafts in JSON: one object in a file, or one in each line."""

from __future__ import annotations

from postcheck.documents.json_text import load_json
from postcheck.drafts.formats.raw import RawDraft, shifted
from postcheck.errors import InputError


def parse_json_draft(text: str, name: str) -> RawDraft:
    """One JSON object."""
    return RawDraft(name, text, load_json(text, name))


def parse_json_line(text: str, name: str, line: int) -> RawDraft:
    """One line of a JSON lines file, the lines counted from 1."""
    try:
        return RawDraft(name, text, load_json(text, name), line=line)
    except InputError as error:
        raise InputError([shifted(problem, line) for problem in error.problems]) from None
