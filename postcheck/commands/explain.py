"""`postcheck explain`: what a rule or a clause is, in plain words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck.checks.conditions import Condition
from postcheck.checks.properties import PROPERTIES
from postcheck.config.find import SourceFinder, Sources, load_sources
from postcheck.config.model import Config, listed
from postcheck.documents.wording import listing
from postcheck.engine.interpretations import in_force, readings
from postcheck.engine.select import prove_config, prove_names
from postcheck.facts.kinds import KINDS
from postcheck.facts.measured import measures
from postcheck.findings import Reading
from postcheck.policy.load import load_policy
from postcheck.policy.model import Audience, Clause, Enforcement, PolicyRole, RuleTest
from postcheck.policy.rules import Policy, Rule
from postcheck.reporters.paper import Paper
from postcheck.reporters.readings import print_reading
from postcheck.reporters.style import style_of
from postcheck.reporters.wording import count
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
_OPERATORS = {
    "is": "is",
    "not": "is not",
    "at-least": "is at least",
    "at-most": "is at most",
    "matches": "matches",
}


_SLOT = re.compile(r"\{\w+\}")
"""A slot of a message, which only a finding can fill."""


@dataclass(frozen=True, slots=True)
class _Explained:
    """What explaining stands on."""

    paper: Paper
    policy: Policy
    config: Config
    readings: tuple[Reading, ...]


def run(name: str, config: Path | None = None) -> int:
    """Explain a rule or a clause on stdout. Raises UsageError when there is none of that name."""
    sources = _sources(config)
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    prove_config(policy, sources, date.today())
    prove_names(policy, (name,))
    setting = Setting(sources.config, sources.register)
    told = readings(policy, setting)
    policy = policy.under(in_force(policy, sources.config))
    explained = _Explained(Paper(sys.stdout, style_of(sys.stdout)), policy, sources.config, told)
    if name in policy.rules:
        _rule(explained, policy.rules[name])
    else:
        _clause(explained, policy.clauses[name])
    return 0


def _sources(config: Path | None) -> Sources:
    return load_sources(config) if config else SourceFinder().for_folder(Path.cwd())


def _rule(explained: _Explained, rule: Rule) -> None:
    entry = rule.entry
    clause = explained.policy.clauses[entry.clause]
    paper = explained.paper
    paper.words((rule.id, "bold"), (f"  a rule for {listing(list(rule.clauses))}", "dim"))
    _section(paper, f"Duty ({clause.id})", clause.duty)
    if entry.why:
        _section(paper, "Why", entry.why)
    _section(paper, "What it looks at", *_looked_at(rule))
    _section(paper, "What it asks", f"{rule.check.sentence} ({rule.check.name})")
    _section(paper, "What it cannot see", clause.limit or "Nothing more is on record.")
    _section(paper, "Measured", *_measured(rule, explained.policy))
    _section(paper, "Severity", *_severity(explained, rule))
    _readings(explained, rule.interpretations)
    _examples(paper, rule.entry.tests)
    _section(paper, "What to do", _SLOT.sub("…", entry.remedy))
    _ask(explained, clause, entry.remedy)
    _section(paper, "Where it is written", rule.source)


def _clause(explained: _Explained, clause: Clause) -> None:
    paper = explained.paper
    paper.words((clause.id, "bold"), (f"  {clause.section}", "dim"))
    _section(paper, "Duty", clause.duty)
    _section(paper, "Whom it binds", listing([_BINDS[item] for item in clause.binds]))
    enforced = "; ".join(_ENFORCED[item] for item in clause.enforcement)
    _section(paper, "How it is enforced", f"{enforced}.".capitalize(), clause.how)
    if clause.not_yet:
        _section(paper, "Not yet", "No rule enforces this in this version.")
    _section(paper, "What it cannot see", clause.limit or "Nothing more is on record.")
    rules = explained.policy.rules_of(clause.id)
    if rules:
        _section(paper, "Rules", *(f"{rule.id} ({rule.severity})" for rule in rules))
    _readings(explained, [clause.id])
    if not clause.waivable:
        _section(paper, "Waivers", "No waiver answers for it.")
    _ask(explained, clause, " ".join(rule.entry.remedy for rule in rules))
    if rules:
        paper.gap()
        paper.words((f"`postcheck explain {rules[0].id}` says more of a rule.", "dim"))


def _section(paper: Paper, heading: str, *paragraphs: str) -> None:
    paper.gap()
    paper.words((heading, "bold"))
    for paragraph in paragraphs:
        paper.words((paragraph, ""), indent=2)


def _looked_at(rule: Rule) -> Iterable[str]:
    given = rule.entry.given
    kind = KINDS.get(given)
    yield f"{kind.sentence} ({given})" if kind else f"{given}, which a plug-in gives."
    for condition in rule.conditions:
        yield f"- only where {_in_words(condition)}"


def _in_words(condition: Condition) -> str:
    asked = PROPERTIES.get(condition.key)
    meaning = f" ({asked.sentence.rstrip('.')})" if asked else ""
    name = condition.key
    if name.startswith("setting."):
        name = f"the interpretation {name.removeprefix('setting.')}"
    elif name.startswith("fact."):
        name = f"its {name.removeprefix('fact.').replace('_', ' ')}"
    if condition.operator == "present":
        return f"{name} {'is known' if condition.wanted[0] else 'is not known'}{meaning}"
    wanted = " or ".join(_value(item) for item in condition.wanted)
    return f"{name} {_OPERATORS[condition.operator]} {wanted}{meaning}"


def _value(item: str | float | bool) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    return f"{item:g}" if isinstance(item, float) else item


def _measured(rule: Rule, policy: Policy) -> list[str]:
    """The figures of the kinds it needs; of the kind it judges, those of its categories alone."""
    categories = _categories(rule, policy)
    found = []
    for one in measures():
        judged = one.kind == rule.entry.given and one.category is not None and categories
        if one.kind in rule.needs and (not judged or one.category in categories):
            name = f"{one.kind}, {one.category}" if one.category else one.kind
            found.append(f"{name}: {one.figure} (on {one.of}; {one.as_of})")
    return found or ["No figure is on record for what this rule looks at."]


def _categories(rule: Rule, policy: Policy) -> set[str]:
    """The categories of facts that a rule asks for, by name or by the lists that give them."""
    found: set[str] = set()
    for condition in rule.conditions:
        wanted = {str(item) for item in condition.wanted}
        if condition.operator == "is" and condition.key == "fact.category":
            found |= wanted
        elif condition.operator == "is" and condition.key == "fact.list":
            emits = (policy.lists[name].emits for name in wanted & policy.lists.keys())
            found |= {one.category for one in emits if one is not None}
    return found


def _severity(explained: _Explained, rule: Rule) -> Iterable[str]:
    yield _SEVERITIES[rule.severity]
    setting = explained.config.rules.get(rule.id)
    if setting is not None and not setting.enabled:
        yield "Your configuration switches it off."
    elif setting is not None and setting.severity is not None:
        yield f"Your configuration makes it {_SEVERITIES[setting.severity]}."
    if rule.entry.on_unknown:
        yield f"Where nothing could be looked at: unknown, told as {rule.entry.on_unknown}."


def _examples(paper: Paper, tests: Iterable[RuleTest]) -> None:
    shown: Mapping[str, str] = {"fail": "This it finds fault with", "pass": "This it lets pass"}
    first: dict[str, RuleTest] = {}
    for test in tests:
        first.setdefault(test.expected, test)
    for expected, heading in shown.items():
        if expected in first:
            _section(paper, heading, *_example(first[expected]))


def _example(test: RuleTest) -> Iterable[str]:
    draft = test.draft
    for words in (draft.title, draft.text, draft.first_comment):
        if words:
            yield f"“{words.strip()}”"
    for medium in draft.media:
        people = f", declared: {', '.join(medium.people)}" if medium.people else ""
        bystanders = f", {count(medium.bystanders, 'bystander')}" if medium.bystanders else ""
        yield f"with the picture {medium.path}{people}{bystanders}"
    seen: dict[str, int] = {}
    for fact in test.facts:
        seen[fact.kind] = seen.get(fact.kind, 0) + 1
    if seen:
        sights = [f"{kind} × {number}" for kind, number in seen.items()]
        yield f"in which is seen: {', '.join(sights)}"
    for key, choice in test.interpretations.items():
        yield f"where {key} is read as “{choice}”"
    if test.on is not None:
        yield f"checked on {test.on}"


def _readings(explained: _Explained, names: Sequence[str]) -> None:
    """How the policy is read where it is vague; `names` are interpretations, or a clause."""
    told = [item for item in explained.readings if item.id in names or item.clause in names]
    if told:
        explained.paper.gap()
        explained.paper.words(("How it is read where it is vague", "bold"))
    for item in told:
        print_reading(explained.paper, item)


def _ask(explained: _Explained, clause: Clause, remedy: str) -> None:
    """The roles that the clause or the remedy name; else that the policy has these."""
    said = " ".join((clause.duty, clause.how, remedy)).casefold()
    roles = explained.policy.about.roles
    named = [role for role in roles if role.title.casefold() in said]
    if named:
        _section(explained.paper, "Whom to ask", *(_role(explained, role) for role in named))
    elif roles:
        titles = listing([role.title for role in roles])
        _section(explained.paper, "Whom to ask", f"It names nobody. The policy has: {titles}.")


def _role(explained: _Explained, role: PolicyRole) -> str:
    holders = listed(explained.config.roles.get(role.id, ()))
    who = f" ({', '.join(holders)})" if holders else ""
    return f"{role.title}{who}: {role.duty}" if role.duty else f"{role.title}{who}"
