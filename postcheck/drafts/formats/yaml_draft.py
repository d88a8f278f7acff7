"""Drafts in YAML: one mapping in a file."""

from __future__ import annotations

from postcheck.documents.yaml_text import parse_yaml
from postcheck.drafts.formats.raw import RawDraft


def parse_yaml_draft(text: str, name: str) -> RawDraft:
    """One YAML mapping."""
    tree = parse_yaml(text, name)
    return RawDraft(name, text, tree.value, tree)
