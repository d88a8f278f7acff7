"""An account before the rules: its record and its profile, as if they were a draft's."""

from __future__ import annotations

from dataclasses import replace

from postcheck.analysers import Entry, plan
from postcheck.analysers.base import Scene
from postcheck.checks.case import Case
from postcheck.drafts.model import Draft
from postcheck.engine.account_facts import account_facts, account_surfaces
from postcheck.engine.clauses import about_accounts, states
from postcheck.engine.workbench import Workbench, placed
from postcheck.findings import DraftReport, Header, worst
from postcheck.people.accounts import Account
from postcheck.policy.rules import Rule


def account_header(bench: Workbench, version: str) -> Header:
    """What is known before the first account; only rules about accounts are counted."""
    return replace(bench.header(version), rules=len(_rules(bench)), what="account")


def account_entries(bench: Workbench) -> tuple[Entry, ...]:
    """The analysers that accounts need; links always, as profiles may write them in their text."""
    return plan({"text.link", *(kind for rule in _rules(bench) for kind in rule.needs)})


def _rules(bench: Workbench) -> list[Rule]:
    clauses = bench.policy.clauses
    return [
        rule
        for rule in bench.selection.candidates
        if about_accounts(rule, clauses[rule.entry.clause])
    ]


def account_scene(bench: Workbench, account: Account, path: str) -> Scene:
    """An account, ready to be looked at; a draft that says nothing stands for it."""
    stand_in = Draft(text=account.id or "account")
    surfaces = tuple(account_surfaces(account))
    return Scene(stand_in, account, bench.setting, path=path, profile=surfaces)


def account_case(bench: Workbench, scene: Scene, *, profile_alone: bool = False) -> Case:
    """An account that has been looked at, ready to be judged."""
    case = bench.bare_case(scene, of_account=True)
    for fact in account_facts(case, profile_alone=profile_alone):
        scene.facts.add(fact)
    return case


def account_report(
    bench: Workbench, scene: Scene, line: int | None, *, profile_alone: bool
) -> DraftReport:
    """Judge an account that has been looked at."""
    case = account_case(bench, scene, profile_alone=profile_alone)
    path = bench.from_configuration(scene.path)
    choice = bench.selection.for_draft(scene.account, path, of_account=True)
    found = bench.judge(case, scene, choice.rules, choice.severity)
    findings = bench.quoted(replace(one, match=None) for one in sorted(found, key=placed))
    return DraftReport(
        path=scene.path,
        id=scene.account.id or None,
        outcome=worst(findings),
        findings=findings,
        clauses=states(bench.policy, case, choice.severities, findings),
        missing=tuple(scene.facts.missing),
        line=line,
    )
