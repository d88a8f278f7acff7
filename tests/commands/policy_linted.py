"""`postcheck policy lint` in the folder of a school, and what it tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from program import Ended, Program

from postcheck.engine import workbench
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


def shipped_lint(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    """The command in an empty folder, with the shipped policy."""
    monkeypatch.chdir(folder)
    run = Program(monkeypatch, capsys)
    monkeypatch.setattr(workbench, "load_policy", lambda *_: shipped())
    return lambda *arguments: run("policy", "lint", *arguments)


def hillside_lint(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lint:
    """The command in the folder of another school, whose policy builds on the shipped one."""
    files = {
        "postcheck.yaml": "policy: [ours]\nroles: {slt: [S01, S02], dsl: S03}\n",
        "ours/policy.yaml": OURS,
        "ours/lint/ours.yaml": TABLES,
        "policy.md": TEXT,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    run = Program(monkeypatch, capsys)
    return lambda *arguments: run("policy", "lint", *arguments)


def told(done: Ended) -> dict[str, list[dict[str, Any]]]:
    """The findings of a JSON report by their rule."""
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in json.loads(done.out)["findings"]:
        found.setdefault(finding["rule"], []).append(finding)
    return found
