"""`on-list`: a field of the given fact must, or must not, be on a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.config.model import Config, VerifiedLink
from postcheck.facts.model import Fact

VERIFIED = "config.verified-links"
_FROM_CONFIGURATION: Mapping[str, Callable[[Config], Iterable[str]]] = {
    "config.approved-hashtags": lambda config: config.hashtags.approved,
    "config.blocked-hashtags": lambda config: config.hashtags.blocked,
    "config.devices": lambda config: config.organisation.devices,
}
"""Lists of an organisation's configuration; a rule names them beside those of the policy."""


class OnListOptions(Options):
    """Which list (or lists), which field, and whether the field must be on it.

    `compare: host` finds a host and its subdomains, `hashtag` ignores the sign and letter case,
    `text` ignores letter case. With `days`, an entry of `config.verified-links` counts only that
    long after the day on which it was verified, and not at all where that day is not told.
    """

    list: str | tuple[str, ...]
    field: str = "text"
    must: Literal["be-on", "not-be-on"]
    compare: Literal["host", "hashtag", "text"] = "text"
    days: Annotated[int, Field(ge=1)] | None = None

    def names(self) -> tuple[str, ...]:
        """The lists' ids."""
        return (self.list,) if isinstance(self.list, str) else self.list


def judge(fact: Fact, options: OnListOptions, case: Case) -> Answer:
    """Look the field up on the lists."""
    value = _normal(read(fact, options.field), options.compare)
    found = any(_is_on(name, value, fact, options, case) for name in options.names())
    if found is (options.must == "be-on"):
        return None
    lapsed = VERIFIED in options.names() and _lapsed(value, fact, options, case)
    return Failed({"value": value, "why": lapsed or "is not on the list"})


def _is_on(name: str, value: str, fact: Fact, options: OnListOptions, case: Case) -> bool:
    if name == VERIFIED:
        return any(
            _covers(entry, value, read(fact, "path")) and _current(entry, options, case.day)
            for entry in case.setting.config.verified_links
        )
    normal = {_normal(entry, options.compare) for entry in _entries(name, case)}
    if options.compare == "host":
        return any(ending in normal for ending in _endings(value))
    return value in normal


def _entries(name: str, case: Case) -> Iterable[str]:
    if name in _FROM_CONFIGURATION:
        return _FROM_CONFIGURATION[name](case.setting.config)
    return case.setting.lists[name].entries


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


def _current(entry: VerifiedLink, options: OnListOptions, day: date) -> bool:
    last = _last_day(entry, options)
    return last is None or last >= day


def _last_day(entry: VerifiedLink, options: OnListOptions) -> date | None:
    """The last day on which an entry counts; None where it has no end."""
    if options.days is None:
        return entry.reverify_by
    since = entry.verified_on
    longest = since + timedelta(days=options.days) if since else date.min
    return min(longest, entry.reverify_by or longest)


def _lapsed(host: str, fact: Fact, options: OnListOptions, case: Case) -> str | None:
    ends = [
        _last_day(entry, options)
        for entry in case.setting.config.verified_links
        if _covers(entry, host, read(fact, "path"))
    ]
    known = [end for end in ends if end not in (None, date.min)]
    if known:
        return f"was to be checked again by {max(known).isoformat()}"
    return "is on the list without the day on which it was checked" if ends else None


def refers(options: OnListOptions) -> tuple[Reference, ...]:
    """The lists, except those of the configuration."""
    known = (VERIFIED, *_FROM_CONFIGURATION)
    return tuple(("list", name) for name in options.names() if name not in known)


CHECK = Check(
    "on-list",
    "A field of the given thing must, or must not, be on a list.",
    OnListOptions,
    judge,
    slots=frozenset({"value", "why"}),
    refers=refers,
)
