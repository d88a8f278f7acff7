"""The file that keeps the organisation's document (`policy_document` in postcheck.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from postcheck.config.find import Sources, shown
from postcheck.documents.files import read_text
from postcheck.documents.read import read_yaml
from postcheck.errors import InputError
from postcheck.policy_document.model import PolicyDocument

DEFAULT_NAME = "policy-document.yaml"
MAX_KEPT_BYTES = 20 * 1024 * 1024
_OPENING = """\
# The organisation's own policy, written by `postcheck policy import`. `clauses` says where each
# clause of the rules stands in it: correct an `at` that is wrong, and add one that is missing.
"""


def document_path(sources: Sources) -> Path:
    """Where the document is kept: as configured, else beside the configuration."""
    folder = sources.folder or Path()
    return folder / (sources.config.policy_document or DEFAULT_NAME)


def kept_document(sources: Sources) -> PolicyDocument | None:
    """The document that the configuration names, or None. Raises InputError."""
    if sources.config.policy_document is None:
        return None
    path = document_path(sources)
    if not path.is_file():
        message = f"`policy_document` names {shown(path)}, and there is no such file"
        remedy = "make it with `postcheck policy import`, or take the key out"
        raise InputError(sources.problem(message, ("policy_document",), remedy=remedy))
    return read_document(path)


def read_document(path: Path) -> PolicyDocument:
    """Read such a file. Raises InputError."""
    name = shown(path)
    return read_yaml(name, read_text(path, name, MAX_KEPT_BYTES), PolicyDocument)


def as_yaml(document: PolicyDocument) -> str:
    """The document as its file holds it."""
    values = document.model_dump(by_alias=True, exclude_none=True, mode="python")
    values["clauses"] = {name: _Line(kept) for name, kept in values["clauses"].items()}
    return _OPENING + yaml.dump(
        _plain(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110
    )


class _Line(dict[str, Any]):
    """Keys with values that are written in one line."""


class _Dumper(yaml.SafeDumper):
    """Writes texts of several paragraphs paragraph by paragraph."""


def _line(dumper: yaml.SafeDumper, line: _Line) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", line, flow_style=True)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Line, _line)


def _plain(value: Any) -> Any:
    """Lists for tuples, which YAML does not know."""
    if isinstance(value, Mapping) and not isinstance(value, _Line):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
