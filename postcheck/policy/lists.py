"""Lists that rules and analysers share: words, hosts, hashtags, each with date and source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import model_validator

from postcheck.documents.model import Day, Document
from postcheck.patterns.known import known

Use = Literal[
    "link-shorteners",  # hosts whose links hide where they lead
    "shared-documents",  # hosts of documents that may be open to anyone with the link
    "online-forms",  # hosts of forms that gather what people type
    "well-known-sites",  # sites that false addresses imitate
    "public-people",  # public, historical and fictional people
    "named-things",  # what looks like a person's name and is none
    "no-names",  # words of other languages that are no part of any name
    "named-works",  # titles in which people are named, longer than the name
    "named-after-people",  # words that make a name before them the name of a thing: House, Cup
    "named-before-people",  # words that do so where they stand before the name: Tŷ, Ysgol
    "places-after-people",  # surnames that do so in the names of places alone: Hall, Hill
    "account-labels",  # what the profile of an official account may call it
]
"""What analysers use lists for; a list of any name may serve one, and several the same."""


class Emits(Document):
    """The fact that every hit of a word list becomes."""

    kind: Literal["text.abuse", "text.topic"]
    category: str


class Within(Document):
    """What the sentence around a hit must say for the hit to count.

    `all` are groups of words, of each of which one must stand in the sentence; `none` are words
    that must not. A word may be a short regular expression; it is sought as a whole word in any
    letter case.
    """

    all: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.all or self.none) or not all(self.all):
            raise ValueError("`all` or `none` needs words, and every group of `all` at least one")
        for words in (*self.all, self.none):
            for word in words:
                _prove(word, whole_words([word]))
        return self


class ListFile(Document):
    """One list of a policy pack.

    `match` says what an entry is: a whole `word` or phrase (any letter case), a regular
    expression `pattern`, a `host` (with its subdomains), or a `hashtag` without its sign.
    `exceptions` are phrases in which a hit does not count. With `within`, a hit counts only in a
    sentence that says certain other words; a name of `public-people` in a text that does. `use`
    says which knowledge of the analysers it is. A later pack's list of the same id replaces the
    earlier one, or adds to it when it says `extend: true`.
    """

    id: str
    title: str
    match: Literal["word", "pattern", "host", "hashtag"] = "word"
    emits: Emits | None = None
    use: Use | None = None
    source: str
    as_of: Day
    extend: bool = False
    entries: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    within: Within | None = None

    @model_validator(mode="after")
    def _readable_patterns(self) -> Self:
        for entry in self.entries if self.match == "pattern" else ():
            _prove(entry, entry)
        return self


def whole_words(words: Iterable[str]) -> str:
    """One pattern for all words of a group of `within`, none of which is part of a longer one."""
    return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


def _prove(entry: str, pattern: str) -> None:
    if not entry.strip():
        raise ValueError("an empty pattern matches everywhere")
    try:
        known().prove(pattern)
    except re.error as error:
        raise ValueError(f"the pattern `{entry[:60]}` cannot be read: {error}") from error
