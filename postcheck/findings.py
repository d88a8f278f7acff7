"""Findings and reports: the one record type of everything that is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from postcheck.config.model import Severity
from postcheck.errors import Problem
from postcheck.facts.model import Missing
from postcheck.places import Box

Outcome = Literal["violation", "review", "unknown", "note"]
Status = Literal["open", "waived", "signed-off"]
ClauseState = Literal[
    "violation",
    "review",
    "unknown",
    "note",
    "pass",
    "not-applicable",
    "not-checkable",
    "not-enforced",
    "not-selected",
]

OUTCOMES: tuple[Outcome, ...] = ("violation", "review", "unknown", "note")
"""From the gravest to the lightest."""

OUTCOME_OF: dict[Severity, Outcome] = {"error": "violation", "warning": "review", "info": "note"}


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: what to write instead, and how much care it wants."""

    safety: Literal["safe", "review", "show"]
    replacement: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause in the organisation's own words, and where it stands in their document.

    `changed`: these are not the words that the rules were written for.
    """

    words: str
    where: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line of a surface in which a finding stands; `start` and `end` are offsets into it."""

    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's answer worth showing. Lines and columns count from 1, in code points.

    `interpretations` are the vague places of the policy on whose reading it rests. `match` is what
    a waiver names; no report tells it, and it is taken out once waivers are settled.
    """

    rule: str
    clause: str
    outcome: Outcome
    severity: Severity
    message: str
    duty: str
    remedy: str
    surface: str
    also: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    box: Box | None = None
    evidence: str | None = None
    score: float | None = None
    fix: Fix | None = None
    fingerprint: str = ""
    status: Status = "open"
    interpretations: tuple[str, ...] = ()
    excerpt: Excerpt | None = None
    match: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding about the policy itself.

    `clauses` are those that the tables give for it, `lines` or `numbers` where the text has
    it, and `since`, `replacement` and `source` come from the tables of what is out of date.
    """

    finding: Finding
    clauses: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    since: str | None = None
    replacement: str | None = None
    source: str | None = None


def fingerprint(rule: str, path: str, surface: str, match: str) -> str:
    """Name a finding by what it is and not by where it stands, so that it outlives other edits."""
    content = "\x1f".join((rule, path, surface, " ".join(match.casefold().split())))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What is to be said of one draft. `line` is its line in a file that holds many.

    `addresses` are where it is published, if the draft says so; `channels` are its platforms.
    `text_line` is the line of the file where its text begins, where the text is the file's body.
    """

    path: str
    id: str | None
    outcome: Literal["violation", "review", "unknown", "clean"]
    findings: tuple[Finding, ...]
    clauses: Mapping[str, ClauseState]
    missing: tuple[Missing, ...] = ()
    media: int = 0
    line: int | None = None
    text_line: int | None = None
    content_sha256: str | None = None
    addresses: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a vague place of the policy is read.

    Without `decided_by` it is the policy's own default, which the organisation has not decided.
    """

    id: str
    clause: str
    question: str
    options: Mapping[str, str]
    choice: str
    why: str
    changed: bool = False
    decided_by: str | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class PolicySummary:
    """What every report says of the policy."""

    id: str
    title: str
    last_review: str | None
    review_due: str | None
    review_overdue: bool
    interpretations: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What is known before the first draft is checked; `what` names that which is checked."""

    version: str
    policy: PolicySummary
    checked_on: date
    rules: int
    clauses: Mapping[str, str] = field(default_factory=dict)
    what: str = "draft"


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """What is to be said of the policy itself; `document` is the file of its text, if one was read.

    `rules` is the number of rules that spoke.
    """

    header: Header
    document: str | None
    faults: tuple[Fault, ...]
    problems: tuple[Problem, ...]
    rules: int


@dataclass(slots=True)
class Totals:
    """Counts over all drafts. `waived` counts waived and signed-off findings."""

    drafts: int = 0
    media: int = 0
    rules: int = 0
    violations: int = 0
    reviews: int = 0
    unknown: int = 0
    notes: int = 0
    waived: int = 0
    problems: list[Problem] = field(default_factory=list)

    def add(self, report: DraftReport) -> None:
        """Count one draft."""
        self.drafts += 1
        self.media += report.media
        for finding in report.findings:
            self.count(finding)

    def count(self, finding: Finding) -> None:
        """Count one finding."""
        if finding.status != "open":
            self.waived += 1
        elif finding.outcome == "violation":
            self.violations += 1
        elif finding.outcome == "review":
            self.reviews += 1
        elif finding.outcome == "unknown":
            self.unknown += 1
        else:
            self.notes += 1


def worst(findings: Sequence[Finding]) -> Literal["violation", "review", "unknown", "clean"]:
    """Name the gravest open outcome; notes leave a draft clean."""
    open_ones = {finding.outcome for finding in findings if finding.status == "open"}
    if "violation" in open_ones:
        return "violation"
    if "review" in open_ones:
        return "review"
    return "unknown" if "unknown" in open_ones else "clean"
