"""JSON lines: one object a draft as it is done, and a last line that says what the run was."""

from __future__ import annotations

from typing import TextIO

from postcheck.findings import DraftReport, Header, Totals
from postcheck.reporters.base import Style
from postcheck.reporters.objects import draft_of, opening_of, problems_of, summary_of, to_json


class JsonLinesReporter:
    """Prints the drafts of the JSON report, one a line."""

    def __init__(self, out: TextIO, _style: Style) -> None:
        self._out = out
        self._header: Header | None = None

    def start(self, header: Header) -> None:
        """Keep what the last line says."""
        self._header = header

    def draft(self, report: DraftReport) -> None:
        """Print one draft, at once."""
        self._line(draft_of(report))
        self._out.flush()

    def finish(self, totals: Totals) -> None:
        """Print the last line."""
        self._line(
            {
                "summary": summary_of(totals),
                **opening_of(self._header),
                "problems": problems_of(totals.problems),
            }
        )

    def _line(self, value: object) -> None:
        self._out.write(to_json(value) + "\n")
