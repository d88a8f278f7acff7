"""What cannot all be true of one person of the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postcheck.people.register import Consent, Person

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What disagrees, the place of it inside the person, and what to do."""

    place: Place
    message: str
    remedy: str


def contradictions(person: Person) -> Iterator[Contradiction]:
    """Everything in which the record of one person disagrees with itself.

    A consent beside a refusal is none: the refusal wins. Nothing that is said quotes the record.
    """
    born = person.birth_date
    if born is not None and person.left_on is not None and person.left_on < born:
        message = "the person left before being born"
        yield Contradiction(("left_on",), message, "correct `left_on` or `birth_date`")
    answers: dict[tuple[object, ...], str] = {}
    for index, consent in enumerate(person.consents):
        place = ("consents", index)
        yield from _in_consent(person, consent, place)
        if consent.evidence is None or consent.decision == "pending":
            continue
        form = (consent.purpose, consent.channel.casefold(), consent.evidence, consent.decided_on)
        if answers.setdefault(form, consent.decision) != consent.decision:
            message = "one form is recorded with two answers for one purpose, channel and day"
            remedy = "look at the form and keep the answer that it gives"
            yield Contradiction((*place, "decision"), message, remedy)


def _in_consent(person: Person, consent: Consent, place: Place) -> Iterator[Contradiction]:
    decided, born = consent.decided_on, person.birth_date
    if decided is not None and consent.expires_on is not None and consent.expires_on < decided:
        message = "the consent expires before the day on which it was decided"
        remedy = "correct `expires_on` or `decided_on`"
        yield Contradiction((*place, "expires_on"), message, remedy)
    if decided is not None and born is not None and decided < born:
        message = "the consent was decided before the person was born"
        remedy = "correct `decided_on` or `birth_date`"
        yield Contradiction((*place, "decided_on"), message, remedy)
    if consent.given_by == "pupil" and person.role != "pupil":
        message = "the consent was given by a pupil, and the person is none"
        remedy = "write `self` for an adult's own consent, or correct `role`"
        yield Contradiction((*place, "given_by"), message, remedy)
