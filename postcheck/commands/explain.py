"""`postcheck explain`: what a rule or a clause is, in plain words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck.commands._explaining import (
    example,
    first_of,
    looked_at,
    measured,
    plainest,
    sight,
)
from postcheck.config.find import SourceFinder, Sources, shown
from postcheck.config.model import Config, listed
from postcheck.documents.wording import listing
from postcheck.engine.interpretations import in_force, readings
from postcheck.engine.select import prove_config, prove_names
from postcheck.findings import Reading
from postcheck.policy.load import load_policy
from postcheck.policy.model import Audience, Clause, Enforcement, PolicyRole
from postcheck.policy.rules import Policy, Rule
from postcheck.policy_document.places import Standing, standings
from postcheck.policy_document.store import document_path, kept_document
from postcheck.policy_document.words import paragraphs
from postcheck.reporters.paper import Paper
from postcheck.reporters.readings import print_reading
from postcheck.reporters.style import style_of
from postcheck.setting import Setting

_SEVERITIES = {
    "error": "error: a violation, which must not be published so",
    "warning": "warning: a review, at which a person must look",
    "info": "info: a note, which is advice",
}
_BINDS: dict[Audience, str] = {
    "official": "official accounts",
    "staff": "personal accounts of staff",
    "pupil": "pupils' accounts",
    "pupil-run": "accounts that pupils run in the organisation's name",
    "parent": "parents' accounts",
    "account": "the setting-up of accounts",
    "process": "the management",
}
_ENFORCED: dict[Enforcement, str] = {
    "automatic": "the tool decides",
    "heuristic": "the tool looks for signs, and a person decides",
    "account-file": "the accounts file is checked",
    "sign-off": "a person signs it off",
    "not-checkable": "no tool can check it from a post",
    "governance": "the policy itself is checked",
}
_EXAMPLES = {"fail": "This it finds fault with", "pass": "This it lets pass"}

_CHANGED = (
    "These are not the words that its rules were written for. Read both; where the rules still "
    "fit, `postcheck policy import` takes them as read (--accept)."
)
_SLOT = re.compile(r"\{\w+\}")
"""A slot of a message, which only a finding can fill."""


@dataclass(frozen=True, slots=True)
class _Explained:
    """What explaining stands on; `standing` is where the clause stands in the own document."""

    paper: Paper
    policy: Policy
    config: Config
    readings: tuple[Reading, ...]
    clause: Clause
    standing: Standing | None
    document: str


def run(name: str, config: Path | None = None) -> int:
    """Explain a rule or a clause on stdout. Raises UsageError when there is none of that name."""
    sources = _sources(config)
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    prove_config(policy, sources, date.today())
    prove_names(policy, (name,))
    told = readings(policy, Setting(sources.config, sources.register))
    policy = policy.under(in_force(policy, sources.config))
    rule = policy.rules.get(name)
    clause = policy.clauses[rule.entry.clause if rule else name]
    document = kept_document(sources)
    explained = _Explained(
        Paper(sys.stdout, style_of(sys.stdout)),
        policy,
        sources.config,
        told,
        clause,
        standings(policy, document)[clause.id] if document else None,
        shown(document_path(sources)),
    )
    if rule is not None:
        _rule(explained, rule)
    else:
        _clause(explained)
    return 0


def _sources(config: Path | None) -> Sources:
    return SourceFinder(config).for_folder(Path.cwd())


def _rule(explained: _Explained, rule: Rule) -> None:
    entry = rule.entry
    clause, paper = explained.clause, explained.paper
    paper.words((rule.id, "bold"), (f"  a rule for {listing(list(rule.clauses))}", "dim"))
    _section(paper, f"Duty ({clause.id})", clause.duty)
    _quote(explained)
    _why(explained, entry.why)
    _section(paper, "What it looks at", *looked_at(rule))
    _section(paper, "What it asks", f"{rule.check.sentence} ({rule.check.name})")
    _section(paper, "What it cannot see", clause.limit or "Nothing more is on record.")
    _section(paper, "Measured", *measured((rule,), explained.policy))
    _section(paper, "Severity", *_severity(explained, rule))
    _readings(explained, rule.interpretations)
    _examples(paper, rule)
    _section(paper, "What to do", _SLOT.sub("…", entry.remedy))
    _ask(explained, entry.remedy)
    _section(paper, "Where it is written", rule.source)


def _clause(explained: _Explained) -> None:
    clause, paper = explained.clause, explained.paper
    rules = explained.policy.rules_of(clause.id)
    paper.words((clause.id, "bold"), (f"  {clause.section}", "dim"))
    _section(paper, "Duty", clause.duty)
    _quote(explained)
    _why(explained, None)
    if clause.binds:
        _section(paper, "Whom it binds", listing([_BINDS[item] for item in clause.binds]))
    enforced = "; ".join(_ENFORCED[item] for item in clause.enforcement)
    _section(paper, "How it is enforced", f"{enforced}.".capitalize(), clause.how)
    if clause.not_yet:
        _section(paper, "Not yet", "No rule enforces this in this version.")
    if rules:
        kinds = dict.fromkeys(rule.entry.given for rule in rules)
        _section(paper, "What is looked at", *map(sight, kinds))
    unseen = "Nothing more is on record." if rules else "Whether it is kept, as no post shows that."
    _section(paper, "What it cannot see", clause.limit or unseen)
    _of_rules(explained, rules)
    _readings(explained, [clause.id])
    if not clause.waivable:
        _section(paper, "Waivers", "No waiver answers for it.")
    _ask(explained, " ".join(rule.entry.remedy for rule in rules))
    if rules:
        paper.gap()
        paper.words((f"`postcheck explain {rules[0].id}` says more of a rule.", "dim"))


def _of_rules(explained: _Explained, rules: Sequence[Rule]) -> None:
    """How right the rules of a clause are, examples of the gravest, and all their names."""
    gravest = plainest(rules)
    if gravest is None:
        return
    _section(explained.paper, "Measured", *measured(rules, explained.policy))
    _examples(explained.paper, gravest)
    _section(explained.paper, "Rules", *(f"{rule.id} ({rule.severity})" for rule in rules))


def _quote(explained: _Explained) -> None:
    """The clause in the organisation's own words, where a document is configured."""
    standing = explained.standing
    if standing is None:
        return
    if standing.at is None:
        heading, said = "In your policy's words", [f"It was not found in {explained.document}."]
    else:
        heading = f"In your policy's words ({standing.where})"
        said = paragraphs(f"“{standing.words}”")
    _section(explained.paper, heading, *said)
    if standing.state == "changed":
        explained.paper.words((_CHANGED, "yellow"), indent=2)


