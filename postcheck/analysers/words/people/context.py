"""Whether a word that is a name and an ordinary word as well is meant as a name."""

from __future__ import annotations

import re

from postcheck.analysers.words.people.grammar import (
    AFTER_NAMES,
    BEFORE_NAMES,
    BEFORE_TIMES,
    EXPECTANT,
    FROM_TO,
    LEADS,
    PLACED,
    PRAISE,
    ROYAL,
    TIMES,
)
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.tokens import BESIDE, JOINS, Token, joined
from postcheck.analysers.words.people.vocabulary import STRONG, Vocabulary

_DIGIT_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[\s,-]*$")
_DIGIT_AFTER = re.compile(r"[\s,]*\d")


def plainly_written(
    tokens: list[Token], start: int, stop: int, knowledge: Knowledge
) -> bool | None:
    """Whether the words start:stop are written as a full name is.

    None for words that cannot be a name here (`we will read`), false where they may be ordinary
    words as well (`Parents Will Read Stories`).
    """
    words = tokens[start:stop]
    if not all(knowledge.words.ordinary(token.key) or len(token.key) == 1 for token in words):
        return True
    if not (words[0].capital and words[-1].capital):
        return None
    around = []
    if start and tokens[start].gap in JOINS and tokens[start - 1].key not in EXPECTANT | {"our"}:
        around.append(tokens[start - 1])
    if stop < len(tokens) and tokens[stop].gap in JOINS:
        around.append(tokens[stop])
    if not any(token.capital and knowledge.words.ordinary(token.key) for token in around):
        return True
    return None if words[0].upper else False


def reads_as_name(
    text: str, tokens: list[Token], start: int, stop: int, knowledge: Knowledge
) -> bool:
    """Whether the words start:stop, a first name by themselves, are likely to be meant as one."""
    first, last = tokens[start], tokens[stop - 1]
    after = tokens[stop] if stop < len(tokens) else None
    if after is not None and after.gap in BESIDE and after.key in knowledge.named_after:
        return False
    if stop - start > 1 or not knowledge.words.ordinary(first.key):
        return first.capital or len(first.key) > 3
    if not first.capital or len(first.key) < 3:
        return False
    before = tokens[start - 1] if start else None
    if first.key in TIMES and _is_time(text, tokens, start, stop):
        return False
    if beside_names(tokens, start, stop, knowledge):
        return True
    if before is not None and first.gap in JOINS and before.key in BEFORE_NAMES:
        return not (first.upper and before.upper)
    if first.key in TIMES or first.upper:
        return False
    if last.possessive:
        return True
    if before is not None and first.gap == "space" and not before.capital:
        return after is None or after.gap not in JOINS or not after.capital
    return after is not None and after.gap == "space" and after.key in AFTER_NAMES


def names_a_thing(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether the words start:stop name a street, a house, a trophy.

    Some such words are surnames too: Min-seo Park and Amelia Church are people where a name is
    expected, or where the first name is one of those that are never the name of a place.
    """
    last = tokens[stop - 1].key
    if last in knowledge.place_words:
        placed = joined(tokens, start) and tokens[start - 1].key in PLACED
        placed = placed or _led_from(tokens, start)
        return placed or knowledge.words.first(tokens[start].key) != STRONG
    if last not in knowledge.named_after:
        return False
    return not (knowledge.words.surname(last) and _of_somebody(tokens, start, stop, knowledge))


def _led_from(tokens: list[Token], start: int) -> bool:
    """Whether people or ways lead from or to the place: `the fans from Rose Hill`."""
    if start < 2 or not (joined(tokens, start) and joined(tokens, start - 1)):
        return False
    return tokens[start - 1].key in FROM_TO and tokens[start - 2].key in LEADS


def _of_somebody(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> bool:
    after = tokens[stop] if stop < len(tokens) else None
    before = tokens[start - 1] if joined(tokens, start) else None
    if before is not None and (before.key in PLACED or before.key in ("the", "to", "for")):
        return False
    spoken = (
        after is not None
        and after.gap == "space"
        and after.key in AFTER_NAMES - {"is", "was", "has"}
    )
    eastern = tokens[start + 1].gap == "tight" and not tokens[start + 1].capital
    praised = before is not None and before.key in EXPECTANT
    known = knowledge.words.first(tokens[start].key) == STRONG
    return eastern or (known and (spoken or praised))


def is_pronoun(tokens: list[Token], index: int) -> bool:
    """Whether a single letter is rather the word `A` or `I` than an initial."""
    if tokens[index].key not in ("a", "i") or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    if after.gap in ("tight", "symbol"):
        return tokens[index].key == "i" and len(after.key) < 3
    return after.gap == "space" and after.key not in AFTER_NAMES and after.key != "and"


def is_ruler(tokens: list[Token], index: int, words: Vocabulary) -> bool:
    """`King Edward`, `St Mary`: a first name after such a word, and no surname after it."""
    if tokens[index].key not in ROYAL or not joined(tokens, index + 1):
        return False
    named = tokens[index + 1]
    longer = joined(tokens, index + 2) and tokens[index + 2].capital
    saint = tokens[index].key in ("st", "saint", "san", "santa", "loch", "mount", "lake")
    return named.capital and (saint or (words.first(named.key) == STRONG and not longer))


def _is_time(text: str, tokens: list[Token], start: int, stop: int) -> bool:
    first, last = tokens[start], tokens[stop - 1]
    before = tokens[start - 1].key if start and first.gap in JOINS else ""
    praised = before in ("to", "for") and start > 1 and tokens[start - 2].key in PRAISE
    if before in BEFORE_TIMES and not praised:
        return True
    head = text[max(0, first.start - 8) : first.start]
    return bool(_DIGIT_BEFORE.search(head) or _DIGIT_AFTER.match(text, last.end))


def beside_names(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether the words stand in a list of names."""
    neighbours = []
    if start:
        neighbours.append((tokens[start].gap, start - 1, -1))
    if stop < len(tokens):
        neighbours.append((tokens[stop].gap, stop, 1))
    for gap, index, step in neighbours:
        place = index
        if gap == "space" and tokens[index].key == "and":
            place = index + step
        elif gap not in ("comma", "and"):
            continue
        if 0 <= place < len(tokens) and _certain_given(tokens[place], knowledge):
            return True
    return False


def _certain_given(token: Token, knowledge: Knowledge) -> bool:
    return (
        token.capital
        and not knowledge.words.ordinary(token.key)
        and knowledge.may_be_given(token.key)
    )
