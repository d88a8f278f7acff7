"""Places and values hold for every text: emoji, CRLF, byte order marks, nothing at all."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from postcheck.documents.json_text import load_json, parse_json
from postcheck.documents.read import read_yaml
from postcheck.documents.tree import Located, Node
from postcheck.drafts.formats.json_draft import parse_json_draft
from postcheck.drafts.formats.markdown import parse_markdown
from postcheck.drafts.formats.plain import parse_plain
from postcheck.drafts.model import Draft
from postcheck.errors import InputError

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("😀\r\n\t👩‍👧é"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def read_json(text: str) -> Draft:
    return parse_json_draft(text, "a").read()


def nodes(node: Node) -> list[Node]:
    return [node, *(below for child in node.children.values() for below in nodes(child))]


@given(VALUES, st.sampled_from([None, 1]), st.booleans(), st.sampled_from(["", "\ufeff"]))
def test_json_values_and_places(
    value: object, indent: int | None, ascii_only: bool, mark: str
) -> None:
    text = mark + json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert load_json(text, "a.json") == value
    tree = parse_json(text, "a.json")
    assert tree.value == value
    decoder = json.JSONDecoder()
    for node in nodes(tree.root):
        assert decoder.raw_decode(tree.text, node.start)[0] == node.value


@given(TEXTS)
def test_json_and_yaml_read_the_same_text(text: str) -> None:
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    from_json = read_json(json.dumps({"id": "a", "links": [text], "title": "b"}))
    assert read_yaml("a", f'id: a\nlinks: ["{escaped}"]\ntitle: b', Draft) == from_json


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (read_json, lambda text: read_yaml("a", text, Draft)):
        try:
            read(text)
        except InputError as error:
            assert error.problems
            for problem in error.problems:
                rows = text.removeprefix("\ufeff").split("\n")
                assert 1 <= (problem.line or 1) <= len(rows)
                assert (problem.column or 1) <= len(rows[(problem.line or 1) - 1]) + 1


@given(TEXTS, st.sampled_from(["", "\ufeff"]), st.sampled_from(["", "---\nkind: post\n---\n"]))
def test_bodies_keep_their_lines(body: str, mark: str, front: str) -> None:
    source = mark + front + body
    parse = parse_markdown if front else parse_plain
    raw = parse(source, "a.md")
    assert isinstance(raw.parsed, Located)
    assert isinstance(raw.value, dict)
    text = raw.value["text"]
    rows = source.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    assert raw.text_line is not None
    for index, row in enumerate(text.split("\n")):
        assert rows[raw.text_line - 1 + index].startswith(row)
