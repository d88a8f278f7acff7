"""How a vague place of the policy is read, with the other ways, and who decided."""

from __future__ import annotations

from postcheck.findings import Reading
from postcheck.reporters.paper import Paper


def print_reading(paper: Paper, item: Reading) -> None:
    """Print the question, the option in force first, then the others."""
    paper.words((f"{item.question} ", ""), (item.id, "cyan"), indent=2)
    shown = [item.choice, *(option for option in item.options if option != item.choice)]
    for option in shown:
        mark = "=> " if option == item.choice else "   "
        paper.words((f"{option}: ", "bold"), (item.options[option], ""), indent=4, label=(mark, ""))
    paper.words((f"{decided(item)}.", "dim"), indent=7)
    if item.decided_by is None:
        paper.words((f"Why so: {item.why}", "dim"), indent=7)


def decided(item: Reading) -> str:
    """Who decided, and when; or that the organisation has not."""
    if item.decided_by is None:
        return "Shipped, not yet decided by your organisation"
    done = "Decided" if item.changed else "Confirmed"
    return f"{done} by {item.decided_by} on {item.decided_on}"
