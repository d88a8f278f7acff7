"""Stretches of a text that look like names of people and are none: phrases, pets, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import PETS, TENDERS
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_run
from postcheck.analysers.words.people.tokens import Token, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_CALLED = frozenset(("called", "named"))
_WHOSE = frozenset(("the", "our", "my", "a", "his", "her", "their", "your"))
_BETWEEN = 3
_LINKS = frozenset(("y", "yr", "a", "an", "na", "nan", "nam"))
"""Articles of Welsh, Gaelic and Irish inside such names: Féile na Bealtaine."""
_LONGEST_LED = 4
"""Words of what is called after somebody, with the word that says what it is."""
_FEWEST_HOUSES = 3
_POINTS = re.compile(
    r"^\W*(?:\d{1,2}(?:st|nd|rd|th)?[.):]?\s+)?(?P<name>[A-Z][\w’'-]+)\s*[:–—-]?\s*"
    r"\d{1,3}(?:[,.]?\d{3}|\d)(?:\s*(?:points?|pts))?\W*$",
    re.MULTILINE,
)
_ROLE = re.compile(r"[^\S\n]*(?:[-–—:=]|\.{3,}|…)[^\S\n]*")


def find_things(tokens: list[Token], knowledge: Knowledge) -> list[tuple[int, int]]:
    """The spans of phrases that are no people; half of a double-barrelled name ends none."""
    return [
        (tokens[index].start, tokens[stop - 1].end)
        for index in range(len(tokens))
        for stop, _ in knowledge.things.matches(tokens, index)
        if not (stop < len(tokens) and tokens[stop].gap == "tight" and tokens[stop].capital)
    ]


def find_led(tokens: list[Token], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """What a word before a name makes a thing of: `Tŷ Madog`, `Ysgol Dafydd Llwyd`."""
    for index, token in enumerate(tokens):
        if token.capital and token.text.casefold() in knowledge.named_before:
            if joined(tokens, index) and knowledge.may_be_given(tokens[index - 1].key):
                continue  # Elin Maes Jones
            begin = index
            while joined(tokens, begin + 1) and tokens[begin + 1].key in _LINKS:
                begin += 1
            stop = name_run(tokens, begin, _LONGEST_LED)
            if stop > begin + 1 and tokens[stop - 1].capital:
                yield token.start, tokens[stop - 1].end


def find_pets(tokens: list[Token], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """The names of animals: `our school dog Alfie`, `Pip the guinea pig`, `a hamster called Bo`.

    A name that people seldom have, and nobody on the register, is the animal's wherever it stands.
    """
    named: set[int] = set()
    for index, token in enumerate(tokens):
        if token.key in PETS and not _tended(tokens, index):
            named.update(_after_pet(tokens, index), _before_pet(tokens, index))
    odd = {tokens[place].key for place in named if _odd(tokens[place].key, knowledge)}
    named.update(place for place, token in enumerate(tokens) if token.key in odd)
    yield from (
        (tokens[place].start, tokens[place].end)
        for place in sorted(named)
        if _single(tokens, place)
    )


def find_houses(text: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Houses and teams in a table of points, a line each, and wherever else they are named."""
    names = [match["name"] for match in _POINTS.finditer(text)]
    given = sum(knowledge.words.first(fold(name)) == STRONG for name in names)
    if len(names) < _FEWEST_HOUSES or given * 2 >= len(names):
        return
    for name in dict.fromkeys(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.span()


def _tended(tokens: list[Token], index: int) -> bool:
    """Whether the word is part of what a person does: a dog walker, a horse rider."""
    return joined(tokens, index + 1) and tokens[index + 1].key in TENDERS


def _after_pet(tokens: list[Token], index: int) -> Iterator[int]:
    place = index + 1
    while place < min(len(tokens), index + 5) and not tokens[place].capital:
        if tokens[place].key in _CALLED or tokens[place - 1].key == "name":
            place += 1
            break
        place += 1
    else:
        if place != index + 1 or not joined(tokens, place):
            return
    if place < len(tokens) and tokens[place].capital and _single(tokens, place):
        yield place
        following = list(_listed_after(tokens, place))
        several = tokens[index].key.endswith("s")
        yield from following if several else (one for one in following if one == place + 2)


def _odd(key: str, knowledge: Knowledge) -> bool:
    """Whether a name is no usual first name and nobody's on the register."""
    return knowledge.words.first(key) != STRONG and (key,) not in knowledge.roster.given


def _listed_after(tokens: list[Token], place: int) -> Iterator[int]:
    """The names that follow in a list: `Agatha, Nugget and Barry`."""
    while place + 1 < len(tokens):
        place += 2 if tokens[place + 1].key == "and" else 1
        if place >= len(tokens) or not _single(tokens, place):
            return
        if tokens[place - 1].key != "and" and tokens[place].gap != "comma":
            return
        yield place


def _before_pet(tokens: list[Token], index: int) -> Iterator[int]:
    """The name in `Alfie the therapy dog` and `Alfie, our school dog`."""
    for place in range(index - 1, max(0, index - _BETWEEN - 2), -1):
        if not joined(tokens, place + 1):
            return
        led = tokens[place]
        if led.key in _WHOSE and led.gap in ("space", "comma") and place:
            apposed = led.gap == "space" or (led.key in ("the", "our") and index - place > 1)
            if apposed and tokens[place - 1].capital and _single(tokens, place - 1):
                yield place - 1
            return


def _single(tokens: list[Token], index: int) -> bool:
    """Whether a word with a capital stands by itself, and is not half of a full name."""
    before = joined(tokens, index) and tokens[index - 1].capital and tokens[index].gap == "space"
    after = joined(tokens, index + 1) and tokens[index + 1].capital
    return tokens[index].capital and not after and not (before and index > 1)


def in_brackets(text: str, start: int, end: int, named_to: set[int]) -> bool:
    """Whether a word in brackets tells the house of the one named before: `Amelia T (Elm)`."""
    enclosed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return enclosed and len(text[: start - 1].rstrip(" ")) in named_to


def is_role(text: str, end: int, named_from: set[int]) -> bool:
    """Whether a name that ends there is a part that somebody plays: `Mary – Amelia T`."""
    led = _ROLE.match(text, end)
    return led is not None and led.end() in named_from
