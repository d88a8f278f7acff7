"""Consents that end, the do-not-feature list, and registers that contradict themselves."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from program import Program

from postcheck.errors import InputError, Problem
from postcheck.people.consent import ConsentState, consent_for, last_day
from postcheck.people.load import read_register_yaml
from postcheck.people.not_featured import NotFeatured
from postcheck.people.register import Person
from postcheck.people.register_csv import read_register_csv

DAY = date(2026, 12, 1)
YES: dict[str, object] = {"purpose": "image", "decision": "yes", "written": "yes"}
LONGER = {**YES, "expires_on": "2027-08-31"}


def person(*consents: dict[str, object], **more: object) -> Person:
    return Person.model_validate({"code": "P1", "role": "pupil", **more, "consents": consents})


@pytest.mark.parametrize(
    ("consents", "left_on", "end"),
    [
        ([YES], None, None),
        ([LONGER], None, "2027-08-31"),
        ([LONGER, YES], None, None),
        ([LONGER, {**YES, "expires_on": "2026-12-31"}], None, "2027-08-31"),
        ([LONGER, {**YES, "channel": "website", "expires_on": "2028-01-01"}], None, "2027-08-31"),
        ([LONGER], "2026-12-18", "2026-12-18"),
        ([{**LONGER, "survives_leaving": True}], "2026-12-18", "2027-08-31"),
        ([{**YES, "survives_leaving": True}], "2026-12-18", None),
        ([{**YES, "expires_on": "2026-11-30"}], None, None),
    ],
)
def test_the_last_day(
    consents: list[dict[str, object]], left_on: str | None, end: str | None
) -> None:
    found = last_day(person(*consents, left_on=left_on), "image", "instagram", DAY)
    assert found == (date.fromisoformat(end) if end else None)


def test_whoever_is_not_to_be_featured_looks_like_a_refusal() -> None:
    refused = {"purpose": "image", "decision": "no"}
    for consents in ([YES], [LONGER], [{**YES, "expires_on": "2026-01-01"}], []):
        listed = consent_for(person(*consents), "image", "instagram", DAY, featured=False)
        assert listed == consent_for(person(*consents, refused), "image", "instagram", DAY)
        assert not listed.available
    assert consent_for(person(YES), "image", "instagram", DAY, featured=True) == ConsentState(True)


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ({}, True),
        ({"from": "2026-12-01"}, True),
        ({"from": "2026-12-02"}, False),
        ({"until": "2026-12-01"}, True),
        ({"until": "2026-11-30"}, False),
    ],
)
def test_the_days_of_the_list(dates: dict[str, str], holds: bool) -> None:
    assert NotFeatured.model_validate({"code": "P1", **dates}).holds(DAY) == holds


REGISTER = """\
people:
  - {code: P1, role: pupil, first_name: Amira, surname: Khan, consents: [
      {purpose: image, decision: "yes", written: "yes", given_by: parent, expires_on: 2026-12-15},
      {purpose: full_name, decision: "yes", given_by: parent}]}
  - {code: P2, role: pupil, first_name: Owen, surname: Pryce}
