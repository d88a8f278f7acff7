"""The keys of `postcheck.yaml` (contract: Configuration)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from postcheck.documents.model import Day, Document

Severity = Literal["error", "warning", "info"]


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """One name, or several, as several."""
    return (value,) if isinstance(value, str) else tuple(value)


class Organisation(Document):
    """Who we are: what counts as our own name, address and contact details."""

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    mottos: tuple[str, ...] = ()
    media_handles: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    policy_pages: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)


class Hashtags(Document):
    """Approved and blocked hashtags; with `strict` every other tag is refused."""

    strict: bool = False
    approved: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


class VerifiedLink(Document):
    """A site that somebody has checked: the host, its subdomains, and optionally a path."""

    host: str
    path: str | None = None
    verified_by: str | None = None
    verified_on: Day | None = None
    reverify_by: Day | None = None
    evidence: str | None = None


class ConfidentialTerm(Document):
    """A term that may not be published before a date, or ever."""

    term: Annotated[str, Field(min_length=1)]
    public_from: Day | None = None


class RuleSetting(Document):
    """What an organisation changes about one rule."""

    enabled: bool = True
    severity: Severity | None = None


class Override(Document):
    """Rule settings for some accounts, or for some folders given as glob patterns."""

    accounts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    rules: dict[str, RuleSetting]


class FaceMatching(Document):
    """The biometric gate: matching stays off until an impact assessment is on record."""

    enabled: bool = False
    dpia_reference: str | None = None
    portraits: str | None = None
    tolerance: Annotated[float, Field(gt=0, le=1)] = 0.5


class SignOffTerms(Document):
    """Who may sign what, how many readers a post with children needs, and who reads all of it.

    For the clauses of `whole_draft` any change of a draft ends their sign-offs.
    """

    readers_with_children: Annotated[int, Field(ge=1)] | None = None
    signed_by: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    whole_draft: tuple[str, ...] = ()


class WaiverTerms(Document):
    """How many days ahead a waiver may reach, for each severity of its rule."""

    longest: dict[Severity, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


class ConsentSetting(Document):
    """How early an end of consent is told, and from which age a pupil may consent alone."""

    warn_days: Annotated[int, Field(ge=0)] = 30
    pupil_min_age: Annotated[int, Field(ge=1, le=18)] | None = None


class Decision(Document):
    """How a vague place of the policy is read: the organisation's choice, by whom, and since when.

    Choosing what is the default anyway confirms it.
    """

    choice: str
    decided_by: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    decided_on: Day


class Site(Document):
    """A place of ours: pictures that were taken within so many metres of it show where it is."""

    name: Annotated[str, Field(min_length=1)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    metres: Annotated[float, Field(gt=0)] = 300


class Config(Document):
    """Everything an organisation may set."""

    schema_address: str | None = Field(default=None, alias="$schema")
    policy: tuple[str, ...] = ("ele",)
    policy_document: str | None = None
    register_path: str | None = Field(default=None, alias="register")
    do_not_feature: str | None = None
    consent: ConsentSetting = ConsentSetting()
    accounts: str | None = None
    account: str | None = None
    content_root: str | None = None
    ledger: str | None = None
    brand: str | None = None
    organisation: Organisation = Organisation()
    sites: tuple[Site, ...] = ()
    hashtags: Hashtags = Hashtags()
    verified_links: tuple[VerifiedLink, ...] = ()
    confidential_terms: tuple[ConfidentialTerm, ...] = ()
    roles: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    sign_offs: SignOffTerms = SignOffTerms()
    waivers: WaiverTerms = WaiverTerms()
    interpretations: dict[str, Decision] = Field(default_factory=dict)
    rules: dict[str, RuleSetting] = Field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    face_matching: FaceMatching = FaceMatching()
    ignore: tuple[str, ...] = ()
