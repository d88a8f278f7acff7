"""Reporters: they only print. The register names each format's module, which is imported late."""

from __future__ import annotations

from importlib import import_module
from typing import TextIO, cast

from postcheck import plugins
from postcheck.documents.wording import did_you_mean
from postcheck.errors import Problem, UsageError
from postcheck.reporters.base import MakeReporter, Reporter, Style

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
    plugged = plugins.load("reporters", name)
    if plugged is None:
        raise UsageError(
            Problem(
                f"there is no format “{name}”",
                expected=f"one of {', '.join(FORMATS)}",
                remedy=did_you_mean(name, list(FORMATS)),
            )
        )
    return cast(MakeReporter, plugged)(out, style)
