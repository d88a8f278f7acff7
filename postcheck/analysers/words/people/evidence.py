"""How sure the model must be before a name that it alone sees is believed.

The less the lists know of a name, the surer the model must be. The limits were chosen on the open
development sets, so that at each of them about every second name is right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import EXPECTANT, SHORT_TITLES
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.tokens import Token, index_from, joined
from postcheck.analysers.words.people.vocabulary import STRONG

_USUAL = 0.2
"""For a usual first name that is no ordinary word, or after a title or `well done`."""
_LISTED = 0.3
"""For a rarer first name, or a surname."""
_FULL = 0.4
"""For several words that no list knows, at least one of them with a capital letter."""
_ALONE = 0.5
"""For one word that no list knows."""
_SMALL = 0.8
"""For words without a capital that no list knows, where the text writes its capitals."""
_LONG_ENOUGH = 40
_CELL = 0.9
"""For the one word of a cell, which is a day, a place or a subject as likely."""
_ROW = re.compile(r"[^\S\n]*\|.*\|[^\S\n]*$|.*\w[^\S\n]*\|[^|\n\w]*\w[^|\n]*\|", re.MULTILINE)
_BEGINS = re.compile(r"(?:^|[.!?…]\s+|\n)[^\w\n]*(?P<word>[^\W\d_]+)")


def believed(find: Find, text: str, tokens: list[Token], knowledge: Knowledge) -> bool:
    """Whether a find of the model counts; one without a score always does."""
    if find.score is None:
        return True
    start, stop = index_from(tokens, find.start), index_from(tokens, find.end)
    stop = max(stop, start + 1)
    needed = _needed(tokens, start, stop, knowledge)
    if needed >= _FULL and not any(token.capital for token in tokens[start:stop]):
        needed = max(needed, _SMALL if _writes_capitals(text) else needed)
    elif stop - start == 1 and not knowledge.may_be_given(tokens[start].key):
        needed = max(needed, _CELL if _in_table(text, find.start) else needed)
    return find.score >= needed


@lru_cache(maxsize=4)
def _writes_capitals(text: str) -> bool:
    """Whether every sentence and line of a text begins with a capital letter."""
    begun = [match["word"] for match in _BEGINS.finditer(text)]
    return len(text) >= _LONG_ENOUGH and all(word[0].isupper() for word in begun)


def _in_table(text: str, place: int) -> bool:
    """Whether the line is a row of a table."""
    return _is_row(text, text.rfind("\n", 0, place) + 1)


@lru_cache(maxsize=4)
def _is_row(text: str, begin: int) -> bool:
    """Whether the line that begins there is one; names come in the order of the text."""
    return _ROW.match(text, begin) is not None


def _needed(tokens: list[Token], start: int, stop: int, knowledge: Knowledge) -> float:
    named = tokens[start:stop]
    if not named:
        return _ALONE
    words, first, last = knowledge.words, named[0].key, named[-1].key
    capital = named[0].capital
    if capital and joined(tokens, start) and tokens[start - 1].key in EXPECTANT | SHORT_TITLES:
        return _USUAL
    if words.first(first) == STRONG and not words.ordinary(first):
        return _USUAL if capital or len(named) > 1 else _LISTED
    listed = knowledge.may_be_given(first) or words.surname(last)
    if (
        listed
        and (capital or len(named) > 1)
        and not (words.ordinary(first) and words.ordinary(last))
    ):
        return _LISTED
    return _FULL if len(named) > 1 and any(token.capital for token in named) else _ALONE
