"""Names of persons that this project marked in texts of open sets.

The folder `persons/` holds a file for each set, with lines `row<TAB>start-end start-end…`: the row
of the set's file (or the sentence of a set of names), counted from 0, and the places of persons in
code points of its text (or of its words with a space between all). A row alone is a text that was
read and names nobody. No text of the sets is repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from corpora import Sample, Words
from labelled import Row, davidson_text, edos_text, rows
from pools import HERE


def _text(row: Row) -> str:
    return row["text"]


SETS: dict[str, tuple[str, Callable[[Row], str]]] = {
    "davidson": ("davidson-hate-offensive/labeled_data.csv", davidson_text),
    "edos": ("edos/edos_labelled_aggregated.csv", edos_text),
    "stormfront": ("stormfront-vicomtech/stormfront.csv", _text),
    "surge": ("surge-toxicity/toxicity_en.csv", _text),
    "toxic-spans": ("toxic-spans/SemEval2021/data/tsd_train.csv", _text),
}
"""The file of each set under `abuse/`, and how the text is read from a row."""


MARKED_AGAIN = ("btc", "wnut17")
"""The sets of names whose persons were marked anew, since many were missed in them."""


def places(name: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The rows of a set that were read, and the places of persons in each."""
    for line in (HERE / "persons" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        number, _, pairs = line.partition("\t")
        yield (
            int(number),
            [(int(a), int(b)) for a, _, b in (p.partition("-") for p in pairs.split())],
        )


def marked(data: Path) -> Iterator[Sample]:
    """Every text that was read, with its persons; organisations and places are not known."""
    for name, (file, text_of) in SETS.items():
        texts = [text_of(row) for row in rows(data / "abuse" / file)]
        for number, spans in places(name):
            assert all(0 <= start < stop <= len(texts[number]) for start, stop in spans), number
            persons = tuple((start, stop, "PERSON") for start, stop in spans)
            yield Sample(texts[number], persons, persons_alone=True)


def marked_again(name: str, sentences: list[Words]) -> list[Words]:
    """The sentences of a set with the persons that this project marked, and its other names."""
    found = dict(places(name))
    return [
        _retagged(words, found[row]) if row in found else words
        for row, words in enumerate(sentences)
    ]


def _retagged(words: Words, persons: list[tuple[int, int]]) -> Words:
    out: Words = []
    at = 0
    inside = -1
    for word, tag in words:
        mine = next((n for n, (a, b) in enumerate(persons) if a < at + len(word) and at < b), -1)
        kept = "O" if tag.endswith("PERSON") else tag
        out.append((word, kept if mine < 0 else f"{'I' if mine == inside else 'B'}-PERSON"))
        inside, at = mine, at + len(word) + 1
    return out
