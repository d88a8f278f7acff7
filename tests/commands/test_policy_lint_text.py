"""`postcheck policy lint` reads the policy's own words: as text, from Word, or imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from policy_linted import ON, Lint, hillside_lint, shipped_lint, told
from program import Program


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
        ("policy.odt", b"PK", "it is an OpenDocument text (.odt)"),
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
