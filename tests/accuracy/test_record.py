"""What `postcheck explain` shows of the figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.accuracy import record
from benchmarks.accuracy.figure import Figure
from postcheck.documents.read import read_yaml
from postcheck.facts.measured import MeasuredFile, measures

KEPT = {
    "names / open sets / all": {
        "precision": Figure(0.751, 9), "recall": Figure(0.776, 9), "full_touched": Figure(0.9, 9),
    },
    "abuse / abuse-dev / insult": {"precision": Figure(0.9, 9), "recall": Figure(0.5, 9)},
    "abuse / abuse-dev / insult (listed alone)": {"recall": Figure(0.1, 9)},
    "abuse / abuse-dev / all categories": {"recall": Figure(0.1, 9)},
    "topics / topics-all-dev / family": {"recall": Figure(0.0, 9)},
}  # fmt: skip


def test_entries_in_plain_words() -> None:
    found = [(one["kind"], one.get("category"), one["figure"]) for one in record.entries(KEPT)]
    assert found == [
        (
            "text.person",
            None,
            "90 in 100 full names are touched; 78 in 100 names are found exactly as written, and 75"
            " in 100 reported are exactly a name",
        ),
        (
            "text.abuse",
            "insult",
            "50 in 100 such texts are found, and 90 in 100 reported are such; by word lists alone,"
            " 10 in 100 are found",
        ),
        ("text.topic", "family", "0 in 100 such texts are found"),
    ]


def test_entries_of_other_kinds_stay(tmp_path: Path) -> None:
    file = tmp_path / "measured.yaml"
    record.write(KEPT, file, date(2026, 1, 2))
    written = read_yaml("measured.yaml", file.read_text(encoding="utf-8"), MeasuredFile).measured
    seen = [one for one in measures() if one.kind.startswith("image.")]
    assert [one for one in written if one.kind.startswith("image.")] == seen
    assert {one.as_of for one in written if one.kind.startswith("text.")} == {date(2026, 1, 2)}
    assert file.read_text(encoding="utf-8").startswith("# What was measured")
