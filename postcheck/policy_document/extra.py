"""The extra `documents`, without which only Markdown and plain text are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from postcheck.errors import Problem, UsageError

EXTRA = "documents"


@contextmanager
def needed(name: str, what: str) -> Iterator[None]:
    """Import what reads a file of the kind `what` in here. Raises UsageError when it is missing."""
    try:
        yield
    except ImportError:
        remedy = f"pip install 'postcheck[{EXTRA}]', or save the policy as text or Markdown"
        message = f"reading {what} needs the extra “{EXTRA}”, which is not installed"
        raise UsageError(Problem(message, name, remedy=remedy)) from None
