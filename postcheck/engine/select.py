"""Which rules run for a draft, and how severe each is: options, configuration, account, folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch

from postcheck.config.find import Sources
from postcheck.config.model import Config, RuleSetting, Severity
from postcheck.documents.tree import Loc
from postcheck.documents.wording import did_you_mean
from postcheck.engine.clauses import about_drafts, about_policy, judges
from postcheck.engine.interpretations import wrong_decisions
from postcheck.errors import InputError, Problem, UsageError
from postcheck.people.accounts import Account
from postcheck.policy.rules import Policy, Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that run for a draft, with the severity of each."""

    severities: Mapping[str, Severity]
    rules: tuple[Rule, ...]

    def severity(self, rule: Rule) -> Severity:
        """How severe a rule is for the draft."""
        return self.severities.get(rule.id, rule.severity)


class Selection:
    """The rules that `--select` and `--ignore` leave, under one configuration."""

    def __init__(
        self,
        policy: Policy,
        config: Config,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> None:
        self._policy = policy
        self._config = config
        self.candidates = tuple(
            rule for rule in policy.rules.values() if _chosen(rule, select, ignore)
        )
        self._by_path = any(override.paths for override in config.overrides)
        self._known: dict[tuple[str, ...], Choice] = {}

    def for_draft(self, account: Account, path: str, *, of_account: bool = False) -> Choice:
        """The rules for one draft, or for an account itself.

        `path` is taken from the configuration's folder, with `/`.
        """
        allowed = f"{bool(account.permission)} {of_account}"
        key = (account.id, account.kind, allowed, path * self._by_path)
        if key not in self._known:
            self._known[key] = self._choose(account, path, of_account=of_account)
        return self._known[key]

    def for_policy(self) -> Choice:
        """The rules about the policy itself; no account and no folder changes them."""
        named = self._config.rules
        return _choice(
            (rule, named.get(rule.id, RuleSetting()))
            for rule in filter(about_policy, self.candidates)
        )

    def _choose(self, account: Account, path: str, *, of_account: bool) -> Choice:
        clauses = self._policy.clauses
        return _choice(
            (rule, self._setting(rule, account, path))
            for rule in self.candidates
            if judges(rule, clauses[rule.entry.clause], account, of_account=of_account)
        )

    def _setting(self, rule: Rule, account: Account, path: str) -> RuleSetting:
        """The last setting that fits wins: rules of all drafts, then each override in order."""
        setting = self._config.rules.get(rule.id, RuleSetting())
        for override in self._config.overrides:
            fits = (not override.accounts or account.id in override.accounts) and (
                not override.paths or any(fnmatch(path, glob) for glob in override.paths)
            )
            if fits and rule.id in override.rules:
                setting = override.rules[rule.id]
        return setting


def _choice(settings: Iterable[tuple[Rule, RuleSetting]]) -> Choice:
    """The rules that their settings leave switched on."""
    kept = [(rule, setting) for rule, setting in settings if setting.enabled]
    severities = {rule.id: setting.severity or rule.severity for rule, setting in kept}
    return Choice(severities, tuple(rule for rule, _ in kept))


def _chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str]) -> bool:
    names = {rule.id, *rule.clauses}
    return (not select or not names.isdisjoint(select)) and names.isdisjoint(ignore)


def prove_drafts(selection: Selection) -> None:
    """Refuse a choice under which no draft is judged by any rule. Raises UsageError."""
    if not any(map(about_drafts, selection.candidates)):
        raise UsageError(
            Problem(
                "of the rules that `--select` and `--ignore` leave, none judges drafts",
                expected="at least one rule about what is posted",
                remedy="`postcheck account` asks the rules about accounts, and `postcheck policy "
                "lint` those about the policy itself",
            )
        )


def prove_names(policy: Policy, names: Sequence[str], config: str | None = None) -> None:
    """Refuse names of the command line that the policy of a configuration does not have.

    Raises UsageError, at no place of the configuration: nothing in it is wrong.
    """
    where = f" in the policy of {config}" if config else ""
    known = [*policy.rules, *policy.clauses]
    examples = (next(iter(policy.rules), "our-rule"), next(iter(policy.clauses), "1.1"))
    problems = [
        Problem(
            f"there is no rule or clause “{name}”{where}",
            expected=f"a rule's name such as {examples[0]}, or a clause such as {examples[1]}",
            remedy=did_you_mean(name, known) or "`postcheck policy coverage` lists all of them",
        )
        for name in names
        if name not in known
    ]
    if problems:
        raise UsageError(problems)


def prove_config(policy: Policy, sources: Sources, today: date) -> None:
    """Refuse settings of rules, clauses and interpretations that the policy does not have."""
    problems = []
    for rule, loc in _named_rules(sources.config):
        if rule not in policy.rules:
            message, hint = f"the policy has no rule “{rule}”", did_you_mean(rule, [*policy.rules])
            problems.append(sources.problem(message, loc, key=True, remedy=hint))
    problems += wrong_decisions(policy, sources, today)
    for clause, loc in _named_clauses(sources.config):
        if clause not in policy.clauses:
            message = f"the policy has no clause `{clause}`"
            hint = did_you_mean(clause, [*policy.clauses])
            problems.append(sources.problem(message, loc, key=True, remedy=hint))
    if problems:
        raise InputError(problems)


def _named_rules(config: Config) -> Iterator[tuple[str, Loc]]:
    for rule in config.rules:
        yield rule, ("rules", rule)
    for index, override in enumerate(config.overrides):
        for rule in override.rules:
            yield rule, ("overrides", index, "rules", rule)


def _named_clauses(config: Config) -> Iterator[tuple[str, Loc]]:
    for clause in config.sign_offs.signed_by:
        yield clause, ("sign_offs", "signed_by", clause)
    for index, clause in enumerate(config.sign_offs.whole_draft):
        yield clause, ("sign_offs", "whole_draft", index)
