"""Problems on stderr: one clear word each, with its place and what to do; never a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from postcheck.errors import Problem
from postcheck.findings import Excerpt
from postcheck.reporters.base import Style
from postcheck.reporters.excerpts import show
from postcheck.reporters.paper import Paper


def print_problems(problems: Iterable[Problem], stream: TextIO, style: Style) -> None:
    """Print each problem: `file:line:column: error: message`, the line, and the remedy."""
    paper = Paper(stream, style)
    for problem in problems:
        where = problem.where()
        place = [(f"{where}: ", "bold")] if where else []
        paper.words(*place, ("error: ", "bold red"), (problem.message, ""))
        if problem.excerpt is not None and problem.line is not None:
            _excerpt(paper, problem.excerpt, problem.line, problem.column)
        if problem.expected:
            paper.words((problem.expected, ""), indent=4, label=("expected: ", "dim"))
        if problem.remedy:
            paper.words((problem.remedy, ""), indent=4, label=("do: ", "bold"))


def _excerpt(paper: Paper, line: str, number: int, column: int | None) -> None:
    gutter = f"{number} | "
    start = max(0, (column or 1) - 1)
    shown = show(Excerpt(line, start, start + 1), paper.width - 4 - len(gutter), paper.letters)
    paper.exact((gutter, "dim"), (shown.line, ""), indent=4)
    if column is not None:
        blank = " " * (len(gutter) - 2)
        paper.exact((f"{blank}| ", "dim"), (shown.marks, "red"), indent=4)
