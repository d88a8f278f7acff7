"""`postcheck policy lint` through the command line: the shipped policy, a text, other tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from program import Ended, Program

from postcheck.engine import workbench
from postcheck.engine.selftest import run_tests
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy

ON = ("--on", "2026-11-25")
Lint = Callable[..., Ended]

OURS = """\
id: hillside
title: Hillside on social media
extends: ele
last_review: 2026-09
review_due: 2027-09
related:
  - {title: Code of Conduct, address: "https://hillside.example/code", review_due: 2026-08}
"""
TABLES = """\
replaces: [cited_names, cited_addresses, contradictions, terms, silences, remarks]
outdated_names:
  - id: friendface
    name: Friendface
    sort: service
    since: "2020"
    because: It closed.
    replacement: leave it out
    source: https://news.example/friendface
    as_of: 2026-11-25
cited_names:
  - {text: Friendface, clauses: [3a]}
contradictions:
  - {id: two-readers, clauses: [4.1a, 4.2a], why: One reader or two?, reading: Two read.}
silences:
  - {id: drones, subject: Drones, why: nothing is said of them., words: [drone, drones]}
"""
TEXT = """\
# Social media at Hillside

Staff post on Twitter and **Friendface** (Data Protection
Act 1998). Children wear suitable clothing.

Advice: http://www.saferinternet.org.uk/ or www.thinkuknow.co.uk
Drones never film children.
"""


@cache
def shipped() -> Policy:
    """The shipped policy, read once for all tests."""
    return load_policy(["ele"], Path.cwd())


@pytest.fixture
def lint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    """The command in an empty folder, with the shipped policy."""
    monkeypatch.chdir(tmp_path)
    run = Program(monkeypatch, capsys)
    monkeypatch.setattr(workbench, "load_policy", lambda *_: shipped())
    return lambda *arguments: run("policy", "lint", *arguments)


@pytest.fixture
def hillside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    """The command in the folder of another school, whose policy builds on the shipped one."""
    files = {
        "postcheck.yaml": "policy: [ours]\nroles: {slt: [S01, S02], dsl: S03}\n",
        "ours/policy.yaml": OURS,
        "ours/lint/ours.yaml": TABLES,
        "policy.md": TEXT,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = Program(monkeypatch, capsys)
    return lambda *arguments: run("policy", "lint", *arguments)


def told(done: Ended) -> dict[str, list[dict[str, Any]]]:
    """The findings of a JSON report by their rule."""
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in json.loads(done.out)["findings"]:
        found.setdefault(finding["rule"], []).append(finding)
    return found


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


def test_the_text_of_a_policy_is_read(hillside: Lint) -> None:
    done = hillside(*ON, "--format", "json", "--document", "policy.md", "--severity", "warning")
    assert (done.code, json.loads(done.out)["document"]) == (1, "policy.md")
    found = told(done)
    places = {
        rule: [(one["evidence"], one["line"], one["column"], one["clauses"]) for one in said]
        for rule, said in found.items()
        if rule not in ("contradicting-duties", "related-document-overdue")
    }
    assert places == {
        "superseded-law": [("Data Protection Act 1998", 3, 43, [])],
        "renamed-or-closed-service": [("Twitter", 3, 15, []), ("Friendface", 3, 29, ["3a"])],
        "outdated-address": [("www.thinkuknow.co.uk", 6, 45, [])],
        "address-without-encryption": [("http://www.saferinternet.org.uk/", 6, 9, [])],
    }
    assert "subject-not-covered" not in found


def test_the_configuration_switches_rules_off_and_changes_them(hillside: Lint) -> None:
    path = Path("postcheck.yaml")
    rules = "rules: {role-without-deputy: {enabled: no}, contradicting-duties: {severity: error}}\n"
    path.write_text(path.read_text() + rules)
    done = hillside(*ON, "--format", "json")
    found = told(done)
    assert "role-without-deputy" not in found
    assert found["contradicting-duties"][0]["outcome"] == "violation"
    assert json.loads(done.out)["summary"] == {
        "rules": 23,
        "violations": 1,
        "reviews": 2,
        "unknown": 0,
        "notes": 1,
    }


def test_a_word_file_is_read_by_its_own_numbers(lint: Lint) -> None:
    import docx

    document = docx.Document()
    document.add_heading("1. Scope", 1)
    document.add_paragraph("1.1. Staff use Twitter.")
    document.add_paragraph("1.2. Twitter again.")
    document.save("policy.docx")
    chosen = ("--select", "renamed-or-closed-service")
    done = lint(*ON, "--document", "policy.docx", *chosen)
    assert done.code == 1
    assert "(3a, 4.0, 8.1; 1.1 and 1.2 of the document)" in " ".join(done.out.split())
    (found,) = told(lint(*ON, "--document", "policy.docx", *chosen, "--format", "json"))[chosen[1]]
    assert (found["line"], found["lines"], found["numbers"]) == (None, [], ["1.1", "1.2"])


def test_the_imported_document_is_read_without_being_asked_for(
    hillside: Lint, program: Program
) -> None:
    Path("plain.txt").write_text("1. Scope\n\n1.1. On Friendface.\n\n1.2. No drones.\n")
    assert program("policy", "import", "plain.txt").code == 0
    path = Path("postcheck.yaml")
    path.write_text(path.read_text() + "policy_document: policy-document.yaml\n")
    done = hillside(*ON, "--format", "json", "--ignore", "role-without-deputy")
    found = told(done)
    assert json.loads(done.out)["document"] == "plain.txt"
    assert [one["numbers"] for one in found["renamed-or-closed-service"]] == [["1.1"]]
    assert "subject-not-covered" not in found


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("policy.odt", b"PK", "files that end with “.odt” are not read"),
        ("policy.pdf", b"%PDF-1.7 torn", "error:"),
        ("policy.txt", b" \n", "the policy's text is empty"),
        ("policy.txt", "Zoë".encode("latin-1"), "the file is not UTF-8: byte 3"),
        ("policy.md", "Zoë".encode("utf-16"), "the file is UTF-16, not UTF-8"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused(
    lint: Lint, name: str, content: bytes, complaint: str
) -> None:
    Path(name).write_bytes(content)
    done = lint("--document", name)
    assert (done.code, done.out) == (2, "")
    assert f"{name}" in done.err
    assert complaint in " ".join(done.err.split())


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
