"""What `postcheck explain` says of a rule's data: what it looks at, how right it is, examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postcheck.checks.conditions import Condition
from postcheck.checks.properties import PROPERTIES
from postcheck.facts.kinds import KINDS
from postcheck.facts.measured import measures
from postcheck.policy.model import RuleTest
from postcheck.policy.rules import Policy, Rule
from postcheck.reporters.wording import count

_OPERATORS = {
    "is": "is",
    "not": "is not",
    "at-least": "is at least",
    "at-most": "is at most",
    "matches": "matches",
}
_GRAVEST = ("error", "warning", "info")


def looked_at(rule: Rule) -> Iterable[str]:
    """The thing that the rule judges, and its conditions."""
    yield sight(rule.entry.given)
    for condition in rule.conditions:
        yield f"- only where {_in_words(condition)}"


def sight(kind: str) -> str:
    """A kind of fact in a sentence."""
    known = KINDS.get(kind)
    return f"{known.sentence} ({kind})" if known else f"{kind}, which a plug-in gives."


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
    besides = " or ".join(_value(item) for item in condition.unwanted)
    also = f" and is not {besides}" if besides else ""
    return f"{name} {_OPERATORS[condition.operator]} {wanted}{also}{meaning}"


def _value(item: str | float | bool) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    return f"{item:g}" if isinstance(item, float) else item


def measured(rules: Sequence[Rule], policy: Policy) -> list[str]:
    """The figures on record for what rules look at."""
    found = dict.fromkeys(one for rule in rules for one in _figures(rule, policy))
    return list(found) or ["No figure is on record for what is looked at."]


def _figures(rule: Rule, policy: Policy) -> Iterable[str]:
    """The figures of the kinds it needs; of the kind it judges, those of its categories alone."""
    categories = _categories(rule, policy)
    for one in measures():
        judged = one.kind == rule.entry.given and one.category is not None and categories
        if one.kind in rule.needs and (not judged or one.category in categories):
            name = f"{one.kind}, {one.category}" if one.category else one.kind
            yield f"{name}: {one.figure} (on {one.of}; {one.as_of})"


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


def plainest(rules: Sequence[Rule]) -> Rule | None:
    """The gravest rule of a clause, and of several the first: its examples stand for all."""
    return min(rules, key=lambda rule: _GRAVEST.index(rule.severity), default=None)


def first_of(expected: str, tests: Iterable[RuleTest]) -> RuleTest | None:
    """The first example that must pass, or that must fail."""
    return next((test for test in tests if test.expected == expected), None)


def example(test: RuleTest) -> Iterable[str]:
    """An example as a reader sees it."""
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
