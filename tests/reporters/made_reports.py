"""Invented reports that hold every kind of finding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO

from postcheck.errors import Problem
from postcheck.facts.model import Missing
from postcheck.findings import (
    DraftReport,
    Excerpt,
    Finding,
    Fix,
    Header,
    PolicySummary,
    Reading,
    Totals,
    worst,
)
from postcheck.places import Box
from postcheck.reporters.base import Reporter, Style

HEADER = Header(
    version="0.1.0",
    policy=PolicySummary(
        id="ele-social-media",
        title="Social Media Policy",
        last_review="2024-06",
        review_due="2025-06",
        review_overdue=True,
        interpretations=(
            Reading(
                id="naming",
                clause="4.4b",
                question="How much of a name?",
                options={"first": "The first name.", "none": "No name."},
                choice="none",
                why="It was the safer way.",
                changed=True,
                decided_by="S01",
                decided_on=date(2026, 9, 14),
            ),
            Reading(
                id="shortened",
                clause="4.6a",
                question="What about shortened links?",
                options={"refuse": "No.", "review": "A person looks."},
                choice="refuse",
                why="Nobody sees where they lead.",
            ),
        ),
    ),
    checked_on=date(2026, 11, 22),
    rules=41,
    clauses={"4.4a": "No photograph of a pupil without written consent."},
)

_LINE = "Well done Amira Khan 🏅 on your gold medal! More on www.bit.ly/3xyz"

NAME = Finding(
    rule="full-name-without-permission",
    clause="4.4b",
    outcome="violation",
    severity="error",
    message="“Amira Khan” is the full name of a pupil, and a permission is not available.",
    duty="Publish only the first name of a pupil and the initial of the surname.",
    remedy="Write “Amira K”, or record a current permission in the register.",
    surface="text",
    also=("4.4c",),
    start=10,
    end=20,
    line=1,
    column=11,
    evidence="Amira Khan",
    score=0.97,
    fix=Fix("review", "Amira K"),
    fingerprint="0123456789abcdef",
    excerpt=Excerpt(_LINE, 10, 20),
)
LINK = Finding(
    rule="shortened-link",
    clause="4.6a",
    outcome="violation",
    severity="error",
    message="“www.bit.ly/3xyz” hides where it leads to.",
    duty="Links to external sites are appropriate and safe.",
    remedy="Write the address of the page itself.",
    surface="text",
    start=51,
    end=66,
    line=1,
    column=52,
    evidence="www.bit.ly/3xyz",
    fingerprint="1123456789abcdef",
    interpretations=("shortened",),
    excerpt=Excerpt(_LINE, 51, 66),
)
FACE = Finding(
    rule="more-faces-than-people",
    clause="4.4a",
    outcome="review",
    severity="warning",
    message="medal.jpg shows 3 faces; the draft declares 1 person and 1 bystander.",
    duty="No photograph of a pupil without written consent of a parent or of the pupil.",
    remedy="Declare everyone who can be seen, or take another picture.",
    surface="media[0]",
    box=Box(640, 212, 88, 104),
    score=0.81,
    fingerprint="2123456789abcdef",
)
NOTE = Finding(
    rule="hashtag-words-not-capitalised",
    clause="4.6c",
    outcome="note",
    severity="info",
    message="“#sportsday” is read out better as #SportsDay.",
    duty="Only appropriate hashtags.",
    remedy="Begin each word with a capital.",
    surface="media[0].alt",
    fix=Fix("safe", "#SportsDay"),
    fingerprint="3123456789abcdef",
)
WAIVED = Finding(
    rule="link-not-verified",
    clause="4.6b",
    outcome="violation",
    severity="error",
    message="“bbc.co.uk” is not in the ledger.",
    duty="Shared links are verified as reputable.",
    remedy="Have it verified.",
    surface="text",
    start=3,
    end=12,
    line=2,
    column=4,
    evidence="bbc.co.uk",
    fingerprint="4123456789abcdef",
    status="waived",
)


def unknown(rule: str, clause: str, surface: str) -> Finding:
    """A rule that could not look into the first picture."""
    return Finding(
        rule=rule,
        clause=clause,
        outcome="unknown",
        severity="warning",
        message="This could not be checked: the file is not a picture.",
        duty="A duty.",
        remedy="Look yourself, or mend the cause and check again.",
        surface=surface,
        fingerprint="5123456789abcdef",
    )


STATES = {"4.4a": "review", "4.4b": "violation", "5.11": "not-applicable", "7.9": "not-checkable"}


def report(*findings: Finding, path: str = "posts/sports-day.json", **more: object) -> DraftReport:
    """A report of these findings."""
    values = {"id": None, "clauses": STATES, "media": 1, **more}
    return DraftReport(path=path, outcome=worst(findings), findings=findings, **values)


FULL = report(NAME, LINK, FACE, NOTE, WAIVED, id="2026-12-01-sports-day")
DARK = report(
    unknown("face-count", "4.4a", "media[0]"),
    unknown("full-name", "4.4b", "media[0].image-text"),
    unknown("address", "PD.2", "media[0].image-text"),
    path="posts/trip.md",
    missing=(
        Missing("image.face", "media[0]", "the file is not a picture"),
        Missing("image.text", "media[0]", "the file is not a picture"),
        Missing("text.person", "media[0].image-text", "the file is not a picture"),
    ),
    text_line=5,
)
CLEAN = report(path="posts/clubs.jsonl", line=3, media=0)
PROBLEM = Problem(
    "unknown key `txt`",
    "posts/broken.json",
    2,
    3,
    expected="one of text, title",
    remedy="did you mean `text`?",
    excerpt='  "txt": "Hello"',
)


def printed(
    make: Callable[[StringIO, Style], Reporter],
    *reports: DraftReport,
    problems: tuple[Problem, ...] = (),
    header: Header | None = HEADER,
    style: Style | None = None,
) -> str:
    """What a reporter prints of a run."""
    out = StringIO()
    reporter = make(out, style or Style())
    totals = Totals(rules=41, problems=list(problems))
    if header is not None:
        reporter.start(header)
    for one in reports:
        reporter.draft(one)
        totals.add(one)
    reporter.finish(totals)
    return out.getvalue()
