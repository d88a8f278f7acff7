"""Which rules run for a draft, and how severe each is: options, configuration, account, folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from postcheck.config.model import Config, RuleSetting, Severity
from postcheck.documents.wording import did_you_mean
from postcheck.engine.clauses import binds
from postcheck.errors import InputError, Problem, UsageError
from postcheck.people.accounts import Account
from postcheck.policy.rules import Policy, Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that `--select` and `--ignore` leave, under one configuration."""

    policy: Policy
    config: Config
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()

    def candidates(self) -> tuple[Rule, ...]:
        """Every rule that may run for some draft."""
        return tuple(rule for rule in self.policy.rules.values() if self._chosen(rule))

    def for_draft(self, account: Account, path: str) -> tuple[Rule, ...]:
        """The rules that run for one draft."""
        return tuple(
            rule
            for rule in self.candidates()
            if self._setting(rule, account, path).enabled
            and binds(self.policy.clauses[rule.entry.clause], account)
        )

    def severity(self, rule: Rule, account: Account, path: str) -> Severity:
        """How severe a rule is for one draft."""
        return self._setting(rule, account, path).severity or rule.severity

    def _chosen(self, rule: Rule) -> bool:
        names = {rule.id, *rule.clauses}
        chosen = not self.select or not names.isdisjoint(self.select)
        return chosen and names.isdisjoint(self.ignore)

    def _setting(self, rule: Rule, account: Account, path: str) -> RuleSetting:
        """The last setting that fits wins: rules of all drafts, then each override in order."""
        setting = self.config.rules.get(rule.id, RuleSetting())
        for override in self.config.overrides:
            fits = (not override.accounts or account.id in override.accounts) and (
                not override.paths or any(fnmatch(path, glob) for glob in override.paths)
            )
            if fits and rule.id in override.rules:
                setting = override.rules[rule.id]
        return setting


def prove_names(policy: Policy, names: Sequence[str]) -> None:
    """Refuse a `--select` or `--ignore` that names nothing. Raises UsageError."""
    known = [*policy.rules, *policy.clauses]
    problems = [
        Problem(
            f"there is no rule or clause “{name}”",
            expected="a rule's name such as shortened-link, or a clause such as 4.4b",
            remedy=did_you_mean(name, known) or "`postcheck policy coverage` lists all of them",
        )
        for name in names
        if name not in known
    ]
    if problems:
        raise UsageError(problems)


def prove_config(policy: Policy, config: Config, path: str | None) -> None:
    """Refuse settings of rules and interpretations that the policy does not have."""
    problems = []
    named = [*config.rules, *(rule for item in config.overrides for rule in item.rules)]
    for rule in named:
        if rule not in policy.rules:
            hint = did_you_mean(rule, list(policy.rules))
            problems.append(Problem(f"the policy has no rule “{rule}”", path, remedy=hint))
    options = {item.id: item for item in policy.about.interpretations}
    for key, choice in config.interpretations.items():
        if key not in options:
            hint = did_you_mean(key, list(options))
            problems.append(Problem(f"the policy has no interpretation “{key}”", path, remedy=hint))
        elif choice not in options[key].options:
            allowed = ", ".join(options[key].options)
            message = f"the interpretation “{key}” cannot be “{choice}”"
            problems.append(Problem(message, path, expected=f"one of {allowed}"))
    if problems:
        raise InputError(problems)
