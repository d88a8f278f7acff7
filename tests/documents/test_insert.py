"""One more entry in a list: where it goes, and that everything else stays as it is written."""

from __future__ import annotations

import json

import pytest

from postcheck.documents.insert_json import add_to_json
from postcheck.documents.insert_yaml import add_to_yaml
from postcheck.documents.json_text import load_json
from postcheck.documents.yaml_text import parse_yaml

ENTRY = {"a": "1", "b c": {"media[0]": "x: y", "no": "é"}}
LINES = '  - a: "1"\n    "b c": {"media[0]": "x: y", "no": "é"}\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"t": "x"}', '{"t": "x", "s": [<E>]}'),
        ('{"t": "x" }', '{"t": "x", "s": [<E>] }'),
        ('{"s": [], "t": 1}', '{"s": [<E>], "t": 1}'),
        ('{"s": [{"a": "]"}], "t": 1}', '{"s": [{"a": "]"}, <E>], "t": 1}'),
        ('{"t": "📚 }", "s": [1,2]}', '{"t": "📚 }", "s": [1,2, <E>]}'),
        ('{\n  "t": 1\n}\n', '{\n  "t": 1,\n  "s": [\n    <E>\n  ]\n}\n'),
        ('{\n\t"t": 1\n}', '{\n\t"t": 1,\n\t"s": [\n\t\t<E>\n\t]\n}'),
        ('{\n  "s": [\n    1\n  ]\n}', '{\n  "s": [\n    1,\n    <E>\n  ]\n}'),
    ],
)
def test_json_takes_an_entry(before: str, after: str) -> None:
    got = add_to_json(before, "s", ENTRY)
    head, tail = after.split("<E>")
    assert got.startswith(head)
    assert got.endswith(tail)
    assert json.loads(got[len(head) : len(got) - len(tail)]) == ENTRY
    value = load_json(before, "")
    assert isinstance(value, dict)
    assert load_json(got, "") == {**value, "s": [*value.get("s", []), ENTRY]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t: x\n", f"t: x\ns:\n{LINES}"),
        ("t: x", f"t: x\ns:\n{LINES}"),
        ("t: x # so\n\n# end\n", f"t: x # so\ns:\n{LINES}\n# end\n"),
        ("---\nt: x\n...\n", f"---\nt: x\ns:\n{LINES}...\n"),
        ("t: |\n  one\n  two\n", f"t: |\n  one\n  two\ns:\n{LINES}"),
        ("s:\n  - a: 📚\nt: x\n", f"s:\n  - a: 📚\n{LINES}t: x\n"),
        ("s:\n- a: 2\n  c: [3]\n# why\nt: x\n", "s:\n- a: 2\n  c: [3]\n<0># why\nt: x\n"),
        ("s: []\nt: x\n", 's: [{a: "1", "b c": {"media[0]": "x: y", "no": "é"}}]\nt: x\n'),
        ("s: [1]\n", 's: [1, {a: "1", "b c": {"media[0]": "x: y", "no": "é"}}]\n'),
        ("", f"s:\n{LINES}"),
        ("# nothing yet\n", f"# nothing yet\ns:\n{LINES}"),
    ],
)
def test_yaml_takes_an_entry(before: str, after: str) -> None:
    got = add_to_yaml(before, "s", ENTRY)
    assert got == after.replace("<0>", LINES.replace("\n  ", "\n")[2:])
    value = parse_yaml(before, "").value or {}
    assert isinstance(value, dict)
    assert parse_yaml(got, "").value == {**value, "s": [*value.get("s", []), ENTRY]}


@pytest.mark.parametrize("text", ["{t: x}\n", "- x\n", "  t: x\n", "s: one\n", "s:\n"])
def test_yaml_that_takes_no_more_lines_is_left_alone(text: str) -> None:
    assert add_to_yaml(text, "s", ENTRY) is None
