"""The program from its outer door on, in this process."""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest

from postcheck.__main__ import main


class Ended(NamedTuple):
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str


class Program:
    """Runs `postcheck` with arguments, and a text on standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str, text: str = "") -> Ended:
        self._monkeypatch.setattr("sys.argv", ["postcheck", *arguments])
        stdin = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        self._monkeypatch.setattr("sys.stdin", stdin)
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        assert isinstance(code, int)
        return Ended(code, *self._capsys.readouterr())
