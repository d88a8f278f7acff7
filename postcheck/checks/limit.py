"""`limit`: how many there may be, or how large a number of the given fact may be."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact


class LimitOptions(Options):
    """What is measured, and the most that is allowed.

    Measured is either `field`, a number of the given fact, or `count`, how many facts of a kind
    the draft has. Allowed is either `at_most`, a number, or `platform`, the name of a figure in the
    platform table, of which the smallest among the draft's platforms counts.
    """

    field: str | None = None
    count: str | None = None
    at_most: float | None = Field(default=None, alias="at-most")
    platform: str | None = None

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        if (self.field is None) == (self.count is None):
            raise ValueError("give either `field` or `count`")
        if (self.at_most is None) == (self.platform is None):
            raise ValueError("give either `at-most` or `platform`")
        return self


def judge(fact: Fact, options: LimitOptions, case: Case) -> Answer:
    """Compare the measure with the limit; without a limit there is nothing to break."""
    limit, source = _limit(options, case)
    if limit is None:
        return None
    if options.count is not None:
        measure = float(len(case.facts.of(options.count)))
    else:
        measure = float(read(fact, options.field or "") or 0)
    if measure <= limit:
        return None
    return Failed({"measure": f"{measure:g}", "limit": f"{limit:g}", "platform": source})


def _limit(options: LimitOptions, case: Case) -> tuple[float | None, str]:
    if options.at_most is not None:
        return options.at_most, ""
    figures = [
        (float(platform.limits[options.platform].value), platform.title)
        for channel in case.channels
        if (platform := case.platforms.get(channel)) and options.platform in platform.limits
    ]
    return min(figures) if figures else (None, "")


def needs(options: LimitOptions) -> frozenset[str]:
    """The kind that is counted."""
    return frozenset({options.count} if options.count else ())


def refers(options: LimitOptions) -> tuple[Reference, ...]:
    """The platform's figure."""
    return (("figure", options.platform),) if options.platform else ()


CHECK = Check(
    "limit",
    "There may be only so many, or a number may be only so large.",
    LimitOptions,
    judge,
    slots=frozenset({"measure", "limit", "platform"}),
    needs=needs,
    refers=refers,
)
