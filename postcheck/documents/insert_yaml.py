"""One more entry in a list of a YAML mapping, with everything else left as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import yaml

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_MEANS_MORE = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def add_to_yaml(text: str, key: str, entry: Mapping[str, object]) -> str | None:
    """The text with an entry at the end of the list under a top key, which may be new.

    None where the mapping, or the entry's list, is written in a form that takes no more lines.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return _with_lines(text, len(text), [f"{key}:", *_item(entry, "  ")])
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    listed = next((value for name, value in root.value if name.value == key), None)
    if listed is None:
        if root.start_mark.column:
            return None
        return _with_lines(text, _end(root), [f"{key}:", *_item(entry, "  ")])
    if not isinstance(listed, yaml.SequenceNode):
        return None
    if listed.flow_style:
        stop = listed.end_mark.index - 1
        comma = ", " if listed.value else ""
        return text[:stop].rstrip() + comma + _flow(entry) + text[stop:]
    return _with_lines(text, _end(listed), _item(entry, " " * listed.start_mark.column))


def _with_lines(text: str, after: int, lines: list[str]) -> str:
    """Put lines behind the line in which the offset `after` is."""
    stop = text.find("\n", after - 1 if text[after - 1 : after] == "\n" else after)
    head, tail = (text, "") if stop < 0 else (text[: stop + 1], text[stop + 1 :])
    if head and not head.endswith("\n"):
        head += "\n"
    return head + "".join(f"{line}\n" for line in lines) + tail


def _end(node: yaml.Node) -> int:
    """Where the last value of a node ends: block collections claim the blank lines after them."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return end


def _item(entry: Mapping[str, object], indent: str) -> list[str]:
    keys = [f"{_flow(key)}: {_flow(value)}" for key, value in entry.items()]
    return [f"{indent}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(keys)]


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _MEANS_MORE:
        return text
    return json.dumps(text, ensure_ascii=False)
