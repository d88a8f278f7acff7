"""`postcheck policy lint` through the command line: the shipped policy, and other tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from policy_linted import ON, Lint, hillside_lint, shipped_lint, told

from postcheck.engine.selftest import run_tests
from postcheck.policy.load import load_policy


@pytest.fixture
def lint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    return shipped_lint(tmp_path, monkeypatch, capsys)


@pytest.fixture
def hillside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    return hillside_lint(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("rule", "words", "clauses"),
    [
        ("policy-review-overdue", "to be reviewed by 2025-06", []),
        ("contradicting-duties", "obliges accounts to link", ["4.1c", "4.8"]),
        ("undefined-term", "Official / Provision Approved Site", ["4.1d"]),
        ("contradicting-duties", "consent in writing", ["4.4a", "4.4c"]),
        ("contradicting-duties", "always asks for both", ["4.4a", "AP.DN5b"]),
        ("question-left-open", "how long it lasts", ["4.4a", "4.4c", "WP.4"]),
        ("undefined-term", "of the age and ability", ["4.4a", "4.4d"]),
        ("question-left-open", "The first name alone", ["4.4b"]),
        ("duty-of-doubtful-standing", "A name beside a face", ["4.4b"]),
        ("undefined-term", "suitable clothing", ["4.4e"]),
        ("several-duties-in-one-clause", "three duties", ["4.6a", "4.6b", "4.6c"]),
        ("undefined-term", "appropriate hashtags", ["4.6c"]),
        ("duty-of-doubtful-standing", "Passwords shared", ["4.2b", "BW.3"]),
        ("contradicting-duties", "reputation whenever", ["5.10a", "5.12"]),
        ("contradicting-duties", "every picture of children", ["4.4a", "5.11", "AP.DN5a"]),
        ("contradicting-duties", "former pupils", ["5.2", "5.3", "AP.DN2"]),
        ("renamed-or-closed-service", "Twitter", ["3a", "4.0", "8.1"]),
        ("renamed-or-closed-service", "Yahoo! Groups", ["3a"]),
        ("renamed-or-closed-service", "Google Meet hangouts", ["5.1"]),
        ("renamed-body-or-replaced-guidance", "UK Council for Child Internet", ["FG.1"]),
        ("renamed-body-or-replaced-guidance", "Guidance - Sexting", ["FG.1"]),
        ("outdated-address", "www.thinkuknow.co.uk", ["FG.1"]),
        ("outdated-address", "theuse-of-social-media", ["FG.1"]),
        ("address-without-encryption", "http://www.saferinternet.org.uk/", ["FG.1"]),
        ("superseded-law", "Data Protection Act 1998", ["AP.DN1"]),
        ("superseded-law", "Malicious Communications Act", ["7.12"]),
        ("wording-of-others", "city council", ["6.ex4"]),
        ("wording-of-others", "SLT member", ["4.1a", "4.1e", "4.2a", "PI.2"]),
        ("subject-not-covered", "livestreams", []),
        ("misprinted-clause", "4.7", ["4.7a", "4.7b"]),
        ("related-document-not-listed", "Whistleblowing Policy", ["RC.1"]),
        ("related-document-without-address", "Code of Conduct", ["RD.1"]),
    ],
)
def test_what_the_clause_map_knows_against_the_policy_is_said(
    report: dict[str, list[dict[str, Any]]], rule: str, words: str, clauses: list[str]
) -> None:
    assert clauses in [one["clauses"] for one in report[rule] if words in one["message"]]


@pytest.fixture
def report(lint: Lint) -> dict[str, list[dict[str, Any]]]:
    """What is said of the shipped policy."""
    done = lint(*ON, "--format", "json")
    assert (done.code, done.err) == (1, "")
    return told(done)


def test_what_is_outdated_comes_with_year_replacement_and_source(lint: Lint) -> None:
    found = told(lint(*ON, "--format", "json", "--select", "superseded-law"))
    assert list(found) == ["superseded-law"]
    (act, _) = found["superseded-law"]
    assert act["since"] == "2018-05-25"
    assert act["replacement"] == "the Data Protection Act 2018 and the UK GDPR"
    assert act["source"].startswith("https://www.legislation.gov.uk/")


@pytest.mark.parametrize(
    ("on", "rules"),
    [
        ("2025-04-30", []),
        ("2025-05-01", ["policy-review-due-soon"]),
        ("2025-06-30", ["policy-review-due-soon"]),
        ("2025-07-01", ["policy-review-overdue"]),
    ],
)
def test_the_review_is_told_from_sixty_days_before(lint: Lint, on: str, rules: list[str]) -> None:
    chosen = "policy-review-due-soon,policy-review-overdue,policy-review-not-dated"
    done = lint("--on", on, "--format", "json", "--select", chosen)
    assert (done.code, list(told(done))) == (1 if rules else 0, rules)


def test_people_read_it_rule_by_rule(lint: Lint) -> None:
    done = lint(*ON, "--severity", "warning", "--ignore", "undefined-term")
    assert done.code == 1
    assert "review HD.2 superseded-law" in done.out
    assert "“Data Protection Act 1998”, since 2018-05-25: It was repealed. (AP.DN1)" in done.out
    assert "Instead: the Data Protection Act 2018 and the UK GDPR" in done.out
    assert "undefined-term" not in done.out
    assert "\nnote " not in done.out
    assert "text was not read" in done.out
    assert "No address was looked up on the network." in done.out


def test_nothing_to_be_said_is_a_pass(lint: Lint) -> None:
    done = lint(*ON, "--select", "related-document-overdue")
    assert done.code == 0
    assert done.out.endswith("examined by 1 rule as of 2026-11-25: nothing to be said.\n")


def test_another_school_writes_its_own_tables(hillside: Lint) -> None:
    done = hillside(*ON, "--format", "json")
    assert (done.code, done.err) == (1, "")
    found = told(done)
    assert {rule: [one["evidence"] for one in said] for rule, said in found.items()} == {
        "renamed-or-closed-service": ["Friendface"],
        "contradicting-duties": [None],
        "related-document-overdue": ["Code of Conduct"],
        "role-without-deputy": [
            "Managing Partner",
            "Designated Safeguarding Lead",
            "Online Safety Coordinator",
            "Line Manager",
            "Marketing Department",
            "Human Resources",
            "Data Protection Lead",
        ],
        "subject-not-covered": ["Drones"],
    }


def test_the_configuration_switches_rules_off_and_changes_them(hillside: Lint) -> None:
    path = Path("postcheck.yaml")
    rules = "rules: {role-without-deputy: {enabled: no}, contradicting-duties: {severity: error}}\n"
    path.write_text(path.read_text() + rules)
    done = hillside(*ON, "--format", "json")
    found = told(done)
    assert "role-without-deputy" not in found
    assert found["contradicting-duties"][0]["outcome"] == "violation"
    assert json.loads(done.out)["summary"] == {
        "rules": 24,
        "violations": 1,
        "reviews": 2,
        "unknown": 0,
        "notes": 1,
    }


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--select", "4.4b"), "none of the chosen rules is about the policy itself"),
        (("--select", "superseded-lore"), "did you mean `superseded-law`?"),
        (("--document", "missing.md"), "does not exist"),
        (("--on", "soon"), "is no date"),
    ],
)
def test_what_cannot_be_done_is_refused(
    lint: Lint, arguments: tuple[str, ...], complaint: str
) -> None:
    done = lint(*arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in " ".join(done.err.split())


def test_a_policy_without_rules_about_itself_is_refused(hillside: Lint) -> None:
    Path("ours/lint/ours.yaml").unlink()
    Path("ours/policy.yaml").write_text("id: bare\ntitle: Bare\n")
    done = hillside()
    assert (done.code, done.out) == (2, "")
    assert "the policy `bare` has no rule about itself" in done.err


def test_the_examples_of_rules_about_addresses_need_no_other_rule(hillside: Lint) -> None:
    rules = """\
