"""What a reporter is: it is told of drafts one by one, and only prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TextIO

from postcheck.findings import DraftReport, Header, Totals


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: columns available, whether colour may be used, and whether to be brief."""

    width: int = 80
    colour: bool = False
    quiet: bool = False


class Reporter(Protocol):
    """Prints one run. `draft` is called as each draft is done, so that memory stays flat."""

    def start(self, header: Header) -> None:
        """Print what is known before the first draft."""
        ...

    def draft(self, report: DraftReport) -> None:
        """Print or keep one draft."""
        ...

    def finish(self, totals: Totals) -> None:
        """Print what is known after the last draft, problems included."""
        ...


MakeReporter = Callable[[TextIO, Style], Reporter]
"""What a reporter's module, or a plug-in, gives."""
