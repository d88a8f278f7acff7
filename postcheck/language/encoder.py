"""The language model: a small transformer on onnxruntime that reads a text once.

It answers for names of people, organisations and places, for abuse and for topics. The files it
needs are told in `postcheck/language/files.py`.

Every window of text runs alone. The int8 model scales its numbers by what else is in the batch, so
that in a batch the answer for a post would depend on its neighbours.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import numpy as np

from postcheck.language.classes import WIDTH
from postcheck.language.entities import Entity, Numbers, entities_of
from postcheck.language.files import (
    prove_files,
    read_lexicon,
    read_model,
    read_settings,
    read_tokenizer,
)
from postcheck.language.pieces import clean, marks
from postcheck.language.stretches import Stretch, stretches_of
from postcheck.resources import models_folder

_WINDOW, _OVERLAP = 254, 64  # pieces, without the two that open and close a window
_AT_ONCE = 200_000  # code points whose pieces are held in memory together
_KEPT = 4096  # texts whose readings are kept


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model sees in one text."""

    entities: list[Entity]
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class _Window:
    """Pieces `start` to `stop` of one text; the answers for `first` to `last` are used."""

    text: int
    start: int
    stop: int
    first: int
    last: int


def encoder_folder(models: Path | None = None) -> Path:
    """Where the model lies; `models` stands in for the folder of shipped models."""
    return (models or models_folder()) / "language" / "encoder"


@cache
def shared_encoder(folder: Path) -> LanguageEncoder:
    """One encoder for all that read with it, so that it is loaded once and reads a text once."""
    return LanguageEncoder(folder)


class LanguageEncoder:
    """Reads texts. `threads` windows run at the same time; None means one for each core.

    Raises AnalyserError when the folder or one of its files is missing or broken.
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        prove_files(folder)
        self._settings = read_settings(folder / "thresholds.json")
        self._tokenizer, self._open, self._close = read_tokenizer(folder / "tokenizer.json")
        self._lexicon = read_lexicon(folder / "lexicon.txt")
        self._session = read_model(folder / "model.onnx")
        self._threads = threads or _cores()
        self._lock = Lock()
        self._readings: dict[str, Reading] = {}

    @property
    def version(self) -> str:
        """The version of the model; it changes whenever answers may."""
        return self._settings.version

    @property
    def limits(self) -> Mapping[str, float]:
        """For each class the probability from which it is worth telling."""
        return self._settings.limits

    @property
    def person(self) -> float:
        """The probability from which a word is a person's; names with less are hints."""
        return self._settings.person

    def told(self, score: float) -> float:
        """How probable it is that a name with this score, told on the model's word alone, is right.

        Where lists agree no score is needed; what the model alone sees is surer of itself than it
        should be.
        """
        sure = min(max(score, 1e-6), 1 - 1e-6)
        return self._settings.told.probability(math.log(sure / (1 - sure)))

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The names in each text, in order, none overlapping."""
        return [reading.entities for reading in self.read(texts)]

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What is seen in each text; what stands in one never changes the answer for another.

        The last readings are kept, for several analysers ask for the same texts.
        """
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._readings]
            made: dict[str, Reading] = {}
            if new:
                with ThreadPoolExecutor(self._threads) as pool:
                    for group in _groups(new):
                        made |= zip(group, self._some(group, pool), strict=True)
            found = [self._readings.get(text) or made[text] for text in texts]
            self._readings |= made
            while len(self._readings) > _KEPT:
                del self._readings[next(iter(self._readings))]
            return found

    def _some(self, texts: Sequence[str], pool: ThreadPoolExecutor) -> Iterator[Reading]:
        cleaned = [clean(text) for text in texts]
        encodings = self._tokenizer.encode_batch(cleaned, add_special_tokens=False)
        marked = [
            marks(text, encoding.word_ids, encoding.offsets, self._lexicon)
            for text, encoding in zip(cleaned, encodings, strict=True)
        ]
        pieces = [encoding.ids for encoding in encodings]  # made anew whenever they are asked for
        answers = [np.empty((len(mark), WIDTH), np.float32) for mark in marked]
        # The longest first, so that no thread is left with one at the end.
        windows = sorted(_windows(marked), key=lambda window: window.start - window.stop)

        def run(window: _Window) -> Numbers:
            part = slice(window.start, window.stop)
            return self._run(pieces[window.text][part], marked[window.text][part])

        for window, numbers in zip(windows, pool.map(run, windows), strict=True):
            answers[window.text][window.first : window.last] = numbers[
                window.first - window.start : window.last - window.start
            ]
        settings = self._settings
        for text, encoding, answer in zip(cleaned, encodings, answers, strict=True):
            entities = entities_of(
                text,
                encoding,
                answer,
                temperature=settings.temperature,
                person=settings.person,
                hint=settings.hint,
            )
            yield Reading(entities, stretches_of(text, encoding, answer, settings.calibrations))

    def _run(self, pieces: Sequence[int], marked: Sequence[int]) -> Numbers:
        """Numbers (pieces, WIDTH) of one window."""
        ids = np.array([[self._open, *pieces, self._close]], np.int64)
        inputs = {
            "pieces": ids,
            "mask": np.ones_like(ids),
            "marks": np.array([[0, *marked, 0]], np.int64),
        }
        return cast("Numbers", self._session.run(["logits"], inputs)[0])[0, 1:-1]


def _groups(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in groups of no more than _AT_ONCE code points, or of one text."""
    start = length = 0
    for index, text in enumerate(texts):
        if length and length + len(text) > _AT_ONCE:
            yield texts[start:index]
            start, length = index, 0
        length += len(text)
    yield texts[start:]


def _windows(marked: Iterable[Sequence[int]]) -> Iterator[_Window]:
    """Windows over every text; where two overlap, each answers for the half that is its own."""
    step, half = _WINDOW - _OVERLAP, _OVERLAP // 2
    for text, pieces in enumerate(marked):
        total = len(pieces)
        for start in range(0, max(total - _OVERLAP, 1) if total else 0, step):
            stop = min(start + _WINDOW, total)
            first = start + half if start else 0
            last = stop - half if stop < total else total
            yield _Window(text, start, stop, first, last)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
