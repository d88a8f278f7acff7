"""The JSON report (contract): one document, written draft by draft so that memory stays flat."""

from __future__ import annotations

from textwrap import indent
from typing import TextIO

from postcheck.findings import DraftReport, Header, Totals
from postcheck.reporters.base import Style
from postcheck.reporters.objects import draft_of, opening_of, problems_of, summary_of, to_json


class JsonReporter:
    """Prints one JSON object."""

    def __init__(self, out: TextIO, _style: Style) -> None:
        self._out = out
        self._opened = False
        self._drafts = 0

    def start(self, header: Header | None) -> None:
        """Print what is known before the first draft."""
        self._opened = True
        self._out.write("{\n")
        for key, value in opening_of(header).items():
            self._out.write(f'  "{key}": {_nested(value, 2)},\n')
        self._out.write('  "drafts": [')

    def draft(self, report: DraftReport) -> None:
        """Print one draft."""
        comma = "," if self._drafts else ""
        self._out.write(f"{comma}\n    {_nested(draft_of(report), 4)}")
        self._drafts += 1

    def finish(self, totals: Totals) -> None:
        """Print the counts and the problems, and close the object."""
        if not self._opened:
            self.start(None)
        self._out.write("\n  ],\n" if self._drafts else "],\n")
        self._out.write(f'  "summary": {_nested(summary_of(totals), 2)},\n')
        self._out.write(f'  "problems": {_nested(problems_of(totals.problems), 2)}\n}}\n')


def _nested(value: object, depth: int) -> str:
    return indent(to_json(value, indent=2), " " * depth).lstrip()
