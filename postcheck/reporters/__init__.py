"""Reporters: they only print. The register names each format's module, which is imported late."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TextIO, TypeVar, cast

from postcheck import plugins
from postcheck.documents.wording import did_you_mean
from postcheck.errors import Problem, UsageError
from postcheck.findings import DraftReport, Header, Totals
from postcheck.reporters.base import MakeReporter, Reporter, Style

T = TypeVar("T")

FORMATS: dict[str, str] = {
    "terminal": "postcheck.reporters.terminal:TerminalReporter",
    "json": "postcheck.reporters.json_report:JsonReporter",
    "jsonl": "postcheck.reporters.jsonl:JsonLinesReporter",
    "github": "postcheck.reporters.github:GithubReporter",
}


def make_reporter(name: str, out: TextIO, style: Style) -> Reporter:
    """The reporter for a format, ours or a plug-in's. Raises UsageError when there is none."""
    if name in FORMATS:
        module, _, attribute = FORMATS[name].partition(":")
        make = cast(MakeReporter, getattr(import_module(module), attribute))
        return make(out, style)
    made = plugins.load("reporters", name, object, "object")
    if made is None:
        raise UsageError(
            Problem(
                f"there is no format “{name}”",
                expected=f"one of {', '.join((*FORMATS, *plugins.find('reporters')))}",
                remedy=did_you_mean(name, [*FORMATS, *plugins.find("reporters")]),
            )
        )
    if not callable(made):
        raise plugins.unfit("reporters", name, "gives no callable that makes a reporter")
    return _Plugged(name, cast(MakeReporter, made), out, style)


class _Plugged:
    """A plug-in's reporter, whose failures are told with its package."""

    def __init__(self, name: str, make: MakeReporter, out: TextIO, style: Style) -> None:
        self._name = name
        self._reporter = self._guarded(lambda: make(out, style))

    def start(self, header: Header) -> None:
        """Pass on the start."""
        self._guarded(lambda: self._reporter.start(header))

    def draft(self, report: DraftReport) -> None:
        """Pass on one draft."""
        self._guarded(lambda: self._reporter.draft(report))

    def finish(self, totals: Totals) -> None:
        """Pass on the end."""
        self._guarded(lambda: self._reporter.finish(totals))

    def _guarded(self, call: Callable[[], T]) -> T:
        return plugins.guarded("reporters", self._name, call)
