"""The labelled corpora as one kind of sample: a text and its spans.

Labels of all sets are brought to PERSON, ORG and LOC. Handles ("@name") are no names here:
another analyser reads them, and WNUT-17 leaves them unlabelled.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = {
    "PER": "PERSON",
    "person": "PERSON",
    "politician": "PERSON",
    "writer": "PERSON",
    "musicalartist": "PERSON",
    "scientist": "PERSON",
    "researcher": "PERSON",
    "ORG": "ORG",
    "corporation": "ORG",
    "group": "ORG",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "university": "ORG",
    "band": "ORG",
    "LOC": "LOC",
    "location": "LOC",
    "country": "LOC",
}

Words = list[tuple[str, str]]  # (word, IOB tag with a mapped label)


@dataclass(frozen=True)
class Sample:
    """A text with spans (start, end, label) in code points, in order, none overlapping.

    With `persons_alone` organisations and places were not looked for.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    persons_alone: bool = False


def _tag(raw: str) -> str:
    prefix, _, kind = raw.partition("-")
    return f"{prefix}-{LABELS[kind]}" if kind in LABELS else "O"


def read_columns(path: Path, *, word: int, tag: int, separator: str | None) -> Iterator[Words]:
    """Sentences of a CoNLL-like file: one word a line, empty line between sentences."""
    words: Words = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# ") and word == 1:
            continue
        if not line.strip():
            if words:
                yield words
            words = []
            continue
        columns = line.rstrip("\r\n").split(separator)
        if len(columns) > max(word, tag):
            words.append((columns[word], _tag(columns[tag])))
    if words:
        yield words


def without_handles(words: Words) -> Words:
    """Unlabel what follows an "@" of its own or starts with one."""
    out: Words = []
    for index, (word, tag) in enumerate(words):
        after_at = index > 0 and words[index - 1][0] == "@"
        out.append((word, "O" if after_at or word.startswith("@") else tag))
    return out


GLUED_LEFT = set(".,!?;:)]}%’”…") | {"'s", "n't", "'m", "'re", "'ve", "'ll", "'d", "’s"}
GLUED_RIGHT = set("([{@#£$“‘")


def joined(words: Words, *, natural: bool) -> Sample:
    """A sample from words: joined by spaces, or as people write when `natural`."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    previous = ""
    before = "O"
    for word, tag in words:
        glued = natural and (word in GLUED_LEFT or previous in GLUED_RIGHT or not text)
        text += "" if glued or not text else " "
        start = len(text)
        text += word
        label = tag[2:]
        if tag != "O":
            continues = before[2:] == label and not tag.startswith("B-") and before != "O"
            if continues:
                spans[-1] = (spans[-1][0], len(text), label)
            else:
                spans.append((start, len(text), label))
        previous, before = word, tag
    return Sample(text, tuple(spans))


def _crossner(data: Path, part: str) -> Iterator[Words]:
    for domain in ("ai", "literature", "music", "politics", "science"):
        path = data / "names-in-text/crossner" / domain / f"{part}.txt"
        yield from read_columns(path, word=0, tag=1, separator="\t")


def training_words(data: Path) -> dict[str, list[Words]]:
    """Every training set by name."""
    sets = data / "names-in-text"
    return {
        "btc": [
            without_handles(words)
            for words in read_columns(sets / "btc/btc.train.conll", word=0, tag=1, separator="\t")
        ],
        "wnut17": list(
            read_columns(sets / "wnut17/wnut17train.conll", word=0, tag=1, separator="\t")
        ),
        "uner-ewt": list(
            read_columns(
                sets / "uner-ewt/en_ewt-ud-train.earlier-revision.iob2",
                word=1,
                tag=2,
                separator="\t",
            )
        ),
        "wikigold": list(
            read_columns(
                sets / "wikigold/CONLL-format/data/wikigold.conll.txt",
                word=0,
                tag=1,
                separator=" ",
            )
        ),
        "crossner": [*_crossner(data, "train"), *_crossner(data, "dev")],
    }


def development_words(data: Path) -> dict[str, list[Words]]:
    """The development sets that the figures are measured on; never trained on."""
    sets = data / "names-in-text"
    return {
        "wnut17": list(
            read_columns(sets / "wnut17/emerging.dev.conll", word=0, tag=1, separator="\t")
        ),
        "btc": [
            without_handles(words)
            for words in read_columns(sets / "btc/btc.dev.conll", word=0, tag=1, separator="\t")
        ],
        "uner-ewt": list(
            read_columns(sets / "uner-ewt/en_ewt-ud-dev.iob2", word=1, tag=2, separator="\t")
        ),
    }


def samples(sentences: Iterable[Words], chance: random.Random) -> Iterator[Sample]:
    """Samples, half of them written with natural spacing."""
    for words in sentences:
        yield joined(words, natural=chance.random() < 0.5)


def marked_posts(path: Path) -> list[Sample]:
    """Posts with persons in double square brackets, one a line; lines with # are comments."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        text, spans = "", []
        for index, part in enumerate(re.split(r"\[\[|\]\]", line.replace("\\n", "\n"))):
            if index % 2:
                spans.append((len(text), len(text) + len(part), "PERSON"))
            text += part
        out.append(Sample(text, tuple(spans)))
    return out
