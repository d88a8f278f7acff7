"""Tables on the terminal, and the same rows as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.accuracy.figure import Row
from benchmarks.accuracy.sample import ALL

_WIDTH = 150


def show(rows: Sequence[Row], left_out: Iterable[str]) -> None:
    """Print one table for each kind of figure, and which sets were left out."""
    console = Console(width=_WIDTH, highlight=False)
    for title in dict.fromkeys(row.table for row in rows):
        members = [row for row in rows if row.table == title]
        sets = list(dict.fromkeys(row.set for row in members))
        members.sort(key=lambda row: (sets.index(row.set), row.slice != ALL, row.slice))
        console.print(_table(title, members))
        console.print()
    for name in left_out:
        console.print(f"left out: {name}, as its data is not here")


def as_json(rows: Iterable[Row], left_out: Iterable[str]) -> str:
    """Every row, with the number of cases of each figure."""
    listed: list[dict[str, Any]] = [
        {
            "table": row.table,
            "set": row.set,
            "slice": row.slice,
            "figures": {
                name: {"value": round(figure.value, 4), "of": figure.of}
                for name, figure in row.figures.items()
            },
        }
        for row in rows
    ]
    return json.dumps({"rows": listed, "left_out": list(left_out)}, indent=1, ensure_ascii=False)


def _table(title: str, rows: Sequence[Row]) -> Table:
    fullest_first = sorted(rows, key=lambda row: -len(row.figures))
    columns = list(dict.fromkeys(name for row in fullest_first for name in row.figures))
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column("set", no_wrap=True)
    table.add_column("slice", no_wrap=True)
    for name in ("cases", *columns):
        table.add_column(name.replace("_", " "), justify="right")
    before = ""
    for row in rows:
        cases = max((figure.of for figure in row.figures.values()), default=0)
        cells = [_cell(row, name) for name in columns]
        table.add_row("" if row.set == before else row.set, row.slice, str(cases), *cells)
        before = row.set
    return table


def _cell(row: Row, name: str) -> str:
    figure = row.figures.get(name)
    return "–" if figure is None else f"{figure.value:.3f}"
