"""A policy pack: its own data, its clauses, its rules and their tests (docs/rules.md)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from postcheck.config.model import Config, Severity, SignOffTerms, WaiverTerms
from postcheck.documents.model import Day, Document, Form
from postcheck.drafts.model import Draft
from postcheck.people.accounts import Account
from postcheck.people.not_featured import NotFeatured
from postcheck.people.register import Person

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Month = Annotated[str, Form(r"^[12]\d{3}-(0[1-9]|1[0-2])$", "a month such as 2026-12")]

Audience = Literal["official", "staff", "pupil", "pupil-run", "parent", "account", "process"]
"""Whom a clause binds: kinds of account that post, the setting-up of accounts, or management."""

Enforcement = Literal[
    "automatic", "heuristic", "account-file", "sign-off", "not-checkable", "governance"
]


class PolicyRole(Document):
    """A role that the policy names, and what it is for; the configuration says who holds it.

    `also` are other words for it that people write into the accounts file.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    title: str
    also: tuple[str, ...] = ()
    duty: str | None = None


class RelatedDocument(Document):
    """Another document that the policy leans on.

    `listed` is whether the policy's own list of related documents has it; `clauses` lean on it.
    """

    title: str
    address: str | None = None
    version: str | None = None
    review_due: Month | None = None
    supplied: bool = False
    listed: bool = True
    clauses: tuple[str, ...] = ()


class Interpretation(Document):
    """A vague place of the policy, the ways to read it, and the way taken unless one is chosen.

    Each option says what it leads to; `why` says why the default is the default.
    """

    id: Identifier
    clause: str
    question: str
    options: Annotated[dict[Identifier, str], Field(min_length=2)]
    default: str
    why: str


class PolicyFile(Document):
    """`policy.yaml`: what the policy says of itself. `review_every` is in months."""

    schema_address: str | None = Field(default=None, alias="$schema")
    id: Identifier
    title: str
    organisation: str | None = None
    extends: Identifier | None = None
    last_review: Month | None = None
    review_due: Month | None = None
    review_every: Annotated[int, Field(ge=1, le=240)] | None = None
    roles: tuple[PolicyRole, ...] = ()
    related: tuple[RelatedDocument, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    sign_offs: SignOffTerms | None = None
    waivers: WaiverTerms | None = None

    @property
    def next_review(self) -> str | None:
        """The month of the next review: as written, else counted from the last one."""
        if self.review_due or not (self.last_review and self.review_every):
            return self.review_due
        year, month = (int(part) for part in self.last_review.split("-"))
        months = year * 12 + month - 1 + self.review_every
        return f"{months // 12}-{months % 12 + 1:02}"


class Clause(Document):
    """One duty of the policy, in our words."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$")]
    section: str
    duty: str
    binds: tuple[Audience, ...]
    enforcement: tuple[Enforcement, ...]
    how: str
    limit: str | None = None
    not_yet: bool = Field(default=False, alias="not-yet")
    waivable: bool = True


class ClausesFile(Document):
    """One file of `clauses/`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    clauses: tuple[Clause, ...]


class RuleFix(Document):
    """A repair of the text that broke the rule. `replace` has the same slots as the message."""

    replace: str
    safety: Literal["safe", "review", "show"]


def _as_draft(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


TestDraft = Annotated[Draft, BeforeValidator(_as_draft)]


class TestFact(Document):
    """A fact that a test gives instead of having a picture looked at."""

    kind: str
    surface: str = "media[0]"
    text: str | None = None
    box: tuple[int, int, int, int] | None = None
    score: float | None = None
    attributes: dict[str, str] = Field(default_factory=dict)


class TestMissing(Document):
    """A kind of fact that a test says could not be had."""

    kind: str
    surface: str = "media[0]"
    because: str = "the test says so"


class RuleTest(Document):
    """One example beside a rule: exactly one of pass, fail and unknown holds the draft.

    With `account` it is an account that is judged, and the draft's text says what is shown by it.
    `signed` gives who has signed which clause, as if their sign-offs were bound to the example.
    """

    passes: TestDraft | None = Field(default=None, alias="pass")
    fails: TestDraft | None = Field(default=None, alias="fail")
    unknown: TestDraft | None = None
    match: str | None = None
    facts: tuple[TestFact, ...] = ()
    missing: tuple[TestMissing, ...] = ()
    account: Account | None = None
    signed: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    interpretations: dict[str, str] = Field(default_factory=dict)
    on: Day | None = None

    @property
    def draft(self) -> Draft:
        """The example; the loader has refused a test without one."""
        return next(item for item in (self.passes, self.fails, self.unknown) if item is not None)

    @property
    def expected(self) -> Literal["pass", "fail", "unknown"]:
        """What the rule must answer."""
        if self.fails is not None:
            return "fail"
        return "unknown" if self.unknown is not None else "pass"


class RuleSweep(Document):
    """How a rule speaks of a post that is published already; it has the slots of the message."""

    message: str
    remedy: str
    severity: Severity = "error"


class RuleReading(Document):
    """What is otherwise about a rule under one option of an interpretation.

    `where` and `with` are added to those of the rule; the other keys replace.
    """

    where: dict[str, Any] = Field(default_factory=dict)
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    severity: Severity | None = None
    message: str | None = None
    remedy: str | None = None


class RuleEntry(Document):
    """One rule as it is written. rules.py turns it into a rule that can be run.

    A sign-off of its clause answers a `signable` rule, however severe it is.
    """

    id: Identifier
    clause: str
    also: tuple[str, ...] = ()
    given: str
    where: dict[str, Any] = Field(default_factory=dict)
    check: str
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    severity: Severity
    message: str
    remedy: str
    on_unknown: Severity | None = Field(default=None, alias="on-unknown")
    readings: dict[Identifier, dict[Identifier, RuleReading]] = Field(default_factory=dict)
    signable: bool = False
    why: str | None = None
    fix: RuleFix | None = None
    sweep: RuleSweep | None = None
    tests: tuple[RuleTest, ...]


class RulesFile(Document):
    """One file of `rules/`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    rules: tuple[RuleEntry, ...]


class TestSetting(Document):
    """`tests.yaml`: the invented world in which the examples beside the rules are checked."""

    today: Day
    config: Config = Config()
    people: tuple[Person, ...] = ()
    do_not_feature: tuple[NotFeatured, ...] = ()
    accounts: tuple[Account, ...] = ()
