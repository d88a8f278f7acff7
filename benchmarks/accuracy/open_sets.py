"""The development splits of open sets, where they lie beside the checkout.

None of them is in the repository. Their test splits are not read: they are for measuring from
outside. CrossNER's development part is not read either, since the model is trained on it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.accuracy.sample import ALL, Sample, Span, by_length, of_text

TOGETHER = "open sets"
"""The open sets as one; its figures hold only where all of them are here."""
_PERSON = {"person", "PER"}
Reader = Callable[[Path, str], Iterator[Sample]]


def names(data: Path) -> tuple[list[Sample], list[str]]:
    """Samples with labelled persons, and the sets that are not here."""
    return _read(data / "names-in-text", _NAMES)


def abuse(data: Path) -> tuple[list[Sample], list[str]]:
    """Samples with labelled abuse, and the sets that are not here."""
    return _read(data / "abuse", _ABUSE)


def _read(folder: Path, sets: dict[str, tuple[str, Reader]]) -> tuple[list[Sample], list[str]]:
    samples: list[Sample] = []
    absent: list[str] = []
    for name, (path, reader) in sets.items():
        if (folder / path).is_file():
            samples += reader(folder / path, name)
        else:
            absent.append(name)
    return samples, absent


def _columns(word: int, tag: int) -> Reader:
    """A reader of files with a word and its tag on each line, a blank line between sentences."""

    def read(path: Path, name: str) -> Iterator[Sample]:
        sentence: list[tuple[str, str]] = []
        number = 0
        for line in (*path.read_text(encoding="utf-8").split("\n"), ""):
            cells = line.rstrip("\r").split("\t")
            if len(cells) > max(word, tag):
                sentence.append((cells[word], cells[tag]))
            elif not line.strip():
                if any(word.strip() for word, _ in sentence):
                    yield _sentence(name, number, sentence)
                    number += 1
                sentence = []

    return read


def _sentence(name: str, number: int, words: list[tuple[str, str]]) -> Sample:
    """Words joined by single spaces; handles, which the sets label in unlike ways, left out."""
    text, spans, before, inside = "", list[Span](), "", False
    for word, tag in words:
        text += " " if text else ""
        start = len(text)
        text += word
        mark, _, label = tag.partition("-")
        person = label in _PERSON and before != "@" and not word.startswith("@")
        if person and inside and mark == "I":
            spans[-1] = Span("text", spans[-1].start, len(text))
        elif person:  # the sign of a tag is no part of a name
            spans.append(Span("text", start + word.startswith("#"), len(text)))
        before, inside = word, person
    slices = (ALL, by_length(text))
    return of_text(name, number, text, slices=slices, persons=tuple(spans), handles=False)


def _hatemoji(path: Path, name: str) -> Iterator[Sample]:
    for number, row in enumerate(_rows(path)):
        hateful = row["label_gold"] == "1"
        kind = f"type: {row['type']}" if hateful else "not hateful"
        yield of_text(name, number, row["text"], slices=(ALL, kind), hateful=hateful)


def _edos(path: Path, name: str) -> Iterator[Sample]:
    dev = (row for row in _rows(path) if row["split"] == "dev")
    for number, row in enumerate(dev):
        hateful = row["label_sexist"] == "sexist"
        kind = f"type: {row['label_category']}" if hateful else "not hateful"
        yield of_text(name, number, row["text"], slices=(ALL, kind), hateful=hateful)


def _toxic_spans(path: Path, name: str) -> Iterator[Sample]:
    marked = (row for row in _rows(path) if row["spans"] != "[]")
    for number, row in enumerate(marked):
        yield of_text(name, number, row["text"], abusive=True)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


_NAMES: dict[str, tuple[str, Reader]] = {
    "wnut17": ("wnut17/emerging.dev.conll", _columns(0, 1)),
    "btc": ("btc/btc.dev.conll", _columns(0, 1)),
    "uner-ewt": ("uner-ewt/en_ewt-ud-dev.iob2", _columns(1, 2)),
}
_ABUSE: dict[str, tuple[str, Reader]] = {
    "hatemoji": ("hatemoji/HatemojiBuild/validation.csv", _hatemoji),
    "edos": ("edos/edos_labelled_aggregated.csv", _edos),
    "toxic-spans": ("toxic-spans/SemEval2021/data/tsd_trial.csv", _toxic_spans),
}
OPEN_SETS = (*_NAMES, *_ABUSE)
"""Every open set by name."""
