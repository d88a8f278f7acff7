"""The JSON report as a model: what `postcheck schema report` prints (contract: JSON report)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from postcheck.config.model import Severity
from postcheck.documents.model import Document
from postcheck.findings import ClauseState, Outcome, Status

Count = Annotated[int, Field(ge=0)]
FromOne = Annotated[int, Field(ge=1)]


class Program(Document):
    """What made the report; `report` is the version of its form."""

    version: str
    report: Literal[1]


class ReportReading(Document):
    """How a vague place of the policy is read; shipped so, and undecided, without `decided_by`."""

    id: str
    clause: str
    question: str
    options: dict[str, str]
    choice: str
    decided_by: str | None
    decided_on: date | None


class ReportPolicy(Document):
    """The policy, and how each of its vague places is read."""

    id: str
    title: str
    last_review: str | None
    review_due: str | None
    review_overdue: bool
    interpretations: tuple[ReportReading, ...]


class Summary(Document):
    """Counts over all drafts."""

    drafts: Count
    media: Count
    rules: Count
    violations: Count
    reviews: Count
    unknown: Count
    notes: Count
    waived: Count


class ReportFix(Document):
    """A repair: what to put in place of the evidence."""

    safety: Literal["safe", "review", "show"]
    replacement: str


class ReportQuote(Document):
    """A clause in the organisation's own words; `changed` since its rules were written."""

    text: str
    where: str
    changed: bool


class ReportFinding(Document):
    """One finding. Offsets, lines and columns are in code points; boxes in pixels."""

    rule: str
    clause: str
    also: tuple[str, ...]
    outcome: Outcome
    severity: Severity
    message: str
    duty: str
    remedy: str
    surface: str
    start: Count | None
    end: Count | None
    line: FromOne | None
    column: FromOne | None
    box: tuple[int, int, int, int] | None
    evidence: str | None
    score: Annotated[float, Field(ge=0, le=1)] | None
    fix: ReportFix | None
    fingerprint: str
    status: Status
    interpretations: tuple[str, ...]
    quote: ReportQuote | None = None


class ReportMissing(Document):
    """A kind of fact that could not be had for one surface, and why."""

    kind: str
    surface: str
    because: str


class ReportDraft(Document):
    """One draft, with the state of every clause of the policy."""

    path: str
    line: FromOne | None
    id: str | None
    url: str | None
    urls: tuple[str, ...]
    channels: tuple[str, ...]
    outcome: Literal["violation", "review", "unknown", "clean"]
    content_sha256: str | None
    findings: tuple[ReportFinding, ...]
    clauses: dict[str, ClauseState]
    missing: tuple[ReportMissing, ...]


class ReportProblem(Document):
    """Something that kept work from being done."""

    path: str | None
    line: FromOne | None
    column: FromOne | None
    message: str
    expected: str | None
    remedy: str | None


class ReportFile(Document):
    """The report; `policy` and `checked_on` are null where no policy could be read."""

    postcheck: Program
    policy: ReportPolicy | None
    checked_on: date | None
    drafts: tuple[ReportDraft, ...]
    summary: Summary
    problems: tuple[ReportProblem, ...]
