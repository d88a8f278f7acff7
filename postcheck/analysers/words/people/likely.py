"""Whether words of the lists make a name, and whether the lists alone may say so."""

from __future__ import annotations

import re
from itertools import pairwise

from postcheck.analysers.words.people.context import beside_names, names_a_thing
from postcheck.analysers.words.people.grammar import (
    AFTER_NAMES,
    BEFORE_NAMES,
    EXPECTANT,
    PARTICLES,
    SUFFIXES,
    WEEKDAYS,
)
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import Unit, units
from postcheck.analysers.words.people.tokens import JOINS, Token, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_HEADED = re.compile(r"(?:\w[^\S\n]*[:–—]|(?:^|\n)[^\S\n]*(?:[-–•*·]|\d{1,2}[.)]))[^\S\n]*$")
_NEAR = 12
_PERIOD = r"of the (?:week|month|term|half[ -]term|day|match|year)"
_AWARDED = re.compile(
    rf"(?<!\w)(?:{_PERIOD}|award|prize|medal|trophy|cup|shield|badge|certificate|title)(?!\w)"
    r"[^.!?\n]{0,20}(?:(?:goes|went|go|awarded|presented|given) to|:)[ ]*$",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    rf"[ ](?:is|was|are)[ ](?:our|this|the|last)[ ][^.!?\n]{{0,25}}{_PERIOD}(?!\w)", re.IGNORECASE
)
_REACH = 60


