"""What a user reads when a JSON file is wrong: place, message, remedy."""

from __future__ import annotations

import pytest

from postcheck.drafts.formats.json_draft import parse_json_draft
from postcheck.drafts.model import Draft
from postcheck.errors import InputError, Problem


def read(text: str) -> Draft:
    return parse_json_draft(text, "d.json").read()


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read(text)
    return caught.value.problems


CASES = {
    '{"text": "a",}': ["1:13 a comma before a closing bracket [take the comma out]"],
    '{"links": ["a",], "text": "b"}': [
        "1:15 a comma before a closing bracket [take the comma out]"
    ],
    '{text: "a"}': ["1:2 a key in double quotes is expected here"],
    "{'text': 'a'}": ["1:2 single quotes are no quotes in JSON [use double quotes]"],
    '{"text": "a"': ["1:13 the file ends too early [close every bracket]"],
    '{"text": "a" "id": "b"}': ["1:14 a comma or a closing bracket is expected here"],
    '{"text" "a"}': ["1:9 a `:` is expected after the key"],
    '{"text": "a': ["1:10 a text is opened and never closed [close it with a double quote]"],
    '{"text": "a\nb"}': ["1:12 a text runs over the line's end [write `\\n` for a new line]"],
    '{"text": "\\q"}': ["1:11 a backslash that means nothing here [double it: `\\\\`]"],
    '{"text": "a"} {}': ["1:15 text after the end of the file's values"],
    '{"text": True}': ["1:10 a value is expected here"],
    '{"text": NaN}': ["1:10 `NaN` is no value in JSON"],
    '{"text": -Infinity}': ["1:10 `-Infinity` is no value in JSON"],
    '{"text": "a",\n "text": "b"}': ["2:2 `text` is given twice; first in line 1 [keep one]"],
    '{"te\\u0078t": "a", "text": "b"}': ["1:20 `text` is given twice; first in line 1 [keep one]"],
    '{"text": "\\ud83d"}': ["1:11 `\\ud83d` is half of a character [write the character itself]"],
    '{"text": "\\ude00\\ud83d"}': [
        "1:11 `\\ude00` is half of a character [write the character itself]"
    ],
    '{"text": 5}': ["1:10 `text` must be text, not `5` [put it in double quotes]"],
    '{"text": true}': ["1:10 `text` must be text, not `true` [put it in double quotes]"],
    '{"media": [{"path": "a", "bystanders": "5"}]}': [
        "1:40 `media[0].bystanders` must be a whole number, not `5` [take the quotes away]"
    ],
    '{"media": [{"path": "a", "bystanders": true}]}': [
        "1:40 `media[0].bystanders` must be a whole number, not `true`"
    ],
    '{"media": [{"path": "a", "bystanders": 1.5}]}': [
        "1:40 `media[0].bystanders` must be a whole number, not `1.5`"
    ],
    '{"text": "a", "event": {"notice_given": "yes"}}': [
        "1:41 `event.notice_given` must be `true` or `false`, not `yes`"
    ],
    '{"text": "a", "remove_by": 20261231}': [
        "1:28 `remove_by` must be a date such as 2026-12-31, not `20261231`"
    ],
    '{"txet": "a"}': ["1:2 unknown key `txet` [did you mean `text`?]"],
    '{"text": "a", "postcheck": "2"}': ["1:28 `postcheck` cannot be `2`"],
    "[]": ['1:1 the file must hold keys with values, not a list [write `{"key": …}`]'],
    "null": ['1:1 the file must hold keys with values, not nothing [write `{"key": …}`]'],
    " \n": ["None:None the file is empty"],
    "[" * 100_000: ["1:65 nested deeper than 64 levels"],
    '{"a":' * 3000: ["1:321 nested deeper than 64 levels"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=range(len(CASES)))
def test_messages(text: str, expected: list[str]) -> None:
    found = [
        f"{p.line}:{p.column} {p.message}" + (f" [{p.remedy}]" if p.remedy else "")
        for p in problems(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        '{"text": "a", "text": "b"}}',
        '{"x": {"a": 1, "a": 2}, "b": what}',
        '{"x": {"a": 1, "a": 2}',
        '{"text": "a", "n": ' + "1" * 5000 + "}",
        '{"text": "a", "n": 1e999}',
        '{"x": {"a": 1, "a": 2}, 5: 6, "unclosed',
    ],
)
def test_broken_after_a_fault_still_tells_one(text: str) -> None:
    assert all(problem.message and problem.line for problem in problems(text))


def test_every_problem_at_once() -> None:
    found = problems('{\n "txet": 1,\n "kind": "x",\n "media": [{}]\n}')
    assert [(p.line, p.column) for p in found] == [(2, 2), (3, 10), (4, 12)]
    assert found[1].excerpt == ' "kind": "x",'


def test_pairs_of_halves_are_characters() -> None:
    assert read('{"text": "\\ud83d\\ude00 \\\\ud83d"}').text == "😀 \\ud83d"


def test_byte_order_mark() -> None:
    assert read('\ufeff{"text": "a"}').text == "a"


def test_contract_example() -> None:
    text = """{"postcheck": 1, "account": "ele-instagram", "kind": "post", "title": null,
      "text": "Well done Amira K!", "publish_at": "2026-12-01T09:00:00Z",
      "remove_by": "2027-07-31", "sign_offs": [{"clause": "4.5", "role": "dsl", "by": "staff-02",
      "at": "2026-11-28T10:12:00Z", "sha256": "0", "note": null}]}"""
    draft = read(text)
    assert draft.publish_at is not None
    assert draft.publish_at.isoformat() == "2026-12-01T09:00:00+00:00"
    assert draft.sign_offs[0].clause == "4.5"
