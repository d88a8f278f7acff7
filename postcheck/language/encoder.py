"""Names of people, organisations and places in texts: a small transformer on onnxruntime.

The folder holds three files (models/README.md says how they are made):

- `model.onnx`: takes `pieces`, `mask`, `cases`, all int64 (1, n), and gives `logits` (1, n, tags).
- `tokenizer.json`: the word pieces, as the `tokenizers` package writes them.
- `thresholds.json`: version, tags, temperature and the probability from which a word is a person.

Every window of text runs alone. The int8 model scales its numbers by what else is in the batch, so
that in a batch the answer for a post would depend on its neighbours.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from postcheck.errors import AnalyserError, Problem
from postcheck.language.pieces import cases, clean
from postcheck.resources import models_folder

Label = Literal["PERSON", "ORG", "LOC"]
LABELS: tuple[Label, ...] = ("PERSON", "ORG", "LOC")
TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
FILES = ("model.onnx", "tokenizer.json", "thresholds.json")

_WINDOW, _OVERLAP = 254, 64  # pieces, without the two that open and close a window
_AT_ONCE = 200_000  # code points whose pieces are held in memory together
_JOINERS = frozenset("-'’‑")
_REMEDY = "install postcheck again, or run models/training/names/export.py"

Probabilities = npt.NDArray[np.float32]


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


@dataclass(frozen=True, slots=True)
class _Settings:
    version: str
    temperature: float
    person: float


@dataclass(frozen=True, slots=True)
class _Window:
    """Pieces `start` to `stop` of one text; the answers for `first` to `last` are used."""

    text: int
    start: int
    stop: int
    first: int
    last: int


def encoder_folder() -> Path:
    """Where the shipped model lies."""
    return models_folder() / "names" / "encoder"


class NamesEncoder:
    """Finds names. `threads` windows run at the same time; None means one for each core.

    Raises AnalyserError when the folder or one of its files is missing or broken.
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        for name in FILES:
            if not (folder / name).is_file():
                raise _broken(folder / name, "the names model is missing")
        self._settings = _read_settings(folder / "thresholds.json")
        self._tokenizer, self._open, self._close = _read_tokenizer(folder / "tokenizer.json")
        self._session = _read_model(folder / "model.onnx")
        self._threads = threads or _cores()

    @property
    def version(self) -> str:
        """The version of the model; it changes whenever answers may."""
        return self._settings.version

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The names in each text, in order, none overlapping.

        What stands in one text never changes the answer for another.
        """
        found: list[list[Entity]] = []
        with ThreadPoolExecutor(self._threads) as pool:
            for group in _groups(texts):
                found += self._some([clean(text) for text in group], pool)
        return found

    def _some(self, texts: Sequence[str], pool: ThreadPoolExecutor) -> Iterator[list[Entity]]:
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        marks = [
            cases(text, encoding.word_ids, encoding.offsets)
            for text, encoding in zip(texts, encodings, strict=True)
        ]
        answers = [np.empty((len(mark), len(TAGS)), np.float32) for mark in marks]
        # The longest first, so that no thread is left with one at the end.
        windows = sorted(_windows(marks), key=lambda window: window.start - window.stop)

        def run(window: _Window) -> Probabilities:
            part = slice(window.start, window.stop)
            return self._run(encodings[window.text].ids[part], marks[window.text][part])

        for window, probabilities in zip(windows, pool.map(run, windows), strict=True):
            answers[window.text][window.first : window.last] = probabilities[
                window.first - window.start : window.last - window.start
            ]
        for text, encoding, answer in zip(texts, encodings, answers, strict=True):
            yield list(_joined(text, self._spans(encoding, answer)))

    def _run(self, pieces: Sequence[int], marks: Sequence[int]) -> Probabilities:
        """Probabilities (pieces, tags) of one window."""
        ids = np.array([[self._open, *pieces, self._close]], np.int64)
        inputs = {
            "pieces": ids,
            "mask": np.ones_like(ids),
            "cases": np.array([[0, *marks, 0]], np.int64),
        }
        logits = cast("Probabilities", self._session.run(["logits"], inputs)[0])[0, 1:-1]
        scaled = np.exp((logits - logits.max(axis=1, keepdims=True)) / self._settings.temperature)
        return cast("Probabilities", scaled / scaled.sum(axis=1, keepdims=True))

    def _spans(self, encoding: Encoding, probabilities: Probabilities) -> Iterator[Entity]:
        """Names from the first piece of each word."""
        firsts, lasts = _words(encoding.word_ids)
        if not len(firsts):
            return
        words = probabilities[firsts]
        kinds = words[:, 1::2] + words[:, 2::2]  # one column a label
        best = np.concatenate([words[:, :1], kinds[:, 1:]], axis=1).argmax(axis=1)
        chosen = np.where(kinds[:, 0] >= self._settings.person, 1, np.where(best > 0, best + 1, 0))
        offsets = encoding.offsets
        opened: Entity | None = None
        before = -1
        for index in np.flatnonzero(chosen):
            kind = int(chosen[index]) - 1
            start, end = offsets[firsts[index]][0], offsets[lasts[index]][1]
            score = float(kinds[index, kind])
            goes_on = words[index, 2 + 2 * kind] > words[index, 1 + 2 * kind]
            follows = opened is not None and index == before + 1 and opened.label == LABELS[kind]
            if opened is not None and follows and goes_on:
                opened = Entity(opened.start, end, opened.label, min(opened.score, score))
            else:
                if opened is not None:
                    yield opened
                opened = Entity(start, end, LABELS[kind], score)
            before = int(index)
        if opened is not None:
            yield opened


def _groups(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in groups of no more than _AT_ONCE code points, or of one text."""
    start = length = 0
    for index, text in enumerate(texts):
        if length and length + len(text) > _AT_ONCE:
            yield texts[start:index]
            start, length = index, 0
        length += len(text)
    yield texts[start:]


