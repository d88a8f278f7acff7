"""`postcheck policy import`, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from made_documents import MARKDOWN, pdf, word
from program import Program

from postcheck.policy_document.words import hash_of

CLAUSES = """\
clauses:
  - {id: 1.1a, section: Pictures, duty: Someone is asked first., binds: [official],
     enforcement: [not-checkable], how: It cannot be seen.}
  - {id: 1.1b, section: Pictures, duty: Someone is asked twice., binds: [official],
     enforcement: [not-checkable], how: It cannot be seen.}
  - {id: "1.2", section: Pictures, duty: Evenings are free., binds: [official],
     enforcement: [not-checkable], how: It cannot be seen.}
  - {id: QH.1, section: Quiet hours, duty: Nights are quiet., binds: [official],
     enforcement: [not-checkable], how: It cannot be seen.}
"""
WORDS = {"1.1a": "Ask before you post.", "1.1b": "Then ask again.", "QH.1": "Phones rest at night."}
WORDING = yaml.safe_dump(
    {"clauses": {name: {"sha256": hash_of(said)} for name, said in WORDS.items()}}
)
CONFIG = "policy: [small]\npolicy_document: our-policy.yaml\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "postcheck.yaml": CONFIG,
        "small/policy.yaml": "id: small\ntitle: Small policy\n",
        "small/clauses/all.yaml": CLAUSES,
        "small/wording.yaml": WORDING,
        "policy.md": MARKDOWN,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "policy.docx").write_bytes(word())
    (tmp_path / "policy.pdf").write_bytes(pdf())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kept(folder: Path, name: str = "our-policy.yaml") -> dict[str, dict[str, str]]:
    written = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    clauses: dict[str, dict[str, str]] = written["clauses"]
    return clauses


@pytest.mark.parametrize("file", ["policy.md", "policy.docx", "policy.pdf"])
def test_a_document_is_read_and_kept(program: Program, folder: Path, file: str) -> None:
    done = program("policy", "import", file)
    assert done.code == 0, done.err
    assert f"{file}: 4 sections with 6 clauses and paragraphs." in done.out
    assert "4 of 4 clauses of “Small policy” were found in it." in done.out
    assert "wrote  our-policy.yaml" in done.out
    assert "Other words" not in done.out
    assert "Not found" not in done.out
    found = kept(folder)
    assert {name: entry["at"] for name, entry in found.items()} == {
        "1.1a": "1.1",
        "1.1b": "1.1",
        "1.2": "1.2",
        "QH.1": "quiet-hours",
    }
    assert "sha256" not in found["1.1a"]


def test_words_that_nobody_had_recorded_are_recorded(program: Program, folder: Path) -> None:
    done = program("policy", "import", "policy.md")
    assert "1 clause: today's words are taken for those of the rules, as of now: 1.2." in done.out
    said = "Nobody posts after six. It is kind to wait until morning."
    assert kept(folder)["1.2"]["sha256"] == hash_of(said)


def test_what_is_there_is_neither_overwritten_nor_lost(program: Program, folder: Path) -> None:
    program("policy", "import", "policy.md")
    before = (folder / "our-policy.yaml").read_bytes()
    done = program("policy", "import", "policy.md")
    assert done.code == 2
    assert "was left as it is" in done.err
    assert "give --overwrite" in done.err
    assert (folder / "our-policy.yaml").read_bytes() == before
    assert program("policy", "import", "policy.md", "--overwrite").code == 0
    assert (folder / "our-policy.yaml").read_bytes() == before


def test_a_changed_clause_is_told_until_it_is_accepted(program: Program, folder: Path) -> None:
    (folder / "new.md").write_text(MARKDOWN.replace("Then ask again", "Then ask twice"))
    done = program("policy", "import", "new.md")
    assert done.code == 0
    assert "Other words than those the rules were written for (1)" in done.out
    assert "1.1b    1.1. Someone is asked twice." in done.out
    assert "Now: “Then ask twice.”" in done.out
    again = program("policy", "import", "new.md", "--overwrite", "--accept", "1.1b")
    assert "Other words" not in again.out
    assert "as of now: 1.1b." in again.out
    assert kept(folder)["1.1b"]["sha256"] == hash_of("Then ask twice.")
    last = program("policy", "import", "new.md", "--overwrite")
    assert "Other words" not in last.out
    assert kept(folder)["1.1b"]["sha256"] == hash_of("Then ask twice.")


def test_words_that_clauses_share_are_told_once(program: Program, folder: Path) -> None:
    text = MARKDOWN.replace("Ask before you post. Then ask again.", "Sing before you post.")
    (folder / "new.md").write_text(text)
    out = program("policy", "import", "new.md").out
    assert "for (2)" in out
    assert out.index("1.1a    1.1.") < out.index("1.1b    1.1.") < out.index("Now: “Sing")
    assert out.count("Now:") == 1


def test_accepting_all_is_accepting_each(program: Program, folder: Path) -> None:
    changed = MARKDOWN.replace("Then ask again", "Then sing").replace("rest", "sleep")
    (folder / "new.md").write_text(changed)
    done = program("policy", "import", "new.md", "--accept", "all")
    assert done.code == 0
    assert "3 clauses: today's words" in done.out
    assert "as of now: 1.1b, 1.2, QH.1." in " ".join(done.out.split())


def test_moved_and_missing_clauses_are_told(program: Program, folder: Path) -> None:
    moved = MARKDOWN.replace("**1.1.**", "**1.8.**").replace("## Quiet hours", "## Night")
    (folder / "new.md").write_text(moved.replace("Phones rest at night.", "Sleep well."))
    done = program("policy", "import", "new.md")
    assert "The same words in another place (2)" in done.out
    assert "1.1a    1.1, now 1.8" in done.out
    assert "Not found (1)" in done.out
    assert "QH.1    Quiet hours. Nights are quiet." in done.out
    assert '`QH.1: {at: "3.2"}`' in " ".join(done.out.split())
    assert "QH.1" not in kept(folder)


def test_a_place_that_is_put_right_by_hand_stays(program: Program, folder: Path) -> None:
    (folder / "new.md").write_text(
        MARKDOWN.replace("## Quiet hours", "## Night").replace("rest", "doze")
    )
    program("policy", "import", "new.md")
    target = folder / "our-policy.yaml"
    target.write_text(
        target.read_text().replace("clauses:\n", "clauses:\n  QH.1: {at: night}\n", 1)
    )
    done = program("policy", "import", "new.md", "--overwrite")
    assert "4 of 4 clauses" in done.out
    assert "Now: “Phones doze at night.”" in done.out
    assert kept(folder)["QH.1"] == {"at": "night"}


def test_a_document_of_something_else_is_asked_about(program: Program, folder: Path) -> None:
    (folder / "menu.md").write_text("8. Lunch\n\n8.1 Soup.\n")
    done = program("policy", "import", "menu.md")
    assert "0 of 4 clauses" in done.out
    assert "Is this the policy that the rules are for?" in done.out


def test_without_a_key_the_file_lies_beside_the_configuration(
    program: Program, folder: Path
) -> None:
    (folder / "postcheck.yaml").write_text("policy: [small]\n")
    done = program("policy", "import", "policy.md")
    assert (folder / "policy-document.yaml").is_file()
    assert "Put `policy_document: policy-document.yaml` into postcheck.yaml" in done.out


def test_another_file_can_be_named(program: Program, folder: Path) -> None:
    assert program("policy", "import", "policy.md", "-o", "other.yaml").code == 0
    assert kept(folder, "other.yaml")
    assert not (folder / "our-policy.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("policy.md", "--accept", "1.1c"), "the policy has no clause `1.1c`"),
        (("gone.md",), "gone.md"),
        (("small/policy.yaml",), "end with “.yaml”"),
        (("empty.md",), "the file is empty"),
        (("policy.md", "--output", "none/such.yaml"), "cannot be written"),
        (("policy.md", "--overwrite", "--output", "postcheck.yaml"), "unknown key `policy`"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    program: Program, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    (folder / "empty.md").write_bytes(b"")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = program("policy", "import", *arguments)
    assert done.code == 2
    assert message in done.err
    assert "Traceback" not in done.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("data", [b"", b"\0\1", b"%PDF-1.4 gone", b"Be kind."])
def test_an_unreadable_document_leaves_the_kept_one_alone(
    program: Program, folder: Path, data: bytes
) -> None:
    program("policy", "import", "policy.md")
    before = (folder / "our-policy.yaml").read_bytes()
    (folder / "policy.md").write_bytes(data)
    done = program("policy", "import", "policy.md", "--overwrite")
    assert done.code == 2
    assert "policy.md" in done.err
    assert (folder / "our-policy.yaml").read_bytes() == before


def test_a_clause_that_is_gone_cannot_be_accepted(program: Program, folder: Path) -> None:
    (folder / "new.md").write_text(MARKDOWN.replace(" Then ask again.", ""))
    done = program("policy", "import", "new.md", "--accept", "1.1b")
    assert done.code == 2
    assert "clause 1.1b was not found in the document" in done.err
    assert not (folder / "our-policy.yaml").exists()


def test_the_kept_document_is_no_draft(program: Program, folder: Path) -> None:
    program("policy", "import", "policy.md")
    (folder / "policy.md").unlink()
    done = program("check", ".")
    assert "our-policy.yaml" not in done.err
    assert "no draft found" in done.err
