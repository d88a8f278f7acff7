"""Where reports go, and what is no place for one, through the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.test_exit_codes import CLAUSES, POLICY, ROOT, RULES

FILES = {
    "postcheck.yaml": "policy: [small]\n",
    "small/policy.yaml": POLICY,
    "small/clauses/all.yaml": CLAUSES,
    "small/rules/all.yaml": RULES,
    "posts/loud.json": '{"text": "Sports day #LOUD"}',
}
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def call(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "postcheck", *args],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            check=False,
        )

    return call


@pytest.mark.parametrize(
    "places",
    [
        ("--format", "json", "--format", "github", "--output", "out.txt"),
        ("--format", "json:out.txt", "--format", "github:./out.txt"),
    ],
)
def test_two_reports_cannot_share_one_file(run: Run, tmp_path: Path, places: tuple[str]) -> None:
    done = run("check", "posts", *places)
    assert done.returncode == 2
    assert "two reports cannot share one file" in done.stderr
    assert not (tmp_path / "out.txt").exists()


def test_a_wrong_format_leaves_an_earlier_report_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("earlier", encoding="utf-8")
    done = run("check", "posts", "--format", "jsn", "--output", "out.json")
    assert done.returncode == 2
    assert "did you mean `json`?" in done.stderr
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "earlier"


def test_a_report_is_not_written_over_a_draft(run: Run, tmp_path: Path) -> None:
    done = run("check", "posts/loud.json", "--format", "json", "-o", "posts/../posts/loud.json")
    assert done.returncode == 2
    assert "the report cannot be written here" in done.stderr
    assert json.loads((tmp_path / "posts/loud.json").read_text(encoding="utf-8"))


def test_an_empty_path_is_not_the_working_folder(run: Run) -> None:
    done = run("check", "")
    assert done.returncode == 2
    assert "an empty path" in done.stderr


def test_a_mistyped_command_is_named(run: Run) -> None:
    done = run("chek", "posts")
    assert done.returncode == 2
    assert "did you mean `check`?" in done.stderr


def test_drawing_and_redacting_contradict_each_other(run: Run) -> None:
    done = run("check", "posts", "--redact", "--draw", "drawn")
    assert done.returncode == 2
    assert "--redact" in done.stderr


@pytest.mark.parametrize("command", [("check", ".", "--format", "json"), ("facts", ".")])
def test_what_is_written_into_the_folder_is_no_draft(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with (tmp_path / "out.json").open("w", encoding="utf-8") as file:
        done = subprocess.run(
            [sys.executable, "-m", "postcheck", *command],
            cwd=tmp_path,
            stdout=file,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert done.stderr == ""
    assert done.returncode == (1 if command[0] == "check" else 0)
    again = run("check", ".", "--format", "json:report.json", "--format", "jsonl:lines.jsonl")
    assert again.stderr == ""
    assert again.returncode == 1
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [draft["path"] for draft in report["drafts"]] == ["posts/loud.json"]


def test_an_unknown_rule_blames_the_option_and_tells_whose_policy_lacks_it(run: Run) -> None:
    done = run("check", ".", "--select", "laud-tag")
    assert done.returncode == 2
    assert done.stderr.startswith(
        "error: there is no rule or clause “laud-tag” in the policy of postcheck.yaml"
    )
