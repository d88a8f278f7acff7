"""`absent`: the given thing must not be there; the rule's `where` says which ones are meant."""

from __future__ import annotations

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.facts.model import Fact


class AbsentOptions(Options):
    """It has no options."""


def judge(_fact: Fact, _options: AbsentOptions, _case: Case) -> Answer:
    """Fail for every fact."""
    return Failed()


CHECK = Check("absent", "The given thing must not be there.", AbsentOptions, judge)
