"""The first finder: people of the register, however their names are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from postcheck.analysers.words.people.apart import (
    LONGEST_BETWEEN,
    leads_to_given,
    leads_to_surname,
)
from postcheck.analysers.words.people.context import plainly_written
from postcheck.analysers.words.people.finds import CERTAIN, Find, Reading
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.roster import SHORTEST_MISSPELT
from postcheck.analysers.words.people.row import Owners, Row, run_together
from postcheck.analysers.words.people.shortened import ShortNames
from postcheck.analysers.words.people.tokens import Token, collapse_spaced, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_MIDDLE_NAMES = 2
_COMPACT = 6
_PLAIN_RUN = 7
"""Letters that a run-together name in ordinary text must have at least."""


def find_registered(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Find]:
    """Everyone of the register in a row of words."""
    if not knowledge.roster.people:
        return
    yield from _search(text, tokens, knowledge, "exact")
    spaced = collapse_spaced(tokens)
    if spaced is not None:
        runs = [token for token in spaced if token.end - token.start > len(token.text)]
        for find in _search(text, spaced, knowledge, "spaced"):
            if any(find.start < run.end and run.start < find.end for run in runs):
                yield find


def _search(
    text: str, tokens: list[Token], knowledge: Knowledge, reading: Reading
) -> Iterator[Find]:
    full = FullNames(text, tokens, knowledge, reading)
    short = ShortNames(text, tokens, knowledge, reading)
    for index in range(len(tokens)):
        found = list(full.at(index))
        yield from found or short.finds(index)


class FullNames(Row):
    """The search for names in full."""

    def at(self, index: int) -> Iterator[Find]:
        """The name that begins at `index`, and those before it who share its surname."""
        full = (
            self._full(index)
            or self._swapped(index)
            or self._apart(index)
            or self._misspelt(index)
            or self._run_together(index)
        )
        if full is not None:
            yield full
            if full.reading in CERTAIN:
                yield from self._sharing(index, full)

    def _full(self, index: int) -> Find | None:
        """First name and surname, with initials and middle names between them."""
        best: Find | None = None
        for middle, bearers in self.roster.given.matches(self.tokens, index):
            for skipped in range(_MIDDLE_NAMES + 1):
                last = middle + skipped
                if not joined(self.tokens, last) or not self._may_skip(middle, last):
                    break
                for end, owners in self.roster.surnames.matches(self.tokens, last):
                    hits = _shared(bearers, owners)
                    if hits and (best is None or self.tokens[end - 1].end > best.end):
                        best = self._name(index, middle, last, end, hits) or best
        return best

    def _may_skip(self, middle: int, last: int) -> bool:
        """Whether the words from `middle` to before `last` may be middle names or initials."""
        for index in range(middle, last):
            token = self.tokens[index]
            named = self.knowledge.words.first(token.key) == STRONG
            if len(token.key) == 1:
                continue
            if token.gap == "line" or not (token.capital or named):
                return False
            if self.knowledge.words.ordinary(token.key) and not named:
                return False
        return True

    def _name(
        self, index: int, middle: int, last: int, end: int, hits: Owners, reading: Reading = "exact"
    ) -> Find | None:
        """A full name whose first name is the words index:middle and its surname last:end."""
        plain = plainly_written(self.tokens, min(index, last), max(middle, end), self.knowledge)
        if plain is None:
            return None
        if reading == "exact" and "half" in hits.values():
            reading = "half"
        elif reading == "exact" and not plain:
            reading = "ordinary-words"
        if end < len(self.tokens) and self._goes_on(end):
            end, reading = end + 1, "half"
        start, stop = min(index, last), max(middle, end)
        return Find(
            self.tokens[start].start,
            self.tokens[stop - 1].end,
            "register",
            "full",
            first=self.written(index, middle),
            last=self.written(last, end),
            people=tuple(sorted(hits)),
            reading=self.combined(reading),
        )

    def _goes_on(self, index: int) -> bool:
        """Whether a hyphen leads on to a further part of the surname."""
        token = self.tokens[index]
        return token.gap == "tight" and token.capital and len(token.key) > 1

    def _swapped(self, index: int) -> Find | None:
        """Surname first: `Khan, Amira`, `KHAN Amira`."""
        for middle, owners in self.roster.surnames.matches(self.tokens, index):
            if middle >= len(self.tokens):
                continue
            comma = self.tokens[middle].gap == "comma"
            if not (self._may_list(index, middle) if comma else joined(self.tokens, middle)):
                continue
            if not comma and not self._surname_stands_out(index, middle):
                continue
            for end, bearers in self.roster.given.matches(self.tokens, middle):
                hits = _shared(bearers, owners)
                if hits and not (comma and self._full(middle)):
                    half = "half" in hits.values()
                    return self._name(
                        middle, end, index, middle, hits, "half" if half else "swapped"
                    )
        return None

    def _apart(self, index: int) -> Find | None:
        """A name with something else between its parts, the first name first or last."""
        if not self.tokens[index].capital:
            return None
        for middle, bearers in self.roster.given.matches(self.tokens, index):
            for last in self._after(middle, leads_to_surname):
                for end, owners in self.roster.surnames.matches(self.tokens, last):
                    hits = _shared(bearers, owners)
                    if hits and not self._mere_words(index, end):
                        return self._name(index, middle, last, end, hits)
        for middle, owners in self.roster.surnames.matches(self.tokens, index):
            for last in self._after(middle, leads_to_given):
                for end, bearers in self.roster.given.matches(self.tokens, last):
                    hits = _shared(bearers, owners)
                    if hits:
                        return self._name(last, end, index, middle, hits, "swapped")
        return None

    def _mere_words(self, start: int, stop: int) -> bool:
        """Whether the first and the last word are ordinary words and no usual names together."""
        ends = (self.tokens[start].key, self.tokens[stop - 1].key)
        common = self.knowledge.words.common_surnames
        return all(map(self.knowledge.words.ordinary, ends)) and not (
            self.knowledge.words.first(ends[0]) == STRONG and ends[1] in common
        )

    def _after(self, middle: int, leads: Callable[[str], bool]) -> Iterator[int]:
        """The words with a capital to which what stands behind the word before `middle` leads."""
        end = self.tokens[middle - 1].end
        for last in range(middle, min(len(self.tokens), middle + LONGEST_BETWEEN)):
            if self.tokens[last].capital and leads(self.text[end : self.tokens[last].start]):
                yield last

    def _may_list(self, index: int, middle: int) -> bool:
        """Whether a comma may divide a surname from its first name, as in school lists."""
        before = self.tokens[index - 1] if joined(self.tokens, index) else None
        ends_a_name = before is not None and before.capital and before.gap != "stop"
        return (
            self.tokens[index].capital
            and self.tokens[middle].capital
            and not (ends_a_name and self.knowledge.may_be_given(before.key if before else ""))
        )

    def _surname_stands_out(self, index: int, middle: int) -> bool:
        shouted = all(token.upper for token in self.tokens[index:middle])
        key = self.tokens[index].key
        return (shouted and not self.tokens[middle].upper) or not self.knowledge.may_be_given(key)

    def _misspelt(self, index: int) -> Find | None:
        """A registered name with one letter amiss in one part, the other part exact."""
        for middle, bearers in self.roster.given.matches(self.tokens, index):
            if joined(self.tokens, middle):
                end, key = self._compact(middle)
                for near in self._near(middle, key, self.roster.near_surnames):
                    hits = _shared(bearers, self.roster.surnames.get((near,)) or {})
                    if hits:
                        return self._name(index, middle, middle, end, hits, "misspelt")
        middle, key = self._compact(index)
        if len(key) >= SHORTEST_MISSPELT and joined(self.tokens, middle):
            for end, owners in self.roster.surnames.matches(self.tokens, middle):
                for near in self._near(index, key, self.roster.near_given):
                    hits = _shared(self.roster.given.get((near,)) or set(), owners)
                    if hits:
                        return self._name(index, middle, middle, end, hits, "misspelt")
        return None

    def _compact(self, index: int) -> tuple[int, str]:
        """The words from `index` that hyphens and apostrophes hold together, as one key."""
        end = index + 1
        limit = min(len(self.tokens), index + _COMPACT)
        while end < limit and self.tokens[end].gap == "tight":
            end += 1
        return end, "".join(token.key for token in self.tokens[index:end])

    def _near(self, index: int, key: str, near: Callable[[str], set[str]]) -> list[str]:
        token = self.tokens[index]
        if not token.capital and self.knowledge.words.ordinary(key):
            return []
        return sorted(near(key))

    def _sharing(self, index: int, full: Find) -> Iterator[Find]:
        """Those before the name who share its surname: `Amelia, Zoë and Tom Brown`."""
        owners = self._owners(full.people)
        linked = False
        while index > 0:
            before = index - 1
            if self.tokens[before].key == "and" and before > 0:
                before -= 1
            elif self.tokens[index].gap != ("comma" if linked else "and"):
                return
            linked = True
            for start in (before - 1, before):
                codes = self._given_spanning(start, before + 1) & owners
                if codes:
                    break
            else:
                return
            yield Find(
                self.tokens[start].start,
                self.tokens[before].end,
                "register",
                "full",
                first=self.written(start, before + 1),
                last=full.last,
                people=tuple(sorted(codes)),
                reading=self.combined("shared-surname"),
            )
            index = start

    def _owners(self, people: tuple[str, ...]) -> set[str]:
        """Everyone who bears a surname of these people."""
        return {
            code
            for person in people
            for code in self.roster.bearers_of_surname(self.roster.people[person])
        }

    def _given_spanning(self, start: int, stop: int) -> set[str]:
        if start < 0 or any(not joined(self.tokens, index) for index in range(start + 1, stop)):
            return set()
        keys = tuple(token.key for token in self.tokens[start:stop])
        return self.roster.given.get(keys) or set()

    def _run_together(self, index: int) -> Find | None:
        """`OLIVIABENNETT`: a word that is a first name and a surname."""
        token = self.tokens[index]
        if len(token.key) < _PLAIN_RUN or self.knowledge.words.ordinary(token.key):
            return None
        for name in self.roster.joined_at(token.key, 0):
            if name.letters == token.key:
                find = run_together(token.text, token.start, name, "full")
                return replace(find, end=token.end, reading=self.combined(find.reading))
        return None


def _shared(bearers: set[str], owners: Owners) -> Owners:
    """Who bears both parts; only those with the whole surname where there are any."""
    hits = {code: owners[code] for code in bearers if code in owners}
    exact: Owners = {code: reading for code, reading in hits.items() if reading == "exact"}
    return exact or hits
