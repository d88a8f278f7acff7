"""Every clause gets a state for every draft; a clause that nothing looked at is never a pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from postcheck.checks.case import Case
from postcheck.findings import OUTCOMES, ClauseState, Finding
from postcheck.people.accounts import Account
from postcheck.policy.model import Clause
from postcheck.policy.rules import Policy, Rule


def audiences(account: Account) -> frozenset[str]:
    """Whom clauses must bind to count for a draft of this account.

    An account that pupils run in the organisation's name, with a permission, is bound by what
    binds official accounts too, where the policy says so.
    """
    found = {account.kind, "process"}
    if account.kind == "pupil" and account.permission:
        found.add("pupil-run")
    return frozenset(found)


def binds(clause: Clause, account: Account) -> bool:
    """Whether a clause counts for drafts of an account."""
    return not audiences(account).isdisjoint(clause.binds)


def judges(rule: Rule, clause: Clause, account: Account, *, of_account: bool) -> bool:
    """Whether a rule under a clause is for drafts of an account, or else for the account itself.

    Rules that are given facts of accounts judge accounts alone; those that are given words judge
    the words of a profile where their clause is about accounts.
    """
    if about_policy(rule):
        return False
    if not of_account:
        return about_drafts(rule) and binds(clause, account)
    if not about_drafts(rule):
        return "account" in clause.binds or binds(clause, account)
    return about_accounts(rule, clause)


def about_policy(rule: Rule) -> bool:
    """Whether a rule judges the policy itself, and neither drafts nor accounts."""
    return rule.entry.given.startswith("policy.")


def about_drafts(rule: Rule) -> bool:
    """Whether a rule may judge drafts."""
    return not about_policy(rule) and not rule.entry.given.startswith("account.")


def about_accounts(rule: Rule, clause: Clause) -> bool:
    """Whether a rule may judge accounts: their record, their profile, or the words of it."""
    given = rule.entry.given
    return given.startswith("account.") or ("account" in clause.binds and given.startswith("text."))


def states(
    policy: Policy, case: Case, chosen: Collection[str], findings: Iterable[Finding]
) -> Mapping[str, ClauseState]:
    """The state of each clause for one draft; `chosen` are the ids of the rules that ran."""
    worst: dict[str, ClauseState] = {}
    for finding in findings:
        state: ClauseState = "pass" if finding.status != "open" else finding.outcome
        for clause in (finding.clause, *finding.also):
            worst[clause] = _graver(worst.get(clause), state)
    return {
        clause.id: worst.get(clause.id)
        or _quiet_state(clause, case, policy.rules_of(clause.id), chosen)
        for clause in policy.clauses.values()
    }


def _quiet_state(
    clause: Clause, case: Case, rules: Sequence[Rule], chosen: Collection[str]
) -> ClauseState:
    """The state of a clause against which there is nothing."""
    if clause.enforcement == ("not-checkable",):
        return "not-checkable"
    if not rules:
        return "not-enforced"
    if not any(judges(r, clause, case.account, of_account=case.of_account) for r in rules):
        return "not-applicable"
    run = [rule for rule in rules if rule.id in chosen]
    if not run:
        return "not-selected"
    return "pass" if any(_applies(rule, case) for rule in run) else "not-applicable"


def _applies(rule: Rule, case: Case) -> bool:
    given = rule.entry.given
    about_media = given.startswith("image.") or given in ("declared.picture", "declared.person")
    return bool(case.draft.media) or not about_media


def _graver(one: ClauseState | None, other: ClauseState) -> ClauseState:
    order = (*OUTCOMES, "pass")
    if one is None or one not in order or other not in order:
        return other
    return one if order.index(one) <= order.index(other) else other
