"""A labelled text: a draft, and what is true of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Fact = Mapping[str, Any]
"""One fact as `postcheck facts` prints it."""

ALL = "all"
_MARKS = re.compile(r"\[\[|\]\]")
_SHORT, _LONG = 60, 140


class Span(NamedTuple):
    """Where a person's name stands, in code points of a surface."""

    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """One draft of a set with its labels; None where the set does not label such things.

    `slices` are the parts of the set that it counts for, `ALL` among them where it belongs to the
    set itself. `origins` are the origins of names, where they are known. Without `handles`, people
    in handles are neither labelled nor counted. `hateful` says whether it attacks people for what
    they are, `abusive` whether it is abusive in any way.
    """

    id: str
    set: str
    draft: Mapping[str, Any]
    surfaces: Mapping[str, str]
    slices: tuple[str, ...] = (ALL,)
    persons: tuple[Span, ...] | None = None
    origins: Mapping[Span, str] = field(default_factory=dict)
    handles: bool = True
    abuse: frozenset[str] | None = None
    hateful: bool | None = None
    abusive: bool | None = None
    topics: frozenset[str] | None = None
    tags: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        """The text of the draft."""
        return self.surfaces["text"]

    def words(self, span: Span) -> str:
        """What stands at a span."""
        return self.surfaces[span.surface][span.start : span.end]


@dataclass(frozen=True, slots=True)
class Answered:
    """A sample with the facts that an analyser gave for it."""

    sample: Sample
    facts: Sequence[Fact]

    def of(self, kind: str) -> list[Fact]:
        """The facts of one kind."""
        return [fact for fact in self.facts if fact["kind"] == kind]


def of_text(set_: str, number: int, text: str, **labels: Any) -> Sample:
    """A sample that is a text alone; `number` makes its id."""
    name = f"{set_}.{number:04}"
    return Sample(name, set_, {"id": name, "text": text}, {"text": text}, **labels)


def unmarked(marked: str, surface: str = "text") -> tuple[str, tuple[Span, ...]]:
    """The text without `[[` and `]]`, and the spans that they marked."""
    text, spans = "", []
    for index, part in enumerate(_MARKS.split(marked)):
        if index % 2:
            spans.append(Span(surface, len(text), len(text) + len(part)))
        text += part
    return text, tuple(spans)


def by_length(text: str) -> str:
    """The slice of a text's length."""
    if len(text) <= _SHORT:
        return f"length: up to {_SHORT}"
    return f"length: {_SHORT + 1} to {_LONG}" if len(text) <= _LONG else f"length: over {_LONG}"
