"""Facts of an account: how it is run, its email address, and what the public sees of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import SplitResult, urlsplit

from postcheck.checks.accounts import canonical_role, head_count, permission_role, roles_of_all
from postcheck.checks.case import Case
from postcheck.config.model import listed
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact, Missing, Value
from postcheck.people.accounts import Account, Credentials, Moderation, Profile

SURFACE = "account"
_SOURCE = "account/1"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def account_facts(case: Case, *, profile_alone: bool) -> Iterator[Fact | Missing]:
    """Everything that is known of an account; what a profile alone cannot tell is missing."""
    yield _profile(case)
    if profile_alone:
        because = "a profile alone does not tell who runs the account; `--account` says whose it is"
        yield Missing("account.record", SURFACE, because)
        yield Missing("account.email", SURFACE, because)
        return
    yield _record(case)
    ours = case.setting.config.organisation
    if case.account.email and not (ours.domains or ours.emails):
        because = "the configuration names no domains of the organisation"
        yield Missing("account.email", SURFACE, because)
    else:
        yield _email(case)


def account_surfaces(account: Account) -> Iterator[Surface]:
    """The texts that the public sees of an account."""
    profile = account.profile or Profile()
    for name in ("name", "bio", "employer"):
        text = getattr(profile, name)
        if text:
            yield Surface(name, text)
    for name in ("links", "about_links"):
        for index, link in enumerate(getattr(profile, name)):
            yield Surface(f"{name}[{index}]", link)


def _fact(kind: str, attributes: dict[str, Value]) -> Fact:
    return Fact(kind, SURFACE, source=_SOURCE, attributes=attributes)


def _record(case: Case) -> Fact:
    account = case.account
    credentials = account.credentials or Credentials()
    moderation = account.moderation or Moderation()
    watched = account.last_monitored
    custodian = credentials.custodian_role
    approvers = listed(account.approved_by or ())
    return _fact(
        "account.record",
        {
            "address": account.handle or account.url,
            "created_by_role": account.created_by_role
            and canonical_role(account.created_by_role, case),
            "approved_by": ", ".join(approvers) or None,
            "approved_on": _day(account.approved_on),
            "approver_roles": roles_of_all(approvers, case),
            "approvers": head_count(approvers, case),
            "owner": account.owner,
            "deputy": account.deputy,
            "last_monitored": _day(watched),
            "days_since_monitored": (case.day - watched).days if watched else None,
            "permission_role": permission_role(account, case),
            "custodian_role": custodian and canonical_role(custodian, case),
            "access_roles": roles_of_all((*account.access_roles, *listed(custodian or ())), case),
            "last_rotated": _day(credentials.last_rotated),
            "vault_ref": credentials.vault_ref,
            "comments": moderation.comments,
            "moderators": len(moderation.moderators) or None,
            "escalation": len(moderation.escalation) or None,
            "logo_permission": bool(account.logo_permission),
            "two_factor": account.two_factor,
            "login_alerts": account.login_alerts,
        },
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _email(case: Case) -> Fact:
    ours = case.setting.config.organisation
    written = (case.account.email or "").strip().casefold()
    host = written.rpartition("@")[2]
    own = written in {email.casefold() for email in ours.emails} or _under(host, ours.domains)
    shared = any(
        (other.email or "").strip().casefold() == written
        for other in case.setting.accounts.values()
        if other.kind in ("staff", "parent") and other.id != case.account.id
    )
    return _fact(
        "account.email",
        {"address": case.account.email, "own": own, "shared": bool(written) and shared},
    )


def _profile(case: Case) -> Fact:
    profile = case.account.profile or Profile()
    bio = profile.bio or ""
    label, missing = _label(case, f"{profile.name or ''}\n{bio}")
    limit = _limit(case)
    room = None if limit is None else limit - len(bio)
    written = [str(link.attributes.get("url") or "") for link in case.facts.of("text.link")]
    links = (*profile.links, *profile.about_links, *written)
    about = profile.about_links or (*profile.links, *written)
    return _fact(
        "account.profile",
        {
            "name": profile.name,
            "employer": profile.employer,
            "says": "\n".join(filter(None, (profile.name, bio))) or None,
            "label": label,
            "room": room,
            "room_for_label": room is None or room > len(missing),
            "policies": _policies(links, case),
            "about_policies": _policies(about, case),
            "own_links": _own(links, case),
            "own_about_links": _own(about, case),
            "length": len(bio),
        },
    )


def _label(case: Case, text: str) -> tuple[str | None, str]:
    """The label that a profile states, and the shortest that it might."""
    labels = case.setting.entries_for("account-labels")
    flat = "".join(text.casefold().split())
    stated = next((label for label in labels if "".join(label.casefold().split()) in flat), None)
    return stated, min(labels, key=len, default="")


def _limit(case: Case) -> int | None:
    """How long a profile's text may be on the account's platform, where that is known."""
    platform = case.platforms.get((case.account.platform or "").casefold())
    figure = platform.limits.get("bio") if platform else None
    return figure.value if figure else None


def _policies(links: Sequence[str], case: Case) -> tuple[str, ...]:
    """The policies whose page, by the configuration, is among the links."""
    there = {_bare(link) for link in links}
    pages = case.setting.config.organisation.policy_pages
    return tuple(
        name for name, written in pages.items() if there & set(map(_bare, listed(written)))
    )


def _own(links: Sequence[str], case: Case) -> str:
    """Paths of links to the organisation's own site; none where the policies' pages are known."""
    ours = case.setting.config.organisation
    if ours.policy_pages:
        return ""
    parts = [part for link in links if (part := _split(link)) is not None]
    return " ".join(part.path for part in parts if _under(part.hostname or "", ours.domains))


def _split(link: str) -> SplitResult | None:
    try:
        return urlsplit(link if _SCHEME.match(link) else f"//{link}")
    except ValueError:  # it cannot be an address; what is wrong with it is for other rules
        return None


def _bare(link: str) -> str:
    """An address without what makes no difference: scheme, `www.`, letter case, a last slash."""
    return _SCHEME.sub("", link.strip()).casefold().removeprefix("www.").rstrip("/")


def _under(host: str, domains: Sequence[str]) -> bool:
    names = [domain.casefold().removeprefix("www.") for domain in domains]
    return any(host == name or host.endswith(f".{name}") for name in names)
