"""The second finder: names that the lists of first names and surnames let us see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from postcheck.analysers.words.people.context import (
    beside_names,
    is_pronoun,
    is_ruler,
    reads_as_name,
)
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import (
    BEFORE_NAMES,
    EXPECTANT,
    PARTICLES,
    SHORT_TITLES,
    SUFFIXES,
)
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import Unit, name_of, name_run, units
from postcheck.analysers.words.people.tokens import JOINS, Token, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_PLACED = frozenset(("at", "in", "near", "on", "along", "via", "down", "outside", "inside"))


def find_listed(text: str, tokens: list[Token], knowledge: Knowledge) -> list[Find]:
    """The names in a row of words, as far as lists tell."""
    return _Search(text, tokens, knowledge).finds()


class _Search:
    def __init__(self, text: str, tokens: list[Token], knowledge: Knowledge) -> None:
        self.text = text
        self.tokens = tokens
        self.knowledge = knowledge
        self.words = knowledge.words

    def finds(self) -> list[Find]:
        found: list[Find] = []
        index = 0
        while index < len(self.tokens):
            stop, find = self._at(index)
            if find is not None:
                found.append(find)
            index = stop
        return found + list(self._in_lists(found))

    def _at(self, index: int) -> tuple[int, Find | None]:
        """The index to go on from, and the name that begins at `index`."""
        token = self.tokens[index]
        if token.key in SHORT_TITLES and token.capital:
            return self._titled(index)
        if not token.capital:
            return self._lower(index)
        if is_ruler(self.tokens, index, self.words):
            return index + 2, None
        stop = self._run(index)
        for end in range(stop, index + 1, -1):
            if self._is_full(index, end):
                return end, replace(self._name(index, end), sure=self._certain(index, end))
        swapped = self._swapped(index)
        if swapped is not None:
            return swapped
        return self._short(index)

    def _name(self, start: int, stop: int) -> Find:
        return name_of(self.text, self.tokens, start, stop, "lists", self.knowledge)

    def _run(self, index: int) -> int:
        """The index after the words that may belong to a name; a possessive ends it."""
        stop = name_run(self.tokens, index)
        for place in range(index, stop):
            if self.tokens[place].possessive:
                return place + 1
        return stop

    def _certain(self, start: int, stop: int) -> bool:
        """Whether a full name needs no second opinion."""
        named = units(self.tokens, start, stop)
        head = named[0]
        key = self.tokens[head.start].key if "-" in self._written(head) else head.key
        return head.initial or self.words.first(key) == STRONG or self._expected(start)

    def _expected(self, index: int) -> bool:
        """Whether a name is all that can be expected here."""
        place = index - 1
        if place > 0 and self.tokens[place].key in ("to", "for"):
            place -= 1
        near = all(joined(self.tokens, after) for after in range(place + 1, index + 1))
        praised = place >= 0 and near and self.tokens[place].key in EXPECTANT
        return praised or beside_names(self.tokens, index, index + 1, self.knowledge)

    def _titled(self, index: int) -> tuple[int, Find | None]:
        """`Mrs Patel`, `Mr J Smith`, `Dr Sarah Brown`."""
        if not joined(self.tokens, index + 1) or not self.tokens[index + 1].capital:
            return index + 1, None
        stop = self._run(index + 1)
        while stop > index + 1 and self._mere_word(self.tokens[stop - 1].key):
            stop -= 1
        named = units(self.tokens, index + 1, stop)
        if not named or all(unit.initial for unit in named):
            return index + 1, None
        find = self._name(index, stop)
        return stop, replace(find, people=self._adults(named[-1])) if len(named) == 1 else find

    def _adults(self, surname: Unit) -> tuple[str, ...]:
        """Those of the register who bear a surname and are no pupils."""
        keys = tuple(token.key for token in self.tokens[surname.start : surname.stop])
        owners = self.knowledge.roster.surnames.get(keys) or {}
        people = self.knowledge.roster.people
        return tuple(code for code in sorted(owners) if people[code].role != "pupil")

    def _mere_word(self, key: str) -> bool:
        named = self.words.surname(key) or self.words.first(key) == STRONG
        return self.words.ordinary(key) and not named

    def _is_full(self, start: int, stop: int) -> bool:
        named = units(self.tokens, start, stop)
        if len(named) < 2 or named[-1].initial or self._names_a_thing(start, stop):
            return False
        head, last = named[0], named[-1]
        if last.key in SUFFIXES or not self.tokens[stop - 1].capital:
            return False
        if head.initial:
            return self._initial_surname(head, named)
        if any(self._mere_word(unit.key) for unit in named):
            return False
        if self.tokens[start].upper and not self._shouted_name(start, stop, named):
            return False
        return self._fit(head, last)

    def _names_a_thing(self, start: int, stop: int) -> bool:
        """Whether the words name a street, a house, a trophy."""
        last = self.tokens[stop - 1].key
        if last not in self.knowledge.place_words:
            return last in self.knowledge.named_after
        placed = joined(self.tokens, start) and self.tokens[start - 1].key in _PLACED
        return placed or self.words.first(self.tokens[start].key) != STRONG

    def _fit(self, head: Unit, last: Unit) -> bool:
        """Whether the first and the last unit are likely to make a name."""
        first, surname = self.words.first(head.key), self.words.surname(last.key)
        plain_head = not self.words.ordinary(head.key)
        plain_last = not self.words.ordinary(last.key)
        if first == STRONG and plain_head:
            return surname or plain_last
        if not first and "-" in self._written(head):
            first = self.words.first(self.tokens[head.start].key)
        if first == STRONG and surname and plain_last:
            return True
        if first and (plain_head or first == STRONG):
            likely = surname if plain_head else surname or plain_last
            return likely and self._awaited(head.start)
        return plain_head and surname and plain_last and len(head.key) > 2

    def _written(self, unit: Unit) -> str:
        return self.text[self.tokens[unit.start].start : self.tokens[unit.stop - 1].end]

    def _awaited(self, index: int) -> bool:
        """Whether what stands before lets one expect a name, or at least no new sentence."""
        token = self.tokens[index]
        if token.gap in ("comma", "and"):
            return True
        if index == 0 or token.gap not in JOINS:
            return False
        before = self.tokens[index - 1]
        return before.key in BEFORE_NAMES or not before.capital

    def _shouted_name(self, start: int, stop: int, named: list[Unit]) -> bool:
        """Whether words in capitals throughout are a name: strong, or alone on their line."""
        if not all(self.tokens[index].upper for index in range(start, stop)):
            return True
        strong = self.words.first(named[0].key) == STRONG and not self.words.ordinary(named[0].key)
        if strong and self._strong_surname(named[-1].key):
            return True
        return strong and self._alone(start, stop) and self.words.surname(named[-1].key)

    def _strong_surname(self, key: str) -> bool:
        return self.words.surname(key) and (
            not self.words.ordinary(key) or key in self.words.common_surnames
        )

    def _alone(self, start: int, stop: int) -> bool:
        begins = start == 0 or self.tokens[start].gap in ("line", "stop")
        return begins and (stop == len(self.tokens) or self.tokens[stop].gap in ("line", "stop"))

    def _initial_surname(self, head: Unit, named: list[Unit]) -> bool:
        dotted = self.text[self.tokens[head.start].end :][:1] == "."
        last = named[-1].key
        strong = self.words.surname(last) and not self.words.ordinary(last)
        others = all(unit.initial for unit in named[:-1])
        return others and (
            strong if head.key in ("a", "i") or not dotted else (strong or self.words.surname(last))
        )

    def _lower(self, index: int) -> tuple[int, Find | None]:
        """A name without capitals: both parts must be strong."""
        head = self.tokens[index].key
        strong = self.words.first(head) == STRONG and not self.words.ordinary(head)
        if strong and len(head) > 2:
            stop = index + 1
            while (
                joined(self.tokens, stop) and self.tokens[stop].gap != "line" and stop < index + 4
            ):
                stop += 1
                key = units(self.tokens, index, stop)[-1].key
                if self.words.ordinary(key) and key not in self.words.common_surnames:
                    break
                fits = (
                    len(key) > 2 and not self.tokens[stop - 1].capital and self._strong_surname(key)
                )
                if fits and not self._names_a_thing(index, stop):
                    return stop, self._name(index, stop)
        return index + 1, None

    def _swapped(self, index: int) -> tuple[int, Find] | None:
        """`KHAN Amira`, or a line `Khan, Amira`."""
        end = units(self.tokens, index, self._run(index))[0].stop
        if end >= len(self.tokens):
            return None
        after = self.tokens[end]
        key = "".join(token.key for token in self.tokens[index:end])
        given = self.words.first(after.key) == STRONG and not self.words.ordinary(after.key)
        if not (given and after.capital and len(key) > 1):
            return None
        upper = self.tokens[index].upper and not after.upper and after.gap == "space"
        line = after.gap == "comma" and self._alone(index, end + 1) and self.words.surname(key)
        if not (line or (upper and (self.words.surname(key) or not self.words.ordinary(key)))):
            return None
        find = replace(
            self._name(index, end + 1),
            form="full",
            reading="swapped",
            first=after.text,
            last=self.text[self.tokens[index].start : self.tokens[end - 1].end],
        )
        return end + 1, find

    def _short(self, index: int) -> tuple[int, Find | None]:
        """A first name, alone or with an initial."""
        unit = units(self.tokens, index, self._run(index))[0]
        double = self._written(unit).count("-") == 1
        head = self.words.first(unit.key) or (double and self.words.first(self.tokens[index].key))
        if not head:
            return index + 1, None
        stop = unit.stop
        follows = joined(self.tokens, stop) and self.tokens[stop]
        initial = follows and len(follows.key) == 1 and follows.capital and follows.gap == "space"
        if initial and head == STRONG and not is_pronoun(self.tokens, stop):
            return stop + 1, self._name(index, stop + 1)
        reads = head == STRONG and reads_as_name(
            self.text, self.tokens, index, stop, self.knowledge
        )
        if not reads:
            return stop, None
        return stop, replace(self._name(index, stop), sure=self._expected(index))

    def _in_lists(self, found: list[Find]) -> Iterator[Find]:
        """Unknown names in a row of known ones, each between commas, lines or `and`."""
        whole = {find.end: find.start for find in found if find.form in ("full", "first-initial")}
        if not whole:
            return
        rows = list(self._segments())
        known = [
            whole.get(self.tokens[stop - 1].end, -1) >= self.tokens[start].start
            for start, stop in rows
        ]
        for place, (start, stop) in enumerate(rows):
            beside = known[max(0, place - 1) : place] + known[place + 1 : place + 2]
            if not known[place] and any(beside) and self._could_be_name(start, stop):
                yield self._name(start, stop)

    def _segments(self) -> Iterator[tuple[int, int]]:
        start = 0
        for index in range(1, len(self.tokens) + 1):
            ends = index == len(self.tokens) or self.tokens[index].key == "and"
            if ends or self.tokens[index].gap in ("comma", "and", "line", "stop"):
                if index > start:
                    yield start, index
                start = (
                    index + 1
                    if index < len(self.tokens) and self.tokens[index].key == "and"
                    else index
                )

    def _could_be_name(self, start: int, stop: int) -> bool:
        named = units(self.tokens, start, stop)
        if not 2 <= len(named) <= 4 or any(unit.initial for unit in named[-1:]):
            return False
        words = self.tokens[start:stop]
        if not all(word.capital or word.key in PARTICLES for word in words):
            return False
        return not self._names_a_thing(start, stop) and not any(
            self.words.ordinary(unit.key) for unit in named
        )
