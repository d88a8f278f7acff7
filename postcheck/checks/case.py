"""The case before a check: one draft with everything that was seen of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from postcheck.checks.around import Around
from postcheck.drafts.model import Draft, Medium
from postcheck.facts.model import Fact, FactSet
from postcheck.people.accounts import Account
from postcheck.policy.platforms import Platform
from postcheck.setting import Setting

T = TypeVar("T")

_MEDIUM = re.compile(r"media\[(\d+)\]")


@dataclass(slots=True)
class _Kept:
    """What was made of a case while there were so many facts."""

    known: int = -1
    around: Around | None = None
    answers: dict[Callable[[Case], object], object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a check may read. Consents are held against `day`, the publishing date.

    `signed` are, by clause, the people whose sign-offs hold. `role_names` leads from other words
    for a role, joined with `_`, to the policy's id of it.

    With `of_account` the account itself is judged, and the draft stands for its profile.
    """

    draft: Draft
    account: Account
    setting: Setting
    facts: FactSet
    day: date
    channels: tuple[str, ...]
    interpretations: Mapping[str, str] = field(default_factory=dict)
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    role_names: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, Collection[str]] = field(default_factory=dict)
    of_account: bool = False
    _kept: _Kept = field(default_factory=_Kept, init=False, repr=False, compare=False)

    @property
    def around(self) -> Around:
        """What stands where among the facts that are known by now."""
        kept = self._up_to_date()
        if kept.around is None:
            kept.around = Around(self.draft, self.facts)
        return kept.around

    def once(self, read: Callable[[Case], T]) -> T:
        """What is read of the whole case, read once however many facts ask for it."""
        answers = self._up_to_date().answers
        if read not in answers:
            answers[read] = read(self)
        return cast(T, answers[read])

    def _up_to_date(self) -> _Kept:
        kept = self._kept
        if kept.known != self.facts.known:
            kept.known, kept.around = self.facts.known, None
            kept.answers.clear()
        return kept

    def medium_index(self, fact: Fact) -> int | None:
        """Index of the medium that a fact belongs to, None for facts of the words around it."""
        found = _MEDIUM.match(fact.surface)
        return int(found[1]) if found else None

    def medium_of(self, fact: Fact) -> Medium | None:
        """The medium that a fact belongs to."""
        index = self.medium_index(fact)
        if index is None or index >= len(self.draft.media):
            return None
        return self.draft.media[index]

    def faces_in(self, index: int) -> int:
        """How many faces were seen in one medium."""
        return len(self.facts.on("image.face", f"media[{index}]"))

    def children_in(self, index: int) -> bool:
        """Tell whether a child may be in the picture.

        So it is with a declared pupil, with a face that no declared adult explains, and where
        nobody could look.
        """
        adults = 0
        for code in self.draft.media[index].people:
            person = self.setting.register.get(code)
            if person is None or person.role == "pupil":
                return True
            adults += 1
        place = f"media[{index}]"
        if any(item.surface == place for item in self.facts.missing_of("image.face")):
            return True
        return self.faces_in(index) > adults

    def taken_that_day(self, index: int) -> bool:
        """Whether the file of a medium says that it was taken on the day of publishing."""
        return any(
            str(fact.attributes.get("value")).startswith(self.day.isoformat())
            for fact in self.facts.on("image.metadata", f"media[{index}]")
            if fact.attributes.get("field") == "taken"
        )

    def shared_account(self) -> Account | None:
        """The registered account whose post is shared, if it is one of ours."""
        source = (self.draft.shared_from or "").strip().casefold()
        if not source:
            return None
        for account in self.setting.accounts.values():
            names = (account.id, account.handle, account.url)
            if any(name and _same_source(name.casefold(), source) for name in names):
                return account
        return None


def _same_source(name: str, source: str) -> bool:
    bare = name.lstrip("@").rstrip("/")
    return source.lstrip("@").rstrip("/") == bare or ("/" in bare and source.startswith(f"{bare}/"))
