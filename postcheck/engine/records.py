"""Sign-offs and waivers that name what the policy does not have: a slip, told as a fault."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from postcheck.documents.wording import did_you_mean
from postcheck.drafts.load import LoadedDraft, record_problem
from postcheck.errors import Problem
from postcheck.policy.rules import Policy


def misnamed(loaded: LoadedDraft, policy: Policy) -> list[Problem]:
    """A problem for each clause and rule of the draft's records that the policy does not have."""
    draft = loaded.draft
    problems = []
    for index, sign_off in enumerate(draft.sign_offs):
        if fault := unknown("clause", sign_off.clause, policy.clauses):
            problems.append(record_problem(loaded, "sign_offs", index, fault))
    for index, waiver in enumerate(draft.waivers):
        if fault := unknown("rule", waiver.rule, policy.rules):
            problems.append(record_problem(loaded, "waivers", index, fault))
    return problems


def unknown(what: Literal["clause", "rule"], name: str, known: Collection[str]) -> Problem | None:
    """The problem of a name that the policy does not have."""
    if name in known:
        return None
    return Problem(
        f"the policy has no {what} `{name}`",
        remedy=did_you_mean(name, tuple(known)) or "`postcheck policy coverage` lists all of them",
    )
