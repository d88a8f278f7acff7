"""Personal data of every type as `text.personal-data` facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from postcheck.analysers.base import Scene, Seen
from postcheck.analysers.words.links.analyser import spans_of
from postcheck.analysers.words.links.cover import Cover
from postcheck.analysers.words.personal_data.addresses import addresses, named_houses
from postcheck.analysers.words.personal_data.ages import ages
from postcheck.analysers.words.personal_data.births import birth_dates, birth_dates_beside_names
from postcheck.analysers.words.personal_data.emails import emails
from postcheck.analysers.words.personal_data.finds import Find
from postcheck.analysers.words.personal_data.identifiers import (
    driving_licences,
    nhs_numbers,
    ni_numbers,
    passports,
    social_security_numbers,
    upns,
)
from postcheck.analysers.words.personal_data.money import bank_accounts, cards
from postcheck.analysers.words.personal_data.ours import Ours
from postcheck.analysers.words.personal_data.phones import phones
from postcheck.analysers.words.personal_data.postcodes import postcodes
from postcheck.analysers.words.personal_data.secrets import network_addresses, passwords
from postcheck.analysers.words.personal_data.spoken_phones import spoken_phones
from postcheck.analysers.words.personal_data.told_secrets import told_secrets
from postcheck.analysers.words.personal_data.vehicles import vehicles
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.setting import Setting

Finder = Callable[[str], Iterator[Find]]

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d(?:\D{0,3}\d){5}")
_SECRET_HINT = re.compile(
    r"pass|pwd|pin|code|wi-?fi|key|meet|zoom|teams|classroom|id\b|[?&#;]\w+=|"
    r"log|sign[ -]?in|user|account|streak|internet|online|network|hotspot|chromebook|tablet|laptop",
    re.IGNORECASE,
)
_BIRTH_HINT = re.compile(r"b(?:orn|irth)|d\.?o\.?b", re.IGNORECASE)
_DATE_HINT = re.compile(r"\d[./ -](?:\d|[A-Z]|of )[^\n]{0,12}\d\d", re.IGNORECASE)

_FEW_DIGITS: tuple[Finder, ...] = (postcodes, addresses, vehicles, driving_licences)
_MANY_DIGITS: tuple[Finder, ...] = (
    phones,
    nhs_numbers,
    ni_numbers,
    upns,
    passports,
    social_security_numbers,
    cards,
    bank_accounts,
)
# Cameras and networks name files by long numbers and dates; those are nobody's.
_NOT_IN_FILE_NAMES = frozenset({"phone", "payment-card", "bank-account", "ip-address", "passport"})
_NOT_UNANNOUNCED_IN_FILE_NAMES = frozenset({"nhs-number", "vehicle"})


class PersonalDataAnalyser:
    """Finds personal data on every surface, and says which are the organisation's own."""

    name = "personal-data"
    version = "1"

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._ours: Ours | None = None

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The personal data of each scene."""
        for scene in scenes:
            yield list(self._of_scene(scene))

    def _of_scene(self, scene: Scene) -> Iterator[Fact]:
        if self._ours is None or self._setting is not scene.setting:
            self._setting, self._ours = scene.setting, Ours(scene.setting.config.organisation)
        for surface in scene.surfaces:
            for find in finds_of(surface):
                yield self._fact(surface, find, self._ours)

    def _fact(self, surface: Surface, find: Find, ours: Ours) -> Fact:
        return Fact(
            "text.personal-data",
            surface.name,
            text=surface.text[find.start : find.end],
            start=find.start,
            end=find.end,
            box=surface.box_of(find.start, find.end),
            source=f"{self.name}/{self.version}",
            attributes={
                "type": find.type,
                "valid": find.valid,
                "own": ours.holds(find),
                "public": find.public,
                "value": find.value,
            },
        )


def finds_of(surface: Surface) -> list[Find]:
    """The personal data of one surface in order, each stretch claimed once."""
    found = list(_all(surface.text))
    if not found:
        return []
    if surface.compound:
        found = [find for find in found if _likely_in_file_name(find)]
    links = Cover(len(surface.text), spans_of(surface))
    taken = Cover(len(surface.text))
    kept: list[Find] = []
    for find in sorted(found, key=lambda item: (item.rank, item.start - item.end, item.start)):
        if not find.in_link and links.touches(find.start, find.end):
            continue
        if not taken.touches(find.start, find.end):
            taken.add(find.start, find.end)
            kept.append(find)
    return sorted(kept)


def _all(text: str) -> Iterator[Find]:
    if "@" in text or "at" in text.lower() or "(a)" in text:
        yield from emails(text)
    if _SECRET_HINT.search(text):
        yield from passwords(text)
    yield from told_secrets(text)
    yield from ages(text)
    yield from spoken_phones(text)
    yield from named_houses(text)
    if not _DIGIT.search(text):
        return
    if _BIRTH_HINT.search(text):
        yield from birth_dates(text)
    elif _DATE_HINT.search(text):
        yield from birth_dates_beside_names(text)
    for finder in _FEW_DIGITS:
        yield from finder(text)
    if _DIGITS.search(text):
        for finder in _MANY_DIGITS:
            yield from finder(text)
    if text.count(".") > 2 or text.count(":") > 1:
        yield from network_addresses(text)


def _likely_in_file_name(find: Find) -> bool:
    if find.type in _NOT_IN_FILE_NAMES:
        return False
    return find.type not in _NOT_UNANNOUNCED_IN_FILE_NAMES or find.rank < 5
