"""What stands near a fact, in its picture or in its draft: people, the organisation, its terms."""

from __future__ import annotations

from collections.abc import Iterator

from postcheck.checks.case import Case
from postcheck.drafts.surfaces import declared
from postcheck.facts.model import Fact

REACH = 160
"""Code points between a fact and a name that belongs to it: about two sentences."""


def pupil_near(case: Case, fact: Fact) -> bool:
    """Whether a pupil of the register is named near the fact or declared in its picture."""
    if any(person.attributes.get("role") == "pupil" for person in _named_near(case, fact)):
        return True
    medium = case.medium_of(fact)
    return medium is not None and any(_is_pupil(case, code) for code in medium.people)


def registered_near(case: Case, fact: Fact) -> bool:
    """Whether anyone of the register is named near the fact."""
    return any(person.attributes.get("person") for person in _named_near(case, fact))


def name_near(case: Case, fact: Fact) -> bool:
    """Whether anyone is named near the fact, public figures apart."""
    return any(True for _ in _named_near(case, fact))


def term_released(case: Case, fact: Fact) -> bool:
    """Whether a confidential term of the configuration is public on the publishing day."""
    term = str(fact.attributes.get("term") or "").casefold()
    days = [
        entry.public_from
        for entry in case.setting.config.confidential_terms
        if entry.term.casefold() == term
    ]
    return bool(days) and all(day is not None and day <= case.day for day in days)


def pupil_declared(case: Case) -> bool:
    """Whether a pupil is declared in any picture of the draft."""
    return any(_is_pupil(case, code) for medium in case.draft.media for code in medium.people)


def names_organisation(case: Case) -> bool:
    """Whether the draft's own words hold a name or a domain of the organisation."""
    ours = case.setting.config.organisation
    names = [f" {' '.join(_words(name))} " for name in (*ours.names, *ours.domains) if name.strip()]
    texts = [f" {' '.join(_words(surface.text))} " for surface in declared(case.draft)]
    return any(name in text for name in names for text in texts)


def child_assent(case: Case, fact: Fact) -> str | None:
    """What the child itself says of pictures: `no` where any record says so, else `yes`.

    `unknown` where nothing is recorded; None where the fact's person is not on the register.
    """
    person = case.setting.register.get(str(fact.attributes.get("person") or ""))
    if person is None:
        return None
    said = {consent.child_assent for consent in person.consents if consent.purpose == "image"}
    return "no" if "no" in said else "yes" if "yes" in said else "unknown"


def _is_pupil(case: Case, code: str) -> bool:
    person = case.setting.register.get(code)
    return person is not None and person.role == "pupil"


def _named_near(case: Case, fact: Fact) -> Iterator[Fact]:
    for person in case.facts.of("text.person"):
        public = bool(person.attributes.get("public_figure"))
        if person.surface == fact.surface and not public and _apart(person, fact) <= REACH:
            yield person


def _apart(one: Fact, other: Fact) -> int:
    """Code points between two facts of one surface; 0 where either stands for all of it."""
    if one.end is None or other.end is None:
        return 0
    return max((one.start or 0) - other.end, (other.start or 0) - one.end, 0)


def _words(text: str) -> list[str]:
    spaced = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return spaced.split()
