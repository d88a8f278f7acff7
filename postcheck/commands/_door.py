"""How every command ends: an exit code, or one clear word on stderr; never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from postcheck.door import Crashed, attempt
from postcheck.errors import Problem

CANNOT_WORK = 2


def closed(name: str, call: Callable[[], int]) -> int:
    """Run a command; what stops it is told on stderr and gives exit code 2."""

    def guarded() -> int:
        try:
            code = call()
            sys.stdout.flush()
        except BrokenPipeError:
            # the reader has gone; without this Python complains once more while it leaves
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CANNOT_WORK
        return code

    result = attempt(f"postcheck {name}", guarded)
    if isinstance(result, Crashed):
        tell(result.problems)
        return CANNOT_WORK
    return result.value


def written_files(targets: Iterable[Path | None] = ()) -> frozenset[tuple[int, int]]:
    """Device and number of the files that this run writes: those opened, and standard output.

    One of them may lie in a folder that is checked, and is no draft.
    """
    found = [target.stat() for target in targets if target is not None]
    with contextlib.suppress(OSError, ValueError, AttributeError):  # a stream without a file
        found.append(os.fstat(sys.stdout.fileno()))
    return frozenset((file.st_dev, file.st_ino) for file in found)


def tell(problems: Sequence[Problem]) -> None:
    """Print problems on stderr."""
    from postcheck.reporters.problems import print_problems
    from postcheck.reporters.style import style_of

    print_problems(problems, sys.stderr, style_of(sys.stderr))