rules:
  - id: plain-address
    clause: H.1
    given: policy.address
    where: {fact.scheme: http}
    check: absent
    severity: warning
    message: "{text} is not encrypted."
    remedy: Write https.
    tests: [{fail: "See http://hillside.example/"}, {pass: "See https://hillside.example/"}]
"""
    clauses = "{id: H.1, section: H, duty: D, binds: [process], enforcement: [governance], how: H}"
    for name, text in (("rules", rules), ("clauses", f"clauses: [{clauses}]\n")):
        Path("ours", name).mkdir()
        Path("ours", name, "all.yaml").write_text(text)
    Path("ours/lint/ours.yaml").unlink()
    Path("ours/policy.yaml").write_text("id: ours\ntitle: Ours\n")
    policy = load_policy(["ours"], Path())
    results, problems = run_tests(policy, policy.rules.values())
    assert [result.complaint for result in results] == [None, None]
    assert problems == []


def test_a_broken_table_is_told_with_its_place(hillside: Lint) -> None:
    path = Path("ours/lint/ours.yaml")
    path.write_text(path.read_text().replace("clauses: [4.1a, 4.2a]", "clauses: [4.1a, 4.2c]"))
    done = hillside()
    assert (done.code, done.out) == (2, "")
    assert "ours/lint/ours.yaml:14:39: error: the policy has no clause `4.2c`" in done.err
    assert "expected: a clause of `clauses/`" in done.err
