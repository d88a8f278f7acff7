"""The files of the language model, read strictly: a broken one is named.

- `model.onnx`: takes `pieces`, `mask`, `marks`, all int64 (1, n), and gives `logits` (1, n, WIDTH).
- `tokenizer.json`: the word pieces, as the `tokenizers` package writes them.
- `lexicon.txt`: what the lists know of single words (postcheck/language/lexicon.py).
- `thresholds.json`: version, tags, and what makes probabilities and answers of the numbers.

models/README.md says how they are made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnxruntime
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from postcheck.errors import AnalyserError, Problem
from postcheck.language.classes import CLASSES, TAGS
from postcheck.language.lexicon import Lexicon
from postcheck.language.stretches import Calibration

FILES = ("model.onnx", "tokenizer.json", "lexicon.txt", "thresholds.json")
_REMEDY = "install postcheck again, or run models/training/language/export.py"


@dataclass(frozen=True, slots=True)
class Settings:
    """`thresholds.json`: temperature and limits of names; calibration and limit of each class.

    `told` makes a probability of the score of a name that is told on the model's word alone.
    """

    version: str
    temperature: float
    person: float
    hint: float
    told: Calibration
    calibrations: Mapping[str, Calibration]
    limits: Mapping[str, float]


def prove_files(folder: Path) -> None:
    """Raises AnalyserError when one of the files is not there."""
    for name in FILES:
        if not (folder / name).is_file():
            raise _broken(folder / name, "the language model is missing")


def read_settings(path: Path) -> Settings:
    """The settings. Raises AnalyserError when they are broken or of another version's model."""
    content = _read_json(path)
    version = content.get("version")
    if content.get("tags") != list(TAGS) or not isinstance(version, str):
        raise _broken(path, "the language model does not fit this version of postcheck")
    try:
        temperature, person, hint = (
            float(content[name]) for name in ("temperature", "person", "hint")
        )
        told = Calibration(*(float(content["told"][name]) for name in ("scale", "shift")))
        of_classes = {name: content["classes"][name] for name in CLASSES}
        calibrations = {
            name: Calibration(float(one["scale"]), float(one["shift"]))
            for name, one in of_classes.items()
        }
        limits = {name: float(one["limit"]) for name, one in of_classes.items()}
    except (KeyError, TypeError, ValueError) as error:
        reason = f"no numbers for its limits ({error})"
        raise _broken(path, "the language model cannot be read", reason=reason) from error
    if temperature <= 0:
        raise _broken(path, "the language model cannot be read", reason="temperature of 0")
    return Settings(version, temperature, person, hint, told, calibrations, limits)


def read_tokenizer(path: Path) -> tuple[Tokenizer, int, int]:
    """The tokenizer and the pieces that open and close a window.

    Built from the vocabulary, because the package's own reader tells faults as bare exceptions.
    """
    model = _read_json(path).get("model")
    words = model.get("vocab") if isinstance(model, dict) else None
    if not isinstance(words, dict) or not {"[UNK]", "[CLS]", "[SEP]"} <= words.keys():
        raise _broken(path, "the language model cannot be read", reason="no vocabulary")
    tokenizer = Tokenizer(WordPiece(words, unk_token="[UNK]"))  # noqa: S106 - a piece, no password
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer, words["[CLS]"], words["[SEP]"]


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon. Raises AnalyserError when it is broken."""
    try:
        return Lexicon.read(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(path, "the language model cannot be read", reason=str(error)) from error


def read_model(path: Path) -> onnxruntime.InferenceSession:
    """The network. Raises AnalyserError when it is broken."""
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
        raise _broken(path, "the language model cannot be read", reason=str(error)) from error


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(path, "the language model cannot be read", reason=str(error)) from error
    if not isinstance(content, dict):
        raise _broken(path, "the language model cannot be read", reason="not an object")
    return content


def _broken(path: Path, message: str, *, reason: str | None = None) -> AnalyserError:
    told = f"{message}: {reason}" if reason else message
    return AnalyserError(Problem(told, path=str(path), remedy=_REMEDY))