def _why(explained: _Explained, of_rule: str | None) -> None:
    because = explained.policy.reasons.get(explained.clause.id)
    said = [of_rule] if of_rule else []
    if because is not None:
        said.append(because.why)
    if said:
        _section(explained.paper, "Why", *said)
    if because is not None and because.guidance is not None:
        page = because.guidance
        explained.paper.words((f"More: {page.title}", ""), indent=2)
        explained.paper.words((page.address, "cyan"), indent=2)


def _section(paper: Paper, heading: str, *paragraphs: str) -> None:
    paper.gap()
    paper.words((heading, "bold"))
    for paragraph in paragraphs:
        paper.words((paragraph, ""), indent=2)


def _severity(explained: _Explained, rule: Rule) -> Iterable[str]:
    yield _SEVERITIES[rule.severity]
    setting = explained.config.rules.get(rule.id)
    if setting is not None and not setting.enabled:
        yield "Your configuration switches it off."
    elif setting is not None and setting.severity is not None:
        yield f"Your configuration makes it {_SEVERITIES[setting.severity]}."
    if rule.entry.on_unknown:
        yield f"Where nothing could be looked at: unknown, told as {rule.entry.on_unknown}."


def _examples(paper: Paper, rule: Rule) -> None:
    for expected, heading in _EXAMPLES.items():
        test = first_of(expected, rule.entry.tests)
        if test is not None:
            _section(paper, heading, *example(test))


def _readings(explained: _Explained, names: Sequence[str]) -> None:
    """How the policy is read where it is vague; `names` are interpretations, or a clause."""
    told = [item for item in explained.readings if item.id in names or item.clause in names]
    if told:
        explained.paper.gap()
        explained.paper.words(("How it is read where it is vague", "bold"))
    for item in told:
        print_reading(explained.paper, item)


def _ask(explained: _Explained, remedy: str) -> None:
    """The roles that clause and remedy name, and those that know more; else all of the policy's."""
    clause, policy = explained.clause, explained.policy
    said = " ".join((clause.duty, clause.how, remedy)).casefold()
    because = policy.reasons.get(clause.id)
    asked = because.ask if because else ()
    roles = policy.about.roles
    named = [role for role in roles if role.id in asked or role.title.casefold() in said]
    if named:
        _section(explained.paper, "Whom to ask", *(_role(explained, role) for role in named))
    elif roles:
        titles = listing([role.title for role in roles])
        _section(explained.paper, "Whom to ask", f"It names nobody. The policy has: {titles}.")


def _role(explained: _Explained, role: PolicyRole) -> str:
    holders = listed(explained.config.roles.get(role.id, ()))
    who = f" ({', '.join(holders)})" if holders else ""
    return f"{role.title}{who}: {role.duty}" if role.duty else f"{role.title}{who}"
