"""`consent-lasts`: a consent that is available must not end soon after the publishing date."""

from __future__ import annotations

from datetime import date, timedelta

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.checks.on_register import in_words
from postcheck.facts.model import Fact
from postcheck.people.consent import consent_for, last_day
from postcheck.people.register import Purpose


class ConsentLastsOptions(Options):
    """For which purpose, and whose code in which field."""

    purpose: Purpose
    person: str = "person"


def judge(fact: Fact, options: ConsentLastsOptions, case: Case) -> Answer:
    """Look how long after the publishing date the consent for each channel goes on.

    How long is long enough is the configuration's `consent.warn_days`. A post that is to be
    removed while the consent lasts is fine; where none is available, other rules say so.
    """
    register = case.setting.register
    person = register.get(read(fact, options.person))
    if person is None or not register.features(person.code, case.day):
        return None
    enough = case.day + timedelta(days=case.setting.config.consent.warn_days)
    ends: dict[str, date] = {}
    for channel in case.channels:
        end = last_day(person, options.purpose, channel, case.day)
        available = consent_for(person, options.purpose, channel, case.day).available
        if available and end is not None and end < enough and not _removed(case, end):
            ends[channel] = end
    if not ends:
        return None
    return Failed({"channels": in_words(list(ends)), "until": min(ends.values()).isoformat()})


def _removed(case: Case, end: date) -> bool:
    """Whether the post is to be taken down while the consent lasts."""
    return case.draft.remove_by is not None and case.draft.remove_by <= end


CHECK = Check(
    "consent-lasts",
    "A consent that is available must not end soon after the publishing date.",
    ConsentLastsOptions,
    judge,
    slots=frozenset({"channels", "until"}),
)
