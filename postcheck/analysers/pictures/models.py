"""Opening ONNX models: quiet, with few threads, and with a clear word when one is missing."""

from __future__ import annotations

import contextlib
import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from postcheck.errors import AnalyserError, Problem

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def threads() -> int:
    """Threads for one model: half the cores, since two pictures' analysers run side by side."""
    return max(1, min(4, (os.cpu_count() or 2) // 2))


def opened_model(path: Path, name: str) -> InferenceSession:
    """A session for the model file at `path`; `name` says in a failure what it is for.

    Raises `AnalyserError` when the file is missing or is no model.
    """
    if not path.is_file():
        raise missing_model(name, str(path))
    import onnxruntime

    states = onnxruntime.capi.onnxruntime_pybind11_state
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A spinning thread would take its core from the model that runs beside this one.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (
        states.Fail,
        states.InvalidArgument,
        states.InvalidGraph,
        states.InvalidProtobuf,
        states.NoSuchFile,
        states.RuntimeException,
    ) as fault:
        raise AnalyserError(
            Problem(
                f"the model of {name} cannot be loaded",
                path=str(path),
                remedy="Install postcheck again.",
            )
        ) from fault


def missing_model(name: str, path: str | None = None) -> AnalyserError:
    """The error for a model that is not where it should be."""
    return AnalyserError(
        Problem(
            f"the model of {name} is missing",
            path=path,
            remedy="Install postcheck again; “postcheck doctor” says which models are in place.",
        )
    )


def import_shared_libraries() -> None:
    """Import what several analysers share, before they run side by side.

    numpy breaks for the rest of the process when two threads import it for the first time at once.
    One that is not installed is told by the analyser that needs it.
    """
    for name in ("numpy", "cv2", "onnxruntime"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
