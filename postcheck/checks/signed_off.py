"""`signed-off`: enough different people must have signed a clause for the draft as it is now."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.facts.model import Fact


class SignedOffOptions(Options):
    """Which clause must be signed, and by how many people at least.

    Who may sign it is said by `sign_offs.signed_by` of the policy and of the configuration.
    """

    clause: str
    by: Annotated[int, Field(ge=1)] = 1


def judge(_fact: Fact, options: SignedOffOptions, case: Case) -> Answer:
    """Count the people whose sign-off of the clause holds."""
    have = len(case.signed.get(options.clause, ()))
    if have >= options.by:
        return None
    return Failed({"have": str(have), "wanted": str(options.by)})


def refers(options: SignedOffOptions) -> tuple[Reference, ...]:
    """The clause."""
    return (("clause", options.clause),)


CHECK = Check(
    "signed-off",
    "Enough different people must have signed a clause for the draft as it is now.",
    SignedOffOptions,
    judge,
    slots=frozenset({"have", "wanted"}),
    refers=refers,
)
