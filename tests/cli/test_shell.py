"""What shells do with the program: complete its commands, and read only the first lines."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from cli.test_exit_codes import ROOT


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_and_nothing_else(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "postcheck"],
        env=environment(_POSTCHECK_COMPLETE=f"{shell}_source", PATH=os.environ["PATH"]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "Couldn't detect Bash version" in done.stderr:
        pytest.skip("no bash here")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "_POSTCHECK_COMPLETE" in done.stdout


@pytest.mark.parametrize("command", [("policy", "coverage"), ("explain", "4.4b")])
def test_a_reader_who_has_gone_is_no_crash(command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "postcheck", *command],
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writing)
    assert done.stderr == ""