def _words(word_ids: Sequence[int | None]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first and the last piece of every word."""
    ids = np.array([-1 if word is None else word for word in word_ids], np.int64)
    changes = np.flatnonzero(np.diff(ids)) + 1
    if not len(ids):
        return np.empty(0, np.intp), np.empty(0, np.intp)
    return np.concatenate([[0], changes]), np.concatenate([changes - 1, [len(ids) - 1]])


def _windows(marks: Iterable[Sequence[int]]) -> Iterator[_Window]:
    """Windows over every text; where two overlap, each answers for the half that is its own."""
    step, half = _WINDOW - _OVERLAP, _OVERLAP // 2
    for text, pieces in enumerate(marks):
        total = len(pieces)
        for start in range(0, max(total - _OVERLAP, 1) if total else 0, step):
            stop = min(start + _WINDOW, total)
            first = start + half if start else 0
            last = stop - half if stop < total else total
            yield _Window(text, start, stop, first, last)


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


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _broken(path: Path, message: str, *, reason: str | None = None) -> AnalyserError:
    told = f"{message}: {reason}" if reason else message
    return AnalyserError(Problem(told, path=str(path), remedy=_REMEDY))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(path, "the names model cannot be read", reason=str(error)) from error
    if not isinstance(content, dict):
        raise _broken(path, "the names model cannot be read", reason="not an object")
    return content


def _read_settings(path: Path) -> _Settings:
    content = _read_json(path)
    version, tags = content.get("version"), content.get("tags")
    temperature, person = content.get("temperature"), content.get("person")
    if tags != list(TAGS) or not isinstance(version, str):
        raise _broken(path, "the names model does not fit this version of postcheck")
    if not isinstance(temperature, float) or not isinstance(person, float) or temperature <= 0:
        raise _broken(path, "the names model cannot be read", reason="no numbers for its limits")
    return _Settings(version, temperature, person)


def _read_tokenizer(path: Path) -> tuple[Tokenizer, int, int]:
    """The tokenizer and the pieces that open and close a window.

    Built from the vocabulary, because the package's own reader tells faults as bare exceptions.
    """
    model = _read_json(path).get("model")
    words = model.get("vocab") if isinstance(model, dict) else None
    if not isinstance(words, dict) or not {"[UNK]", "[CLS]", "[SEP]"} <= words.keys():
        raise _broken(path, "the names model cannot be read", reason="no vocabulary")
    tokenizer = Tokenizer(WordPiece(words, unk_token="[UNK]"))  # noqa: S106 - a piece, no password
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer, words["[CLS]"], words["[SEP]"]


def _read_model(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    states = onnxruntime.capi.onnxruntime_pybind11_state
    try:
        return onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    except (
        states.Fail,
        states.InvalidArgument,
        states.InvalidGraph,
        states.InvalidProtobuf,
        states.NotImplemented,
        states.RuntimeException,
    ) as error:
        raise _broken(path, "the names model cannot be read", reason=str(error)) from error
