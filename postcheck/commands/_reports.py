"""How a run is reported: formats and files, what is shown, and what makes the run fail."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TextIO

from postcheck.config.model import Severity
from postcheck.errors import Problem, UsageError
from postcheck.findings import DraftReport, Header, Totals
from postcheck.reporters import make_reporter
from postcheck.reporters.base import Reporter, Style
from postcheck.reporters.style import style_of

FailOn = Literal["violation", "review", "unknown", "never"]
Form = tuple[str, Path | None]
"""A format with the file it goes to; None is standard output."""

_FAILING: dict[FailOn, tuple[str, ...]] = {
    "violation": ("violation",),
    "review": ("violation", "review"),
    "unknown": ("violation", "review", "unknown"),
    "never": (),
}
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The options that say how a run is reported."""

    formats: Sequence[str] = ("terminal",)
    output: Path | None = None
    fail_on: FailOn = "violation"
    severity: Severity = "warning"
    quiet: bool = False


@dataclass(slots=True)
class Publisher:
    """Prints reports as they come, in every format that was asked for."""

    options: ReportOptions
    reporters: Sequence[Reporter]
    totals: Totals
    failing: bool = False

    def start(self, header: Header | None) -> None:
        """Begin the reports; without a header there is nothing to say of the policy."""
        if header is None:
            return
        self.totals.rules = header.rules
        for reporter in self.reporters:
            reporter.start(header)

    def publish(self, reports: Iterable[DraftReport], header: Callable[[], Header]) -> None:
        """Print one report after the other; `header` is asked for with the first."""
        for report in reports:
            if not self.totals.drafts:
                self.start(header())
            self.failing = self.failing or report.outcome in _FAILING[self.options.fail_on]
            self.totals.add(report)
            shown = _shown(report, self.options.severity)
            for reporter in self.reporters:
                reporter.draft(shown)

    def finish(self) -> None:
        """Print the last lines."""
        for reporter in self.reporters:
            reporter.finish(self.totals)


def forms_of(options: ReportOptions, checked: Sequence[str]) -> list[Form]:
    """The formats of a run, proved before any file is opened. Raises UsageError."""
    forms = list(_forms(options))
    _prove_targets(forms, checked)
    return forms


def opened(stack: ExitStack, forms: Sequence[Form], options: ReportOptions) -> list[Reporter]:
    """A reporter for each format. Raises UsageError when a file cannot be written."""
    return [_opened(stack, form, options) for form in forms]


def _forms(options: ReportOptions) -> Iterator[Form]:
    """Each format with the file it goes to; one alone may go to stdout."""
    to_stdout = 0
    for written in options.formats:
        name, _, file = written.partition(":")
        target = Path(file) if file else None
        if target is None and options.output is not None:
            target = options.output
        to_stdout += target is None
        yield name, target
    if to_stdout > 1:
        raise UsageError(
            Problem(
                "two reports cannot share standard output",
                remedy="give all but one a file, such as --format json:report.json",
            )
        )


def _prove_targets(forms: Sequence[Form], checked: Sequence[str]) -> None:
    """Refuse what would spoil a file, before any is opened."""
    drafts = {os.path.realpath(path) for path in checked}
    taken: set[str] = set()
    for name, target in forms:
        make_reporter(name, io.StringIO(), Style())  # a format that is not there is told here
        if target is None:
            continue
        real = os.path.realpath(target)
        if real in drafts:
            message = "the report cannot be written here: this is what is to be checked"
            raise UsageError(Problem(message, str(target), remedy="name another file"))
        if real in taken:
            remedy = "give each its own, such as --format json:report.json"
            raise UsageError(
                Problem("two reports cannot share one file", str(target), remedy=remedy)
            )
        taken.add(real)


def _opened(stack: ExitStack, form: Form, options: ReportOptions) -> Reporter:
    name, target = form
    stream: TextIO = sys.stdout
    if target is not None:
        try:
            stream = stack.enter_context(target.open("w", encoding="utf-8", newline="\n"))
        except OSError as error:
            message = f"the report cannot be written: {error.strerror}"
            raise UsageError(Problem(message, str(target))) from error
    return make_reporter(name, stream, style_of(stream, quiet=options.quiet))


def _shown(report: DraftReport, lowest: Severity) -> DraftReport:
    """The report with the findings that are at least as severe as asked for."""
    findings = tuple(item for item in report.findings if _RANK[item.severity] <= _RANK[lowest])
    return replace(report, findings=findings)
