"""What `postcheck policy import` says: what was read, where clauses stand, and what to look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from postcheck.policy.rules import Policy
from postcheck.policy_document.model import PolicyDocument
from postcheck.policy_document.places import Standing, State
from postcheck.reporters.paper import Paper
from postcheck.reporters.wording import count

_SHOWN_WORDS = 240


@dataclass(frozen=True, slots=True)
class Import:
    """A document that was read, and where the clauses of the policy stand in it."""

    policy: Policy
    document: PolicyDocument
    found: Mapping[str, Standing]
    accepted: Collection[str]

    def of(self, state: State) -> Sequence[Standing]:
        """The clauses in one state."""
        return [one for one in self.found.values() if one.state == state]


def print_import(paper: Paper, done: Import) -> None:
    """Print the counts first, then every clause that wants a look."""
    sections = done.document.document
    passages = sum(len(section.passages) for section in sections)
    paper.words(
        (done.document.source.file, "bold"),
        (f": {count(len(sections), 'section')} with ", ""),
        (f"{count(passages, 'clause or paragraph', 'clauses and paragraphs')}.", ""),
    )
    there = sum(one.at is not None for one in done.found.values())
    title = done.policy.about.title
    paper.words((f"{there} of {len(done.found)} clauses of “{title}” were found in it.", "bold"))
    if not there:
        paper.words(("Is this the policy that the rules are for?", "yellow"))
    _changed(paper, done)
    _moved(paper, done)
    _missing(paper, done)
    if done.accepted:
        paper.gap()
        said = f"{count(len(done.accepted), 'clause')}: today's words are taken for those of the "
        paper.words((f"{said}rules, as of now: {', '.join(sorted(done.accepted))}.", ""))


def _changed(paper: Paper, done: Import) -> None:
    changed = done.of("changed")
    if not changed:
        return
    _heading(paper, f"Other words than those the rules were written for ({len(changed)})")
    for words, same in groupby(changed, key=lambda one: one.words):
        for one in same:
            _clause(paper, done.policy, one, one.where)
        paper.words((f"“{_short(words)}”", ""), indent=4, label=("Now: ", "bold"))
    paper.gap()
    said = "Read each, and see with `postcheck explain CLAUSE` whether its rules still fit. Then "
    paper.words((f"{said}import again with --overwrite --accept CLAUSE (or all).", ""))


def _moved(paper: Paper, done: Import) -> None:
    moved = done.of("moved")
    if moved:
        _heading(paper, f"The same words in another place ({len(moved)})")
    for one in moved:
        said = f"{one.expected}, now {one.where}"
        paper.words((f"{one.clause:<8}", "cyan"), (said, ""), indent=2)


def _missing(paper: Paper, done: Import) -> None:
    missing = done.of("missing")
    if not missing:
        return
    _heading(paper, f"Not found ({len(missing)})")
    for one in missing:
        _clause(paper, done.policy, one, done.policy.clauses[one.clause].section)
    paper.gap()
    example = f'`{missing[0].clause}: {{at: "3.2"}}`'
    paper.words(
        (f"Where one stands under another number, write that under `clauses`, as {example}.", "")
    )


def _heading(paper: Paper, words: str) -> None:
    paper.gap()
    paper.words((words, "bold yellow"))


def _clause(paper: Paper, policy: Policy, one: Standing, where: str) -> None:
    duty = policy.clauses[one.clause].duty
    paper.words((f"{where}. ", "dim"), (duty, ""), indent=2, label=(f"{one.clause:<8}", "cyan"))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN_WORDS else f"{words[:_SHOWN_WORDS].rstrip()}…"