"""
POST = {"text": "Well done Amira K!", "platforms": ["website"]}


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "postcheck.yaml": "register: people.yaml\ndo_not_feature: not.yaml\n",
        "people.yaml": REGISTER,
        "not.yaml": "people: [{code: P1, from: 2027-01-01}]\n",
        "post.json": json.dumps(POST),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(program: Program, *arguments: str) -> tuple[int, set[str], str]:
    code, out, err = program("check", "post.json", "--format", "json", *arguments)
    found = json.loads(out)["drafts"][0]["findings"] if code < 2 else []
    return code, {finding["rule"] for finding in found}, out + err


def test_the_list_closes_on_its_day_and_says_nothing(school: Path, program: Program) -> None:
    select = ("--select", "4.5", "--on")
    assert rules(program, *select, "2026-12-31")[:2] == (0, set())
    code, found, said = rules(program, *select, "2027-01-01")
    assert (code, found) == (1, {"unavailable-pupil-named"})
    assert "consent is not available" in said
    assert "feature" not in said


@pytest.mark.parametrize(("day", "warned"), [("2026-12-01", True), ("2026-11-01", False)])
def test_an_end_that_is_near_is_shown(
    school: Path, program: Program, day: str, warned: bool
) -> None:
    from PIL import Image

    Image.new("RGB", (40, 40)).save(school / "a.png")
    post = {**POST, "media": [{"path": "a.png", "people": ["P1"]}]}
    (school / "post.json").write_text(json.dumps(post), encoding="utf-8")
    only = ("--select", "picture-consent-ends-soon", "--on", day)
    code, found, said = rules(program, *only)
    assert (code, found) == (0, {"picture-consent-ends-soon"} if warned else set())
    assert ("2026-12-15" in said) == warned
    config = school / "postcheck.yaml"
    config.write_text(config.read_text() + "consent: {warn_days: 14}\n")
    assert rules(program, *only)[:2] == (0, set())


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ("people: [{code: P9}]", "the register has no person of this code"),
        ("people: [{code: P1, reason: court}]", "reason"),
        ("people: [{code: P1, from: 2027-02-01, until: 2027-01-01}]", "comes before"),
    ],
)
def test_a_broken_list_stops_the_work(
    school: Path, program: Program, listed: str, message: str
) -> None:
    (school / "not.yaml").write_text(listed + "\n")
    code, _, said = rules(program)
    assert code == 2
    assert "not.yaml:1" in said
    assert message in said
    assert "court" not in said


CONSENT = "purpose: image, decision: 'yes', evidence: form-9, decided_on: 2026-09-08"
CONTRADICTIONS = [
    ("birth_date: 2016-03-14, left_on: 2015-07-20", "before being born"),
    ("consents: [{purpose: image, decided_on: 2026-09-08, expires_on: 2026-08-31}]", "expires"),
    ("birth_date: 2016-03-14, consents: [{purpose: image, decided_on: 2016-03-13}]", "was born"),
    (f"consents: [{{{CONSENT}}}, {{{CONSENT.replace('yes', 'no')}}}]", "two answers"),
]


@pytest.mark.parametrize(("said", "message"), CONTRADICTIONS)
def test_a_register_that_contradicts_itself(said: str, message: str) -> None:
    text = f"people:\n  - {{code: P1, role: pupil, surname: Khan,\n     {said}}}\n"
    with pytest.raises(InputError) as caught:
        read_register_yaml("people.yaml", text)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert (problem.path, problem.line, problem.excerpt) == ("people.yaml", 3, None)
    assert problem.remedy


def test_a_pupil_does_not_consent_for_an_adult() -> None:
    text = "people: [{code: S1, role: staff, consents: [{purpose: image, given_by: pupil}]}]\n"
    with pytest.raises(InputError, match="given by a pupil"):
        read_register_yaml("people.yaml", text)


@pytest.mark.parametrize(
    "said",
    [
        "birth_date: 2016-03-14, left_on: 2016-03-14",
        "consents: [{purpose: image, decided_on: 2026-09-08, expires_on: 2026-09-08}]",
        f"consents: [{{{CONSENT}}}, {{{CONSENT}}}]",
        f"consents: [{{{CONSENT}}}, {{{CONSENT.replace('yes', 'no').replace('form-9', 'b')}}}]",
        f"consents: [{{{CONSENT}}}, {{{CONSENT.replace('yes', 'no')}, channel: website}}]",
        f"consents: [{{{CONSENT}}}, {{{CONSENT.replace('yes', 'pending')}}}]",
    ],
)
def test_what_is_no_contradiction(said: str) -> None:
    text = f"people: [{{code: P1, role: pupil, {said}}}]\n"
    assert list(read_register_yaml("people.yaml", text)) == ["P1"]


def test_a_table_that_contradicts_itself() -> None:
    rows = [
        "code,role,surname,birth_date,left_on,purpose,decision,decided_on,expires_on",
        "P1,pupil,Khan,2016-03-14,2015-07-20,image,yes,2026-09-08,2027-08-31",
        "P1,pupil,Khan,2016-03-14,2015-07-20,full_name,yes,2026-09-08,2026-08-31",
    ]
    with pytest.raises(InputError) as caught:
        read_register_csv("people.csv", "\n".join(rows).encode())

    def told(problem: Problem) -> tuple[int | None, str]:
        return problem.line, problem.message

    assert [told(problem) for problem in caught.value.problems] == [
        (2, "the person left before being born"),
        (3, "the consent expires before the day on which it was decided"),
    ]
    assert "Khan" not in str(caught.value)


def test_a_broken_register_ends_the_check_with_two(school: Path, program: Program) -> None:
    broken = REGISTER.replace("expires_on:", "decided_on: 2027-01-01, expires_on:")
    (school / "people.yaml").write_text(broken)
    code, _, said = rules(program)
    assert code == 2
    assert "people.yaml:3" in said
    assert "expires before" in said
