"""The tables in `lint/` of a pack: what is known against the policy (docs/policy-lint.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from postcheck.documents.model import Day, Document, Form
from postcheck.policy.model import Identifier

Since = Annotated[
    str,
    Form(
        r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        "a year, a month or a day, such as 2018, 2018-05 or 2018-05-25",
    ),
]
Source = Annotated[str, Form(r"^https?://\S+$", "the web address where it is said, with https://")]
Words = Annotated[str, Form(r"\w", "at least one word")]
Place = Annotated[
    str,
    Form(
        r"^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+(/\S*)?$",
        "a host in small letters, such as old.example or old.example/page, without https://",
    ),
]

TERM = "{term}"
"""Where a form of definition has the term."""


class Outdated(Document):
    """Something that has another name today, or is no more: since when, and where that is said.

    `replacement` is what to write instead, in words that can follow “Instead:”.
    """

    id: Identifier
    since: Since
    because: str
    replacement: str
    source: Source
    as_of: Day


class OutdatedName(Outdated):
    """A law, body, service or guidance under the name that it no longer has.

    `also` are other ways to write the name; in `exceptions` the name does not count.
    """

    name: Words
    sort: Literal["law", "body", "service", "guidance"]
    also: tuple[Words, ...] = ()
    exceptions: tuple[Words, ...] = ()


class OutdatedAddress(Outdated):
    """A host, or a host with the beginning of a path, that leads nowhere or elsewhere."""

    address: Place


class Cited(Document):
    """A name or an address that the policy's own text has, and the clauses that have it."""

    text: Words
    clauses: tuple[str, ...] = ()


class Contradiction(Document):
    """Clauses that ask for what cannot all be kept. `reading` says what we hold meanwhile."""

    id: Identifier
    clauses: Annotated[tuple[str, ...], Field(min_length=2)]
    why: str
    reading: str | None = None

    @field_validator("clauses")
    @classmethod
    def _different(cls, clauses: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(clauses)) != len(clauses):
            raise ValueError("a contradiction is between different clauses")
        return clauses


class Term(Document):
    """A term that clauses use without saying what it means; `expected` is what would say it.

    `also` are other ways to write it in the policy's text.
    """

    id: Identifier
    term: Words
    also: tuple[Words, ...] = ()
    clauses: Annotated[tuple[str, ...], Field(min_length=1)]
    expected: str


class Silence(Document):
    """A subject on which the policy says nothing, unless its text has one of the `words`."""

    id: Identifier
    subject: str
    why: str
    words: Annotated[tuple[Words, ...], Field(min_length=1)]


class Remark(Document):
    """Something else to be mended. With `words` it is looked for in the policy's text."""

    id: Identifier
    sort: Literal["open-question", "several-duties", "borrowed-wording", "form", "concern"]
    about: str
    why: str
    clauses: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


TableName = Literal[
    "cited_names",
    "cited_addresses",
    "outdated_names",
    "outdated_addresses",
    "definitions",
    "contradictions",
    "terms",
    "silences",
    "remarks",
]


class LintTables(Document):
    """What is known against the policy itself, table by table."""

    cited_names: tuple[Cited, ...] = ()
    cited_addresses: tuple[Cited, ...] = ()
    outdated_names: tuple[OutdatedName, ...] = ()
    outdated_addresses: tuple[OutdatedAddress, ...] = ()
    definitions: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    terms: tuple[Term, ...] = ()
    silences: tuple[Silence, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @field_validator("definitions")
    @classmethod
    def _around_a_term(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        for form in forms:
            if form.count(TERM) != 1 or form.strip() == TERM:
                raise ValueError(f"`{form[:40]}` must be words around one {TERM}")
        return forms


class LintFile(LintTables):
    """One file of `lint/`. What a later pack says of the same id counts.

    `replaces` names the tables of earlier packs of which nothing shall remain.
    """

    schema_address: str | None = Field(default=None, alias="$schema")
    replaces: tuple[TableName, ...] = ()
