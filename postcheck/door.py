"""The one door that every unexpected error goes through.

Nothing else in postcheck catches what it cannot name. Here a crash becomes a short, private word:
what failed and where in the code, never what was being read, so that no name reaches a log.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from postcheck.errors import PostcheckError, Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """It worked; `value` is what came of it."""

    value: T


@dataclass(frozen=True, slots=True)
class Crashed:
    """It did not work; `expected` tells an error of our own from one that nobody foresaw."""

    problems: tuple[Problem, ...]
    expected: bool

    @property
    def message(self) -> str:
        """The first problem in one sentence."""
        return self.problems[0].message


def attempt(what: str, call: Callable[[], T]) -> Done[T] | Crashed:
    """Call, and turn any error into words. Ctrl-C passes through.

    `what` names the caller for the message, such as “the analyser faces”. Libraries that quit the
    process when something is missing are caught too.
    """
    try:
        return Done(call())
    except PostcheckError as error:
        return Crashed(error.problems, expected=True)
    except MemoryError:
        return Crashed((Problem(f"{what} needs more memory than there is"),), expected=False)
    except (Exception, SystemExit) as error:  # noqa: BLE001 (this is the door)
        return Crashed((_described(what, error),), expected=False)


def _described(what: str, error: BaseException) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Problem(
        f"{what} failed with {type(error).__name__}{place}",
        remedy="run `postcheck doctor`; if it finds nothing, please report this as a bug",
    )
