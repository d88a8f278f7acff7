"""`on-register`: the given person's consent must be available for every channel of the draft."""

from __future__ import annotations

from typing import Literal

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact
from postcheck.people.consent import Reason, consent_for
from postcheck.people.register import Purpose


class OnRegisterOptions(Options):
    """For which purpose, whose code in which field, and which reasons this rule answers for.

    Without `reasons` every reason fails. `missing` is what a person who is not on the register, or
    of whom nothing is available, has.
    """

    purpose: Purpose
    person: str = "person"
    reasons: tuple[Reason | Literal["not-registered"], ...] = ()


def judge(fact: Fact, options: OnRegisterOptions, case: Case) -> Answer:
    """Hold the register's consents against the draft's channels on the publishing date."""
    person = case.setting.register.get(read(fact, options.person))
    closed: list[str] = []
    for channel in case.channels:
        if person is None:
            reason: str = "not-registered"
        else:
            state = consent_for(person, options.purpose, channel, case.day)
            if state.available:
                continue
            reason = state.reason
        if not options.reasons or reason in options.reasons:
            closed.append(channel)
    if not closed:
        return None
    named = ", ".join(closed)
    return Failed(
        {"channels": "any channel" if named == "any" else named, "date": case.day.isoformat()}
    )


CHECK = Check(
    "on-register",
    "The given person's consent must be available for every channel of the draft.",
    OnRegisterOptions,
    judge,
    slots=frozenset({"channels", "date"}),
)
