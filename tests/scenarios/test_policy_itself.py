"""The clauses on the policy itself, once through the command line: examined, and covered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = """\
# Social Media Policy

1.1. The Malicious Communications Act applies on Twitter. We keep to the Data Protection Act 1998.
1.2. Children wear suitable clothing; any other wording of the city council is a slip.

Guidance: http://www.saferinternet.org.uk/, www.thinkuknow.co.uk
"""


def postcheck(folder: Path, *arguments: str) -> tuple[int, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "postcheck", "policy", *arguments, "--format", "json"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, int | None]]]:
    """What is said of a short text under each clause: the words, and their line."""
    folder = tmp_path_factory.mktemp("policy")
    (folder / "policy.md").write_text(TEXT, encoding="utf-8")
    code, report = postcheck(folder, "lint", "--document", "policy.md", "--on", "2026-11-25")
    assert code == 1
    found: dict[str, set[tuple[str, int | None]]] = {}
    for one in report["findings"]:
        found.setdefault(one["clause"], set()).add((one["evidence"], one["line"]))
    return found


@pytest.mark.parametrize(
    ("clause", "words", "line"),
    [
        ("HD.2", "Social Media Policy", None),
        ("HD.2", "Malicious Communications Act", 3),
        ("HD.2", "Data Protection Act 1998", 3),
        ("HD.2", "Twitter", 3),
        ("HD.2", "suitable clothing", 4),
        ("HD.2", "city council", 4),
        ("FG.1", "http://www.saferinternet.org.uk/", 6),
        ("FG.1", "www.thinkuknow.co.uk", 6),
        ("RD.1", "Code of Conduct", None),
        ("RD.1", "Safeguarding Policy", None),
    ],
)
def test_a_fault_counts_against_its_clause(
    examined: dict[str, set[tuple[str, int | None]]], clause: str, words: str, line: int | None
) -> None:
    assert (words, line) in examined[clause]


def test_every_clause_is_covered(tmp_path: Path) -> None:
    code, rows = postcheck(tmp_path, "coverage")
    assert (code, len(rows)) == (0, 116)
    for row in rows:
        assert not row["not_yet"], row["clause"]
        assert row["rules"] or row["enforcement"] == ["not-checkable"], row["clause"]
        assert row["how"], row["clause"]
