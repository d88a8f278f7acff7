"""Lists that rules and analysers share: words, hosts, hashtags, each with date and source."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import model_validator

from postcheck.documents.model import Day, Document

Use = Literal[
    "link-shorteners",  # hosts whose links hide where they lead
    "shared-documents",  # hosts of documents that may be open to anyone with the link
    "online-forms",  # hosts of forms that gather what people type
    "well-known-sites",  # sites that false addresses imitate
    "public-people",  # public, historical and fictional people
    "named-things",  # what looks like a person's name and is none
    "named-after-people",  # words that make a name before them the name of a thing: House, Cup
    "places-after-people",  # surnames that do so in the names of places alone: Hall, Hill
    "account-labels",  # what the profile of an official account may call it
]
"""What analysers use lists for; a list of any name may serve one, and several the same."""


class Emits(Document):
    """The fact that every hit of a word list becomes."""

    kind: Literal["text.abuse", "text.topic"]
    category: str


class ListFile(Document):
    """One list of a policy pack.

    `match` says what an entry is: a whole `word` or phrase (any letter case), a regular
    expression `pattern`, a `host` (with its subdomains), or a `hashtag` without its sign.
    `exceptions` are phrases in which a hit does not count. With `within`, a regular expression, a
    hit counts only in a sentence that it matches. `use` says which knowledge of the analysers it
    is. A later pack's list of the same id replaces the earlier one, or adds to it when it says
    `extend: true`.
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
    within: str | None = None

    @model_validator(mode="after")
    def _readable_patterns(self) -> Self:
        patterns = [*(self.entries if self.match == "pattern" else ()), self.within or ""]
        for entry in patterns:
            try:
                re.compile(entry)
            except re.error as error:
                raise ValueError(f"the pattern `{entry[:60]}` cannot be read: {error}") from error
        return self
