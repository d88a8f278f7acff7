"""When something is missing or forbidden, the contract still holds: no silence, no traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = """\
import socket

def refuse(*args, **kwargs):
    raise OSError("the network is forbidden here")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""


def run(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "postcheck", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **env},
        check=False,
    )


@pytest.fixture
def without_models(tmp_path: Path) -> Path:
    """A copy of the program and its rules without any model."""
    home = tmp_path / "program"
    for name in ("postcheck", "rules"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "draft.json").write_text('{"text": "Well done Amira Khan! #TeamELE"}')
    return tmp_path


def test_without_models_nothing_passes(without_models: Path) -> None:
    program = str(without_models / "program")
    done = run(without_models, "check", "draft.json", "--format", "json", PYTHONPATH=program)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "model" in done.stderr
    report = json.loads(done.stdout)
    draft = report["drafts"][0]
    assert draft["outcome"] == "unknown"
    assert draft["clauses"]["4.4b"] == "unknown"
    assert report["problems"]
    facts = run(without_models, "facts", "draft.json", PYTHONPATH=program)
    assert facts.returncode == 2
    assert "text.person" in {item["kind"] for item in json.loads(facts.stdout)["missing"]}


def test_rules_that_need_no_model_still_work_without(without_models: Path) -> None:
    program = str(without_models / "program")
    (without_models / "draft.json").write_text('{"text": "Menu: https://bit.ly/menu"}')
    done = run(
        without_models, "check", "draft.json", "--select", "shortened-link", PYTHONPATH=program
    )
    assert done.returncode == 1
    assert done.stderr == ""


@pytest.mark.model
def test_with_neither_network_nor_a_home(tmp_path: Path) -> None:
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard/sitecustomize.py").write_text(NO_NETWORK)
    (tmp_path / "file").write_text("below a file no folder can be made, not even by root")
    home = tmp_path / "file" / "home"
    path = os.pathsep.join((str(tmp_path / "guard"), str(ROOT)))
    done = run(
        ROOT / "examples",
        "check",
        "posts/science-certificate.json",
        "--format",
        "json",
        PYTHONPATH=path,
        HOME=str(home),
        XDG_CACHE_HOME=str(home),
        TMPDIR=str(tmp_path),
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["problems"] == []
    assert done.stderr == ""
