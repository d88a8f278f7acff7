"""Sentences of a text, and what holds for each."""

from __future__ import annotations

import numpy as np
import pytest

from postcheck.language.classes import ABUSE, CLASSES, TAGS, WIDTH
from postcheck.language.stretches import Calibration, Stretch, _bounds, stretches_of

PLAIN = dict.fromkeys(CLASSES, Calibration(1.0, 0.0))
SENTENCE = "one two three four five six seven eight nine ten. "


class Pieces:
    """Stands in for what the tokenizer gives: one piece a word."""

    def __init__(self, text: str) -> None:
        self.offsets = []
        at = 0
        for word in text.split():
            at = text.index(word, at)
            self.offsets.append((at, at + len(word)))
            at += len(word)


def texts_of(text: str) -> list[str]:
    offsets = Pieces(text).offsets
    return [text[offsets[a][0] : offsets[b - 1][1]] for a, b in _bounds(text, offsets)]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("", []),
        ("one", [1]),
        (SENTENCE * 4, [40]),  # short: as a whole
        (SENTENCE * 6, [30, 30]),
        (SENTENCE * 7, [30, 30, 10]),
        ("word " * 100, [100]),  # nowhere to cut
        ("word " * 45 + "\n" + "word " * 5, [45, 5]),
        ("word " * 5 + "\n\n" + "word " * 45, [5, 45]),
        ("one two! " * 25, [30, 20]),
    ],
)
def test_where_texts_are_cut(text: str, sizes: list[int]) -> None:
    parts = texts_of(text)
    assert [len(part.split()) for part in parts] == sizes
    assert " ".join(parts).split() == text.split()


def numbers(count: int, **classes: list[float]) -> np.ndarray:
    rows = np.full((count, WIDTH), -5.0, np.float32)
    rows[:, -2:] = 0.0
    for name, logits in classes.items():
        rows[:, len(TAGS) + CLASSES.index(name)] = logits
    return rows


def read(text: str, rows: np.ndarray, **changed: Calibration) -> list[Stretch]:
    return stretches_of(text, Pieces(text), rows, PLAIN | changed)  # type: ignore[arg-type]


def test_pieces_count_by_their_weights() -> None:
    rows = numbers(2, insult=[4.0, 0.0], health=[4.0, 0.0])
    even = read("you fool", rows)[0].scores
    assert even["insult"] == pytest.approx(1 / (1 + np.exp(-2.0)))
    rows[0, -2] = 50.0  # of abuse only the first counts
    one = read("you fool", rows)[0].scores
    assert one["insult"] == pytest.approx(1 / (1 + np.exp(-4.0)))
    assert one["health"] == even["health"]


def test_a_calibration_moves_its_class_alone() -> None:
    rows = numbers(1, threat=[2.0], insult=[2.0])
    scores = read("fool", rows, threat=Calibration(0.5, 1.0))[0].scores
    assert scores["threat"] == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert scores["threat"] == scores["insult"]
    assert read("fool", rows, threat=Calibration(0.5, 0.0))[0].scores["threat"] < scores["threat"]


def test_a_stretch_says_where_it_stands() -> None:
    text = "  " + SENTENCE * 6
    rows = numbers(60, insult=[5.0] * 30 + [-5.0] * 30)
    first, second = read(text, rows)
    assert text[first.start : first.end] == (SENTENCE * 3).strip()
    assert text[second.start : second.end] == (SENTENCE * 3).strip()
    assert first.scores["insult"] > 0.99 > 0.01 > second.scores["insult"]
    assert set(first.scores) == set(CLASSES) > set(ABUSE)
