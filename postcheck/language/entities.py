"""From what the model says of every word to the names in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding

from postcheck.language.classes import LABELS, TAGS, Label

Numbers = npt.NDArray[np.float32]

_JOINERS = frozenset("-'’‑")
_SURE_OF_NEXT = 8.0
"""How many times as probable as the going on of a name the beginning of the next one must be where
two words stand side by side in one line: seldom does nothing stand between two names."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: `start` and `end` in code points of the text, and how sure the model is.

    `score` is the lowest, over the words of the name, of the model's probability that the word
    belongs to a name of this label: softmax at a temperature that was fitted on development sets.
    """

    start: int
    end: int
    label: Label
    score: float


def entities_of(
    text: str,
    encoding: Encoding,
    logits: Numbers,
    *,
    temperature: float,
    person: float,
    hint: float,
) -> list[Entity]:
    """The names of one text, in order, none overlapping.

    `logits` is (pieces, tags or more). A word is a person's from the probability `person`. Words
    from `hint` up to there that stand apart from such names are persons with that lower score.
    """
    firsts, lasts = _words(encoding.word_ids)
    if not len(firsts):
        return []
    words = _softmax(logits[firsts, : len(TAGS)], temperature)
    kinds = words[:, 1::2] + words[:, 2::2]  # one column a label
    best = np.concatenate([words[:, :1], kinds[:, 1:]], axis=1).argmax(axis=1)
    chosen = np.where(kinds[:, 0] >= person, 1, np.where(best > 0, best + 1, 0))
    offsets = encoding.offsets
    places = [(offsets[a][0], offsets[b][1]) for a, b in zip(firsts, lasts, strict=True)]
    # A line end parts names as well as a comma does.
    words[:, 2::2] *= np.where(_after_line_ends(text, places), 1.0, _SURE_OF_NEXT)[:, None]
    sure = _runs(places, words, kinds, chosen)
    hints = np.where((chosen == 0) & (kinds[:, 0] >= hint) & ~_beside(chosen == 1), 1, 0)
    found = sorted([*sure, *_runs(places, words, kinds, hints)], key=lambda one: one.start)
    return list(_joined(text, found))


def _after_line_ends(text: str, places: Sequence[tuple[int, int]]) -> list[bool]:
    """For each word whether a line ends between it and the one before."""
    ends = [0, *(end for _, end in places[:-1])]
    return ["\n" in text[end:start] for end, (start, _) in zip(ends, places, strict=True)]


def _beside(mine: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The words next to those of `mine`."""
    out = np.zeros_like(mine)
    out[1:] |= mine[:-1]
    out[:-1] |= mine[1:]
    return out


def _runs(
    places: Sequence[tuple[int, int]], words: Numbers, kinds: Numbers, chosen: npt.NDArray[np.intp]
) -> Iterator[Entity]:
    """Names from the words for which `chosen` is not 0 but one more than a label's number."""
    opened: Entity | None = None
    before = -1
    for index in map(int, np.flatnonzero(chosen)):
        kind = int(chosen[index]) - 1
        start, end = places[index]
        score = float(kinds[index, kind])
        goes_on = words[index, 2 + 2 * kind] > words[index, 1 + 2 * kind]
        follows = opened is not None and index == before + 1 and opened.label == LABELS[kind]
        if opened is not None and follows and goes_on:
            opened = Entity(opened.start, end, opened.label, min(opened.score, score))
        else:
            if opened is not None:
                yield opened
            opened = Entity(start, end, LABELS[kind], score)
        before = index
    if opened is not None:
        yield opened


def _words(word_ids: Sequence[int | None]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first and the last piece of every word."""
    ids = np.array([-1 if word is None else word for word in word_ids], np.int64)
    changes = np.flatnonzero(np.diff(ids)) + 1
    if not len(ids):
        return np.empty(0, np.intp), np.empty(0, np.intp)
    return np.concatenate([[0], changes]), np.concatenate([changes - 1, [len(ids) - 1]])


def _softmax(logits: Numbers, temperature: float) -> Numbers:
    scaled = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature)
    shares: Numbers = scaled / scaled.sum(axis=1, keepdims=True)
    return shares


def _joined(text: str, entities: Iterable[Entity]) -> Iterator[Entity]:
    """Halves of one name put together again: O + ' + Neill, Al + - + Sayed."""
    held: Entity | None = None
    for entity in entities:
        between = text[held.end : entity.start] if held else ""
        if held and held.label == entity.label and between in _JOINERS:
            held = Entity(held.start, entity.end, held.label, min(held.score, entity.score))
            continue
        if held:
            yield held
        held = entity
    if held:
        yield held
