"""Registered people without their full names: initials, first names, families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from postcheck.analysers.words.people.context import is_pronoun, reads_as_name
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import FAMILY, PARTICLES
from postcheck.analysers.words.people.row import Owners, Row
from postcheck.analysers.words.people.shape import is_initial
from postcheck.analysers.words.people.tokens import BESIDE, joined

_INITIALS = 4
"""Initials in a row, particles among them, that one name may have."""
_BEFORE_INITIAL = frozenset(("space", "comma", "dot"))


class ShortNames(Row):
    """The search for names that are not written in full."""

    def finds(self, index: int) -> Iterator[Find]:
        """Those that begin at `index`."""
        for look in (
            self._initial_surname,
            self._surname_initial,
            self._initials,
            self._short,
            self._family,
            self._surname,
        ):
            find = look(index)
            if find is not None:
                yield find

    def _initial_surname(self, index: int) -> Find | None:
        """`A. Khan`, `A J Khan`."""
        token = self.tokens[index]
        dotted = self.text[token.end : token.end + 1] == "."
        if len(token.key) != 1:
            return None
        middle = index + 1
        while middle <= index + _INITIALS and joined(self.tokens, middle):
            for end, owners in self.roster.surnames.matches(self.tokens, middle):
                hits: Owners = {
                    code: reading
                    for code, reading in owners.items()
                    if token.key in self.roster.given_initials[code]
                }
                if hits and self._stands_out(index, middle, dotted):
                    return self.partial(index, end, "last", hits, "initial-surname", middle)
            if len(self.tokens[middle].key) > 1:
                break
            middle += 1
        return None

    def _surname_initial(self, index: int) -> Find | None:
        """`Khan, A.`, `KHAN A`, as lists of results have it."""
        before = self.tokens[index - 1] if joined(self.tokens, index) else None
        first = self.tokens[index]
        if not (first.capital or first.key in PARTICLES) or (
            before is not None and before.capital and len(before.key) > 1 and not before.upper
        ):
            return None
        for end, owners in self.roster.surnames.matches(self.tokens, index):
            if end >= len(self.tokens) or not self._listed_initial(index, end):
                continue
            letter = self.tokens[end].key
            hits: Owners = {
                code: reading
                for code, reading in owners.items()
                if letter in self.roster.given_initials[code]
            }
            if hits:
                find = self.partial(index, end + 1, "last", hits, "initial-surname", end)
                return replace(find, first=find.last, last=find.first)
        return None

    def _listed_initial(self, index: int, end: int) -> bool:
        """Whether a single letter behind a surname is an initial: `Group Wood A` has none."""
        letter = self.tokens[end]
        if len(letter.key) != 1 or not letter.capital or letter.gap not in _BEFORE_INITIAL:
            return False
        after = self.tokens[end + 1] if joined(self.tokens, end + 1) else None
        if after is not None and after.gap in BESIDE and (after.capital or letter.gap == "comma"):
            return False
        dotted = self.text[letter.end : letter.end + 1] == "."
        words = self.knowledge.words
        return dotted or not all(words.ordinary(one.key) for one in self.tokens[index:end])

    def _stands_out(self, index: int, middle: int, dotted: bool) -> bool:
        """Whether a surname after an initial is one: `I read` is none."""
        surname = self.tokens[middle]
        ordinary = self.knowledge.words.ordinary(surname.key)
        if dotted:
            return True
        if not (self.tokens[index].capital or surname.capital):
            return not ordinary and self.tokens[index].key not in "ai"
        word = ordinary and self.tokens[index].key in "ai"
        return self.tokens[index].capital and surname.capital and not word

    def _initials(self, index: int) -> Find | None:
        """`A.K.`, if they are those of one person only."""
        pair = self.tokens[index : index + 2]
        if len(pair) < 2 or any(len(token.key) != 1 or not token.capital for token in pair):
            return None
        around = (*self.tokens[max(0, index - 1) : index], *self.tokens[index + 2 : index + 3])
        if pair[1].gap not in ("dot", "tight", "space") or any(len(t.key) == 1 for t in around):
            return None
        people = self.roster.by_initials.get(pair[0].key + pair[1].key, set())
        owners: Owners = dict.fromkeys(people, "exact")
        if len(people) != 1 or is_pronoun(self.tokens, index):
            return None
        return self.partial(index, index + 2, "first-initial", owners, "initials", index + 1)

    def _short(self, index: int) -> Find | None:
        """A first name, alone or with an initial."""
        for middle, bearers in self.roster.given.matches(self.tokens, index):
            initial = self._initial_after(middle, bearers)
            if initial is not None:
                end, people = initial
                return self.partial(index, end, "first-initial", people, "exact", middle)
            sure = reads_as_name(self.text, self.tokens, index, middle, self.knowledge)
            if len(self.tokens[index].key) > 1:
                find = self.partial(
                    index, middle, "first", dict.fromkeys(bearers, "exact"), "exact", middle
                )
                return find if sure else replace(find, sure=False)
        return None

    def _initial_after(self, middle: int, bearers: set[str]) -> tuple[int, Owners] | None:
        """The index after the initials that follow a first name, and whom they fit."""
        end, letters = middle, ""
        if joined(self.tokens, end + 1) and self.tokens[end].key in PARTICLES - {"o", "e", "y"}:
            end += 1
        while (
            end < min(len(self.tokens), middle + _INITIALS)
            and is_initial(self.tokens[end])
            and self.tokens[end].gap in ("space", "tight", "symbol", "dot")
            and (self.tokens[end].capital or not self.tokens[middle - 1].capital)
        ):
            letters += self.tokens[end].key[0]
            end += 1
        if not letters:
            return None
        people: Owners = {
            code: "exact" for code in bearers if letters in self.roster.initials[code]
        }
        return None if not people and is_pronoun(self.tokens, end - 1) else (end, people)

    def _family(self, index: int) -> Find | None:
        """`the Khan family`."""
        for end, owners in self.roster.surnames.matches(self.tokens, index):
            follows = end < len(self.tokens) and self.tokens[end].key in FAMILY
            if follows and self.tokens[index].capital:
                return self.partial(index, end, "last", owners, "family", index)
        return None

    def _surname(self, index: int) -> Find | None:
        """A surname alone, which counts only where the model sees a person too."""
        token = self.tokens[index]
        if not token.capital or self.knowledge.words.ordinary(token.key):
            return None
        for end, owners in self.roster.surnames.matches(self.tokens, index):
            whole: Owners = {code: read for code, read in owners.items() if read == "exact"}
            if whole and not self.knowledge.may_be_given(token.key):
                find = self.partial(index, end, "last", whole, "exact", index)
                return replace(find, sure=False)
        return None
