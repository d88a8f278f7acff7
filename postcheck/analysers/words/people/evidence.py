"""How sure the model must be before a name that it alone sees is believed.

The less the lists know of a name, the surer the model must be. The limits were chosen on the open
development sets, so that at each of them about every second name is right.
"""

from __future__ import annotations

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


def believed(find: Find, tokens: list[Token], knowledge: Knowledge) -> bool:
    """Whether a find of the model counts; one without a score always does."""
    if find.score is None:
        return True
    start, stop = index_from(tokens, find.start), index_from(tokens, find.end)
    return find.score >= _needed(tokens, start, max(stop, start + 1), knowledge)


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
