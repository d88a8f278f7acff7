"""What can go wrong, said once for every reader and command.

PostcheckError
├── InputError      a draft, register, configuration or rule file cannot be used
├── UsageError      the command was called in a way that cannot work
└── AnalyserError   an analyser or its model could not look

Each carries one or more problems, so that every fault of a file is told at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stopped the work: where, what is wrong, and what to do.

    `line` and `column` count from 1, in Unicode code points; None where no place is known.
    `excerpt` is the offending source line, without its line end.
    """

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    expected: str | None = None
    remedy: str | None = None
    excerpt: str | None = None

    def where(self) -> str:
        """`file:line:column` as far as it is known; empty when nothing is."""
        parts = [self.path or ""]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(part for part in parts if part)


class PostcheckError(Exception):
    """Base of every error that postcheck raises on purpose."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


class InputError(PostcheckError):
    """A file that was given cannot be used."""


class UsageError(PostcheckError):
    """The command cannot do what was asked."""


class AnalyserError(PostcheckError):
    """An analyser could not be loaded or could not look."""
