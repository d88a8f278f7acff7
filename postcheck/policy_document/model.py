"""The organisation's policy as it is kept: `postcheck policy import` writes it (docs/policy.md)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from postcheck.documents.model import Day, Document, Version
from postcheck.policy.background import Sha256

Place = Annotated[str, Field(min_length=1)]


class Source(Document):
    """The file that was read, and when."""

    file: str
    sha256: Sha256
    imported_on: Day


class Passage(Document):
    """One numbered clause, or one paragraph of a section without such; paragraphs on own lines."""

    number: Place
    text: str


class Section(Document):
    """One section with its passages, in order; its number is made from the heading if need be."""

    number: Place
    heading: str
    passages: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """Its words: of all passages, or the heading where there are none."""
        return "\n".join(passage.text for passage in self.passages) or self.heading


class Kept(Document):
    """Where a clause of the rules stands, and which words somebody has looked at with the rules."""

    at: Place | None = None
    sha256: Sha256 | None = None
    looked_at_on: Day | None = None


class PolicyDocument(Document):
    """The whole file."""

    schema_address: str | None = Field(default=None, alias="$schema")
    postcheck: Version = 1
    source: Source
    clauses: dict[str, Kept] = Field(default_factory=dict)
    document: tuple[Section, ...]

    @cached_property
    def passages(self) -> dict[str, str]:
        """The text of every place; a section has that of its passages."""
        return dict(self._places())

    def _places(self) -> Iterator[tuple[str, str]]:
        for section in self.document:
            yield section.number, section.text
            for passage in section.passages:
                yield passage.number, passage.text
