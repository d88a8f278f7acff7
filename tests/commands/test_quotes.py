"""`--quote` and the drift of clauses, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from made_documents import MARKDOWN
from program import Program

from postcheck.commands.schema import schema_of
from postcheck.policy_document.words import hash_of

FILES = {
    "postcheck.yaml": "policy: [small]\npolicy_document: ours.yaml\naccounts: accounts.yaml\n",
    "accounts.yaml": "accounts: [{id: ours, kind: official, platform: blog}]\n",
    "small/policy.yaml": "id: small\ntitle: Small policy\n",
    "small/clauses/all.yaml": """\
clauses:
  - {id: 1.1b, section: Pictures, duty: Someone is asked twice., binds: [official, account],
     enforcement: [automatic], how: Tags are read.}
  - {id: "9.9", section: Nowhere, duty: Nothing shouts., binds: [official],
     enforcement: [automatic], how: Tags are read.}
  - {id: HD.2, section: Header, duty: It is looked at again., binds: [process],
     enforcement: [governance], how: Words are compared.}
""",
    "small/wording.yaml": f"clauses:\n  1.1b: {{sha256: {hash_of('Then ask again.')}}}\n",
    "small/rules/all.yaml": """\
rules:
  - id: tag-used
    clause: 1.1b
    given: text.hashtag
    check: absent
    severity: error
    message: "{text} is a tag."
    remedy: Leave it out.
    tests: [{fail: "Hello #day"}, {pass: Hello}]
  - id: mention-used
    clause: "9.9"
    given: text.mention
    check: absent
    severity: warning
    message: "{text} is a mention."
    remedy: Leave it out.
    tests: [{fail: "Hello @day"}, {pass: Hello}]
  - id: account-seen
    clause: 1.1b
    given: account.record
    check: absent
    severity: warning
    message: An account.
    remedy: Close it.
    tests:
      - {fail: An account, account: {id: ours, kind: official}}
      - {pass: Hello}
  - id: reworded
    clause: HD.2
    given: policy.wording
    where: {fact.state: changed}
    check: absent
    severity: warning
    message: "{text} at {where}"
    remedy: Look.
    tests:
      - fail: Reworded
        facts: [{kind: policy.wording, surface: policy, text: "1", attributes: {state: changed}}]
      - pass: Nothing
""",
    "post.txt": "Hello #day @you",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(program: Program, folder: Path, text: str = MARKDOWN) -> None:
    (folder / "policy.md").write_text(text, encoding="utf-8")
    assert program("policy", "import", "policy.md").code == 0
    (folder / "policy.md").unlink()


REWORDED = MARKDOWN.replace("Then ask again", "Then sing")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("terminal", "Your policy, 1.1: “Then ask again.”"),
        ("github", "Leave it out.%0AYour policy, 1.1: “Then ask again.”\n"),
    ],
)
def test_reports_quote_the_clause(program: Program, folder: Path, form: str, expected: str) -> None:
    imported(program, folder)
    done = program("check", "post.txt", "--quote", "--format", form)
    assert done.code == 1
    assert done.out.count(expected) == 1
    assert "not the words" not in done.out
    assert "Your policy" not in program("check", "post.txt", "--format", form).out


@pytest.mark.parametrize("form", ["terminal", "github"])
def test_a_quote_says_that_its_words_changed(program: Program, folder: Path, form: str) -> None:
    imported(program, folder, REWORDED)
    out = program("check", "post.txt", "--quote", "--format", form).out
    assert "Your policy, 1.1: “Ask before you post. Then sing.”" in out
    assert "These are not the words that its rules were written for." in " ".join(out.split())


@pytest.mark.parametrize(("text", "changed"), [(MARKDOWN, False), (REWORDED, True)])
def test_json_holds_the_quote_of_each_finding(
    program: Program, folder: Path, text: str, changed: bool
) -> None:
    imported(program, folder, text)
    report = json.loads(program("check", "post.txt", "--quote", "--format", "json").out)
    jsonschema.validate(report, schema_of("report"))
    quotes = {one["rule"]: one.get("quote") for one in report["drafts"][0]["findings"]}
    said = "Ask before you post. Then sing." if changed else "Then ask again."
    assert quotes["tag-used"] == {"text": said, "where": "1.1", "changed": changed}
    assert quotes["mention-used"] is None
    plain = json.loads(program("check", "post.txt", "--format", "json").out)
    assert all("quote" not in one for one in plain["drafts"][0]["findings"])


def test_accounts_are_quoted_too(program: Program, folder: Path) -> None:
    imported(program, folder)
    done = program("account", "accounts.yaml", "--quote")
    assert "Your policy, 1.1: “Then ask again.”" in done.out


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("policy: [small]\n", "no `policy_document` is configured"),
        ("policy: [small]\npolicy_document: gone.yaml\n", "there is no such file"),
        ("policy: [small]\npolicy_document: accounts.yaml\n", "unknown key `accounts`"),
    ],
)
def test_without_a_document_nothing_is_checked(
    program: Program, folder: Path, config: str, message: str
) -> None:
    (folder / "postcheck.yaml").write_text(config, encoding="utf-8")
    done = program("check", "post.txt", "--quote")
    assert done.code == 2
    assert message in " ".join(done.err.split())


def test_coverage_tells_of_clauses_that_changed_or_are_missing(
    program: Program, folder: Path
) -> None:
    imported(program, folder, REWORDED)
    out = " ".join(program("policy", "coverage").out.split())
    assert "Your policy: 1.1 has other words than those the rules were written for." in out
    assert "Your policy: not found there." in out
    assert "In your policy: 1 found, 1 with other words" in out
    assert "2 not found." in out
    rows = json.loads(program("policy", "coverage", "--format", "json").out)
    assert {row["clause"]: row["document"]["state"] for row in rows} == {
        "1.1b": "changed",
        "9.9": "missing",
        "HD.2": "missing",
    }


def test_coverage_without_a_document_says_nothing_of_it(program: Program, folder: Path) -> None:
    (folder / "postcheck.yaml").write_text("policy: [small]\n", encoding="utf-8")
    assert "policy:" not in program("policy", "coverage").out
    rows = json.loads(program("policy", "coverage", "--format", "json").out)
    assert all("document" not in row for row in rows)


@pytest.mark.parametrize(("text", "code"), [(MARKDOWN, 0), (REWORDED, 1)])
def test_lint_tells_of_clauses_that_changed(
    program: Program, folder: Path, text: str, code: int
) -> None:
    imported(program, folder, text)
    done = program("policy", "lint", "--select", "reworded")
    assert done.code == code
    assert ("1.1b at 1.1" in done.out) is (code == 1)
