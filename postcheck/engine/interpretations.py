"""How vague places of the policy are read: by its own default, or as the organisation decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from postcheck.config.find import Sources
from postcheck.config.model import Config
from postcheck.documents.wording import did_you_mean
from postcheck.engine.redact import HIDDEN
from postcheck.errors import Problem
from postcheck.findings import Reading
from postcheck.policy.rules import Policy
from postcheck.setting import Setting


def in_force(policy: Policy, config: Config) -> Mapping[str, str]:
    """The option in force of every interpretation."""
    decided = {key: decision.choice for key, decision in config.interpretations.items()}
    return {**policy.interpretations, **decided}


def readings(policy: Policy, setting: Setting, *, redact: bool = False) -> tuple[Reading, ...]:
    """Every interpretation as reports tell it.

    Redacted, whoever decided is told only by a role of the policy or a code of the register.
    """
    config = setting.config
    chosen = in_force(policy, config)
    told = []
    for item in policy.about.interpretations:
        choice, decision = chosen[item.id], config.interpretations.get(item.id)
        who = decision.decided_by if decision else None
        if who is not None and redact and not _is_code(who, policy, setting):
            who = HIDDEN
        told.append(
            Reading(
                id=item.id,
                clause=item.clause,
                question=item.question,
                options=item.options,
                choice=choice,
                why=item.why,
                changed=choice != item.default,
                decided_by=who,
                decided_on=decision.decided_on if decision else None,
            )
        )
    return tuple(told)


def _is_code(who: str, policy: Policy, setting: Setting) -> bool:
    roles = {role.id for role in policy.about.roles}
    return who in roles or setting.register.get(who) is not None


def wrong_decisions(policy: Policy, sources: Sources, today: date) -> Iterator[Problem]:
    """Decisions about what the policy does not leave open, or that nobody can have made yet.

    `today` may be a day that is checked as of; a decision of a later day that has come holds.
    """
    known = {item.id: item for item in policy.about.interpretations}
    for key, decision in sources.config.interpretations.items():
        if key not in known:
            message = f"the policy has no interpretation “{key}”"
            hint = did_you_mean(key, list(known)) or (
                "`postcheck policy interpretations` lists all of them"
            )
            yield sources.problem(message, ("interpretations", key), key=True, remedy=hint)
            continue
        if decision.choice not in known[key].options:
            message = f"the interpretation “{key}” cannot be “{decision.choice}”"
            allowed = f"one of {', '.join(known[key].options)}"
            meant = did_you_mean(decision.choice, list(known[key].options))
            loc = ("interpretations", key, "choice")
            yield sources.problem(message, loc, expected=allowed, remedy=meant)
        if decision.decided_on > max(today, date.today()):
            message = f"the decision on “{key}” is dated {decision.decided_on}, in the future"
            hint = "write the day on which it was decided"
            yield sources.problem(message, ("interpretations", key, "decided_on"), remedy=hint)
