"""A rule as written to a rule that can run; everything impossible is refused here, at load."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from postcheck import plugins
from postcheck.checks import CHECKS
from postcheck.checks.base import Answer, Check
from postcheck.checks.case import Case
from postcheck.checks.conditions import Condition, ConditionError, parse
from postcheck.documents.read import problems_of
from postcheck.documents.wording import did_you_mean
from postcheck.errors import Problem
from postcheck.facts.kinds import KINDS
from postcheck.facts.model import Fact
from postcheck.policy.model import RuleEntry
from postcheck.policy.packs import Written
from postcheck.policy.rules import Reading, Rule

BASE_SLOTS = frozenset({"text", "media", "clause", "first", "initial"})
"""Slots of every message: the text found, the medium's file name, the clause, and of a name its
first part and the initial of its last."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a rule may name."""

    clauses: frozenset[str]
    lists: frozenset[str]
    figures: frozenset[str]
    interpretations: Mapping[str, tuple[str, ...]]


def build_rule(written: Written[RuleEntry], names: Names) -> Rule | list[Problem]:
    """The rule, or every reason why it cannot be one."""
    entry = written.value
    problems = [*_unknown_clauses(written, names), *_unknown_kind(written), *_tests(written)]
    conditions = tuple(_conditions(written, names, problems, entry.where))
    check = _check(entry.check)
    if check is None:
        known = sorted(CHECKS)
        problem = written.problem(f"there is no check `{entry.check}`", "check")
        problems.append(_with_remedy(problem, f"one of {', '.join(known)}", entry.check, known))
        return problems
    options = _options(written, check, problems, entry.with_)
    if options is not None:
        problems += _unknown_references(written, check, options, names)
    problems += _unknown_slots(written, check)
    readings = _readings(written, check, names, problems)
    if problems:
        return problems
    return Rule(entry, check, options, conditions, written.place(), readings)


def _check(name: str) -> Check[Any] | None:
    if name in CHECKS:
        return CHECKS[name]
    found = plugins.load("checks", name, Check, "`Check` of postcheck.checks.base")
    if found is None:
        return None

    def judge(fact: Fact, options: Any, case: Case) -> Answer:
        return plugins.guarded("checks", name, lambda: found.judge(fact, options, case))

    return replace(found, judge=judge)


def _with_remedy(problem: Problem, expected: str, word: str, known: list[str]) -> Problem:
    return Problem(
        problem.message,
        problem.path,
        problem.line,
        problem.column,
        expected,
        did_you_mean(word, known),
        problem.excerpt,
    )


def _unknown_clauses(written: Written[RuleEntry], names: Names) -> Iterator[Problem]:
    entry = written.value
    places: list[tuple[str, tuple[str | int, ...]]] = [(entry.clause, ("clause",))]
    places += [(clause, ("also", index)) for index, clause in enumerate(entry.also)]
    for clause, place in places:
        if clause not in names.clauses:
            problem = written.problem(f"the policy has no clause `{clause}`", *place)
            yield _with_remedy(problem, "a clause of `clauses/`", clause, sorted(names.clauses))


def _unknown_kind(written: Written[RuleEntry]) -> Iterator[Problem]:
    given = written.value.given
    if given not in KINDS and given not in plugins.find("analysers"):
        problem = written.problem(f"there is no kind of fact `{given}`", "given")
        yield _with_remedy(problem, f"one of {', '.join(KINDS)}", given, list(KINDS))


def _tests(written: Written[RuleEntry]) -> Iterator[Problem]:
    answers = []
    for index, test in enumerate(written.value.tests):
        if sum(item is not None for item in (test.passes, test.fails, test.unknown)) != 1:
            yield written.problem("a test has one of `pass`, `fail` and `unknown`", "tests", index)
        answers.append(test.expected)
    for wanted in ("pass", "fail"):
        if wanted not in answers:
            yield written.problem(f"the rule has no test that must {wanted}", "tests", key=True)


def _conditions(
    written: Written[RuleEntry],
    names: Names,
    problems: list[Problem],
    where: Mapping[str, Any],
    *place: str,
) -> Iterator[Condition]:
    for key, wanted in where.items():
        try:
            yield parse(key, wanted, written.value.given, names.interpretations)
        except ConditionError as error:
            problems.append(written.problem(str(error), *place, "where", key, key=True))


def _readings(
    written: Written[RuleEntry], check: Check[Any], names: Names, problems: list[Problem]
) -> Mapping[tuple[str, str], Reading]:
    """What is otherwise under each option, ready to be taken."""
    entry = written.value
    found: dict[tuple[str, str], Reading] = {}
    for key, options in entry.readings.items():
        if key not in names.interpretations:
            message = f"the policy has no interpretation `{key}`"
            problem = written.problem(message, "readings", key, key=True)
            expected = "an `id` of `interpretations` in policy.yaml"
            problems.append(_with_remedy(problem, expected, key, [*names.interpretations]))
            continue
        for option, other in options.items():
            place = ("readings", key, option)
            if option not in names.interpretations[key]:
                allowed = ", ".join(names.interpretations[key])
                problems.append(written.problem(f"`{key}` is one of {allowed}", *place, key=True))
                continue
            values = {**entry.with_, **other.with_}
            found[key, option] = Reading(
                conditions=tuple(_conditions(written, names, problems, other.where, *place)),
                options=_options(written, check, problems, values, *place),
                entry=other,
            )
    return found


def _options(
    written: Written[RuleEntry],
    check: Check[Any],
    problems: list[Problem],
    values: Mapping[str, Any],
    *place: str,
) -> Any:
    try:
        return check.options.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        prefix = (*written.loc, *place, "with")
        problems += problems_of(error, written.tree, check.options, prefix=prefix)
        return None


def _unknown_references(
    written: Written[RuleEntry], check: Check[Any], options: Any, names: Names
) -> Iterator[Problem]:
    known = {
        "list": names.lists,
        "interpretation": frozenset(names.interpretations),
        "figure": names.figures,
        "clause": names.clauses,
    }
    for sort, name in check.refers(options):
        if name not in known[sort]:
            problem = written.problem(f"the policy has no {sort} `{name}`", "with")
            choices = sorted(known[sort])
            yield _with_remedy(problem, f"one of {', '.join(choices)}", name, choices)


def _texts(entry: RuleEntry) -> Iterator[tuple[tuple[str, ...], str]]:
    """Everything of a rule that has slots, with its place."""
    yield ("message",), entry.message
    yield ("remedy",), entry.remedy
    if entry.fix:
        yield ("fix", "replace"), entry.fix.replace
    if entry.sweep:
        yield ("sweep", "message"), entry.sweep.message
        yield ("sweep", "remedy"), entry.sweep.remedy
    for key, options in entry.readings.items():
        for option, other in options.items():
            yield ("readings", key, option, "message"), other.message or ""
            yield ("readings", key, option, "remedy"), other.remedy or ""


def _unknown_slots(written: Written[RuleEntry], check: Check[Any]) -> Iterator[Problem]:
    entry = written.value
    attributes = KINDS[entry.given].attributes if entry.given in KINDS else {}
    known = BASE_SLOTS | check.slots | frozenset(attributes)
    for place, text in _texts(entry):
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            yield written.problem(f"the braces do not match: {error}", *place)
            continue
        if entry.given not in KINDS:  # what a plug-in's facts say of themselves is not known here
            continue
        for name in sorted(used - known):
            problem = written.problem(f"nothing fills the slot `{{{name}}}`", *place)
            yield _with_remedy(problem, f"one of {', '.join(sorted(known))}", name, sorted(known))
