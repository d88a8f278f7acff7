"""The second finder: names that the lists of first names and surnames let us see."""

from __future__ import annotations

import re
from dataclasses import replace

from postcheck.analysers.words.people.context import is_pronoun, is_ruler, reads_as_name
from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import FAMILY, PARTICLES, SHORT_TITLES, TITLES
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.likely import Likelihood
from postcheck.analysers.words.people.lists_of_names import find_beside
from postcheck.analysers.words.people.shape import Unit, is_initial, name_of, name_run, units
from postcheck.analysers.words.people.tokens import Token, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_NICKNAME = re.compile(r"[^\S\n]*[\"“”'‘’(][^\W\d_]+[\"“”'’)][^\S\n]*")
_SHORTEST_SHOUTED = 3
_LONGEST_GIVEN = 3
"""Words of a first name that stands behind its surname."""
_PAIR = re.compile(
    r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?)?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?, [A-ZÀ-Þ]"
)
_DIVIDERS = ("", "\n", ":", ";", ".", "(", ")")


def find_listed(text: str, tokens: list[Token], knowledge: Knowledge) -> list[Find]:
    """The names in a row of words, as far as lists tell."""
    return _Search(Likelihood(text, tokens, knowledge)).finds()


class _Search:
    def __init__(self, likely: Likelihood) -> None:
        self.likely = likely
        self.text = likely.text
        self.tokens = likely.tokens
        self.knowledge = likely.knowledge
        self.words = likely.words

    def finds(self) -> list[Find]:
        found: list[Find] = []
        index = 0
        while index < len(self.tokens):
            stop, find = self._at(index)
            if find is not None:
                found.append(find)
            index = stop
        return found + list(find_beside(self.likely, found))

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
            if self.likely.is_full(index, end):
                if self._leads_line(index, end) and (found := self._swapped(index)):
                    return found
                sure = self.likely.certain(index, end)
                end += self._initial_follows(index, end)
                return end, replace(self._name(index, end), sure=sure)
        for look in (self._swapped, self._nicknamed, self._wrapped, self._family):
            found = look(index)
            if found is not None:
                return found
        return self._short(index)

    def _leads_line(self, index: int, end: int) -> bool:
        """Whether a surname of two words leads its line, as in `Van Dijk, Noah` among others."""
        comma = end < len(self.tokens) and self.tokens[end].gap == "comma"
        led = comma and self.tokens[index].key in PARTICLES
        return led and self._in_order(index, end)

    def _initial_follows(self, start: int, stop: int) -> bool:
        """Whether the words are a first name of two, and the surname an initial (Mei Lin Z)."""
        if not joined(self.tokens, stop) or len(self.tokens[stop].key) > 1:
            return False
        initial = self.tokens[stop].capital and not is_pronoun(self.tokens, stop)
        return initial and self._name(start, stop + 1).form == "first-initial"

    def _name(self, start: int, stop: int) -> Find:
        return name_of(self.text, self.tokens, start, stop, "lists", self.knowledge)

    def _run(self, index: int) -> int:
        """The index after the words that may belong to a name; a possessive ends it."""
        stop = name_run(self.tokens, index)
        for place in range(index, stop):
            if self.tokens[place].possessive:
                return place + 1
        return stop

    def _titled(self, index: int) -> tuple[int, Find | None]:
        """`Mrs Patel`, `Mr J Smith`, `Dr Sarah Brown`, `Mrs O`."""
        if not joined(self.tokens, index + 1) or not self.tokens[index + 1].capital:
            return index + 1, None
        if self.tokens[index + 1].key in SHORT_TITLES:
            return index + 1, None
        stop = self._run(index + 1)
        while stop > index + 1 and self._idle(self.tokens[stop - 1].key):
            stop -= 1
        named = units(self.tokens, index + 1, stop)
        if not named or (len(named) > 1 and all(unit.initial for unit in named)):
            return index + 1, None
        find = self._name(index, stop)
        return stop, replace(find, people=self._adults(named[-1])) if len(named) == 1 else find

    def _idle(self, key: str) -> bool:
        return len(key) > 1 and self.likely.mere_word(key)

    def _adults(self, surname: Unit) -> tuple[str, ...]:
        """Those of the register who bear a surname and are no pupils."""
        keys = tuple(token.key for token in self.tokens[surname.start : surname.stop])
        owners = self.knowledge.roster.surnames.get(keys) or {}
        people = self.knowledge.roster.people
        return tuple(code for code in sorted(owners) if people[code].role != "pupil")

    def _lower(self, index: int) -> tuple[int, Find | None]:
        """A name without capitals: both parts must be strong."""
        if self.likely.usual_given(self.tokens[index].key) and len(self.tokens[index].key) > 2:
            stop = index + 1
            while (
                joined(self.tokens, stop) and self.tokens[stop].gap != "line" and stop < index + 4
            ):
                stop += 1
                key = units(self.tokens, index, stop)[-1].key
                if self.words.ordinary(key) and key not in self.words.common_surnames:
                    break
                fits = len(key) > 2 and not self.tokens[stop - 1].capital
                if fits and self.likely.strong_surname(key) and not self._place(stop):
                    return stop, self._name(index, stop)
        return index + 1, None

    def _place(self, stop: int) -> bool:
        key = self.tokens[stop - 1].key
        return key in self.knowledge.place_words or key in self.knowledge.named_after

    def _swapped(self, index: int) -> tuple[int, Find] | None:
        """`KHAN Amira`, or a line `Khan, Amira`."""
        run = self._run(index)
        leads = self.tokens[index].key in PARTICLES and index + 1 < run
        end = units(self.tokens, index + leads, run)[0].stop
        if end >= len(self.tokens):
            return None
        after, stop = self.tokens[end], end + 1
        key = "".join(token.key for token in self.tokens[index:end])
        if key in TITLES or not (after.capital and len(key) >= _SHORTEST_SHOUTED):
            return None
        if after.gap == "space" and self.tokens[end - 1].upper and not after.upper:
            known = self.words.surname(key) or not self.words.ordinary(key)
            sure: bool | None = self._usual(after) and known
            told = sure and not self.text[: self.tokens[index].start][-1:].isalnum()
        else:
            stop = self._run(end)
            sure = self._behind_comma(index, end, stop, key)
            told = sure is not None
        if not told:
            return None
        find = replace(
            self._name(index, stop),
            form="full",
            reading="swapped",
            first=self.text[after.start : self.tokens[stop - 1].end],
            last=self.text[self.tokens[index].start : self.tokens[end - 1].end],
            sure=bool(sure) or self._in_order(index, stop - 1),
        )
        return stop, find

    def _usual(self, token: Token) -> bool:
        return self.likely.usual_given(token.key) and len(token.key) > 2

    def _behind_comma(self, index: int, end: int, stop: int, key: str) -> bool | None:
        """Whether it is sure that a first name follows its surname's comma; None if it does not."""
        after = self.tokens[end]
        if after.gap != "comma" or stop - end > _LONGEST_GIVEN:
            return None
        surname, head = self.words.surname(key), self.words.first(key)
        given = self.knowledge.may_be_given(after.key) and not self.words.ordinary(after.key)
        if self._divided(index, stop):
            return True if surname and given and self._heads(index, stop) else None
        if not self.likely.alone(index, stop) or (head and self._headed_by_word(index)):
            return None
        column = self._in_order(index, stop - 1)
        if surname and self._usual(after) and (column or head != STRONG):
            return True
        if surname and column and head != STRONG and self.words.first(after.key) == STRONG:
            return True
        likely = not self.words.ordinary(key) and head != STRONG
        named = given or surname or not self.words.ordinary(after.key)
        return False if likely and named else None

    def _heads(self, index: int, stop: int) -> bool:
        """Whether this pair, or the one before or behind it, begins with what is no first name."""
        begins = (index - 2, index, stop)
        keys = (self.tokens[place].key for place in begins if 0 <= place < len(self.tokens))
        return any(self.words.surname(key) and self.words.first(key) != STRONG for key in keys)

    def _divided(self, index: int, stop: int) -> bool:
        """Whether semicolons divide those who are written surname first: `Khan, Amira; Ali, Jo`."""
        before = self.text[: self.tokens[index].start].rstrip(" ")[-1:]
        after = self.text[self.tokens[stop - 1].end :].lstrip(" ")[:1]
        enclosed = before == "(" and after == ")"
        return enclosed or (before in _DIVIDERS and after in _DIVIDERS and ";" in (before, after))

    def _headed_by_word(self, index: int) -> bool:
        """Whether first names follow a colon on the line: `cellos: Noa, Theo`."""
        head = self.text[max(0, self.tokens[index].start - 2) : self.tokens[index].start]
        return head == ": "

    def _in_order(self, index: int, end: int) -> bool:
        """Whether the line above or below is written surname first as well."""
        begin = self.text.rfind("\n", 0, self.tokens[index].start) + 1
        above = self.text.rfind("\n", 0, max(begin - 1, 0)) + 1
        below = self.text.find("\n", self.tokens[end].end) + 1
        over = begin > 0 and _PAIR.match(self.text, above)
        return bool(over or (below and _PAIR.match(self.text, below)))

    def _nicknamed(self, index: int) -> tuple[int, Find] | None:
        """`Bernadette “Bernie” Lafferty`, `Aisha (Ash) Khan`."""
        stop = index + 3
        if stop > len(self.tokens) or not self.words.first(self.tokens[index].key):
            return None
        between = self.text[self.tokens[index].end : self.tokens[index + 2].start]
        last = self.tokens[index + 2]
        if not _NICKNAME.fullmatch(between) or not last.capital or self.likely.mere_word(last.key):
            return None
        return stop, replace(
            self._name(index, stop), form="full", first=self.tokens[index].text, last=last.text
        )

    def _wrapped(self, index: int) -> tuple[int, Find] | None:
        """A first name at the end of a line whose surname begins the next."""
        stop = index + 1
        if stop >= len(self.tokens) or self.tokens[stop].gap != "line":
            return None
        last, given = self.tokens[stop], self.tokens[index].key
        inside = self.tokens[index].gap not in ("start", "line") or self._runs_on(stop)
        named = inside and self.words.first(given) and not self.words.ordinary(given)
        if not named or not last.capital:
            return None
        if last.upper != self.tokens[index].upper or self.text[last.end : last.end + 1] == ":":
            return None
        alone = stop + 1 == len(self.tokens) or self.tokens[stop + 1].gap == "line"
        surname = self.likely.strong_surname(last.key)
        if (self.words.first(last.key) and alone) or not (
            surname or not self.words.ordinary(last.key)
        ):
            return None
        return stop + 1, replace(self._name(index, stop + 1), sure=surname)

    def _runs_on(self, index: int) -> bool:
        """Whether a line begins with a word that is no first name, and goes on as a sentence."""
        follows = self.tokens[index + 1 : index + 2]
        goes_on = bool(follows) and follows[0].gap == "space" and not follows[0].capital
        return goes_on and not self.words.first(self.tokens[index].key)

    def _family(self, index: int) -> tuple[int, Find] | None:
        """`the Khan family`."""
        stop = units(self.tokens, index, self._run(index))[0].stop
        if not joined(self.tokens, stop) or self.tokens[stop].key not in FAMILY:
            return None
        key = self.tokens[stop - 1].key
        led = joined(self.tokens, index) and self.tokens[index - 1].key in (
            "the",
            "whole",
            "entire",
        )
        if not led or (self.words.ordinary(key) and key not in self.words.common_surnames):
            return None
        find = replace(self._name(index, stop), form="last", first=None, reading="family")
        written = self.text[find.start : find.end]
        return stop + 1, replace(find, last=written, sure=self.words.surname(key))

    def _short(self, index: int) -> tuple[int, Find | None]:
        """A first name, alone or with an initial."""
        unit = units(self.tokens, index, self._run(index))[0]
        double = self.likely.written(unit).count("-") == 1
        head = self.words.first(unit.key) or (double and self.words.first(self.tokens[index].key))
        if not head:
            return index + 1, None
        stop = unit.stop
        follows = joined(self.tokens, stop) and self.tokens[stop]
        initial = follows and is_initial(follows) and follows.capital and follows.gap == "space"
        if initial and head == STRONG and not is_pronoun(self.tokens, stop):
            return stop + 1, self._name(index, stop + 1)
        reads = head == STRONG and reads_as_name(
            self.text, self.tokens, index, stop, self.knowledge
        )
        if not reads:
            return stop, None
        return stop, replace(self._name(index, stop), sure=self.likely.expected(index))
