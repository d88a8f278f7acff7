"""The organisation's accounts (contract: Accounts)."""

from __future__ import annotations

from pydantic import Field

from postcheck.documents.model import Day, Document, TruthOrText
from postcheck.drafts.model import AccountKind


class Profile(Document):
    """What the public sees of an account."""

    name: str | None = None
    bio: str | None = None
    links: tuple[str, ...] = ()
    about_links: tuple[str, ...] = ()
    employer: str | None = None


class Credentials(Document):
    """Who keeps the key; the key itself must never be here."""

    custodian_role: str | None = None
    last_rotated: Day | None = None
    vault_ref: str | None = None


class Moderation(Document):
    """How comments are handled."""

    comments: str | None = None
    moderators: tuple[str, ...] = ()
    escalation: tuple[str, ...] = ()


class Permission(Document):
    """Permission for an account that others run in the organisation's name.

    `by` is the code of who gave it, `role` in which role. `managing_partner` says the same in one:
    `"yes"`, `"no"`, or their code.
    """

    by: str | None = None
    role: str | None = None
    on: Day | None = None
    managing_partner: TruthOrText | None = None

    def __bool__(self) -> bool:
        """Whether it was given; one that was asked for and declined is none."""
        return self.managing_partner is not False


class Account(Document):
    """One account on one platform."""

    id: str
    kind: AccountKind = "official"
    platform: str | None = None
    handle: str | None = None
    url: str | None = None
    email: str | None = None
    created_by_role: str | None = None
    approved_by: str | tuple[str, ...] | None = None
    approved_on: Day | None = None
    owner: str | None = None
    deputy: str | None = None
    publishers: tuple[str, ...] = ()
    access_roles: tuple[str, ...] = ()
    last_monitored: Day | None = None
    permission: Permission | TruthOrText | None = None
    profile: Profile | None = None
    credentials: Credentials | None = None
    moderation: Moderation | None = None
    logo_permission: TruthOrText | None = None
    two_factor: bool | None = Field(default=None, alias="2fa")
    login_alerts: bool | None = None


class AccountsFile(Document):
    """The accounts file: a list under `accounts`."""

    schema_address: str | None = Field(default=None, alias="$schema")
    accounts: tuple[Account, ...] = ()
