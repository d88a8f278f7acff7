"""What a user reads when a YAML file is wrong: place, message, remedy."""

from __future__ import annotations

import pytest
import yaml

from postcheck.documents.read import problems_of, read_yaml, read_yaml_located
from postcheck.documents.tree import MAX_PROBLEMS
from postcheck.documents.yaml_text import parse_yaml
from postcheck.drafts.model import Draft
from postcheck.errors import InputError, Problem


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_yaml("d.yaml", text, Draft)
    return caught.value.problems


def lines(text: str) -> list[str]:
    return [
        f"{p.line}:{p.column} {p.message}" + (f" [{p.remedy}]" if p.remedy else "")
        for p in problems(text)
    ]


SYNTAX = {
    "text: Hello: world": "1:12 a second `:` in one value [put the text in double quotes]",
    "media:\n\t- path: a.jpg": "2:1 a tab indents this line [indent with spaces]",
    'text: "Hello\nkind: post': "2:11 a quote is opened and never closed [close it]",
    "media: [a, b\nkind: post": ("2:5 a list in `[ ]` is not closed or lacks a comma"),
    "account: {id: a\nkind: post": "2:5 a mapping in `{ }` is not closed or lacks a comma",
    "text: a\nkind\nid: b": "3:1 a key without `:` [write `key: value`]",
    "text: a\n- b": "2:1 this line does not fit the keys around it [line it up with them]",
    'text: "a\\qb"': "1:9 a backslash that means nothing here [double it: `\\\\`]",
    'text: "\\ud83d\\ude00"': ("1:10 an escape that is no character [write the character itself]"),
    "text: @year5 won": "1:7 a value may not start with `@` [put the text in double quotes]",
    "text: **won**": "1:8 a value may not start with `*` [put the text in double quotes]",
    "text: *won": (
        "1:7 `*won` repeats nothing: no value is marked `&won` [put the text in double quotes]"
    ),
    "text: & won": "1:8 a value may not start with `&` [put the text in double quotes]",
    "text: > won": "1:9 text may not follow `>` or `|` in the same line "
    "[put the text in double quotes]",
    "text: !won": "1:7 tags such as `!name` are not read [put the text in double quotes]",
    "text: !!python/object:os.system ls": (
        "1:7 tags such as `!name` are not read [put the text in double quotes]"
    ),
    "text: a\n---\ntext: b": "2:1 a second document begins here [one file, one document]",
    "? [a]\n: b": "1:3 a key must be a plain word [write `key: value`]",
    "<<: {text: a}": "1:1 merge keys (`<<`) are not read [write the keys out]",
    "text: a\x07b": "1:8 the character U+0007 may not stand in YAML",
    "media: &m [*m]": "1:12 `*m` stands inside the value that it repeats",
}


@pytest.mark.parametrize(("text", "expected"), SYNTAX.items(), ids=range(len(SYNTAX)))
def test_syntax(text: str, expected: str) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize("number", [0, 1, 2, 13, 15, 19])
def test_syntax_without_the_fast_parser(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postcheck.documents.yaml_text._LOADER", yaml.BaseLoader)
    text, expected = list(SYNTAX.items())[number]
    assert lines(text) == [expected]


LOST = (
    "YAML takes this `#` for the start of a comment, and nothing after it is read [put the whole "
    "text in double quotes, or a space after the `#` of a comment]"
)
VALUES = {
    "txet: a": ["1:1 unknown key `txet` [did you mean `text`?]"],
    "text: a\nfirst-comment: b": [
        "2:1 unknown key `first-comment` [did you mean `first_comment`?]"
    ],
    "text: a\nschema_address: b": ["2:1 unknown key `schema_address`"],
    "text: a\nmedia:\n  - {path: a.jpg, atl: b}": ["3:19 unknown key `atl` [did you mean `alt`?]"],
    "text: a\naccount: {ident: b}": ["2:11 unknown key `ident`"],
    "text: a\nmedia:\n  - alt: b": ["3:5 `media[0].path` is missing [add `path`]"],
    "text: a\nkind: posst": ["2:7 `kind` cannot be `posst` [did you mean `post`?]"],
    "text: [a]": ["1:7 `text` must be text, not a list"],
    "text: ~": ["1:7 `text` must be text, not nothing"],
    "text: a\nplatforms: x": ["2:12 `platforms` must be a list, not `x` [put it in `[ ]`]"],
    "text: a\nmedia: [a.jpg]": ["2:9 `media[0]` must be keys with values, not `a.jpg`"],
    "text: a\naccount: [b]": ["2:10 `account` must be text or keys with values, not a list"],
    "media: [{path: a, bystanders: two}]": [
        "1:31 `media[0].bystanders` must be a whole number, not `two`"
    ],
    "media: [{path: a, bystanders: -1}]": [
        "1:31 `media[0].bystanders` must be at least 0, not `-1`"
    ],
    "text: a\nevent: {notice_given: perhaps}": [
        "2:23 `event.notice_given` must be `yes` or `no`, not `perhaps`"
    ],
    "text: a\nremove_by: 31/12/2026": [
        "2:12 `remove_by` must be a date such as 2026-12-31, not `31/12/2026`"
    ],
    "text: a\nremove_by: 2026-02-30": ["2:12 `remove_by` is no day of the calendar: `2026-02-30`"],
    "text: a\npublish_at: 2026": [
        "2:13 `publish_at` must be a date such as 2026-12-31 or 2026-12-31T09:00:00Z, not `2026`"
    ],
    "text: a\npublish_at: 2026-12-01T25:00": [
        "2:13 `publish_at` is no day of the calendar: `2026-12-01T25:00`"
    ],
    "text: a\npostcheck: 2": ["2:12 `postcheck` cannot be `2`"],
    "text: a\nwaivers: [{rule: r, reason: '', by: b, until: 2026-12-31}]": [
        "2:29 `waivers[0].reason` may not be empty"
    ],
    "- text: a": ["1:1 the file must hold keys with values, not a list [write `key: value`]"],
    "Hello": ["1:1 the file must hold keys with values, not text [write `key: value`]"],
    "": ["1:1 the draft has nothing to publish: give it a text or media"],
    "text: a\ntext: b\nkinds: c": [
        "2:1 `text` is given twice; first in line 1 [keep one]",
        "3:1 unknown key `kinds` [did you mean `kind`?]",
    ],
    "text: Well done #TeamELE": [f"1:17 {LOST}"],
    'text: "Well done" #TeamELE': [f"1:19 {LOST}"],
    "title: #TeamELE\nlinks: [a, b]": [f"1:8 {LOST}"],
    "links:\n  - a #b\n  - c #d": [f"2:7 {LOST}", f"3:7 {LOST}"],
    f"text: {'a' * 100_001}": ["1:7 `text` is too long: at most 100,000 characters are read"],
}


@pytest.mark.parametrize(("text", "expected"), VALUES.items(), ids=range(len(VALUES)))
def test_values(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("text: Well done # a comment", "Well done"),
        ('text: "Well done #TeamELE" # a comment', "Well done #TeamELE"),
        ("text: Well done#TeamELE", "Well done#TeamELE"),
        ("text: |\n  Well done #TeamELE\n  #Fair\n #more", "Well done #TeamELE\n#Fair\n"),
        ("# text: x\n#text: y\ntext: Well done", "Well done"),
    ],
)
def test_hashtags_that_are_not_lost(text: str, read: str) -> None:
    assert read_yaml("d.yaml", text, Draft).text == read


