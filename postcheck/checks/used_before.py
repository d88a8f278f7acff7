"""`used-before`: a picture that was published before may be used again only as it was then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from postcheck.checks.base import Answer, Check, Failed, Options
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.checks.on_register import in_words
from postcheck.facts.model import Fact


class UsedBeforeOptions(Options):
    """What of the earlier uses is compared with the draft.

    `channels`: each channel of the draft must be one on which the picture was. `purpose`: so must
    the draft's purpose, where purposes are on record. `only`: where uses are on record as the only
    ones that are allowed, one of them must cover the draft's channels and purpose. `remove-by`: no
    day on which an earlier post was to come down may have passed.
    """

    compare: Literal["channels", "purpose", "only", "remove-by"]


def judge(fact: Fact, options: UsedBeforeOptions, case: Case) -> Answer:
    """Compare the draft with all earlier uses of its picture, once for each picture."""
    uses = [use for use in case.facts.on(fact.kind, fact.surface) if not _of_this_draft(use, case)]
    if not uses or uses[0] is not fact:
        return None
    found = _COMPARED[options.compare](uses, case)
    if found is None:
        return None
    dates = [read(use, "date") for use in uses]
    return Failed({"date": max(dates), **found})


def _of_this_draft(use: Fact, case: Case) -> bool:
    return case.draft.id is not None and use.attributes.get("draft") == case.draft.id


def _new_channels(uses: Sequence[Fact], case: Case) -> Mapping[str, str] | None:
    earlier = _channels(uses)
    new = [channel for channel in case.channels if channel not in earlier]
    return {"channels": in_words(new), "earlier": in_words(earlier)} if new else None


def _new_purpose(uses: Sequence[Fact], case: Case) -> Mapping[str, str] | None:
    earlier = _purposes(uses)
    if not earlier or _folded(case.draft.purpose) in map(_folded, earlier):
        return None
    return {"purpose": case.draft.purpose or "no purpose given", "earlier": ", ".join(earlier)}


def _beyond(uses: Sequence[Fact], case: Case) -> Mapping[str, str] | None:
    allowed = [use for use in uses if use.attributes.get("only")]
    if not allowed or any(
        _new_channels([use], case) is None and _new_purpose([use], case) is None for use in allowed
    ):
        return None
    return {"earlier": "; ".join(_in_words(use) for use in allowed)}


def _overdue(uses: Sequence[Fact], case: Case) -> Mapping[str, str] | None:
    days = [day for use in uses if (day := read(use, "remove_by"))]
    past = [day for day in days if day < case.day.isoformat()]
    return {"until": max(past)} if past else None


_COMPARED = {
    "channels": _new_channels,
    "purpose": _new_purpose,
    "only": _beyond,
    "remove-by": _overdue,
}


def _channels(uses: Sequence[Fact]) -> list[str]:
    """The channels of all uses, each once."""
    found: dict[str, None] = {}
    for use in uses:
        channels = use.attributes.get("channels")
        found.update(dict.fromkeys(channels if isinstance(channels, tuple) else ()))
    return list(found)


def _purposes(uses: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(purpose for use in uses if (purpose := read(use, "purpose"))))


def _in_words(use: Fact) -> str:
    purpose = read(use, "purpose")
    return in_words(_channels([use])) + (f", for {purpose}" if purpose else "")


def _folded(purpose: str | None) -> str:
    return (purpose or "").strip().casefold()


CHECK = Check(
    "used-before",
    "A picture that was published before may be used again only as it was then.",
    UsedBeforeOptions,
    judge,
    slots=frozenset({"date", "channels", "purpose", "earlier", "until"}),
)
