"""What is to be said of the policy itself, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TextIO

from postcheck.documents.wording import listing
from postcheck.findings import Fault, PolicyReport, Totals
from postcheck.reporters.base import Style
from postcheck.reporters.objects import finding_of, opening_of, problems_of, to_json
from postcheck.reporters.paper import Paper
from postcheck.reporters.style import COLOURS
from postcheck.reporters.wording import count, outcomes

_SHOWN_PLACES = 8


def write_faults(report: PolicyReport, out: TextIO) -> None:
    """Write one JSON object (docs/json.md)."""
    totals = _totals(report.faults)
    value = {
        **opening_of(report.header),
        "document": report.document,
        "findings": [_object(fault) for fault in report.faults],
        "summary": {
            "rules": report.rules,
            "violations": totals.violations,
            "reviews": totals.reviews,
            "unknown": totals.unknown,
            "notes": totals.notes,
        },
        "problems": problems_of(report.problems),
    }
    out.write(to_json(value, indent=2) + "\n")


def print_faults(report: PolicyReport, out: TextIO, style: Style) -> None:
    """Print rule by rule; what is to be done is said once where it is the same for all."""
    paper = Paper(out, style)
    for _, group in groupby(report.faults, key=lambda fault: fault.finding.rule):
        _group(paper, list(group))
    if report.faults:
        paper.gap()
    for remark in _remarks(report):
        paper.words((remark, "dim"))
    paper.words((_result(report), "bold"))


def _group(paper: Paper, faults: list[Fault]) -> None:
    first = faults[0].finding
    paper.gap()
    paper.words(
        (first.outcome, f"bold {COLOURS[first.outcome]}"),
        (f" {first.clause} ", "bold"),
        (first.rule, "dim"),
    )
    same = len({fault.finding.remedy for fault in faults}) == 1
    for fault in faults:
        place = "; ".join(_where(fault))
        where = (f" ({place})" if place else "", "cyan")
        paper.words((fault.finding.message, ""), where, indent=2, label=("- ", "dim"))
        if fault.replacement:
            paper.words((fault.replacement, "green"), indent=4, label=("Instead: ", "bold"))
        elif not same:
            paper.words((fault.finding.remedy, ""), indent=4, label=("Do: ", "bold"))
        if fault.source:
            paper.words((fault.source, "dim"), indent=4, label=("See: ", "dim"))
    if same and not faults[0].replacement:
        paper.words((first.remedy, ""), indent=2, label=("Do: ", "bold"))


def _where(fault: Fault) -> Iterator[str]:
    if fault.clauses:
        yield ", ".join(fault.clauses)
    if fault.lines:
        yield f"{'line' if len(fault.lines) == 1 else 'lines'} {_several(fault.lines)}"
    if fault.numbers:
        yield f"{_several(fault.numbers)} of the document"


def _several(places: Sequence[object]) -> str:
    shown = [str(place) for place in places[:_SHOWN_PLACES]]
    more = len(places) - _SHOWN_PLACES
    return listing([*shown, f"{more} more"] if more > 0 else shown)


def _remarks(report: PolicyReport) -> Iterator[str]:
    if report.document is None:
        yield (
            "The policy's own text was not read; this is what its data and tables say of it. "
            "`--document FILE` reads it."
        )
    yield "No address was looked up on the network."


def _result(report: PolicyReport) -> str:
    totals = _totals(report.faults)
    found = outcomes(totals, notes=totals.notes)
    title = f"“{report.header.policy.title}”"
    text = f" and its text in {report.document}" if report.document else ""
    rules = count(report.rules, "rule")
    said = listing(found) if found else "nothing to be said"
    return f"{title}{text}, examined by {rules} as of {report.header.checked_on}: {said}."


def _totals(faults: Iterable[Fault]) -> Totals:
    totals = Totals()
    for fault in faults:
        totals.count(fault.finding)
    return totals


def _object(fault: Fault) -> dict[str, Any]:
    return {
        **finding_of(fault.finding),
        "clauses": list(fault.clauses),
        "lines": list(fault.lines),
        "numbers": list(fault.numbers),
        "since": fault.since,
        "replacement": fault.replacement,
        "source": fault.source,
    }
