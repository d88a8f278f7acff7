"""The tests that stand beside the rules: each example is judged by its own rule.

Words are really analysed. Pictures are not looked at: a test gives the facts of a picture itself,
so that it proves the rule and not a detector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from postcheck.analysers.base import Scene
from postcheck.checks.case import Case
from postcheck.config.find import Sources
from postcheck.config.model import Decision
from postcheck.engine.account_check import account_case, account_scene
from postcheck.engine.clauses import about_policy, judges
from postcheck.engine.declared import declared_facts
from postcheck.engine.examine import judged, text_entries, written_facts
from postcheck.engine.examine_text import PolicyText
from postcheck.engine.look import Looker
from postcheck.engine.workbench import Wishes, Workbench, account_of
from postcheck.errors import Problem
from postcheck.facts.kinds import KINDS
from postcheck.facts.model import Fact, Missing, Value
from postcheck.findings import Finding
from postcheck.people.not_featured import by_code
from postcheck.people.register import Register
from postcheck.places import Box
from postcheck.policy.model import RuleTest, TestFact, TestSetting
from postcheck.policy.rules import Policy, Rule


@dataclass(frozen=True, slots=True)
class Result:
    """One test of one rule. `complaint` says what came instead of what was expected."""

    rule: Rule
    number: int
    test: RuleTest
    complaint: str | None


@dataclass(frozen=True, slots=True)
class _World:
    """Tests that share a date and interpretations share a workbench."""

    on: date
    interpretations: tuple[tuple[str, str], ...]


def run_tests(policy: Policy, rules: Iterable[Rule]) -> tuple[list[Result], list[Problem]]:
    """Run the tests of some rules; the problems are those of analysers that could not work."""
    setting = policy.test_setting or TestSetting(today=date.today())
    worlds: dict[_World, list[tuple[Rule, int, RuleTest]]] = {}
    for rule in rules:
        for number, test in enumerate(rule.entry.tests, 1):
            world = _World(test.on or setting.today, tuple(sorted(test.interpretations.items())))
            worlds.setdefault(world, []).append((rule, number, test))
    results: list[Result] = []
    looker: Looker | None = None
    for world, tests in worlds.items():
        bench = _bench(policy, setting, world)
        if looker is None:  # one for all, so that models are loaded once
            words = (entry for entry in bench.entries if entry.looks_at == "words")
            looker = bench.looker(dict.fromkeys((*words, *text_entries())))
        scenes = [_scene(test, bench) for _, _, test in tests]
        looker.look(scenes)
        for (rule, number, test), scene in zip(tests, scenes, strict=True):
            findings = _judged(bench, scene, rule, test)
            results.append(Result(rule, number, test, _complaint(test, findings)))
    return results, looker.problems if looker else []


def _bench(policy: Policy, setting: TestSetting, world: _World) -> Workbench:
    decided = {
        key: Decision(choice=choice, decided_by="the test", decided_on=world.on)
        for key, choice in world.interpretations
    }
    chosen = {**setting.config.interpretations, **decided}
    config = setting.config.model_copy(update={"interpretations": chosen})
    sources = Sources(
        config,
        Register(
            {person.code: person for person in setting.people},
            not_featured=by_code(setting.do_not_feature),
        ),
        {account.id: account for account in setting.accounts},
    )
    return Workbench(sources, Wishes(today=world.on), policy)


def _scene(test: RuleTest, bench: Workbench) -> Scene:
    if test.account is not None:
        scene = account_scene(bench, test.account, "test")
    else:
        account = account_of(test.draft, bench.setting)
        scene = Scene(test.draft, account, bench.setting, path="test")
    for given in test.facts:
        scene.facts.add(_fact(given))
    for lacking in test.missing:
        scene.facts.add(Missing(lacking.kind, lacking.surface, lacking.because))
    return scene


def _fact(given: TestFact) -> Fact:
    types = KINDS[given.kind].attributes if given.kind in KINDS else {}
    attributes = {key: _value(value, types.get(key)) for key, value in given.attributes.items()}
    return Fact(
        given.kind,
        given.surface,
        given.text,
        box=Box(*given.box) if given.box else None,
        score=given.score,
        source="test",
        attributes=attributes,
    )


def _value(text: str, wanted: str | None) -> Value:
    if wanted == "flag":
        return text.casefold() == "true"
    if wanted == "number":
        return float(text)
    return tuple(text.split()) if wanted == "list" else text


def _judged(bench: Workbench, scene: Scene, rule: Rule, test: RuleTest) -> list[Finding]:
    of_account = test.account is not None
    read = bench.policy.rules[rule.id]  # with the example's interpretations
    if about_policy(rule):  # the example is a piece of a policy
        text = PolicyText.of("text", scene.draft.text)
        facts = [*scene.facts.all(), *written_facts(bench, scene, text)]
        told = judged(bench, scene, facts, read, lambda it: it.severity)
        return [finding for finding, _ in told]
    clause = bench.policy.clauses[rule.entry.clause]
    if not judges(rule, clause, scene.account, of_account=of_account):
        return []
    case = account_case(bench, scene) if of_account else _case(bench, scene)
    case = replace(case, signed=test.signed)
    return bench.judge(case, scene, [read], lambda it: it.severity)


def _case(bench: Workbench, scene: Scene) -> Case:
    """The draft as a case. What a test says of the policy stands for what the loaded one says.

    So the shipped examples hold whatever a pack of the organisation's own says of its reviews.
    """
    case = bench.bare_case(scene)
    said = tuple(scene.facts.of("policy"))
    for fact in declared_facts(case, bench.policy.about):
        if not (said and fact.kind == "policy"):
            scene.facts.add(fact)
    return case


def _complaint(test: RuleTest, findings: list[Finding]) -> str | None:
    failed = [finding for finding in findings if finding.outcome != "unknown"]
    unknown = [finding for finding in findings if finding.outcome == "unknown"]
    if test.expected == "pass":
        return f"it should pass, and found {_shown(findings)}" if findings else None
    if test.expected == "unknown":
        return None if unknown else "it should be unknown, and is not"
    if not failed:
        return "it should fail, and found nothing"
    if test.match is not None and all(finding.evidence != test.match for finding in failed):
        return f"it should match “{test.match}”, and found {_shown(failed)}"
    return None


def _shown(findings: Iterable[Finding]) -> str:
    return ", ".join(_words(findings))


def _words(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"“{finding.evidence}”" if finding.evidence else finding.message
