"""The policy itself before its rules: facts of its data, tables and text, then judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from postcheck.analysers import Entry, plan
from postcheck.analysers.base import Scene
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.engine.clauses import about_policy
from postcheck.engine.examine_tables import cited_facts, record_facts, role_facts, wording_facts
from postcheck.engine.examine_text import PolicyText, address_facts, silence_facts, text_facts
from postcheck.engine.judge import SeverityOf
from postcheck.engine.workbench import Workbench
from postcheck.errors import InputError, Problem
from postcheck.facts.model import Fact, FactSet
from postcheck.findings import Fault, Finding
from postcheck.people.accounts import Account
from postcheck.policy.rules import Rule
from postcheck.policy_document.model import PolicyDocument

DOCUMENT = "document"
"""The surface of the policy's text."""


@dataclass(frozen=True, slots=True)
class Examined:
    """All that is to be said, rule by rule in the order of the policy, and what hindered us."""

    faults: tuple[Fault, ...]
    problems: tuple[Problem, ...]
    rules: int


def examine(
    bench: Workbench,
    text: PolicyText | None,
    *,
    configured: bool,
    document: PolicyDocument | None = None,
) -> Examined:
    """Examine the policy, and its text where that is given. Raises InputError without rules for it.

    With `configured`, the configuration should name who holds the policy's roles. `document` is
    the organisation's own policy as it was imported.
    """
    _prove_rules(bench)
    lint, today = bench.policy.lint, bench.setting.today
    facts = [*record_facts(bench.policy.about, lint, today)]
    if configured:
        facts += role_facts(bench.policy.about, bench.setting.config)
    if document is not None:
        facts += wording_facts(bench.policy, document)
    looker = bench.looker(text_entries())
    if text is None:
        cited = enumerate(lint.cited_addresses)
        scene = _scene(bench, (Surface(f"links[{index}]", one.text) for index, one in cited))
        looker.look([scene])
        facts += cited_facts(lint, today)
        facts += address_facts(scene.facts.of("text.link"), None, lint, today)
    else:
        scene = _scene(bench, [text.surface])
        looker.look([scene])
        facts += written_facts(bench, scene, text)
        facts += silence_facts(text, lint)
    choice = bench.selection.for_policy()
    faults = [
        _fault(finding, fact)
        for rule in choice.rules
        for finding, fact in judged(bench, scene, facts, rule, choice.severity)
    ]
    return Examined(tuple(faults), tuple(looker.problems), len(choice.rules))


def text_entries() -> tuple[Entry, ...]:
    """The analysers that a text of the policy needs."""
    return tuple(entry for entry in plan({"text.link"}) if entry.looks_at == "words")


def written_facts(bench: Workbench, scene: Scene, text: PolicyText) -> Iterator[Fact]:
    """The facts of a text of the policy in which links have been looked for."""
    lint, today = bench.policy.lint, bench.setting.today
    links = scene.facts.of("text.link")
    yield from text_facts(text, links, lint, today)
    yield from address_facts(links, text, lint, today)


def judged(
    bench: Workbench, scene: Scene, facts: Iterable[Fact], rule: Rule, severity_of: SeverityOf
) -> Iterator[tuple[Finding, Fact]]:
    """What a rule about the policy has to say of each fact."""
    for fact in facts:
        if fact.kind == rule.entry.given:
            alone = replace(scene, facts=FactSet([fact]))
            for finding in bench.judge(bench.bare_case(alone), alone, [rule], severity_of):
                yield replace(finding, match=None), fact


def _fault(finding: Finding, fact: Fact) -> Fault:
    def told(key: str) -> str | None:
        value = fact.attributes.get(key)
        return str(value) if value is not None else None

    def several(key: str) -> tuple[str, ...]:
        value = fact.attributes.get(key)
        return value if isinstance(value, tuple) else ()

    lines = tuple(int(line) for line in several("lines"))
    return Fault(
        finding,
        clauses=several("clauses"),
        lines=lines,
        numbers=several("numbers"),
        since=told("since"),
        replacement=told("replacement"),
        source=told("source"),
    )


def _scene(bench: Workbench, surfaces: Iterable[Surface]) -> Scene:
    """The policy, ready to be looked at; a draft that says nothing stands for it."""
    about = bench.policy.about
    stand_in = Draft(text=about.title)
    account = Account(id="")
    return Scene(stand_in, account, bench.setting, path=about.id, profile=tuple(surfaces))


def _prove_rules(bench: Workbench) -> None:
    if not any(about_policy(rule) for rule in bench.policy.rules.values()):
        message = f"the policy `{bench.policy.about.id}` has no rule about itself"
        wanted = "rules with `given: policy.review` and the like"
        remedy = "write some, or build on a shipped policy with `extends`"
        raise InputError(Problem(message, expected=wanted, remedy=remedy))
