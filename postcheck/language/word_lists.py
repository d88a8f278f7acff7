"""The lists of words and names that are shipped in `models/`: a row a line, cells between tabs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postcheck.errors import AnalyserError, Problem


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a list after its heading. Raises AnalyserError when it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        remedy = "install postcheck again; the list belongs to its models"
        problem = Problem(f"the list {path.name} cannot be read", path=str(path), remedy=remedy)
        raise AnalyserError(problem) from error
    for line in lines[1:]:
        yield line.split("\t")