def test_excerpt_and_expected() -> None:
    (problem,) = problems("text: 😀\nkind: tweet\r\nid: a")
    assert problem.excerpt == "kind: tweet"
    assert problem.expected == "`post`, `reply`, `dm`, `story`, `reel`, `blog` or `share`"
    assert problem.where() == "d.yaml:2:7"


def test_columns_count_code_points() -> None:
    (problem,) = problems('{id: "😀👩‍👧", kind: x}')
    assert problem.column == len('{id: "😀👩‍👧", kind: ') + 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("4.10", "4.10"),
        ("NO", "NO"),
        ("on", "on"),
        ("0123", "0123"),
        ("Null", "Null"),
        ("2026-12-31", "2026-12-31"),
        ("'null'", "null"),
        ("'~'", "~"),
        ("1_000", "1_000"),
    ],
)
def test_text_stays_as_written(written: str, read: str) -> None:
    assert read_yaml("d.yaml", f"text: {written}", Draft).text == read


@pytest.mark.parametrize("written", ["null", "~", ""])
def test_nothing_is_none(written: str) -> None:
    assert read_yaml("d.yaml", f"text: a\ntitle: {written}", Draft).title is None


def test_aliases_repeat_a_value() -> None:
    draft = read_yaml("d.yaml", "text: &t Hello\ntitle: *t", Draft)
    assert (draft.text, draft.title) == ("Hello", "Hello")


def test_alias_bomb() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (problem,) = problems("\n".join(rows))
    assert problem.message == "aliases repeat too many values"
    assert problem.line == 5


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000 + "a", "{a: " * 3000])
def test_depth_is_bounded(text: str) -> None:
    assert problems(text)[0].message == "nested deeper than 64 levels"


def test_depth_counts_what_aliases_repeat() -> None:
    rows = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 80)]
    assert problems("\n".join(rows))[0].message == "nested deeper than 64 levels"


def test_many_problems_are_cut() -> None:
    found = problems("text: a\n" + "\n".join(f"zz{n}: 1" for n in range(300)))
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].message == "and 200 more problems"


def test_places_of_a_tree() -> None:
    draft, tree = read_yaml_located("d.yaml", "text: a\nmedia:\n  - path: b\n    alt: c\n", Draft)
    assert draft.media[0].alt == "c"
    assert tree.position(("media", 0, "alt")) == (4, 10)
    assert tree.position(("media", 0, "alt"), key=True) == (4, 5)
    assert tree.position(("media", 0, "missing")) == (3, 5)
    assert tree.problem("no", ("media", 0, "path")).excerpt == "  - path: b"


def test_part_of_a_tree_checked_by_another_model() -> None:
    from pydantic import ValidationError

    from postcheck.drafts.model import Medium

    tree = parse_yaml("with:\n  paht: a\n", "r.yaml")
    with pytest.raises(ValidationError) as caught:
        Medium.model_validate({"paht": "a"})
    found = problems_of(caught.value, tree, Medium, prefix=("with",))
    assert [(p.line, p.column, p.message) for p in found] == [
        (2, 3, "`with.path` is missing"),
        (2, 3, "unknown key `paht`"),
    ]
    assert found[1].remedy == "did you mean `path`?"


def test_private_files_are_not_quoted() -> None:
    with pytest.raises(InputError) as caught:
        read_yaml("p.yaml", "kind: Amira\ntext: [Khan]", Draft, private=True)
    assert [(p.message, p.excerpt) for p in caught.value.problems] == [
        ("`kind` cannot be this value", None),
        ("`text` must be text, not a list", None),
    ]
