"""What sign-offs are bound to: the draft, the bytes of its media, and the consents that matter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from postcheck.checks.case import Case
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import declared
from postcheck.people.consent import consent_for
from postcheck.people.ours import plain_words
from postcheck.people.register import Person, Purpose, Register

_ABOUT_THE_DRAFT = {"sign_offs", "waivers", "schema_address", "url"}
_CHUNK = 1 << 20
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Content:
    """The hash of everything, and a hash of each part by its name.

    Parts are the draft's keys, `media[0]` for the bytes of a medium, and `consent[P017]` for what
    of a person's consents matters to the draft. `unavailable` are the people of whom some consent
    that matters is not available.
    """

    sha256: str
    parts: Mapping[str, str]
    unavailable: frozenset[str]

    def short(self) -> dict[str, str]:
        """The parts as sign-offs keep them: enough to tell a change."""
        return {name: digest[:_SHORT] for name, digest in self.parts.items()}

    def changed(self, recorded: Mapping[str, str]) -> tuple[str, ...]:
        """The names of the parts that differ from those recorded, in the draft's order."""
        now = self.short()
        names = dict.fromkeys((*now, *recorded))
        return tuple(name for name in names if now.get(name) != recorded.get(name))


class Surnames:
    """Pupils by a word of their surname, so that a draft's words find them at once."""

    def __init__(self, register: Register) -> None:
        self._pupils: dict[str, list[Person]] = {}
        for person in register.people.values():
            surname = plain_words(person.surname or "")
            if person.role == "pupil" and surname:
                self._pupils.setdefault(surname[0], []).append(person)

    def named_in_full(self, draft: Draft) -> list[str]:
        """Codes of the pupils whose first name and surname both stand in the draft's words."""
        words = {word for surface in declared(draft) for word in plain_words(surface.text)}
        return sorted(
            person.code
            for word in words & self._pupils.keys()
            for person in self._pupils[word]
            if words.issuperset(plain_words(person.surname or ""))
            and any(name and words.issuperset(plain_words(name)) for name in _given_names(person))
        )


def content_of(case: Case, media: Sequence[Path], surnames: Surnames) -> Content:
    """The content of a draft on its publishing day; any later change of it changes the hash.

    A medium that cannot be read counts as absent, which is a change too. Consents count as far as
    they are available, so that no hash tells why one is not.
    """
    # without the defaults, so that a key that postcheck learns later leaves old hashes alone
    draft = case.draft.model_dump(mode="json", exclude=_ABOUT_THE_DRAFT, exclude_defaults=True)
    parts = {key: _hash(value) for key, value in draft.items()}
    for index, path in enumerate(media):
        parts[f"media[{index}]"] = _file_hash(path)
    states = dict(_consents(case, surnames))
    parts.update({f"consent[{code}]": _hash(state) for code, state in states.items()})
    unavailable = frozenset(
        code for code, state in states.items() if not all(said for _, _, said in state)
    )
    return Content(_hash(parts), parts, unavailable)


def _consents(case: Case, surnames: Surnames) -> Iterator[tuple[str, list[tuple[str, str, bool]]]]:
    """What matters of the people who are declared in pictures, or named in full in the words."""
    pictured = dict.fromkeys(code for medium in case.draft.media for code in medium.people)
    named = surnames.named_in_full(case.draft)
    for code in dict.fromkeys((*pictured, *named)):
        person = case.setting.register.get(code)
        wanted: list[Purpose] = ["image"] if code in pictured else []
        wanted += ["full_name"] if code in named else []
        yield (
            code,
            [
                (purpose, channel, _available(person, purpose, channel, case))
                for purpose in wanted
                for channel in sorted(case.channels)
            ],
        )


def _available(person: Person | None, purpose: Purpose, channel: str, case: Case) -> bool:
    if person is None or not case.setting.register.features(person.code, case.day):
        return False
    return consent_for(person, purpose, channel, case.day).available


def _given_names(person: Person) -> tuple[str | None, ...]:
    return (person.first_name, person.known_as)


def _hash(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _file_hash(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return _hash(None)
    return digest.hexdigest()
