"""The register: people with roles, names and consents (contract: Register)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import BeforeValidator, Field

from postcheck.documents.model import Day, Document

Role = Literal["pupil", "staff", "parent", "visitor", "public"]
Purpose = Literal["image", "full_name", "achievement", "video", "biometric"]
Decision = Literal["yes", "no", "withdrawn", "pending"]


def _decided(value: object) -> object:
    # the contract: blank, pending and unknown are no consent
    word = value.strip().casefold() if isinstance(value, str) else value
    return "pending" if word in (None, "", "unknown") else word


def _in_writing(value: object) -> object:
    word = value.strip().casefold() if isinstance(value, str) else value
    return "no" if word in (None, "", "unknown") else word


class Consent(Document):
    """One recorded decision for one purpose and channel."""

    purpose: Purpose
    channel: str = "any"
    decision: Annotated[Decision, BeforeValidator(_decided)] = "pending"
    written: Annotated[Literal["yes", "no"], BeforeValidator(_in_writing)] = "no"
    given_by: Literal["parent", "pupil", "self"] | None = None
    decided_on: Day | None = None
    expires_on: Day | None = None
    evidence: str | None = None
    competence_assessed_by: str | None = None
    competence_assessed_on: Day | None = None
    child_assent: Literal["yes", "no", "unknown"] | None = None
    survives_leaving: bool | None = None


class Person(Document):
    """One person, known in reports by code alone."""

    code: Annotated[str, Field(min_length=1)]
    role: Role
    first_name: str | None = None
    known_as: str | None = None
    other_names: tuple[str, ...] = ()
    surname: str | None = None
    year: str | None = None
    left_on: Day | None = None
    birth_date: Day | None = None
    handles: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()


class RegisterFile(Document):
    """A register in YAML: a list under `people`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    people: tuple[Person, ...] = ()


class Period(Protocol):
    """Some days."""

    def holds(self, on: date) -> bool:
        """Whether a day is one of them."""
        ...


@dataclass(frozen=True, slots=True)
class Register:
    """Every person of the register, by code; `path` is where it was read, None for none.

    `not_featured` holds the days on which people are on the organisation's do-not-feature list.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    path: str | None = None
    not_featured: Mapping[str, Sequence[Period]] = field(default_factory=dict)

    def get(self, code: str) -> Person | None:
        """The person with this code, or None."""
        return self.people.get(code)

    def features(self, code: str, on: date) -> bool:
        """Whether the person may be featured on a day, as far as the do-not-feature list says."""
        return not any(period.holds(on) for period in self.not_featured.get(code, ()))
