"""The figures of the last release, in figures.json, and whether any has fallen since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.accuracy.figure import FEWER_IS_BETTER, Figure, Row
from postcheck.errors import InputError, Problem

FILE = Path(__file__).resolve().parent / "figures.json"
MOST = 0.01
"""A figure may fall by a point and no more."""
_ONE_TEXT = 1.5
"""Where a single text is worth more than a point, one may be lost and two may not."""
Kept = Mapping[str, Mapping[str, Figure]]


def read(file: Path) -> dict[str, dict[str, Figure]]:
    """The kept figures by row and column. Raises InputError when they cannot be read."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: {column: Figure(float(value), int(of)) for column, (value, of) in figures.items()}
            for name, figures in rows.items()
        }
    except (OSError, ValueError, TypeError, AttributeError) as error:
        remedy = "write them again with --write"
        message = f"the kept figures cannot be read: {error}"
        raise InputError(Problem(message, str(file), remedy=remedy)) from error


def write(rows: Sequence[Row], file: Path) -> dict[str, dict[str, Figure]]:
    """Keep the figures of the sets that were measured, and those of the others as they were."""
    old = read(file) if file.exists() else {}
    measured = _sets(row.name for row in rows)
    new = {name: figures for name, figures in old.items() if _set(name) not in measured}
    for row in rows:
        new[row.name] = {
            name: Figure(round(figure.value, 4), figure.of) for name, figure in row.figures.items()
        }
    lines = (f"  {json.dumps(name)}: {json.dumps(new[name])}" for name in sorted(new))
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return new


def fallen(rows: Sequence[Row], kept: Kept) -> Iterator[str]:
    """What to say of each figure that is more than a point worse than it was, or is gone."""
    now = {row.name: row.figures for row in rows}
    measured = _sets(now)
    for name, figures in kept.items():
        if _set(name) not in measured:
            continue
        for column, before in figures.items():
            if words := _worse(column, before, now.get(name, {}).get(column)):
                yield f"{name} / {column.replace('_', ' ')} {words}"


def not_compared(rows: Iterable[Row], kept: Kept) -> list[str]:
    """The sets with kept figures that were not measured now."""
    return sorted({" / ".join(name) for name in _sets(kept) - _sets(row.name for row in rows)})


def _worse(column: str, before: Figure, now: Figure | None) -> str | None:
    if now is None:
        gone = f"was {before.value:.3f} and is no longer measured"
        return gone if before.of > _ONE_TEXT else None
    fewer = column in FEWER_IS_BETTER
    loss = now.value - before.value if fewer else before.value - now.value
    if loss <= max(MOST + 1e-6, _ONE_TEXT / before.of):
        return None
    return f"{'rose' if fewer else 'fell'} from {before.value:.3f} to {now.value:.3f}"


def _sets(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {_set(name) for name in names}


def _set(name: str) -> tuple[str, ...]:
    return tuple(name.split(" / ")[:2])
