"""Figures: shares of a number of cases, in rows of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

FEWER_IS_BETTER = frozenset({"wrong", "accused", "failed", "reviewed", "unlabelled", "gap"})
"""Columns in which a smaller figure is the better one."""


class Figure(NamedTuple):
    """A share, and of how many cases it is one."""

    value: float
    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one part of one set; a column without cases is left out."""

    table: str
    set: str
    slice: str
    figures: dict[str, Figure]

    @property
    def name(self) -> str:
        """What the row is called where figures are kept."""
        return " / ".join((self.table, self.set, self.slice))


def row(table: str, set_: str, slice_: str, **figures: Figure | None) -> Row:
    """A row of the figures that there are."""
    there = {name: figure for name, figure in figures.items() if figure is not None}
    return Row(table, set_, slice_, there)


def share(part: float, whole: int) -> Figure | None:
    """Part of whole; None where there are no cases."""
    return Figure(part / whole, whole) if whole else None


def f1(right: int, seen: int, true: int) -> Figure | None:
    """The harmonic mean of precision and recall."""
    return Figure(2 * right / (seen + true), true) if true else None


def mean(figures: list[Figure | None]) -> Figure | None:
    """The mean of figures that are all there, over all of their cases."""
    there = [figure for figure in figures if figure is not None]
    if not there or len(there) < len(figures):
        return None
    return Figure(sum(f.value for f in there) / len(there), sum(f.of for f in there))
