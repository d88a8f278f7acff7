"""`on-register`: the given person's consent must be available for every channel of the draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.facts.model import Fact
from postcheck.people.consent import Reason, consent_for
from postcheck.people.register import Purpose


class OnRegisterOptions(Options):
    """For which purpose, whose code in which field, and which reasons this rule answers for.

    The purpose `feature` asks for no consent: it fails for people on the do-not-feature list.
    Without `reasons` every reason fails. `missing` is what a person who is not on the register, or
    of whom nothing is available, has. With `written`, a pupil's consent must be in writing even
    where word of mouth is otherwise enough.
    """

    purpose: Purpose | Literal["feature"]
    person: str = "person"
    written: bool = False
    reasons: tuple[Reason | Literal["not-registered"], ...] = ()


def judge(fact: Fact, options: OnRegisterOptions, case: Case) -> Answer:
    """Hold the register's consents against the draft's channels on the publishing date."""
    closed = [channel for channel in case.channels if _closed(channel, fact, options, case)]
    if not closed:
        return None
    return Failed({"channels": in_words(closed), "date": case.day.isoformat()})


def in_words(channels: Sequence[str]) -> str:
    """Channels as messages name them."""
    named = ", ".join(channels)
    return "every channel" if named == "any" else named


def _closed(channel: str, fact: Fact, options: OnRegisterOptions, case: Case) -> bool:
    """Whether consent is not available for a channel, for a reason that the rule answers for."""
    register = case.setting.register
    person = register.get(read(fact, options.person))
    reason: Reason | Literal["not-registered"] = "not-registered"
    if person is not None:
        featured = register.features(person.code, case.day)
        if options.purpose == "feature":
            return not featured
        state = consent_for(
            person,
            options.purpose,
            channel,
            case.day,
            featured=featured,
            written=options.written,
        )
        if state.available:
            return False
        reason = state.reason
    return not options.reasons or reason in options.reasons


CHECK = Check(
    "on-register",
    "The given person's consent must be available for every channel of the draft.",
    OnRegisterOptions,
    judge,
    slots=frozenset({"channels", "date"}),
)
