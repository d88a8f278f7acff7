"""One more entry in a list of a JSON object, with everything else left as it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping

from postcheck.documents.json_text import parse_json
from postcheck.documents.tree import Node

_DECODER = json.JSONDecoder()


def add_to_json(text: str, key: str, entry: Mapping[str, object]) -> str:
    """The text with an entry at the end of the list under a top key, which may be new.

    The text must hold an object that parses, with at least one key, and a list where the key is.
    """
    root = parse_json(text, "").root
    listed = root.children.get(key)
    between = _before_last_key(text, root)
    unit = between[between.rfind("\n") + 1 :] or "  "
    if listed is None:
        end = _end(text, list(root.children.values())[-1])
        added = f",{between or ' '}{_quoted(key)}: {_laid_out([entry], between, unit)}"
        return text[:end] + added + text[end:]
    items = list(listed.children.values())
    if not items:
        end = _end(text, listed)
        return text[: listed.start] + _laid_out([entry], between, unit) + text[end:]
    gap = text[listed.start + 1 : items[0].start]
    end = _end(text, items[-1])
    return f"{text[:end]},{gap or ' '}{_laid_out(entry, gap, unit)}{text[end:]}"


def _before_last_key(text: str, root: Node) -> str:
    """The white space before the last key of the object: a line and its indentation, or none."""
    before = text[: list(root.keys.values())[-1]]
    return before[len(before.rstrip()) :]


def _laid_out(value: object, gap: str, unit: str) -> str:
    """JSON in one line, or in lines that are indented as those around it."""
    if "\n" not in gap:
        return json.dumps(value, ensure_ascii=False)
    indent = gap[gap.rfind("\n") + 1 :]
    return json.dumps(value, ensure_ascii=False, indent=unit).replace("\n", f"\n{indent}")


def _quoted(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def _end(text: str, node: Node) -> int:
    _, end = _DECODER.raw_decode(text, node.start)
    return end
