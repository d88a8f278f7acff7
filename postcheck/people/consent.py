"""Whether someone's consent is available: for one purpose, one channel, one day.

The rules are the contract's. Refusals and withdrawals win over consents for the same channel, and
those for `any` over all; what is pending is not a consent; a refusal closes only its own channel. A
child that does not agree itself counts as a refusal, whatever the parents say.
Whoever is on the do-not-feature list counts as if everything had been refused.
Why consent is not available is for rules to choose their clause by. A refusal has no reason of its
own and hides behind those of the other consents, so that no report can tell who refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from postcheck.people.register import Consent, Person, Purpose

Reason = Literal[
    "none",  # nothing that counts is on record; refusals too
    "wrong-channel",  # there is consent for another channel only
    "expired",
    "not-written",  # a pupil's consent by word of mouth
    "pupil-without-assessment",  # nobody recorded that the pupil is able to give it
    "left",  # the person has left, and the consent does not say that it survives
]
ANY = "any"
_WRITTEN = frozenset({"image", "video", "biometric"})
"""Purposes for which a pupil's consent must be written; for a name, word of mouth is enough."""
_MEDIA = frozenset(["instagram", "facebook", "x", "tiktok", "youtube", "linkedin", "threads"])
_MORE = frozenset(["bluesky", "pinterest", "snapchat", "mastodon", "whatsapp", "flickr", "vimeo"])
_SOCIAL = _MEDIA | _MORE
_SAME = {"twitter": "x", "insta": "instagram", "fb": "facebook", "web": "website", "all": ANY}


@dataclass(frozen=True, slots=True)
class ConsentState:
    """Whether consent is available; `reason` counts only where it is not."""

    available: bool
    reason: Reason = "none"


# how near a consent comes to being available: of several, the nearest gives the reason
_NEAREST: tuple[Reason, ...] = (
    "left",
    "pupil-without-assessment",
    "not-written",
    "expired",
    "wrong-channel",
)


def consent_for(
    person: Person,
    purpose: Purpose,
    channel: str,
    on: date,
    *,
    featured: bool = True,
    written: bool = False,
) -> ConsentState:
    """Whether the person's consent for a purpose covers a channel on a day.

    The channel `any` stands for all channels: a refusal for one of them is enough to close it.
    Without `featured`, because of the do-not-feature list, nothing is available. With `written`,
    a pupil's consent must be in writing whatever it is for.
    """
    asked = canonical(channel)
    consents = [consent for consent in person.consents if consent.purpose == purpose]
    closed = [consent for consent in consents if _closes(consent, asked)]
    written = written or purpose in _WRITTEN
    faults = {
        _fault(person, consent, asked, on, written=written) for consent in _given(consents, on)
    }
    if closed or not featured:
        everywhere = not featured or any(canonical(consent.channel) == ANY for consent in closed)
        return ConsentState(False, _nearest(map(_unrefused(everywhere=everywhere), faults)))
    if None in faults:
        return ConsentState(available=True)
    return ConsentState(False, _nearest(faults))


def last_day(person: Person, purpose: Purpose, channel: str, on: date) -> date | None:
    """The last day of a consent that is available on `on`; None where no end is on record.

    It ends when it expires, and when the person leaves unless it outlasts that.
    """
    asked = canonical(channel)
    ends: list[date | None] = []
    for consent in _given([item for item in person.consents if item.purpose == purpose], on):
        if _fault(person, consent, asked, on, written=purpose in _WRITTEN) is None:
            leaving = None if consent.survives_leaving else person.left_on
            known = [day for day in (consent.expires_on, leaving) if day is not None]
            ends.append(min(known, default=None))
    lasting = [day for day in ends if day is not None]
    return max(lasting) if lasting and len(lasting) == len(ends) else None


def _given(consents: Iterable[Consent], on: date) -> Iterator[Consent]:
    """The consents that were granted by a day."""
    for consent in consents:
        granted = consent.decision == "yes" and consent.child_assent != "no"
        if granted and not _later(consent.decided_on, on):
            yield consent


def _nearest(faults: Iterable[Reason | None]) -> Reason:
    found = set(faults)
    return next((reason for reason in _NEAREST if reason in found), "none")


def _unrefused(*, everywhere: bool) -> Callable[[Reason | None], Reason | None]:
    """What is said instead of a fault where somebody refused, so that nothing tells of it.

    It is what would be said had nothing been answered for what is refused. Where that would open
    the channel, or make it the lighter case of a leaver, it is as if nobody had ever granted it.
    """
    instead: Reason = "none" if everywhere else "wrong-channel"
    return lambda fault: instead if fault in (None, "left") else fault


def canonical(channel: str) -> str:
    """A channel's one spelling: lower case, hyphens, the platform's present name."""
    name = "-".join(channel.casefold().replace("_", " ").replace("-", " ").split())
    return _SAME.get(name, name) or ANY


def _covers(written: str, asked: str) -> bool:
    channel = canonical(written)
    return channel in (ANY, asked) or (channel == "social-media" and asked in _SOCIAL)


def _closes(consent: Consent, asked: str) -> bool:
    refused = consent.decision in ("no", "withdrawn") or consent.child_assent == "no"
    return refused and (asked == ANY or _covers(consent.channel, asked))


def _later(day: date | None, on: date) -> bool:
    return day is not None and day > on


def _fault(
    person: Person, consent: Consent, asked: str, on: date, *, written: bool
) -> Reason | None:
    """What keeps a given consent from counting, or None."""
    pupil = person.role == "pupil"
    if not _covers(consent.channel, asked):
        return "wrong-channel"
    if consent.expires_on is not None and consent.expires_on < on:
        return "expired"
    if pupil and written and consent.written != "yes":
        return "not-written"
    if pupil and consent.given_by in ("pupil", "self") and not _assessed(consent, on):
        return "pupil-without-assessment"
    if person.left_on is not None and person.left_on < on and consent.survives_leaving is not True:
        return "left"
    return None


def _assessed(consent: Consent, on: date) -> bool:
    assessed = consent.competence_assessed_on
    return bool(consent.competence_assessed_by) and assessed is not None and assessed <= on
