"""`on-list`: a field of the given fact must, or must not, be on a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.config.model import VerifiedLink
from postcheck.facts.model import Fact
from postcheck.policy.lists import ListFile

FROM_CONFIGURATION = ("verified-links", "approved-hashtags", "blocked-hashtags", "own-devices")
"""Lists of an organisation's configuration; they add to the policy's own of the same id."""


class OnListOptions(Options):
    """Which list (or lists), which field, and whether the field must be on it.

    `compare: host` finds a host and its subdomains, `hashtag` ignores the sign and letter case,
    `text` ignores letter case.
    """

    list: str | tuple[str, ...]
    field: str = "text"
    must: Literal["be-on", "not-be-on"]
    compare: Literal["host", "hashtag", "text"] = "text"

    def names(self) -> tuple[str, ...]:
        """The lists' ids."""
        return (self.list,) if isinstance(self.list, str) else self.list


def judge(fact: Fact, options: OnListOptions, case: Case) -> Answer:
    """Look the field up on the lists."""
    value = _normal(read(fact, options.field), options.compare)
    found = any(_is_on(name, value, fact, options, case) for name in options.names())
    if found is (options.must == "be-on"):
        return None
    lapsed = "verified-links" in options.names() and _lapsed(value, fact, case)
    return Failed({"value": value, "why": lapsed or "is not on the list"})


def _is_on(name: str, value: str, fact: Fact, options: OnListOptions, case: Case) -> bool:
    config = case.setting.config
    if name == "verified-links" and any(
        _covers(entry, value, read(fact, "path")) and _current(entry, case.day)
        for entry in config.verified_links
    ):
        return True
    entries: Iterable[str] = ()
    if name == "approved-hashtags":
        entries = config.hashtags.approved
    elif name == "blocked-hashtags":
        entries = config.hashtags.blocked
    elif name == "own-devices":
        entries = config.organisation.devices
    listed: ListFile | None = case.setting.lists.get(name)
    normal = {
        _normal(entry, options.compare) for entry in (*entries, *(listed.entries if listed else ()))
    }
    if options.compare == "host":
        return any(ending in normal for ending in _endings(value))
    return value in normal


def _endings(host: str) -> Iterable[str]:
    labels = host.split(".")
    return (".".join(labels[index:]) for index in range(len(labels)))


def _normal(text: str, compare: str) -> str:
    folded = text.strip().casefold()
    if compare == "hashtag":
        return folded.lstrip("#＃")
    return folded.rstrip(".").removeprefix("www.") if compare == "host" else folded


def _covers(entry: VerifiedLink, host: str, path: str) -> bool:
    named = _normal(entry.host, "host")
    if host != named and not host.endswith(f".{named}"):
        return False
    scope = (entry.path or "").strip("/")
    here = path.split("?")[0].split("#")[0].strip("/")
    return not scope or here == scope or here.startswith(f"{scope}/")


def _current(entry: VerifiedLink, day: date) -> bool:
    return entry.reverify_by is None or entry.reverify_by >= day


def _lapsed(host: str, fact: Fact, case: Case) -> str | None:
    dates = [
        entry.reverify_by
        for entry in case.setting.config.verified_links
        if _covers(entry, host, read(fact, "path")) and entry.reverify_by
    ]
    return f"was to be checked again by {max(dates).isoformat()}" if dates else None


def refers(options: OnListOptions) -> tuple[Reference, ...]:
    """The lists, except those of the configuration."""
    return tuple(("list", name) for name in options.names() if name not in FROM_CONFIGURATION)


CHECK = Check(
    "on-list",
    "A field of the given thing must, or must not, be on a list.",
    OnListOptions,
    judge,
    slots=frozenset({"value", "why"}),
    refers=refers,
)
