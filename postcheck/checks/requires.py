"""`requires`: where the given thing is, something else must be true."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.conditions import parse
from postcheck.facts.model import Fact


def _askable(conditions: dict[str, Any]) -> dict[str, Any]:
    for key, wanted in conditions.items():
        parse(key, wanted, "", {})
    return conditions


class RequiresOptions(Options):
    """The conditions that must be true, in the grammar of `where`."""

    that: Annotated[dict[str, Any], Field(min_length=1), AfterValidator(_askable)]


def judge(fact: Fact, options: RequiresOptions, case: Case) -> Answer:
    """Ask each condition."""
    for key, wanted in options.that.items():
        if not parse(key, wanted, "", {}).holds(case, fact):
            return Failed({"wanted": key})
    return None


def needs(options: RequiresOptions) -> frozenset[str]:
    """The kinds that the conditions stand on."""
    return frozenset(
        kind for key, wanted in options.that.items() for kind in parse(key, wanted, "", {}).needs
    )


CHECK = Check(
    "requires",
    "Where the given thing is, something else must be true.",
    RequiresOptions,
    judge,
    slots=frozenset({"wanted"}),
    needs=needs,
)
