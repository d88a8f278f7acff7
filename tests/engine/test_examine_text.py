"""What is found in the text of a policy: words over line ends and marks, each told once."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.engine.examine_tables import cited_facts, days_left
from postcheck.engine.examine_text import PolicyText, address_facts, silence_facts, text_facts
from postcheck.facts.model import Fact
from postcheck.policy.lint_model import LintTables

TODAY = date(2026, 11, 25)
DATED = {"because": "It went.", "source": "https://x.example/", "as_of": "2026-11-25"}
LINT = LintTables.model_validate(
    {
        "outdated_names": [
            {"id": "act", "name": "Old Act 1990", "also": ["OA 1990"], "sort": "law"}
            | {"since": "2010-10", "replacement": "the New Act 2010"}
            | DATED,
            {"id": "net", "name": "Chirper", "exceptions": ["formerly Chirper"], "sort": "service"}
            | {"since": "2023", "replacement": "Y"}
            | DATED,
        ],
        "outdated_addresses": [
            {"id": "site", "address": "old.example", "since": "2020", "replacement": "none"}
            | DATED,
            {"id": "www", "address": "www.www-only.example", "since": "2020", "replacement": "w"}
            | DATED,
            {"id": "page", "address": "old.example/kept", "since": "2021", "replacement": "new"}
            | DATED,
        ],
        "cited_names": [{"text": "Old Act 1990", "clauses": ["A.1"]}, {"text": "Chirper"}],
        "cited_addresses": [{"text": "www.old.example", "clauses": ["A.2"]}],
        "definitions": ["{term} means", "by {term} we mean", "defines {term} as"],
        "terms": [
            {"id": "neat", "term": "neat clothing", "also": ["neat clothes"], "clauses": ["A.1"]}
            | {"expected": "what counts"}
        ],
        "silences": [
            {"id": "chats", "subject": "Chats", "why": "nothing.", "words": ["group chat"]}
        ],
        "remarks": [
            {
                "id": "it",
                "sort": "borrowed-wording",
                "about": "x",
                "why": "y",
                "words": ["pupil's"],
            },
            {"id": "all", "sort": "concern", "about": "z", "why": "y"},
        ],
    }
)


def facts(text: str, *links: Fact, on: date = TODAY) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for one in text_facts(PolicyText.of("document", text), links, LINT, on):
        found.setdefault(one.kind, []).append(one)
    return found


def link(text: str, address: str, scheme: str = "", host: str = "", path: str = "") -> Fact:
    start = text.index(address)
    attributes = {"scheme": scheme, "host": host, "path": path}
    end = start + len(address)
    return Fact("text.link", "document", address, start, end, attributes=attributes)


@pytest.mark.parametrize(
    ("text", "written", "lines"),
    [
        ("We keep to the Old Act 1990.", "Old Act 1990", ("1",)),
        ("we keep to the old act 1990", "old act 1990", ("1",)),
        ("We keep to the Old\n  Act 1990 and OA 1990.", "Old Act 1990", ("1", "2")),
        ("We keep to the **Old** _Act_ 1990.", "Old Act 1990", ("1",)),
        ("the “Old Act” 1990", "Old Act” 1990", ("1",)),
        ("Chirper\nand Chirper\nand Chirper, Chirper", "Chirper", ("1", "2", "3")),
        ("The Old Act 19901", None, ()),
        ("Bold Act 1990", None, ()),
        ("Y (formerly Chirper)", None, ()),
        ("Y (formerly Chirper); on Chirper", "Chirper", ("1",)),
        ("Chirpers", None, ()),
    ],
)
def test_outdated_names_are_found(text: str, written: str | None, lines: tuple[str, ...]) -> None:
    found = facts(text).get("policy.name", [])
    assert [one.text for one in found] == ([written] if written else [])
    assert [one.attributes["lines"] for one in found] == ([lines] if written else [])


def test_a_name_inside_an_address_is_no_name() -> None:
    text = "See chirper.example/help."
    assert "policy.name" in facts(text)
    assert "policy.name" not in facts(text, link(text, "chirper.example/help"))


def test_a_name_found_brings_the_clauses_that_cite_it() -> None:
    (found,) = facts("OA 1990")["policy.name"]
    assert found.attributes["clauses"] == ("A.1",)


@pytest.mark.parametrize(
    ("on", "outdated"),
    [(date(2010, 9, 30), False), (date(2010, 10, 1), True), (TODAY, True)],
)
def test_nothing_is_out_of_date_before_its_month(on: date, outdated: bool) -> None:
    (found,) = facts("Old Act 1990", on=on)["policy.name"]
    assert found.attributes["outdated"] is outdated
    cited = next(one for one in cited_facts(LINT, on) if one.text == "Old Act 1990")
    assert cited.attributes["outdated"] is outdated


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("Wear neat clothing.", False),
        ("Wear neat\nclothes.", False),
        ("Neat clothing means uniform.", True),
        ("By ‘neat clothing’ we mean uniform.", True),
        ("The school defines **neat clothes** as uniform.", True),
        ("Neat clothing is means-tested.", False),
    ],
)
def test_a_term_is_defined_or_not(text: str, defined: bool) -> None:
    (found,) = facts(text)["policy.term"]
    assert found.attributes["defined"] is defined


@pytest.mark.parametrize("text", ["Wear clothes.", "Neatclothing"])
def test_a_term_that_is_not_used_needs_no_definition(text: str) -> None:
    assert "policy.term" not in facts(text)


def test_remarks_with_words_are_told_while_these_stand_there() -> None:
    assert [one.text for one in facts("A pupil’s name")["policy.remark"]] == ["pupil’s"]
    assert facts("A name") == {}


@pytest.mark.parametrize(
    ("text", "silent"), [("No group  chats.", True), ("No Group\nChat.", False), ("", True)]
)
def test_a_text_is_silent_without_the_words(text: str, silent: bool) -> None:
    found = [one.text for one in silence_facts(PolicyText.of("document", text), LINT)]
    assert found == (["Chats"] if silent else [])


@pytest.mark.parametrize(
    ("host", "path", "replacement"),
    [
        ("old.example", "", "none"),
        ("www.old.example", "/a", "none"),
        ("www.www-only.example", "", "w"),
        ("www-only.example", "", "w"),
        ("old.example", "/kept/b", "new"),
        ("old.example", "/keptlike", "none"),
        ("bold.example", "", None),
        ("old.example.net", "", None),
    ],
)
def test_the_longest_entry_of_an_address_counts(
    host: str, path: str, replacement: str | None
) -> None:
    text = f"See {host}{path}"
    seen = [link(text, f"{host}{path}", "", host, path)]
    (found,) = address_facts(seen, PolicyText.of("document", text), LINT, TODAY)
    assert found.attributes.get("replacement") == replacement
    assert found.attributes["outdated"] is (replacement is not None)
    assert found.attributes["clauses"] == (("A.2",) if text == "See www.old.example" else ())


def test_an_address_is_told_once_with_all_its_lines() -> None:
    text = "www.old.example\nwww.old.example/\n"
    first = link(text, "www.old.example", "", "www.old.example")
    second = Fact("text.link", "document", "www.old.example", 16, 31, attributes=first.attributes)
    (found,) = address_facts([first, second], PolicyText.of("document", text), LINT, TODAY)
    assert found.attributes["lines"] == ("1", "2")
    assert found.attributes["clauses"] == ("A.2",)


def test_a_text_read_into_clauses_tells_their_numbers() -> None:
    text = PolicyText.of_clauses(
        "document", [("1", "Scope"), ("1.1", "Chirper.\nOn"), ("2", "Chirper")]
    )
    (found,) = text_facts(text, (), LINT, TODAY)
    assert (found.text, found.start, found.end) == ("Chirper", None, None)
    assert found.attributes["numbers"] == ("1.1", "2")
    assert "lines" not in found.attributes


@pytest.mark.parametrize(
    ("month", "on", "days"),
    [
        ("2025-06", date(2025, 6, 30), 0),
        ("2025-06", date(2025, 7, 1), -1),
        ("2024-02", date(2024, 2, 1), 28),
        ("2025-12", date(2025, 12, 1), 30),
        (None, TODAY, None),
    ],
)
def test_a_month_ends_with_its_last_day(month: str | None, on: date, days: int | None) -> None:
    assert days_left(month, on) == days
