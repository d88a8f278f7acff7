"""From what the model says of every piece to what holds for sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Encoding

from postcheck.language.classes import ABUSE, CLASSES, TAGS, TOPICS
from postcheck.language.entities import Numbers

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\s*[\n¶]\s*")
_SHORT_TEXT = 40
"""Up to so many pieces a text is judged as one: its sentences lean on each other."""
_STRETCH = 30
"""Sentences are put together while they have no more pieces than this."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a logit becomes a probability: the logistic function of scale times it plus shift."""

    scale: float
    shift: float

    def probability(self, logit: float) -> float:
        """The probability, from 0 to 1."""
        return float(1.0 / (1.0 + np.exp(-(self.scale * logit + self.shift))))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text, in code points, and the probability of each class that it holds."""

    start: int
    end: int
    scores: Mapping[str, float]


def stretches_of(
    text: str, encoding: Encoding, numbers: Numbers, calibrations: Mapping[str, Calibration]
) -> list[Stretch]:
    """What holds for each stretch of one text; `numbers` is (pieces, WIDTH)."""
    out, offsets = [], encoding.offsets  # made anew whenever they are asked for
    for start, stop in _bounds(text, offsets):
        logits = _pooled(numbers[start:stop])
        scores = {
            name: calibrations[name].probability(float(logit))
            for name, logit in zip(CLASSES, logits, strict=True)
        }
        place = offsets[start][0], offsets[stop - 1][1]
        out.append(Stretch(*place, scores))
    return out


def _bounds(text: str, offsets: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pieces of each stretch: start, and the one after its last."""
    if len(offsets) <= _SHORT_TEXT:
        if offsets:
            yield 0, len(offsets)
        return
    ends = iter([found.end() for found in _END.finditer(text)] + [len(text)])
    end, start, sentence = next(ends), 0, 0
    for index, (place, _) in enumerate(offsets):
        if place < end:
            continue
        while place >= end:
            end = next(ends)
        # a sentence has ended before this piece; the stretch ends where the next would be too much
        if index - start > _STRETCH and sentence > start:
            yield start, sentence
            start = sentence
        sentence = index
    if len(offsets) - start > _STRETCH and sentence > start:
        yield start, sentence
        start = sentence
    yield start, len(offsets)


def _pooled(numbers: Numbers) -> Numbers:
    """Logits of the classes: the mean over pieces, weighted by the softmax of their weights."""
    classes = numbers[:, len(TAGS) : len(TAGS) + len(CLASSES)]
    weights = np.exp(numbers[:, -2:] - numbers[:, -2:].max(axis=0))
    weights /= weights.sum(axis=0)
    spread = np.repeat(weights, [len(ABUSE), len(TOPICS)], axis=1)
    pooled: Numbers = (classes * spread).sum(axis=0)
    return pooled
