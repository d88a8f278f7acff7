"""The headings of a register table, in the many spellings of school exports."""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from postcheck.people.consent import canonical
from postcheck.people.register import Purpose


class ConsentColumn(NamedTuple):
    """A column of the wide form: one consent, for one channel or for any."""

    purpose: Purpose
    channel: str


_PERSON = {
    "code": ("id", "person", "person code", "person id", "pupil id", "pupil code", "reference"),
    "role": ("type",),
    "first_name": ("forename", "given name", "legal forename", "first"),
    "known_as": ("preferred name", "preferred forename", "nickname"),
    "other_names": ("middle name", "middle names", "former names", "aliases"),
    "surname": ("last name", "family name", "legal surname", "last"),
    "year": ("year group", "nc year", "national curriculum year"),
    "left_on": ("leaving date", "date of leaving", "leaver date", "left"),
    "birth_date": ("date of birth", "dob", "birthday", "born"),
    "handles": ("handle", "usernames", "username"),
}
_CONSENT = {
    "purpose": ("consent type",),
    "channel": ("platform",),
    "decision": ("consent", "answer", "response"),
    "written": ("in writing",),
    "given_by": ("consent given by",),
    "decided_on": ("decision date", "date of consent", "consent date"),
    "expires_on": ("expires", "expiry", "expiry date", "valid until"),
    "evidence": ("form",),
    "competence_assessed_by": (),
    "competence_assessed_on": (),
    "child_assent": (),
    "survives_leaving": (),
}
_ONE_CONSENT = ("purpose", "channel", "decision")
PERSON_COLUMNS = frozenset(_PERSON)
CONSENT_COLUMNS = frozenset(_CONSENT)
SHARED_COLUMNS = CONSENT_COLUMNS.difference(_ONE_CONSENT)
"""Columns that, in the wide form, hold for every consent of their row."""
_NAMES = {
    re.sub("_", " ", spelling): name
    for table in (_PERSON, _CONSENT)
    for name, others in table.items()
    for spelling in (name, *others)
}
_PURPOSE = re.compile(
    r"(?:(?P<full_name>full name|name in full)"
    r"|(?P<image>images?|photos?|photographs?|photography|pictures?)"
    r"|(?P<video>videos?|films?|filming)"
    r"|(?P<achievement>achievements?)"
    r"|(?P<biometric>biometrics?))\b"
)
_FILLING = re.compile(r"\b(consents?|permissions?|given|to|for|on|the|of|use|in|school|our)\b")
_CONSENTISH = re.compile(
    r"\b(consent|permission|image|photo|picture|video|film|biometric|full name)", re.IGNORECASE
)


def plain(heading: str) -> str:
    """A heading in lower case, with single spaces and no signs."""
    return " ".join(re.sub(r"[^\w]+|_", " ", heading.casefold()).split())


def known_column(heading: str) -> str | None:
    """The field that a heading names, in any spelling, or None."""
    return _NAMES.get(plain(heading))


def consent_column(heading: str) -> ConsentColumn | None:
    """The consent that a heading of the wide form names, or None: `Photo - Website`."""
    words = " ".join(_FILLING.sub(" ", plain(heading)).split())
    found = _PURPOSE.match(words)
    if found is None or found.lastgroup is None:
        return None
    rest = words[found.end() :]
    if _PURPOSE.search(rest):  # "photo and video": one answer to two questions
        return None
    purpose = next(name for name in get_args(Purpose) if name == found.lastgroup)
    return ConsentColumn(purpose, canonical(rest))


def sounds_like_consent(heading: str) -> bool:
    """Whether a heading that was not understood may hold consents."""
    return bool(_CONSENTISH.search(plain(heading)))
