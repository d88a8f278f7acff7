"""What packs say beside their clauses: merged, and refused where it names what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.errors import InputError
from postcheck.policy.load import load_policy

CLAUSES = """\
clauses:
  - {id: T.1, section: Tags, duty: Few tags., binds: [], enforcement: [not-checkable], how: No.}
  - {id: T.2, section: Tags, duty: Nice tags., binds: [], enforcement: [not-checkable], how: No.}
"""
WORDING = f"clauses:\n  T.1: {{sha256: {'a' * 64}}}\n  T.2: {{at: '2', sha256: {'b' * 64}}}\n"
REASONS = """\
guidance:
  tags: {title: On tags, address: "https://tags.example/"}
reasons:
  - {clauses: [T.1, T.2], why: Tags are searched for., guidance: tags, ask: [slt]}
"""


def write(folder: Path, name: str, **files: str) -> None:
    about = f"id: {name}\ntitle: T\nroles: [{{id: slt, title: Leadership}}]\n"
    for file, text in {"policy": about, **files}.items():
        path = folder / name / f"{file.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_pack_gives_wording_and_reasons(tmp_path: Path) -> None:
    write(tmp_path, "one", clauses__all=CLAUSES, wording=WORDING, reasons=REASONS)
    policy = load_policy(["one"], tmp_path)
    assert policy.wordings["T.1"].sha256 == "a" * 64
    assert (policy.wordings["T.2"].at, policy.wordings["T.2"].sha256) == ("2", "b" * 64)
    because = policy.reasons["T.2"]
    assert because.why == "Tags are searched for."
    assert because.ask == ("slt",)
    assert because.guidance is not None
    assert because.guidance.address == "https://tags.example/"


def test_a_clause_that_a_later_pack_writes_anew_loses_both(tmp_path: Path) -> None:
    write(tmp_path, "one", clauses__all=CLAUSES, wording=WORDING, reasons=REASONS)
    again = CLAUSES.rpartition("  - {id: T.2")[0].replace("Few tags.", "Two tags.")
    write(tmp_path, "two", clauses__all=again)
    policy = load_policy(["one", "two"], tmp_path)
    assert set(policy.wordings) == {"T.2"}
    assert set(policy.reasons) == {"T.2"}


@pytest.mark.parametrize(
    ("file", "old", "new", "message", "line"),
    [
        ("wording", "T.1", "T.9", "the policy has no clause `T.9`", 2),
        ("reasons", "[T.1, T.2]", "[T.1, T.9]", "the policy has no clause `T.9`", 4),
        ("reasons", "[slt]", "[hr]", "the policy has no role `hr`", 4),
        ("reasons", "guidance: tags,", "guidance: tag,", "has no page `tag`", 4),
        ("reasons", "[T.1, T.2]", "[]", "may not be empty", 4),
        ("reasons", "https:", "http:", "cannot be", 2),
    ],
)
def test_names_that_are_not_there_are_refused(
    tmp_path: Path, file: str, old: str, new: str, message: str, line: int
) -> None:
    files = {"wording": WORDING, "reasons": REASONS}
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    write(tmp_path, "one", clauses__all=CLAUSES, **files)
    with pytest.raises(InputError) as caught:
        load_policy(["one"], tmp_path)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.line == line
