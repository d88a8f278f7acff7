"""Public, historical and fictional people, and phrases that look like names and are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.shape import name_of
from postcheck.analysers.words.people.tokens import Token, joined


def find_figures(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Find]:
    """Every public figure in a row of words."""
    for index, token in enumerate(tokens):
        for stop, _ in knowledge.figures.matches(tokens, index):
            alone = stop - index == 1
            if not token.capital and (alone or not _unmistakable(tokens[index:stop], knowledge)):
                continue
            if alone and _part_of_longer_name(tokens, index, knowledge):
                continue
            find = name_of(text, tokens, index, stop, "lists", knowledge)
            # Mr Bean and Lady Gaga are called nothing else; Sir David Attenborough is.
            start = token.start if find.form == "title-last" else find.start
            yield replace(find, start=start, end=tokens[stop - 1].end, reading="exact", public=True)
            break


def find_things(tokens: list[Token], knowledge: Knowledge) -> list[tuple[int, int]]:
    """The spans of phrases that are no people."""
    return [
        (tokens[index].start, tokens[stop - 1].end)
        for index in range(len(tokens))
        for stop, _ in knowledge.things.matches(tokens, index)
    ]


def _unmistakable(words: list[Token], knowledge: Knowledge) -> bool:
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
