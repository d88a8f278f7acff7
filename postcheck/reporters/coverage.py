"""The coverage of a policy as a table: each clause, how it is enforced, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from postcheck.policy.model import Clause
from postcheck.policy.rules import Policy
from postcheck.reporters.base import Style


def print_coverage(policy: Policy, out: TextIO, style: Style) -> None:
    """Print a chapter at a time, then the counts."""
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
    console.print()
    console.print(Text(_counts(policy)))


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
