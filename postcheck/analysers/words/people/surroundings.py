"""The names of things around a name: what is dropped for them, and what stays in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from postcheck.analysers.words.people.context import names_a_thing
from postcheck.analysers.words.people.finds import FULL, Find
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import BEFORE_NAMES
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.spans import SpanIndex
from postcheck.analysers.words.people.tokens import BESIDE, Token, index_from

Span = tuple[int, int]


class Surroundings:
    """The text in which names were found: its words, and the spans of what is no person.

    `others` are the spans that the model takes for places or organisations, `works` those of
    titles that are sure, `made` those of works and things that only their surroundings tell.
    """

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        things: Iterable[Span],
        knowledge: Knowledge,
        others: Iterable[Span] = (),
        works: Iterable[Span] = (),
        made: Iterable[Span] = (),
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.knowledge = knowledge
        self.things = _indexed(things)
        self.others = _indexed(others)
        self.works = _indexed(works)
        self.made = _indexed(made)


def _indexed(spans: Iterable[Span]) -> SpanIndex[Span]:
    return SpanIndex((start, end, (start, end)) for start, end in spans)


def against_things(find: Find, around: Surroundings) -> Find | None:
    """The find as it stands among the names of things; None for what is no person."""
    full = find.origin == "register" and find.form in FULL
    if not find.public and (title := _around(find, around.works)) is not None:
        whole = title[1] - title[0] <= find.length + len("'s")
        return replace(find, reading="namesake") if full and whole else None
    if not find.public and _around(find, around.made) is not None:
        return replace(find, reading="namesake") if full else None
    stays = full and not _mere_words(find, around)
    for start, end in around.things.touching(find.start, find.end):
        if start <= find.start and find.end <= end:
            return replace(find, reading="namesake") if stays else None
        # K Asante is named, though asante is a word of thanks
        holds = find.reading == "initial-surname" and find.start <= start and end <= find.end
        if start < find.end and find.start < end and not stays and not holds:
            return None
    if find.form != "title-last" and _named_after(find, around):
        return replace(find, reading="named-after") if stays else None
    return find


def _around(find: Find, spans: SpanIndex[Span]) -> Span | None:
    """The first of the spans that holds the whole find."""
    touching = spans.touching(find.start, find.end)
    return next((one for one in touching if one[0] <= find.start and find.end <= one[1]), None)


def _mere_words(find: Find, around: Surroundings) -> bool:
    """Whether a name is made of ordinary words and nothing lets one expect a name."""
    tokens = around.tokens
    start, stop = index_from(tokens, find.start), index_from(tokens, find.end)
    if not all(around.knowledge.words.ordinary(token.key) for token in tokens[start:stop]):
        return False
    expected = start > 0 and tokens[start - 1].key in BEFORE_NAMES
    return start < stop and not expected


def _named_after(find: Find, around: Surroundings) -> bool:
    """Whether the next word, or for lists and model the last, makes the name that of a thing."""
    tokens, things = around.tokens, around.knowledge.named_after
    start, index = index_from(tokens, find.start), index_from(tokens, find.end)
    if find.origin == "model" and index - start > 1:
        if names_a_thing(tokens, start, index, around.knowledge):
            return True
    elif find.origin != "register" and not tokens and fold(find.last or "") in things:
        return True
    if not 0 < index < len(tokens) or tokens[index - 1].possessive:
        return False
    compound = index + 1 < len(tokens) and tokens[index + 1].gap == "tight"  # a hat-trick
    return tokens[index].gap in BESIDE and tokens[index].key in things and not compound
