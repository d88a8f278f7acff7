"""Another school's policy, written as YAML alone in examples/second-school, through the program."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from program import Program

from postcheck.policy.load import load_policy

SCHOOL = Path(__file__).resolve().parents[2] / "examples/second-school"
V, R = "violation", "review"
AGREED = (V, "C1", "two-admins-have-not-agreed")

EXPECTED: dict[str, set[tuple[str, str, str]]] = {
    "bread": set(),
    "stall": set(),
    "bread-changed": {AGREED, (V, "C1", "sign-off-void")},
    "named-beside-picture": {
        AGREED,
        (V, "A2", "child-named-beside-picture"),
        (V, "A2", "year-group-beside-picture"),
        (V, "E1", "pictured-without-consent"),
    },
    "surname": {AGREED, (V, "A1", "child-not-by-first-name-alone"), (V, "F2", "link-shortened")},
    "to-come": {
        AGREED,
        (V, "B1", "somebody-tagged"),
        (V, "B2", "hashtag-not-ours"),
        (V, "D1", "event-not-over"),
        (R, "D1", "words-of-what-is-to-come"),
    },
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(SCHOOL, tmp_path / "school")
    return tmp_path / "school"


def checked(program: Program, *arguments: str) -> tuple[int, dict[str, Any]]:
    ended = program("check", "--format", "json", *arguments)
    return ended.code, json.loads(ended.out)


def told(report: dict[str, Any]) -> dict[str, set[tuple[str, str, str]]]:
    return {
        draft["id"]: {(one["outcome"], one["clause"], one["rule"]) for one in draft["findings"]}
        for draft in report["drafts"]
    }


@pytest.mark.model
def test_each_draft_is_told_by_the_schools_own_rules(program: Program) -> None:
    code, report = checked(program, str(SCHOOL / "posts"))
    assert code == 1
    assert told(report) == EXPECTED
    assert report["policy"]["id"] == "saltmarsh-lane"
    (reading,) = report["policy"]["interpretations"]
    assert (reading["choice"], reading["decided_by"]) == ("never", "head")


@pytest.mark.model
def test_what_two_admins_agreed_to_may_go_out(program: Program) -> None:
    posts = [str(SCHOOL / "posts" / f"{name}.yaml") for name in ("bread", "stall")]
    code, _ = checked(program, "--fail-on", "review", *posts)
    assert code == 0


def test_one_admin_twice_is_one_and_an_author_never_agrees(program: Program, school: Path) -> None:
    draft = str(school / "posts/surname.yaml")
    sign = ("sign-off", draft, "--clause", "C1", "--role")
    assert program(*sign, "admin", "--by", "A01").code == 0
    assert (
        "has signed clause C1 for this content already"
        in program(*sign, "admin", "--by", "A01").err
    )
    assert "an author cannot sign" in program(*sign, "admin", "--by", "A03").err
    assert "signed by admin, not by head" in program(*sign, "head", "--by", "H01").err
    _, report = checked(program, "--select", "C1", draft)
    (finding,) = report["drafts"][0]["findings"]
    assert finding["message"] == "1 of 2 page admins have agreed to this post as it is now."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda posts: swap(posts / "stall.png"), "the picture stall.png has been swapped"),
        (
            lambda posts: rewrite(posts / "stall.yaml", "our fair", "our fete"),
            "the text has changed",
        ),
    ],
)
def test_a_change_ends_what_was_agreed(
    program: Program, school: Path, change: Any, said: str
) -> None:
    change(school / "posts")
    code, report = checked(program, "--select", "C1", str(school / "posts/stall.yaml"))
    assert code == 1
    messages = [one["message"] for one in report["drafts"][0]["findings"]]
    assert "0 of 2 page admins have agreed to this post as it is now." in messages
    assert sum(said in message for message in messages) == 2


def swap(picture: Path) -> None:
    Image.new("RGB", (40, 40), "navy").save(picture)


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.model
def test_a_choice_of_the_school_changes_what_its_rules_say(program: Program, school: Path) -> None:
    rewrite(school / "postcheck.yaml", "choice: never", "choice: review")
    draft = str(school / "posts/named-beside-picture.yaml")
    ended = program("check", "--select", "A2", draft)
    words = " ".join(ended.out.split())
    assert "review A2 year-group-beside-picture" in words
    assert "year-group-beside-picture is “review” (A2; head on 2026-09-02)" in words


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("choice: never", "choice: maybe", "cannot be “maybe”"),
        ("2026-09-02", "2999-09-02", "dated 2999-09-02, in the future"),
        (", decided_by: head", "", "decided_by` is missing"),
        (
            ", decided_on: 2026-09-02",
            "",
            "decided_on` is missing",
        ),
        (
            "  year-group-beside",
            "  year-groups-beside",
            "no interpretation “year-groups-beside",
        ),
    ],
)
def test_decisions_that_cannot_be_are_refused_with_their_line(
    program: Program, school: Path, old: str, new: str, complaint: str
) -> None:
    rewrite(school / "postcheck.yaml", old, new)
    ended = program("check", str(school / "posts/bread.yaml"))
    assert ended.code == 2
    assert complaint in " ".join(ended.err.split())
    assert "postcheck.yaml:15:" in ended.err


def test_every_clause_is_ruled_or_says_why_not(program: Program) -> None:
    config = str(SCHOOL / "postcheck.yaml")
    ended = program("policy", "coverage", "--format", "json", "--config", config)
    rows = {row["clause"]: row for row in json.loads(ended.out)}
    assert [clause for clause, row in rows.items() if not row["rules"]] == ["G1"]
    assert rows["G1"]["enforcement"] == ["not-checkable"]


@pytest.mark.model
def test_the_examples_beside_its_rules_come_out_as_they_say(program: Program) -> None:
    ended = program("policy", "test", "--config", str(SCHOOL / "postcheck.yaml"))
    assert (ended.code, "0 did not come out" in ended.out) == (0, True)


def test_it_shares_no_clause_and_no_rule_with_the_shipped_policy() -> None:
    ours, shipped = load_policy(["policy"], SCHOOL), load_policy(["ele"], SCHOOL)
    assert ours.clauses.keys().isdisjoint(shipped.clauses)
    assert ours.rules.keys().isdisjoint(shipped.rules)
