"""From probabilities of words to names."""

from __future__ import annotations

import numpy as np
import pytest

from postcheck.language.classes import TAGS
from postcheck.language.entities import entities_of


class Words:
    """Stands in for what the tokenizer gives: one piece a word, words apart at blanks and signs."""

    def __init__(self, text: str, words: list[str]) -> None:
        self.offsets, at = [], 0
        for word in words:
            at = text.index(word, at)
            self.offsets.append((at, at + len(word)))
            at += len(word)
        self.word_ids = list(range(len(words)))


def logits(*words: dict[str, float]) -> np.ndarray:
    """Logits whose softmax gives these probabilities; what is left is O's."""
    rows = []
    for given in words:
        shares = [max(given.get(tag, 0.0), 1e-9) for tag in TAGS]
        shares[0] = max(1.0 - sum(given.values()), 1e-9)
        rows.append(np.log(shares))
    return np.array(rows, np.float32)


def found(text: str, words: list[str], *given: dict[str, float]) -> list[tuple[str, str, float]]:
    entities = entities_of(
        text,
        Words(text, words),
        logits(*given),
        temperature=1.0,
        person=0.5,
        hint=0.2,  # type: ignore[arg-type]
    )
    return [(text[e.start : e.end], e.label, round(e.score, 2)) for e in entities]


FIRST, NEXT = {"B-PERSON": 0.9}, {"I-PERSON": 0.8}
EITHER = {"B-PERSON": 0.7, "I-PERSON": 0.2}


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("done Amira Khan", [{}, FIRST, NEXT], [("Amira Khan", "PERSON", 0.8)]),
        ("Amira Khan", [FIRST, FIRST], [("Amira", "PERSON", 0.9), ("Khan", "PERSON", 0.9)]),
        ("Amira Khan", [FIRST, EITHER], [("Amira Khan", "PERSON", 0.9)]),
        ("Amira\nKhan", [FIRST, EITHER], [("Amira", "PERSON", 0.9), ("Khan", "PERSON", 0.9)]),
        ("in Leeds", [{}, {"B-LOC": 0.7}], [("Leeds", "LOC", 0.7)]),
        ("Leeds", [{"B-LOC": 0.45, "B-PERSON": 0.5}], [("Leeds", "PERSON", 0.5)]),
        ("Leeds", [{"B-LOC": 0.45, "B-PERSON": 0.4}], [("Leeds", "LOC", 0.45)]),
        ("hope wins", [{"B-PERSON": 0.3}, {}], [("hope", "PERSON", 0.3)]),  # a hint
        ("hope wins", [{"B-PERSON": 0.1}, {}], []),
        ("done Amira", [{"B-PERSON": 0.3}, FIRST], [("Amira", "PERSON", 0.9)]),  # not beside a name
        (
            "hope is Amira",
            [{"B-PERSON": 0.3}, {}, FIRST],
            [("hope", "PERSON", 0.3), ("Amira", "PERSON", 0.9)],
        ),
    ],
)
def test_names(text: str, given: list[dict[str, float]], expected: list[object]) -> None:
    assert found(text, text.split(), *given) == expected


def test_halves_at_a_hyphen_are_one_name() -> None:
    expected = [("Al-Sayed", "PERSON", 0.8)]
    assert found("Al-Sayed", ["Al", "-", "Sayed"], FIRST, {}, {"B-PERSON": 0.8}) == expected


def test_nothing_is_found_in_nothing() -> None:
    assert found("", []) == []
