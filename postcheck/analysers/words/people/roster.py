"""The register, indexed for finding: the cost of a look-up does not grow with its size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from postcheck.analysers.words.people.finds import Reading
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import PARTICLES
from postcheck.analysers.words.people.phrases import Keys, PhraseIndex
from postcheck.people.ours import bare_handle
from postcheck.people.register import Person, Register

_PREFIX = 4
_SEPARATORS = re.compile(r"[^\w'’ʼ]+|[-_'’ʼ]+")
_GAELIC = re.compile(r"(ma?c)(\w{3,})")
SHORTEST_JOINED = 5
"""Letters that a first name and a surname written as one must have at least."""
SHORTEST_MISSPELT = 5
_LONGEST_MISSPELT = 40


@dataclass(frozen=True, slots=True)
class JoinedName:
    """A first name and a surname written as one word."""

    letters: str
    first: int
    """Letters of the part that stands first."""
    swapped: bool
    half: bool
    people: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Roster:
    """Everyone of a register by the parts of their names.

    `given` and `surnames` hold the codes of the people who bear a name part, a surname with its
    reading (`exact`, or `half` of one that has several parts).
    """

    people: dict[str, Person] = field(default_factory=dict)
    given: PhraseIndex[set[str]] = field(default_factory=PhraseIndex)
    surnames: PhraseIndex[dict[str, Reading]] = field(default_factory=PhraseIndex)
    handles: dict[str, set[str]] = field(default_factory=dict)
    initials: dict[str, frozenset[str]] = field(default_factory=dict)
    given_initials: dict[str, frozenset[str]] = field(default_factory=dict)
    by_initials: dict[str, set[str]] = field(default_factory=dict)
    _joined: dict[str, dict[tuple[str, bool], JoinedName]] = field(default_factory=dict)
    _near_given: dict[str, set[str]] = field(default_factory=dict)
    _near_surnames: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register) -> Roster:
        """The index of one register."""
        roster = cls()
        for code, person in register.people.items():
            roster._add(code, person)
        return roster

    def _add(self, code: str, person: Person) -> None:
        self.people[code] = person
        for handle in person.handles:
            self.handles.setdefault(bare_handle(handle), set()).add(code)
        given = set(_given(person))
        surnames = dict(_surnames(person))
        for keys in given:
            bearers = self.given.get(keys)
            if bearers is None:
                self.given.put(keys, {code})
            else:
                bearers.add(code)
            _add_near(self._near_given, "".join(keys))
        for keys, reading in surnames.items():
            owners = self.surnames.get(keys)
            if owners is None:
                self.surnames.put(keys, {code: reading})
            else:
                owners[code] = reading
            _add_near(self._near_surnames, "".join(keys))
        self.initials[code] = frozenset(_initials(surnames))
        self.given_initials[code] = frozenset(keys[0][0] for keys in given)
        for first, last in product(self.given_initials[code], self.initials[code]):
            if len(last) == 1:
                self.by_initials.setdefault(first + last, set()).add(code)
        for first in {"".join(keys) for keys in given}:
            for last, reading in {
                "".join(keys): reading for keys, reading in surnames.items()
            }.items():
                self._add_joined(code, first, last, half=reading == "half")

    def _add_joined(self, code: str, first: str, last: str, half: bool) -> None:
        for head, tail, swapped in ((first, last, False), (last, first, True)):
            letters = head + tail
            if len(letters) >= SHORTEST_JOINED and len(head) > 1 and len(tail) > 1:
                family = self._joined.setdefault(letters[:_PREFIX], {})
                name = family.setdefault(
                    (letters, swapped), JoinedName(letters, len(head), swapped, half)
                )
                name.people.add(code)

    def joined_at(self, letters: str, index: int) -> Iterator[JoinedName]:
        """The names written as one that begin at `index` of a row of folded letters."""
        for name in self._joined.get(letters[index : index + _PREFIX], {}).values():
            if letters.startswith(name.letters, index):
                yield name

    def bearers_of_surname(self, person: Person) -> set[str]:
        """The codes of everyone who bears the whole surname of a person, that person included."""
        return set(self.surnames.get(atoms(person.surname or "")) or ())

    def near_given(self, key: str) -> set[str]:
        """The registered given names (as one word) one letter away from a word."""
        return _near(self._near_given, key)

    def near_surnames(self, key: str) -> set[str]:
        """The registered surnames (as one word) one letter away from a word."""
        return _near(self._near_surnames, key)


def atoms(name: str) -> Keys:
    """The parts of a written name: words, and what hyphens and apostrophes divide."""
    return tuple(key for part in _SEPARATORS.split(name) if (key := fold(part)))


def _given(person: Person) -> Iterator[Keys]:
    for name in (person.first_name, person.known_as, *person.other_names):
        parts = atoms(name or "")
        if not parts:
            continue
        yield parts
        yield ("".join(parts),)
        if len(parts) > 1 and len(parts[0]) > 1:
            yield parts[:1]


def _surnames(person: Person) -> Iterator[tuple[Keys, Reading]]:
    """Every way to write the surname, the exact ways last so that they win."""
    parts = atoms(person.surname or "")
    if len(parts) > 1:
        proper = tuple(part for part in parts if part not in PARTICLES and len(part) > 1)
        for part in proper:
            yield (part,), "half"
        if 1 < len(proper) < len(parts):
            yield proper, "half"
    for other in person.other_names:
        yield atoms(other), "exact"
    if len(parts) == 1 and (gaelic := _GAELIC.fullmatch(parts[0])):
        yield gaelic.groups(), "exact"
    if parts:
        yield ("".join(parts),), "exact"
        yield parts, "exact"


def _initials(surnames: Iterable[Keys]) -> Iterator[str]:
    for keys in surnames:
        if keys:
            yield keys[0][0]
            yield "".join(key[0] for key in keys)


def _deletions(key: str) -> set[str]:
    return {key} | {key[:index] + key[index + 1 :] for index in range(len(key))}


def _add_near(index: dict[str, set[str]], key: str) -> None:
    if len(key) >= SHORTEST_MISSPELT:
        for variant in _deletions(key):
            index.setdefault(variant, set()).add(key)


def _near(index: dict[str, set[str]], key: str) -> set[str]:
    if not SHORTEST_MISSPELT <= len(key) <= _LONGEST_MISSPELT:
        return set()
    found: set[str] = set()
    for variant in _deletions(key):
        found |= index.get(variant, set())
    return {other for other in found if other != key and _one_apart(key, other)}


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out or changed, or two swapped, makes one of the other."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(one) != len(other):
        return len(other) - len(one) == 1 and rest == other_rest[1:]
    swapped = rest[1:2] + rest[:1] == other_rest[:2] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or swapped
