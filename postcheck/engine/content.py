"""What sign-offs are bound to: the draft, the bytes of its media, and the consents that matter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from postcheck.checks.case import Case
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.people.consent import consent_for
from postcheck.people.ours import plain_words
from postcheck.people.register import Person, Purpose, Register

_ABOUT_THE_DRAFT = {"sign_offs", "waivers", "schema_address", "url"}
_CHUNK = 1 << 20
_SHORT = 16
_NAMED: Purpose = "full_name"
Kind = Purpose | Literal["name"]
"""What a consent is for, as parts tell it: `name` is any other form of a name, which wants no
consent, but that the person may be featured."""
_OTHERWISE: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class Content:
    """The hash of everything, and a hash of each part by its name.

    Parts are the draft's keys, `media[a.jpg]` for the bytes of a medium, `media[a.jpg].alt` and the
    like for what is said of it, and `consent[P017].image` for whether a consent that matters to the
    draft is available; `consent[P017].name` for whether somebody who is named, though not in full,
    may be featured. `unavailable` are the names of those consents that are not. `recalled` are
    further parts, which the draft does not show: consents that its sign-offs tell of.
    """

    sha256: str
    parts: Mapping[str, str]
    unavailable: frozenset[str]
    recalled: Mapping[str, str] = field(default_factory=dict)

    def beside(self, recorded: Mapping[str, str]) -> Content:
        """The content that a sign-off with these parts is held against.

        A consent that it tells of is in, even where the picture with the name was not read now; a
        consent that other sign-offs alone tell of is none of its business.
        """
        more = {name: digest for name, digest in self.recalled.items() if name in recorded}
        if not more:
            return self
        parts = {**self.parts, **more}
        return replace(self, sha256=_hash(parts), parts=parts)

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

    def named_in_full(self, surfaces: Iterable[Surface]) -> list[str]:
        """Codes of the pupils whose first name and surname both stand in the words."""
        words = {word for surface in surfaces for word in plain_words(surface.text)}
        return sorted(
            person.code
            for word in words & self._pupils.keys()
            for person in self._pupils[word]
            if words.issuperset(plain_words(person.surname or ""))
            and any(name and words.issuperset(plain_words(name)) for name in _given_names(person))
        )


def content_of(
    case: Case,
    media: Sequence[Path],
    named: Iterable[str],
    recalled: Iterable[tuple[str, Kind]] = (),
) -> Content:
    """The content of a draft on its publishing day; any later change of it changes the hash.

    `named` are the codes of pupils who are named in full in what was read of the draft; those whom
    a check ties to any other name are found among the facts. `recalled` are those whom its
    sign-offs tell of (`named_at_signing`). A medium that cannot be read counts as absent, which is
    a change too. Consents count as far as they are available, so that no hash tells why one is not.
    """
    # without the defaults, so that a key that postcheck learns later leaves old hashes alone
    draft = case.draft.model_dump(mode="json", exclude=_ABOUT_THE_DRAFT, exclude_defaults=True)
    said = draft.pop("media", [])
    values: dict[str, object] = {**draft, **dict(_said_of_media(said))}
    known_before = dict.fromkeys(recalled)
    consents = dict(_consents(case, dict.fromkeys(named), known_before))
    parts = {name: _hash(value) for name, value in {**values, **consents}.items()}
    again = (_state(case, code, kind) for code, kind in known_before)
    further = {name: state for name, state in again if name not in consents}
    for place, path in zip(_places(said), media, strict=False):
        parts[place] = _file_hash(path)
    states = {**consents, **further}.items()
    lacking = frozenset(name for name, state in states if not all(state.values()))
    more = {name: _hash(state) for name, state in further.items()}
    return Content(_hash(parts), parts, lacking, more)


def named_at_signing(draft: Draft) -> Iterator[tuple[str, Kind]]:
    """Codes of the people whose names counted for a sign-off of the draft, in full or not.

    Some of them may be named in its pictures alone, which need not be read again to know it.
    """
    for sign_off in draft.sign_offs:
        for name in sign_off.parts:
            code, _, kind = name.removeprefix("consent[").rpartition("].")
            if name.startswith("consent["):
                for one in (_NAMED, _OTHERWISE):
                    if kind == one:
                        yield code, one


def _said_of_media(said: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, object]]:
    """Which media there are, in their order, and each thing that is said of one."""
    if said:
        yield "media", [medium["path"] for medium in said]
    for place, medium in zip(_places(said), said, strict=True):
        for key, value in medium.items():
            if key != "path":
                yield f"{place}.{key}", value


def _places(said: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A name for each medium by its path; the second of one path has a number."""
    seen: dict[str, int] = {}
    for medium in said:
        path = medium["path"]
        seen[path] = seen.get(path, 0) + 1
        yield f"media[{path}]" if seen[path] == 1 else f"media[{path}, {seen[path]}]"


def _consents(
    case: Case, named: Collection[str], recalled: Collection[tuple[str, Kind]]
) -> Iterator[tuple[str, dict[str, bool]]]:
    """What matters of the people who are declared in pictures, or named in any form.

    Who is named in full, now or in what a sign-off was given for, needs no word on other forms:
    the permission for the full name says as much.
    """
    pictured = dict.fromkeys(code for medium in case.draft.media for code in medium.people)
    otherwise = (
        code for code in _tied(case) if code not in named and (code, _NAMED) not in recalled
    )
    yield from (_state(case, code, "image") for code in pictured)
    yield from (_state(case, code, _NAMED) for code in named)
    yield from (_state(case, code, _OTHERWISE) for code in otherwise)


def _tied(case: Case) -> list[str]:
    """Codes of everybody of the register to whom a name in the draft was tied."""
    people = (fact.attributes.get("person") for fact in case.facts.of("text.person"))
    return sorted({str(code) for code in people if code})


def _state(case: Case, code: str, kind: Kind) -> tuple[str, dict[str, bool]]:
    """The name of the part for a consent, and for each channel whether it is available."""
    person = case.setting.register.get(code)
    channels = sorted(case.channels)
    return (
        f"consent[{code}].{kind}",
        {channel: _available(person, kind, channel, case) for channel in channels},
    )


def _available(person: Person | None, kind: Kind, channel: str, case: Case) -> bool:
    if person is None or not case.setting.register.features(person.code, case.day):
        return False
    return kind == "name" or consent_for(person, kind, channel, case.day).available


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
