"""What earlier runs found out about patterns: that they can be read, and what their needles are.

To read the thousands of patterns of a policy takes longer than all else that a short run does, and
comes out the same every time. So it is kept in the user's folder for caches: digests of the
patterns, and their needles, which are parts of the words of lists; nothing of a draft or of the
register goes there. Whoever deletes the file loses a second. A pattern that is known is compiled
when a text asks for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import tempfile
from functools import cache
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path

from postcheck.patterns import needles as reader
from postcheck.patterns.needles import Needles

_FILE = "patterns.json"
_MOST = 50_000
"""Patterns above which those that this run did not meet are forgotten."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once. Raises re.error where it cannot be read."""
    return re.compile(pattern)


class Known:
    """Patterns that were read before, by this run or by earlier ones.

    `folder` is where they are kept; without one, nothing is kept between runs.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / _FILE if folder else None
        self._earlier = self._read()
        self._met: dict[str, list[str] | None] = {}

    def prove(self, pattern: str) -> None:
        """Raises re.error where the pattern cannot be read."""
        self._of(pattern)

    def needles(self, pattern: str) -> Needles | None:
        """As `needles.needles`. Raises re.error where the pattern cannot be read."""
        found = self._of(pattern)
        return None if found is None else frozenset(found)

    def keep(self) -> None:
        """Write down what is new. A folder that cannot be written to is none."""
        if self._file is None or self._met.keys() <= self._earlier.keys():
            return
        everything = {**self._earlier, **self._met}
        self._earlier = everything if len(everything) <= _MOST else dict(self._met)
        text = json.dumps({"stamp": _stamp(), "patterns": self._earlier}, ensure_ascii=False)
        with contextlib.suppress(OSError):
            _replace(self._file, text)

    def _of(self, pattern: str) -> list[str] | None:
        key = blake2b(pattern.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        if key not in self._met:
            if key in self._earlier:
                self._met[key] = self._earlier[key]
            else:
                compiled(pattern)
                found = reader.needles(pattern)
                self._met[key] = None if found is None else sorted(found)
        return self._met[key]

    def _read(self) -> dict[str, list[str] | None]:
        """What is kept; nothing where it is damaged or of another version."""
        if self._file is None:
            return {}
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            sound = kept["stamp"] == _stamp() and all(map(_is_needles, kept["patterns"].values()))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return dict(kept["patterns"]) if sound else {}


def _is_needles(found: object) -> bool:
    return found is None or (
        isinstance(found, list) and all(isinstance(word, str) and len(word) > 2 for word in found)
    )


@cache
def _stamp() -> str:
    """What the answers depend on besides the pattern: Python's reading of it, and ours."""
    source = Path(reader.__file__).read_bytes()
    return f"{sys.version_info.major}.{sys.version_info.minor}-{blake2b(source).hexdigest()[:24]}"


def _replace(file: Path, text: str) -> None:
    """Written beside and moved there, so that runs side by side never read half a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f"{_FILE}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(beside).replace(file)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


_KNOWN: list[Known] = []


def known() -> Known:
    """What this process knows of patterns."""
    if not _KNOWN:
        _KNOWN.append(Known(user_cache_path("postcheck", appauthor=False)))
    return _KNOWN[0]


def keep_nothing() -> None:
    """Read every pattern afresh in this process, and leave nothing behind."""
    _KNOWN[:] = [Known(None)]
