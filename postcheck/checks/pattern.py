"""`pattern`: a field of the given fact must, or must never, match a regular expression."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact


def _readable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"the pattern cannot be read: {error}") from error
    return pattern


class PatternOptions(Options):
    """Which field, which expression (letter case counts unless it says `(?i)`), and which way."""

    field: str = "text"
    must: Literal["match", "never-match"]
    expression: Annotated[str, Field(min_length=1), AfterValidator(_readable)]


def judge(fact: Fact, options: PatternOptions, _case: Case) -> Answer:
    """Search the field for the expression."""
    found = re.search(options.expression, read(fact, options.field))
    if (found is None) is (options.must == "match"):
        return Failed({"match": found[0] if found else ""})
    return None


CHECK = Check(
    "pattern",
    "A field of the given thing must, or must never, match a regular expression.",
    PatternOptions,
    judge,
    slots=frozenset({"match"}),
)
