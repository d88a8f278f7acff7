"""What stands where in one case: its facts and its texts by place, each looked through once.

A draft may have thousands of facts, and rules ask of each what stands near it: nothing here takes
longer for one fact because there are many.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import declared, from_pictures
from postcheck.facts.model import Fact, FactSet

REACH = 160
"""Code points between a fact and a name that belongs to it: about two sentences."""
_QUOTED = re.compile(
    r"“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|‘[^‘’\n]{1,300}’(?!\w)|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)


class Around:
    """The surroundings of the facts of one draft, as long as no fact is added to them."""

    def __init__(self, draft: Draft, facts: FactSet) -> None:
        self._draft = draft
        self._facts = facts
        self._near: dict[tuple[str, str], _Nearness] = {}
        self._quotes: dict[str, list[tuple[int, int]]] = {}

    def text(self, surface: str) -> str:
        """The words of a surface; none where it has none."""
        return self._texts.get(surface, "")

    def near(self, kind: str, fact: Fact) -> Iterator[Fact]:
        """The facts of a kind within reach of another one of the same surface, it included."""
        place = kind, fact.surface
        if place not in self._near:
            self._near[place] = _Nearness(self._facts.on(*place))
        return self._near[place].of(fact)

    def quoted(self, fact: Fact) -> bool:
        """Whether the fact stands within quotation marks."""
        if fact.start is None or fact.end is None:
            return False
        if fact.surface not in self._quotes:
            found = _QUOTED.finditer(self.text(fact.surface))
            self._quotes[fact.surface] = [match.span() for match in found]
        quotes = self._quotes[fact.surface]
        before = bisect_right(quotes, fact.start, key=lambda span: span[0])
        return before > 0 and fact.end <= quotes[before - 1][1]

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for surface in (*declared(self._draft), *from_pictures(self._facts.all())):
            found.setdefault(surface.name, surface.text)
        return found


class _Nearness:
    """Facts of one kind and surface, by the stretches of text that they touch."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._everywhere = [fact for fact in facts if fact.end is None]
        self._stretches: dict[int, list[Fact]] = {}
        for fact in facts:
            if fact.end is not None:
                for stretch in _stretches(fact.start or 0, fact.end):
                    self._stretches.setdefault(stretch, []).append(fact)

    def of(self, fact: Fact) -> Iterator[Fact]:
        """Those within reach of a fact, each once."""
        if fact.end is None:
            yield from self._facts
            return
        yield from self._everywhere
        wanted = _stretches((fact.start or 0) - REACH, fact.end + REACH)
        for stretch in wanted:
            for other in self._stretches.get(stretch, ()):
                begins = max(wanted[0], _stretches(other.start or 0, other.end or 0)[0])
                if stretch == begins and _apart(other, fact) <= REACH:
                    yield other


def _stretches(start: int, end: int) -> range:
    """The numbers of the stretches that a span touches."""
    return range(start // REACH, end // REACH + 1)


def _apart(one: Fact, other: Fact) -> int:
    """Code points between two facts with a place on one surface."""
    return max((one.start or 0) - (other.end or 0), (other.start or 0) - (one.end or 0), 0)