class Likelihood:
    """The words of one surface, asked about stretches start:stop."""

    def __init__(self, text: str, tokens: list[Token], knowledge: Knowledge) -> None:
        self.text = text
        self.tokens = tokens
        self.knowledge = knowledge
        self.words = knowledge.words

    def is_full(self, start: int, stop: int) -> bool:
        """Whether the words are likely to be a first name and a surname."""
        named = units(self.tokens, start, stop)
        if len(named) < 2 or named[-1].initial:
            return False
        head, last = named[0], named[-1]
        honoured = self._awarded(start) or self._honoured(stop)
        if names_a_thing(self.tokens, start, stop, self.knowledge) and not (
            honoured and last.key in self.knowledge.place_words
        ):
            return False
        if (last.key in SUFFIXES and len(named) < 3) or not self.tokens[stop - 1].capital:
            return False
        if head.initial:
            return self._initial_surname(head, named)
        if last.key in WEEKDAYS and last.start == head.stop:
            return False
        given = honoured and self.words.first(head.key) > 0
        words = (unit for unit in named if unit.key not in SUFFIXES)
        if any(self.mere_word(unit.key) and not (given and unit is head) for unit in words):
            return False
        if self._begins_anew(named):
            return False
        if self._shouts(start, stop) and not self._shouted_name(start, stop, named):
            return False
        return self._fit(head, last if last.key not in SUFFIXES else named[-2])

    def certain(self, start: int, stop: int) -> bool:
        """Whether a full name needs no second opinion of the model."""
        named = units(self.tokens, start, stop)
        head, last = named[0], named[-1]
        key = self.tokens[head.start].key if "-" in self.written(head) else head.key
        if head.initial or self.expected(start):
            return True
        if self.words.first(key) != STRONG:
            return False
        follows = stop < len(self.tokens) and self.tokens[stop].key in AFTER_NAMES
        follows = follows or self._honoured(stop) or self._led(start, stop)
        if follows or self.headed(start) or self.alone(start, stop):
            return True
        between = all(self._part_of_name(unit) for unit in named[1:-1])
        return between and (self.words.surname(last.key) or "-" in self.written(last))

    def _led(self, start: int, stop: int) -> bool:
        """Whether a word before the name, or a particle inside it, speaks for one."""
        led = joined(self.tokens, start) and self.tokens[start - 1].key in BEFORE_NAMES
        inside = self.tokens[start + 1 : stop - 1]
        return led or any(one.key in PARTICLES and not one.capital for one in inside)

    def expected(self, index: int) -> bool:
        """Whether a name is all that can be expected here."""
        place = index - 1
        if place > 0 and self.tokens[place].key in ("to", "for"):
            place -= 1
        near = all(joined(self.tokens, after) for after in range(place + 1, index + 1))
        praised = place >= 0 and near and self.tokens[place].key in EXPECTANT
        return (
            praised
            or self._awarded(index)
            or beside_names(self.tokens, index, index + 1, self.knowledge)
        )

    def _awarded(self, index: int) -> bool:
        """Whether a prize goes to whoever is named next."""
        begin = self.tokens[index].start
        return _AWARDED.search(self.text[max(0, begin - _REACH) : begin]) is not None

    def _honoured(self, stop: int) -> bool:
        """Whether the one named before is called pupil of the week, or the like."""
        return _HONOURED.match(self.text, self.tokens[stop - 1].end) is not None

    def headed(self, index: int) -> bool:
        """Whether a colon, a dash, a bullet or a number leads up to the word."""
        begin = self.tokens[index].start
        return bool(_HEADED.search(self.text[max(0, begin - _NEAR) : begin]))

    def alone(self, start: int, stop: int) -> bool:
        """Whether the words fill their line, or what other marks divide."""
        return self._parted(start) and self._parted(stop)

    def _parted(self, index: int) -> bool:
        """Whether a line or what other marks divide begins at the index; bullets begin lines."""
        if index in (0, len(self.tokens)) or self.tokens[index].gap in ("line", "stop"):
            return True
        return "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def mere_word(self, key: str) -> bool:
        """Whether a word is no name at all."""
        named = self.words.surname(key) or self.words.first(key) == STRONG
        return self.words.ordinary(key) and not named

    def strong_surname(self, key: str) -> bool:
        """Whether a word is a surname and no ordinary word, or one that many people bear."""
        return self.words.surname(key) and (
            not self.words.ordinary(key) or key in self.words.common_surnames
        )

    def usual_given(self, key: str) -> bool:
        """Whether a word is a usual first name and no ordinary word."""
        return self.words.first(key) == STRONG and not self.words.ordinary(key)

    def written(self, one: Unit) -> str:
        """A unit as it is written."""
        return self.text[self.tokens[one.start].start : self.tokens[one.stop - 1].end]

    def _begins_anew(self, named: list[Unit]) -> bool:
        """Whether another name begins after a bare initial: `Daniel O Tharani Yogarajah`."""
        return any(
            one.initial
            and self.tokens[other.start].gap == "space"
            and self.usual_given(other.key)
            and (other is not named[-1] or not self.words.surname(other.key))
            for one, other in pairwise(named)
        )

    def _part_of_name(self, unit: Unit) -> bool:
        return unit.initial or bool(self.words.first(unit.key)) or self.words.surname(unit.key)

    def _fit(self, head: Unit, last: Unit) -> bool:
        """Whether the first and the last unit are likely to make a name."""
        first, surname = self.words.first(head.key), self.words.surname(last.key)
        plain_head = not self.words.ordinary(head.key)
        plain_last = not self.words.ordinary(last.key)
        if first == STRONG and plain_head:
            return surname or plain_last
        if not first and "-" in self.written(head):
            first = self.words.first(self.tokens[head.start].key)
        if first == STRONG and surname and plain_last:
            return True
        honoured = self._awarded(head.start) or self._honoured(last.stop)
        if first and (plain_head or first == STRONG or honoured):
            likely = surname if plain_head else surname or plain_last
            return likely and (honoured or self._awaited(head.start))
        return plain_head and surname and plain_last and len(head.key) > 2

    def _awaited(self, index: int) -> bool:
        """Whether what stands before lets one expect a name, or at least no new sentence."""
        token = self.tokens[index]
        if token.gap in ("comma", "and"):
            return True
        if index == 0 or token.gap not in JOINS:
            return False
        before = self.tokens[index - 1]
        return before.key in BEFORE_NAMES or not before.capital

    def _shouts(self, start: int, stop: int) -> bool:
        """Whether it begins in capitals: AJ Smith does not, POTM Smith does."""
        token = self.tokens[start]
        return token.upper and (len(token.key) > 2 or self.tokens[stop - 1].upper)

    def _shouted_name(self, start: int, stop: int, named: list[Unit]) -> bool:
        """Whether words in capitals throughout are a name: strong, or alone on their line."""
        if not all(
            self.tokens[index].upper or len(self.tokens[index].key) == 1
            for index in range(start, stop)
        ):
            return self.usual_given(named[0].key)
        strong = self.usual_given(named[0].key)
        if strong and self.strong_surname(named[-1].key):
            return True
        return strong and self.alone(start, stop) and self.words.surname(named[-1].key)

    def _initial_surname(self, head: Unit, named: list[Unit]) -> bool:
        dotted = self.text[self.tokens[head.start].end :][:1] == "."
        last = named[-1].key
        strong = self.words.surname(last) and not self.words.ordinary(last)
        others = all(unit.initial for unit in named[:-1])
        return others and (
            strong if head.key in ("a", "i") or not dotted else (strong or self.words.surname(last))
        )
