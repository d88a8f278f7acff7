"""Public, historical and fictional people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import PLACED, ROYAL
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_of
from postcheck.analysers.words.people.tokens import Token, joined
from postcheck.analysers.words.sentences import APOSTROPHES

_BETWEEN = re.compile(r"\s*(?:[,;&]|[,;]? and|[,;]? a|[,;]? then)\s+")
"""What divides the names of a row; the Welsh `a` is `and`."""
_OF_RANK = frozenset(("lady", "lord"))
_FEWEST_FIGURES = 2


def find_figures(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Find]:
    """Every public figure in a row of words."""
    said = text.translate(APOSTROPHES)
    for index, token in enumerate(tokens):
        for stop, needs in knowledge.figures.matches(tokens, index):
            if not needs.held_by(said):
                continue
            alone = stop - index == 1
            if not token.capital and not _unmistakable(tokens[index:stop], knowledge):
                continue
            if alone and _part_of_longer_name(tokens, index, knowledge):
                continue
            if _no_person(tokens, index, alone):
                continue
            yield from _named(text, tokens, index, stop, knowledge)
            break


def among_figures(finds: Sequence[Find], text: str) -> list[Find]:
    """The finds in order, the one unknown full name in a row of figures as one of them."""
    row: list[Find] = []
    answer: list[Find] = []
    for find in finds:
        if row and not _BETWEEN.fullmatch(text, row[-1].end, find.start):
            answer += _figures_all(row)
            row = []
        row.append(find)
    return answer + _figures_all(row)


def _figures_all(row: list[Find]) -> list[Find]:
    """The row, where at least two figures stand in it and nobody else but one that is unknown."""
    others = [find for find in row if not find.public]
    if len(others) != 1 or len(row) - 1 < _FEWEST_FIGURES:
        return row
    one = others[0]
    if one.origin == "register" or one.form != "full" or one.reading != "exact":
        return row
    return [find if find.public else replace(find, public=True) for find in row]


def _no_person(tokens: list[Token], index: int, alone: bool) -> bool:
    """Whether it is a costume (`a Gruffalo`) or an inn (`past the Duke of Wellington`)."""
    if not joined(tokens, index):
        return False
    before = tokens[index - 1].key
    if before in ("a", "an"):
        return alone
    placed = index > 1 and before == "the" and tokens[index - 2].key in PLACED
    return placed and tokens[index].key in ROYAL


def _named(
    text: str, tokens: list[Token], start: int, stop: int, knowledge: Knowledge
) -> Iterator[Find]:
    """The words start:stop as one figure, or as two where `and` divides them."""
    for index in range(start + 1, stop - 1):
        if tokens[index].key == "and":
            yield from _named(text, tokens, start, index, knowledge)
            yield from _named(text, tokens, index + 1, stop, knowledge)
            return
    find = name_of(text, tokens, start, stop, "lists", knowledge)
    # Lady Gaga is called nothing else; Mr Bean has a title like anybody.
    begin = tokens[start].start if tokens[start].key in _OF_RANK else find.start
    end = tokens[stop - 1].end
    yield replace(find, start=begin, end=end, reading="exact", public=True)


def _unmistakable(words: list[Token], knowledge: Knowledge) -> bool:
    """Whether words in small letters can be nobody else (obama is one, trump and rose are not)."""
    if len(words) == 1 and knowledge.may_be_given(words[0].key):
        return False
    return not all(knowledge.words.ordinary(word.key) for word in words)


def _part_of_longer_name(tokens: list[Token], index: int, knowledge: Knowledge) -> bool:
    """Whether a single word is rather part of somebody else's name (Matilda Brown)."""
    words = knowledge.words
    if joined(tokens, index + 1):
        after = tokens[index + 1]
        if after.capital and (words.surname(after.key) or not words.ordinary(after.key)):
            return after.key not in knowledge.named_after
    if joined(tokens, index):
        before = tokens[index - 1]
        return before.capital and knowledge.may_be_given(before.key)
    return False
