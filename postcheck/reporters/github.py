"""Workflow commands of GitHub Actions, which become annotations of the files of a pull request."""

from __future__ import annotations

from typing import TextIO

from postcheck.errors import Problem
from postcheck.findings import DraftReport, Finding, Header, Outcome, Totals
from postcheck.reporters.base import Style
from postcheck.reporters.closing import Closing
from postcheck.reporters.visible import Letters
from postcheck.reporters.wording import quoted

_COMMANDS: dict[Outcome, str] = {
    "violation": "error",
    "review": "warning",
    "unknown": "warning",
    "note": "notice",
}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


class GithubReporter:
    """Prints one command for each open finding and each problem, and a last line."""

    def __init__(self, out: TextIO, _style: Style) -> None:
        self._out = out
        self._letters = Letters.of(out)
        self._header: Header | None = None
        self._closing = Closing()

    def start(self, header: Header) -> None:
        """Keep what the last line needs."""
        self._header = header

    def draft(self, report: DraftReport) -> None:
        """Print the open findings of one draft."""
        self._closing.add(report)
        for finding in report.findings:
            if finding.status == "open":
                title = f"{finding.clause} {finding.rule}"
                place = {"file": report.path, **_place(report, finding), "title": title}
                self._command(_COMMANDS[finding.outcome], place, _message(finding))

    def finish(self, totals: Totals) -> None:
        """Print the problems and the last line."""
        for problem in totals.problems:
            self._command("error", _problem_place(problem), _said(problem))
        if self._header is not None:
            result = self._closing.result(totals, self._header)
            for line in (*self._closing.readings(self._header), result):
                self._out.write(f"postcheck: {self._letters.line(line)}\n")

    def _command(self, name: str, properties: dict[str, str | int], message: str) -> None:
        written = ",".join(
            f"{key}={self._escaped(str(value), _PROPERTY)}" for key, value in properties.items()
        )
        self._out.write(f"::{name} {written}::{self._escaped(message, _DATA)}\n")

    def _escaped(self, text: str, table: dict[int, str]) -> str:
        shown = "\n".join(self._letters.show(line) for line in text.splitlines())
        return shown.translate(table)


def _place(report: DraftReport, finding: Finding) -> dict[str, str | int]:
    """The line in the file, where the file's lines are known; columns only within one line."""
    if finding.surface == "text" and report.text_line is not None and finding.line is not None:
        place: dict[str, str | int] = {"line": report.text_line + finding.line - 1}
        if finding.column is not None and finding.excerpt is not None:
            length = finding.excerpt.end - finding.excerpt.start
            if finding.start is not None and finding.end == finding.start + length:
                place["col"] = finding.column
                place["endColumn"] = finding.column + length
        return place
    return {} if report.line is None else {"line": report.line}


def _message(finding: Finding) -> str:
    where = "" if finding.surface == "draft" else f" ({finding.surface})"
    said = (f"{finding.message}{where}", finding.remedy, *quoted(finding.quote))
    return "\n".join(said).rstrip()


def _problem_place(problem: Problem) -> dict[str, str | int]:
    values = {"file": problem.path, "line": problem.line, "col": problem.column}
    known: dict[str, str | int] = {key: value for key, value in values.items() if value is not None}
    return {**known, "title": "postcheck could not do this"}


def _said(problem: Problem) -> str:
    expected = f"expected: {problem.expected}" if problem.expected else None
    return "\n".join(part for part in (problem.message, expected, problem.remedy) if part)
