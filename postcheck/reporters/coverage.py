"""The coverage of a policy as a table: each clause, how it is enforced, and by which rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TextIO

from postcheck.policy.model import Clause
from postcheck.policy.rules import Policy
from postcheck.policy_document.places import Standing
from postcheck.reporters.base import Style


def print_coverage(
    policy: Policy, found: Mapping[str, Standing], out: TextIO, style: Style
) -> None:
    """Print a chapter at a time, then the counts.

    `found` is where clauses stand in the organisation's own document; empty where there is none.
    """
    from rich.padding import Padding
    from rich.text import Text

    from postcheck.reporters.paper import QuietConsole

    console = QuietConsole(
        file=out, width=style.width, no_color=not style.colour, highlight=False, soft_wrap=False
    )
    section = None
    for clause in policy.clauses.values():
        if clause.section != section:
            section = clause.section
            console.print(Text(f"\n{section}", style="bold"))
        head = Text.assemble(
            (f"{clause.id:<8}", "cyan"), (_state(policy, clause), _colour(policy, clause))
        )
        console.print(head)
        console.print(Padding(Text(clause.duty), (0, 0, 0, 8)))
        for line in _details(policy, clause):
            console.print(Padding(Text(line, style="dim"), (0, 0, 0, 8)))
        if clause.id in found and (said := _drift(found[clause.id])):
            console.print(Padding(Text(said, style="yellow"), (0, 0, 0, 8)))
    console.print()
    console.print(Text(_counts(policy)))
    if found:
        console.print(Text(_drifts(found.values())))


def _state(policy: Policy, clause: Clause) -> str:
    if policy.rules_of(clause.id):
        return "enforced: " + ", ".join(item.replace("-", " ") for item in clause.enforcement)
    if clause.enforcement == ("not-checkable",):
        return "not checkable from a post"
    return "not yet enforced"


def _colour(policy: Policy, clause: Clause) -> str:
    return "green" if policy.rules_of(clause.id) else "yellow"


def _details(policy: Policy, clause: Clause) -> Iterator[str]:
    yield f"How: {clause.how}"
    if clause.limit:
        yield f"Limit: {clause.limit}"
    rules = policy.rules_of(clause.id)
    if rules:
        yield f"Rules: {', '.join(rule.id for rule in rules)}"


def _drift(standing: Standing) -> str | None:
    if standing.state == "missing":
        return "Your policy: not found there."
    if standing.state == "changed":
        return (
            f"Your policy: {standing.where} has other words than those the rules were written for."
        )
    return None


def _drifts(found: Collection[Standing]) -> str:
    changed = sum(one.state == "changed" for one in found)
    missing = sum(one.state == "missing" for one in found)
    return (
        f"In your policy: {len(found) - missing} found, {changed} with other words than those "
        f"the rules were written for, {missing} not found."
    )


def _counts(policy: Policy) -> str:
    clauses = policy.clauses.values()
    enforced = sum(bool(policy.rules_of(clause.id)) for clause in clauses)
    never = sum(
        clause.enforcement == ("not-checkable",) and not policy.rules_of(clause.id)
        for clause in clauses
    )
    return (
        f"{len(policy.clauses)} clauses: {enforced} enforced by {len(policy.rules)} rules, "
        f"{len(policy.clauses) - enforced - never} not yet enforced, "
        f"{never} that no check of a post can decide."
    )
