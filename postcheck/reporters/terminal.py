"""The report that people read, grouped by draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from postcheck.findings import DraftReport, Finding, Header, Totals
from postcheck.reporters.base import Style
from postcheck.reporters.closing import Closing, medium_of
from postcheck.reporters.excerpts import show
from postcheck.reporters.paper import Paper, Part
from postcheck.reporters.style import COLOURS
from postcheck.reporters.wording import count, quoted

_CARE = {
    "safe": "",
    "review": "  (read it before you take it)",
    "show": "  (a suggestion only)",
}


class TerminalReporter:
    """Prints each draft as it is done."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self._paper = Paper(out, style)
        self._quiet = style.quiet
        self._header: Header | None = None
        self._closing = Closing()
        self._after_clean = False

    def start(self, header: Header) -> None:
        """Keep what the last lines need."""
        self._header = header

    def draft(self, report: DraftReport) -> None:
        """Print one draft."""
        self._closing.add(report)
        path = report.path if report.line is None else f"{report.path}:{report.line}"
        if not report.findings:
            if not self._quiet:
                self._paper.words((path, "bold"), (f": {_nothing(report)}", "dim"))
                self._after_clean = True
            return
        if self._after_clean:
            self._paper.gap()
            self._after_clean = False
        name = [(f"  {report.id}", "dim")] if report.id else []
        self._paper.words((path, "bold"), *name)
        self._where(report)
        settled = [finding for finding in report.findings if finding.status != "open"]
        told: set[str] = set()
        for group in _grouped(f for f in report.findings if f.status == "open"):
            self._paper.gap()
            self._finding(group, told)
        if settled:
            self._paper.gap()
        for finding in settled:
            self._settled(finding)
        self._paper.gap()

    def _where(self, report: DraftReport) -> None:
        """Where a post is published: its addresses, else its platforms."""
        for address in report.addresses:
            self._paper.words((address, "cyan"), indent=2, label=("Published: ", "dim"))
        if report.channels and not report.addresses:
            said = report.channels != ("any",)
            where = f"on {', '.join(report.channels)}" if said else "not said"
            told = f"{where} (no `url` in the draft)"
            self._paper.words((told, ""), indent=2, label=("Published: ", "dim"))

    def finish(self, totals: Totals) -> None:
        """Print the last lines."""
        if self._header is None:
            return
        if self._after_clean:
            self._paper.gap()
        if not self._quiet:
            for remark in self._closing.remarks(self._header):
                self._paper.words((remark, "dim"))
        verdict = self._closing.result(totals, self._header)
        self._paper.words((verdict, "bold red" if totals.violations else "bold"))

    def _finding(self, group: list[Finding], told: set[str]) -> None:
        """Print one finding; the duties in `told` have been said of this draft."""
        first = group[0]
        clauses = dict.fromkeys(clause for one in group for clause in (one.clause, *one.also))
        rules = dict.fromkeys(one.rule for one in group)
        name = first.rule if len(rules) == 1 else f"({count(len(rules), 'rule')})"
        self._paper.words(
            (first.outcome, f"bold {COLOURS[first.outcome]}"),
            (f" {' '.join(clauses)} ", "bold"),
            (name, "dim"),
            indent=2,
        )
        self._paper.words((first.message, ""), indent=4)
        if len(clauses) == 1 + len(first.also) and first.clause not in told:
            told.add(first.clause)
            self._paper.words((first.duty, "dim"), indent=4, label=("Policy: ", "dim"))
            for line in quoted(first.quote):
                self._paper.words((line, "dim"), indent=4)
        self._place(group)
        if first.remedy:
            self._paper.words((first.remedy, ""), indent=4, label=("Do: ", "bold"))
        if first.fix is not None:
            put: Part = (
                (first.fix.replacement, "green") if first.fix.replacement else ("nothing", "")
            )
            care = (_CARE[first.fix.safety], "dim")
            self._paper.words(put, care, indent=4, label=("Put: ", "bold"))

    def _place(self, group: list[Finding]) -> None:
        first = group[0]
        where = list(dict.fromkeys(_where(one) for one in group))
        merged = medium_of(first.surface) if len(where) > 1 else where[0]
        score = "" if first.score is None else f"  score {first.score:.2f}"
        self._paper.words((merged, "cyan"), (score, "dim"), indent=4)
        if first.excerpt is None:
            return
        shown = show(first.excerpt, self._paper.width - 8, self._paper.letters)
        self._paper.exact(("| ", "dim"), (shown.line, ""), indent=6)
        colour = f"bold {COLOURS[first.outcome]}"
        self._paper.exact(("| ", "dim"), (shown.marks, colour), indent=6)

    def _settled(self, finding: Finding) -> None:
        said = f"{finding.status} {finding.clause} {finding.rule}  {_where(finding)}"
        self._paper.words((said, "dim"), indent=2)


def _grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings one by one, save that what could not be looked at is said once for each medium."""
    groups: dict[object, list[Finding]] = {}
    for index, finding in enumerate(findings):
        unknown = finding.outcome == "unknown"
        key = (finding.message, medium_of(finding.surface)) if unknown else index
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _where(finding: Finding) -> str:
    """The surface with line and column, or with the box in the picture."""
    if finding.box is not None:
        x, y, width, height = finding.box
        return f"{finding.surface}, {width} × {height} pixels at {x}, {y}"
    if finding.line is not None and finding.column is not None:
        return f"{finding.surface} {finding.line}:{finding.column}"
    return finding.surface


def _nothing(report: DraftReport) -> str:
    """What is said of a draft without findings to show."""
    if report.outcome != "clean":
        return f"{report.outcome}, of lower severity than is shown"
    return f"no finding, {count(report.media, 'picture')}" if report.media else "no finding"
