"""Everything that drafts under one configuration share: policy, setting, rules and analysers."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from postcheck.analysers import ANALYSERS, SWEEPERS, Entry, plan
from postcheck.analysers.base import Scene
from postcheck.checks.case import Case
from postcheck.config.find import Sources, shown
from postcheck.config.model import listed
from postcheck.drafts.load import LoadedDraft
from postcheck.drafts.model import AccountReference, Draft
from postcheck.engine.clauses import about_policy, states
from postcheck.engine.content import Content, Surnames, content_of, named_at_signing
from postcheck.engine.declared import declared_facts, overdue
from postcheck.engine.exceptions import Settlement
from postcheck.engine.interpretations import in_force, readings
from postcheck.engine.judge import Judge, SeverityOf
from postcheck.engine.look import Looker, Show
from postcheck.engine.quotes import quotes_of
from postcheck.engine.select import Choice, Selection, prove_config, prove_names
from postcheck.engine.sign_offs import Signing, terms_of
from postcheck.engine.waivers import waiver_terms_of
from postcheck.errors import InputError, Problem
from postcheck.findings import DraftReport, Finding, Header, PolicySummary, worst
from postcheck.people.accounts import Account
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy, Rule
from postcheck.setting import Setting


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller wants: date, rules, privacy and how many threads look at a picture."""

    today: date = field(default_factory=date.today)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    redact: bool = False
    threads: int = 2
    show: Show | None = None
    sweep: bool = False
    """Drafts are published already: what holds today counts, and no picture is opened."""
    quote: bool = False
    """Findings quote their clause from the organisation's own document."""


