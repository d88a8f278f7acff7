"""Figures that are kept, and what has fallen since."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import kept
from benchmarks.accuracy.figure import Figure, Row
from postcheck.errors import InputError


def rows(column: str, value: float, of: int, set_: str = "wnut17") -> list[Row]:
    return [Row("names", set_, "all", {column: Figure(value, of)})]


@pytest.mark.parametrize(
    ("column", "of", "before", "now", "said"),
    [
        ("f1", 1000, 0.70, 0.70, []),
        ("f1", 1000, 0.70, 0.69, []),
        ("f1", 1000, 0.70, 0.689, ["names / wnut17 / all / f1 fell from 0.700 to 0.689"]),
        ("f1", 1000, 0.70, 0.80, []),
        ("f1", 50, 0.70, 0.68, []),  # one text
        ("f1", 50, 0.70, 0.66, ["names / wnut17 / all / f1 fell from 0.700 to 0.660"]),
        ("wrong", 1000, 0.05, 0.04, []),
        ("wrong", 1000, 0.05, 0.07, ["names / wnut17 / all / wrong rose from 0.050 to 0.070"]),
        ("full_touched", 1000, 0.9, None, ["names / wnut17 / all / full touched was 0.900 and"]),
        ("precision", 1, 1.0, None, []),
    ],
)
def test_what_has_fallen(
    tmp_path: Path, column: str, of: int, before: float, now: float | None, said: list[str]
) -> None:
    file = tmp_path / "figures.json"
    kept.write(rows(column, before, of), file)
    measured = rows("other", 1, 1) if now is None else rows(column, now, of)
    fallen = list(kept.fallen(measured, kept.read(file)))
    assert [words[: len(start)] for words, start in zip(fallen, said, strict=True)] == said


def test_sets_that_were_not_measured_are_kept_and_told(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    kept.write([*rows("f1", 0.5, 9, "btc"), *rows("f1", 0.5, 9)], file)
    kept.write(rows("f1", 0.6, 9), file)
    figures = kept.read(file)
    assert figures["names / btc / all"] == {"f1": Figure(0.5, 9)}
    assert figures["names / wnut17 / all"] == {"f1": Figure(0.6, 9)}
    assert kept.not_compared(rows("f1", 0.6, 9), figures) == ["names / btc"]
    assert list(kept.fallen(rows("f1", 0.6, 9), figures)) == []


@pytest.mark.parametrize("text", ["", "[]", '{"a": {"f1": 1}}'])
def test_a_broken_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "figures.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        kept.read(file)
