"""What `postcheck explain` shows of the measured texts: entries of models/measured.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.accuracy import categories, open_sets, persons
from benchmarks.accuracy.figure import Figure
from benchmarks.accuracy.kept import Kept
from benchmarks.accuracy.posts import BARE
from benchmarks.accuracy.sample import ALL
from postcheck.facts.measured import NAME, measures
from postcheck.resources import models_folder

_HEAD = """\
# What was measured of the analysers, for `postcheck explain`. No figure is better than a guessed
# one; `of` says how far the material was held out. Entries of the kinds text.person, text.abuse and
# text.topic are written by `python -m benchmarks.accuracy --write`; the others by hand.
"""
_WRITTEN = {"text.person", categories.ABUSE, categories.TOPIC}
_PERSONS = {
    (persons.TABLE, open_sets.TOGETHER): (
        "sentences from the web and from social media (the development parts of WNUT-17, BTC and"
        " UNER-EWT), without any register; they were in view when thresholds were set, so that new"
        " texts may fare worse"
    ),
    (persons.TABLE, BARE): (
        "invented school posts, where nobody is on a register; what the register knows is found by"
        " the register first"
    ),
}
_OWN = "{} such texts and others that only look like them, written for this project"
_SETS = {categories.ABUSE: ("abuse", "abuse-dev"), categories.TOPIC: ("topics", "topics-all-dev")}
_SPLIT = " / "


def write(kept: Kept, file: Path | None = None, day: date | None = None) -> None:
    """Put the kept figures into measured.yaml; entries of other kinds stay as they are."""
    others = [one.model_dump(exclude_none=True) for one in measures() if one.kind not in _WRITTEN]
    mine = [{**entry, "as_of": day or date.today()} for entry in entries(kept)]
    text = yaml.safe_dump(
        {"measured": [*others, *mine]}, sort_keys=False, allow_unicode=True, width=110
    )
    (file or models_folder() / NAME).write_text(_HEAD + text, encoding="utf-8")


def entries(kept: Kept) -> Iterator[dict[str, Any]]:
    """An entry for each set of names, and for each category of abuse and topics."""
    for (table, set_), words in _PERSONS.items():
        if figures := kept.get(_SPLIT.join((table, set_, ALL))):
            yield {"kind": "text.person", "figure": _of_names(figures), "of": words}
    for kind, (table, set_) in _SETS.items():
        for category in _categories(kept, table, set_):
            name = _SPLIT.join((table, set_, category))
            of = _OWN.format(kept[name]["recall"].of)
            yield {"kind": kind, "category": category, "figure": _of_texts(kept, name), "of": of}


def _categories(kept: Kept, table: str, set_: str) -> Iterator[str]:
    begin = _SPLIT.join((table, set_, ""))
    for name in kept:
        category = name.removeprefix(begin)
        if name.startswith(begin) and " " not in category:
            yield category


def _of_names(figures: Mapping[str, Figure]) -> str:
    return (
        f"{_hundred(figures['full_touched'])} in 100 full names are touched; "
        f"{_found(figures, 'names are found exactly as written', 'exactly a name')}"
    )


def _of_texts(kept: Kept, name: str) -> str:
    words = _found(kept[name], "such texts are found", "such")
    alone = kept.get(categories.named(name, "listed"))
    return f"{words}; by word lists alone, {_found(alone, 'are found', 'such')}" if alone else words


def _found(figures: Mapping[str, Figure], recalled: str, right: str) -> str:
    """Recall and precision in words; where nothing is reported there is no precision."""
    words = f"{_hundred(figures['recall'])} in 100 {recalled}"
    precision = figures.get("precision")
    told = "" if precision is None else f", and {_hundred(precision)} in 100 reported are {right}"
    return words + told


def _hundred(figure: Figure) -> int:
    return round(figure.value * 100)