class Workbench:
    """Looks at and judges drafts that share one configuration."""

    def __init__(self, sources: Sources, wishes: Wishes, policy: Policy | None = None) -> None:
        config = sources.config
        self.policy = policy or load_policy(config.policy, sources.folder or Path.cwd())
        path = shown(sources.config_path) if sources.config_path else None
        prove_names(self.policy, (*wishes.select, *wishes.ignore), path)
        prove_config(self.policy, sources, wishes.today)
        self.interpretations = in_force(self.policy, config)
        self.policy = self._whole = self.policy.under(self.interpretations)
        if wishes.sweep:
            self.policy = self.policy.for_sweep()
            if not self.policy.rules:
                message = "the policy has no rule for published posts"
                raise InputError(Problem(message, path, remedy="give a rule the key `sweep`"))
        self.setting = Setting(
            config,
            sources.register,
            sources.accounts,
            self.policy.lists,
            wishes.today,
            sources.ledger,
            sources.logos,
            sources.portraits,
        )
        self.selection = Selection(self.policy, config, wishes.select, wishes.ignore)
        self._terms = terms_of(self.policy, config)
        self._waivers = waiver_terms_of(self.policy, config, wishes.today)
        self._surnames = Surnames(sources.register)
        self._quotes = quotes_of(self._whole, sources) if wishes.quote else {}
        self._wishes = wishes
        self._folder = sources.folder
        needed = {kind for rule in self.selection.candidates for kind in rule.needs}
        self.entries: tuple[Entry, ...] = SWEEPERS if wishes.sweep else plan(needed)

    def every_analyser(self) -> tuple[Entry, ...]:
        """All analysers of ours, and those of plug-ins that a rule names: for shows of facts."""
        return tuple(dict.fromkeys((*ANALYSERS, *self.entries)))

    @property
    def ties_names(self) -> bool:
        """Whether a rule has names looked for, and tied to people of the register."""
        return any("text.person" in entry.provides for entry in self.entries)

    def looker(self, entries: Iterable[Entry] | None = None) -> Looker:
        """What looks at drafts: by default only the analysers that the selected rules need."""
        chosen = self.entries if entries is None else tuple(entries)
        return Looker(chosen, self._wishes.threads, self._wishes.show, self._wishes.redact)

    def scene(self, loaded: LoadedDraft) -> Scene:
        """A draft, ready to be looked at."""
        account = account_of(loaded.draft, self.setting)
        return Scene(loaded.draft, account, self.setting, loaded.media, loaded.path)

    def case(self, scene: Scene) -> Case:
        """A draft that has been looked at, ready to be judged."""
        case = self.bare_case(scene)
        for fact in declared_facts(case, self.policy.about):
            scene.facts.add(fact)
        return case

    def bare_case(self, scene: Scene, *, of_account: bool = False) -> Case:
        """What has been looked at as a case, without the facts that need no looking."""
        draft = scene.draft
        return Case(
            draft=draft,
            account=scene.account,
            setting=self.setting,
            facts=scene.facts,
            day=self._day(draft),
            channels=self._channels(draft, scene.account),
            interpretations=self.interpretations,
            platforms=self.policy.platforms,
            role_names=self.policy.role_names,
            of_account=of_account,
        )

    def _day(self, draft: Draft) -> date:
        """The publishing date, else today; of what is published already the later of the two."""
        today = self.setting.today
        published = draft.publish_at.date() if draft.publish_at else today
        return max(published, today) if self._wishes.sweep else published

    def judge(
        self, case: Case, scene: Scene, rules: Iterable[Rule], severity_of: SeverityOf
    ) -> list[Finding]:
        """What some rules have to say of a case."""
        judge = Judge(
            self.policy,
            case,
            scene.surfaces,
            scene.path,
            severity_of,
            redact=self._wishes.redact,
        )
        return judge.findings(rules)

    def report(self, loaded: LoadedDraft, scene: Scene) -> DraftReport:
        """Judge a draft that has been looked at."""
        case = self.case(scene)
        choice = self.selection.for_draft(scene.account, self.from_configuration(loaded.path))
        signing = None
        if not self._wishes.sweep:  # no sign-off and no waiver outlasts publication
            signing = self._signing(loaded.draft, self.content(case, loaded, scene))
            case = replace(case, signed=signing.holding())
        found = self.judge(case, scene, choice.rules, choice.severity)
        if signing is not None:
            found = self._settlement(case, loaded, signing, choice).settle(found)
        findings = self.quoted(sorted(found, key=placed))
        return DraftReport(
            path=loaded.path,
            id=loaded.draft.id,
            outcome=worst(findings),
            findings=findings,
            clauses=states(self._whole, case, choice.severities, findings),
            missing=tuple(scene.facts.missing),
            media=len(loaded.media),
            line=loaded.line,
            text_line=loaded.text_line,
            content_sha256=None if signing is None or signing.redact else signing.content.sha256,
            addresses=listed(loaded.draft.url or ()),
            channels=case.channels if self._wishes.sweep else (),
        )

    def content(self, case: Case, loaded: LoadedDraft, scene: Scene) -> Content:
        """What sign-offs are bound to, with the names in all that was read of a draft."""
        named = self._surnames.named_in_full(scene.surfaces)
        return content_of(case, loaded.media, named, named_at_signing(loaded.draft))

    def _signing(self, draft: Draft, content: Content) -> Signing:
        return Signing(
            self.policy,
            draft,
            content,
            self._terms,
            self.setting.register,
            self.setting.today,
            self._wishes.redact,
        )

    def _settlement(
        self, case: Case, loaded: LoadedDraft, signing: Signing, choice: Choice
    ) -> Settlement:
        wanted = self._wishes
        clauses = {
            clause
            for clause in self.policy.clauses
            if (not wanted.select or clause in wanted.select) and clause not in wanted.ignore
        }
        return Settlement(
            policy=self.policy,
            signing=signing,
            terms=self._waivers,
            severities=choice.severities,
            clauses=clauses,
            path=loaded.path,
            children=bool(loaded.draft.sign_offs) and self._children_pictured(case),
        )

    def _children_pictured(self, case: Case) -> bool:
        """Whether a child may be pictured; so it is where no rule had faces looked for."""
        looked = any("image.face" in entry.provides for entry in self.entries)
        media = range(len(case.draft.media))
        return any(not looked or case.children_in(index) for index in media)

    def quoted(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings with the words of their clauses, where the caller wants them."""
        if not self._quotes:
            return tuple(findings)
        return tuple(replace(one, quote=self._quotes.get(one.clause)) for one in findings)

    def from_configuration(self, path: str) -> str:
        """A draft's path as overrides name it: from the configuration's folder."""
        return Path(os.path.relpath(path, self._folder)).as_posix() if self._folder else path

    def header(self, version: str) -> Header:
        """What is known before the first draft."""
        about = self.policy.about
        summary = PolicySummary(
            id=about.id,
            title=about.title,
            last_review=about.last_review,
            review_due=about.next_review,
            review_overdue=overdue(about.next_review, self.setting.today),
            interpretations=readings(self.policy, self.setting, redact=self._wishes.redact),
        )
        return Header(
            version=version,
            policy=summary,
            checked_on=self.setting.today,
            rules=sum(not about_policy(rule) for rule in self.selection.candidates),
            clauses={clause.id: clause.duty for clause in self.policy.clauses.values()},
        )

    def _channels(self, draft: Draft, account: Account) -> tuple[str, ...]:
        """The platforms by the policy's own names; a blog is a website; unknown is any."""
        named = draft.platforms or ((account.platform,) if account.platform else ())
        if not named and draft.kind == "blog":
            named = ("website",)
        folded = [name.casefold() for name in named]
        known = self.policy.platforms
        return tuple(known[name].id if name in known else name for name in folded) or ("any",)


def account_of(draft: Draft, setting: Setting) -> Account:
    """The account a draft is for: as it says, as registered, or the configured one."""
    named = draft.account if draft.account is not None else setting.config.account
    if isinstance(named, AccountReference):
        registered = setting.accounts.get(named.id or "")
        if registered is None:
            return Account(id=named.id or "", kind=named.kind, platform=named.platform)
        platform = named.platform or registered.platform
        return registered.model_copy(update={"kind": named.kind, "platform": platform})
    return setting.accounts.get(named or "") or Account(id=named or "")


def placed(finding: Finding) -> tuple[int, str, int, str]:
    """The order of findings in a report: the gravest first, then by place."""
    order = {"violation": 0, "review": 1, "unknown": 2, "note": 3}
    return order[finding.outcome], finding.surface, finding.start or 0, finding.rule
