"""Facts: what an analyser saw, with place, score and source, and no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from postcheck.places import Box

Value = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing seen.

    `start` and `end` are code-point offsets into the text of `surface`; `box` is in pixels of the
    upright picture. `score` is between 0 and 1 where the source gives one, else None: no score is
    ever invented. `source` names the analyser and its version, such as `names/1`.
    """

    kind: str
    surface: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    box: Box | None = None
    score: float | None = None
    source: str = ""
    attributes: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Missing:
    """A kind of fact that could not be had for one surface, and why.

    `extra` names the optional extra that would have helped; None where nothing optional is
    involved. `failed` is true when a core part of postcheck could not do its work, which ends the
    run with exit code 2.
    """

    kind: str
    surface: str
    because: str
    extra: str | None = None
    failed: bool = False


class FactSet:
    """The facts of one draft, by kind, in the order in which they were seen.

    `missing` are the words that some could not be had. Add through `add` alone.
    """

    def __init__(self, facts: Iterable[Fact] = (), missing: Iterable[Missing] = ()) -> None:
        self._by_kind: dict[str, list[Fact]] = {}
        self._told: dict[str, tuple[Fact, ...]] = {}
        self._by_place: dict[str, dict[str, list[Fact]]] = {}
        self._facts = 0
        self.missing: list[Missing] = []
        for fact in facts:
            self.add(fact)
        self.missing.extend(missing)

    @property
    def known(self) -> int:
        """How much there is. Nothing is ever taken out: while it is the same, nothing is new."""
        return self._facts + len(self.missing)

    def add(self, item: Fact | Missing) -> None:
        """Keep one fact, or the word that it could not be had."""
        if isinstance(item, Missing):
            self.missing.append(item)
            return
        self._facts += 1
        self._by_kind.setdefault(item.kind, []).append(item)
        self._told.pop(item.kind, None)
        if item.kind in self._by_place:
            self._by_place[item.kind].setdefault(item.surface, []).append(item)

    def of(self, kind: str) -> tuple[Fact, ...]:
        """All facts of one kind."""
        if kind not in self._told:
            self._told[kind] = tuple(self._by_kind.get(kind, ()))
        return self._told[kind]

    def on(self, kind: str, surface: str) -> Sequence[Fact]:
        """The facts of one kind on one surface; do not change them."""
        if kind not in self._by_place:
            places = self._by_place[kind] = {}
            for fact in self.of(kind):
                places.setdefault(fact.surface, []).append(fact)
        return self._by_place[kind].get(surface, ())

    def missing_of(self, kind: str) -> tuple[Missing, ...]:
        """What could not be had of one kind."""
        return tuple(item for item in self.missing if item.kind == kind)

    def all(self) -> tuple[Fact, ...]:
        """Every fact, grouped by kind in the order of first sight."""
        return tuple(fact for facts in self._by_kind.values() for fact in facts)
