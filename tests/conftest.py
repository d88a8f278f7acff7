"""What all tests share."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from program import Program

os.environ["XDG_CACHE_HOME"] = str(Path(tempfile.gettempdir()) / "postcheck-tests")
"""What tests keep between runs stays out of the user's own folder."""


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests and the processes they start behave alike in every terminal and CI system."""
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, from its outer door on, in this process."""
    return Program(monkeypatch, capsys)
