"""Reports as plain objects for JSON (contract: JSON report), and JSON that every reader takes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from postcheck import __version__
from postcheck.errors import Problem
from postcheck.findings import DraftReport, Finding, Header, Quote, Totals

REPORT_VERSION = 1
"""Raised when a key of the report is taken away or comes to mean something else."""

_NOT_ASCII = re.compile("[^\x00-\x7f]")


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON in ASCII alone, so that no encoding, no exotic line end and no half character breaks it.

    Halves of surrogate pairs, which no JSON reader need accept, become U+FFFD.
    """
    return _NOT_ASCII.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return "\\ufffd" if "\ud800" <= character <= "\udfff" else json.dumps(character)[1:-1]


def opening_of(header: Header | None) -> dict[str, Any]:
    """The keys that are known before the first draft; null where no policy could be read."""
    return {
        "postcheck": {"version": __version__, "report": REPORT_VERSION},
        "policy": None if header is None else _policy(header),
        "checked_on": None if header is None else header.checked_on.isoformat(),
    }


def draft_of(report: DraftReport) -> dict[str, Any]:
    """One draft."""
    return {
        "path": report.path,
        "line": report.line,
        "id": report.id,
        "url": report.addresses[0] if report.addresses else None,
        "urls": list(report.addresses),
        "channels": list(report.channels),
        "outcome": report.outcome,
        "content_sha256": report.content_sha256,
        "findings": [finding_of(finding) for finding in report.findings],
        "clauses": dict(report.clauses),
        "missing": [
            {"kind": item.kind, "surface": item.surface, "because": item.because}
            for item in report.missing
        ],
    }


def summary_of(totals: Totals) -> dict[str, int]:
    """The counts over all drafts."""
    return {
        "drafts": totals.drafts,
        "media": totals.media,
        "rules": totals.rules,
        "violations": totals.violations,
        "reviews": totals.reviews,
        "unknown": totals.unknown,
        "notes": totals.notes,
        "waived": totals.waived,
    }


def problems_of(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """What kept work from being done."""
    return [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "message": problem.message,
            "expected": problem.expected,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]


def _policy(header: Header) -> Mapping[str, Any]:
    policy = header.policy
    return {
        "id": policy.id,
        "title": policy.title,
        "last_review": policy.last_review,
        "review_due": policy.review_due,
        "review_overdue": policy.review_overdue,
        "interpretations": [
            {
                "id": item.id,
                "clause": item.clause,
                "question": item.question,
                "options": dict(item.options),
                "choice": item.choice,
                "decided_by": item.decided_by,
                "decided_on": item.decided_on.isoformat() if item.decided_on else None,
            }
            for item in policy.interpretations
        ],
    }


def finding_of(finding: Finding) -> dict[str, Any]:
    """One finding."""
    fix = finding.fix
    return {
        "rule": finding.rule,
        "clause": finding.clause,
        "also": list(finding.also),
        "outcome": finding.outcome,
        "severity": finding.severity,
        "message": finding.message,
        "duty": finding.duty,
        "remedy": finding.remedy,
        "surface": finding.surface,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "box": None if finding.box is None else list(finding.box),
        "evidence": finding.evidence,
        "score": finding.score,
        "fix": None if fix is None else {"safety": fix.safety, "replacement": fix.replacement},
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        "interpretations": list(finding.interpretations),
        **_quote(finding.quote),
    }


def _quote(quote: Quote | None) -> dict[str, Any]:
    """The clause in the organisation's own words, where they were asked for and found."""
    if quote is None:
        return {}
    return {"quote": {"text": quote.words, "where": quote.where, "changed": quote.changed}}
