"""The register: people with roles, names and consents (contract: Register)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from postcheck.documents.model import Document

Role = Literal["pupil", "staff", "parent", "visitor", "public"]
Purpose = Literal["image", "full_name", "achievement", "video", "biometric"]
Decision = Literal["yes", "no", "withdrawn", "pending"]


class Consent(Document):
    """One recorded decision for one purpose and channel."""

    purpose: Purpose
    channel: str = "any"
    decision: Decision = "pending"
    written: Literal["yes", "no"] = "no"
    given_by: Literal["parent", "pupil", "self"] | None = None
    decided_on: date | None = None
    expires_on: date | None = None
    evidence: str | None = None
    competence_assessed_by: str | None = None
    competence_assessed_on: date | None = None
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
    left_on: date | None = None
    birth_date: date | None = None
    handles: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """Every person of the register, by code; `path` is where it was read, None for none."""

    people: Mapping[str, Person] = field(default_factory=dict)
    path: str | None = None

    def get(self, code: str) -> Person | None:
        """The person with this code, or None."""
        return self.people.get(code)
