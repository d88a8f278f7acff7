"""`reconcile`: what is seen in a picture and what is declared for it must agree in number.

The ledger needs no recognition: it counts, and never tells who is who.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.facts.model import Fact


class ReconcileOptions(Options):
    """Which kind is counted, and which disagreement fails.

    `more-seen`: more were seen than people and bystanders are declared. `fewer-seen`: fewer were
    seen than people are declared. Only sightings with at least `min-score` count, where a score is
    given.
    """

    seen: str = "image.face"
    fails: Literal["more-seen", "fewer-seen"]
    min_score: Annotated[float, Field(ge=0, le=1, alias="min-score")] = 0.0


def judge(fact: Fact, options: ReconcileOptions, case: Case) -> Answer:
    """Count sightings in the picture against its declaration."""
    medium = case.medium_of(fact)
    if medium is None:
        return None
    seen = sum(
        item.score is None or item.score >= options.min_score
        for item in case.facts.on(options.seen, fact.surface)
    )
    people = len(medium.people)
    declared = people + medium.bystanders
    more = seen > declared
    fewer = seen < people
    if more if options.fails == "more-seen" else fewer:
        return Failed({"seen": str(seen), "declared": str(declared), "people": str(people)})
    return None


def needs(options: ReconcileOptions) -> frozenset[str]:
    """The kind that is counted."""
    return frozenset({options.seen})


CHECK = Check(
    "reconcile",
    "What is seen in a picture and what is declared for it must agree in number.",
    ReconcileOptions,
    judge,
    slots=frozenset({"seen", "declared", "people"}),
    needs=needs,
)
