"""A rule that can be run, and the policy that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from postcheck.checks.base import Check
from postcheck.checks.conditions import Condition
from postcheck.config.model import Severity
from postcheck.people.ours import plain_words
from postcheck.policy.background import Because, Wording
from postcheck.policy.lint_model import LintTables
from postcheck.policy.lists import ListFile
from postcheck.policy.model import Clause, PolicyFile, RuleEntry, RuleReading, TestSetting
from postcheck.policy.platforms import Platform


@dataclass(frozen=True, slots=True)
class Reading:
    """What is otherwise about a rule under one option: more conditions, and the check's options."""

    conditions: tuple[Condition, ...]
    options: Any
    entry: RuleReading


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the policy. `source` is the file and line where it is written.

    `readings` hold, by interpretation and option, what is otherwise under that option.
    """

    entry: RuleEntry
    check: Check[Any]
    options: Any
    conditions: tuple[Condition, ...]
    source: str
    readings: Mapping[tuple[str, str], Reading] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its name."""
        return self.entry.id

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clause that its findings cite first, then the others it counts against."""
        return (self.entry.clause, *self.entry.also)

    @property
    def severity(self) -> Severity:
        """How severe it is unless the configuration says otherwise."""
        return self.entry.severity

    @property
    def needs(self) -> frozenset[str]:
        """Every kind of fact that it stands on."""
        found = {self.entry.given, *self.check.needs(self.options)}
        for condition in self.conditions:
            found.update(condition.needs)
        return frozenset(found)

    @property
    def interpretations(self) -> tuple[str, ...]:
        """The vague places of the policy on whose reading its answers rest."""
        asked = (c.key.removeprefix("setting.") for c in self.conditions if c.about_setting)
        named = (name for sort, name in self.check.refers(self.options) if sort == "interpretation")
        return tuple(dict.fromkeys((*asked, *named, *(key for key, _ in self.readings))))

    def under(self, choices: Mapping[str, str]) -> Rule:
        """The rule as it is when every vague place is read as chosen."""
        rule = self
        for (key, option), other in self.readings.items():
            if choices.get(key) == option:
                given = other.entry.model_dump(
                    include={"severity", "message", "remedy"}, exclude_none=True
                )
                rule = replace(
                    rule,
                    entry=rule.entry.model_copy(update=given),
                    conditions=(*rule.conditions, *other.conditions),
                    options=other.options if other.entry.with_ else rule.options,
                )
        return rule

    def swept(self) -> Rule | None:
        """The rule as it speaks of published posts; None where it says nothing of them."""
        said = self.entry.sweep
        if said is None:
            return None
        words = {"message": said.message, "remedy": said.remedy, "severity": said.severity}
        return replace(self, entry=self.entry.model_copy(update={**words, "fix": None}))


@dataclass(frozen=True)
class Policy:
    """A policy, ready to be held against drafts."""

    about: PolicyFile
    clauses: Mapping[str, Clause]
    rules: Mapping[str, Rule]
    lists: Mapping[str, ListFile] = field(default_factory=dict)
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    lint: LintTables = field(default_factory=LintTables)
    interpretations: Mapping[str, str] = field(default_factory=dict)
    test_setting: TestSetting | None = None
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    reasons: Mapping[str, Because] = field(default_factory=dict)

    def under(self, choices: Mapping[str, str]) -> Policy:
        """The policy with its vague places read as chosen."""
        return replace(self, rules={key: rule.under(choices) for key, rule in self.rules.items()})

    def for_sweep(self) -> Policy:
        """The policy with the rules that published posts are held against."""
        swept = [rule.swept() for rule in self.rules.values()]
        return replace(self, rules={rule.id: rule for rule in swept if rule is not None})

    def rules_of(self, clause: str) -> tuple[Rule, ...]:
        """The rules that count against a clause."""
        return self._by_clause.get(clause, ())

    @cached_property
    def role_names(self) -> Mapping[str, str]:
        """The id of each role by its title and by other words for it, joined with `_`."""
        return {
            "_".join(plain_words(name)): role.id
            for role in self.about.roles
            for name in (role.title, *role.also)
        }

    @cached_property
    def _by_clause(self) -> Mapping[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules.values():
            for clause in rule.clauses:
                found[clause] = (*found.get(clause, ()), rule)
        return found
