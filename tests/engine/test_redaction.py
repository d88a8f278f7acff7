"""Redacted findings: what a writer put into the draft comes out nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from policy.test_load import CLAUSES, RULE, pack

from postcheck.config.find import Sources
from postcheck.drafts.load import LoadedDraft
from postcheck.drafts.model import Draft
from postcheck.engine.redact import redacted as bare
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import Problem
from postcheck.facts.model import Missing
from postcheck.findings import DraftReport
from postcheck.people.register import Person, Register
from postcheck.policy.load import load_policy

RULES = RULE + "".join(
    f"""\
  - id: {name}
    clause: "4.10"
    given: {given}
    check: absent
    severity: error
    message: “{slot}” was said.
    remedy: Say nothing.
    tests: [{{pass: Hello}}, {{fail: Hello}}]
"""
    for name, given, slot in (
        ("person", "declared.person", "{person}"),
        ("activity", "declared.picture", "{activity}"),
        ("review", "policy", "{review_due}"),
        ("words", "image.text", "{text}"),
    )
)
DRAFT = {
    "text": "Hi",
    "media": [
        {"path": "a.jpg", "people": ["P017", "Zebedee Plonk"], "activity": "a swim with Zebedee"}
    ],
}


@pytest.fixture
def redacted(tmp_path: Path) -> DraftReport:
    pack(tmp_path, clauses__all=CLAUSES, rules__all=RULES)
    register = Register({"P017": Person(code="P017", role="pupil")})
    policy = load_policy(["ours"], tmp_path)
    bench = Workbench(
        Sources(register=register), Wishes(today=date(2026, 11, 22), redact=True), policy
    )
    draft = Draft.model_validate(DRAFT)
    loaded = LoadedDraft(draft, "d.json", tmp_path, Sources(), (tmp_path / "a.jpg",))
    scene = bench.scene(loaded)
    scene.facts.add(Missing("image.text", "media[0]", "it cannot be read"))
    return bench.report(loaded, scene)


def messages(report: DraftReport, rule: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == rule]


def test_only_codes_of_the_register_are_told(redacted: DraftReport) -> None:
    assert messages(redacted, "person") == ["“P017” was said.", "“[…]” was said."]


def test_what_the_draft_says_of_the_activity_is_its_own_word(redacted: DraftReport) -> None:
    assert messages(redacted, "activity") == ["“[…]” was said."]


def test_no_word_is_left_anywhere(redacted: DraftReport) -> None:
    assert "Zebedee" not in repr(redacted)


def test_the_policys_own_dates_are_told(redacted: DraftReport) -> None:
    assert messages(redacted, "review") != ["“[…]” was said."]


def test_no_hash_is_left_that_guesses_could_be_tried_against(redacted: DraftReport) -> None:
    assert redacted.content_sha256 is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("there is no file `amira-khan.jpg`", "there is no file `[…]`"),
        ("`media[0].path` must be text, not a number", None),
        ("`kind` cannot be `Amira Khan`", "`kind` cannot be `[…]`"),
        ("unknown key `amira khan`", "unknown key `[…]`"),
        ("unknown key `text of Amira`", "unknown key `[…]`"),
        ("“Amira” is no date", "“[…]” is no date"),
    ],
)
def test_problems_keep_keys_and_places_alone(message: str, expected: str | None) -> None:
    problem = Problem(message, "d.json", 3, 1, "a date", "did you mean `amira.jpg`?", "Amira Khan")
    assert bare(problem) == Problem(
        expected or message, "d.json", 3, 1, "a date", "did you mean `[…]`?"
    )
