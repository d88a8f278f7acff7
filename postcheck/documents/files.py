"""Files as text: size bounded, UTF-8 alone, replaced whole, one clear word where that fails."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp

from postcheck.errors import InputError, Problem, UsageError

MAX_BYTES = 5 * 1024 * 1024
"""The largest draft, register or configuration file, in bytes."""


def read_text(path: Path, name: str | None = None, limit: int = MAX_BYTES) -> str:
    """The text of a UTF-8 file, without a byte order mark.

    Raises InputError when the file is missing, too large, or not UTF-8. `name` is how messages
    call the file.
    """
    return decode(read_bytes(path, name, limit), name or str(path))


def read_bytes(path: Path, name: str | None = None, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file of at most `limit` bytes. Raises InputError."""
    name = name or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(Problem("there is no such file", name)) from None
    except IsADirectoryError:
        raise InputError(Problem("this is a folder, not a file", name)) from None
    except OSError as error:
        raise InputError(Problem(f"the file cannot be read: {error.strerror}", name)) from None
    if len(data) > limit:
        raise InputError(Problem(f"the file is larger than {readable(limit)}", name))
    return data


def write_over(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file at once, so that it is never half written; None before makes a new one.

    Raises UsageError, with the file as it was, when it cannot be written or somebody else has
    changed it meanwhile.
    """
    real = Path(os.path.realpath(path))
    try:
        if (real.read_bytes() if real.exists() else None) != before:
            message = "somebody else has changed this file meanwhile"
            raise UsageError(Problem(message, str(path), remedy="look at it, and try again"))
        if before is not None and not os.access(real, os.W_OK):
            message = "this file may not be written"
            raise UsageError(Problem(message, str(path), remedy="mend its permissions"))
        _replace(real, after, real.stat().st_mode & 0o777 if before is not None else 0o644)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror}"
        raise UsageError(Problem(message, str(path), remedy="mend its permissions")) from error


def _replace(path: Path, data: bytes, mode: int) -> None:
    handle, name = mkstemp(dir=path.parent, prefix=".")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text, without a byte order mark. Raises InputError with the byte's place."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(Problem("the file is UTF-16, not UTF-8", name, remedy="save it as UTF-8"))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        message = f"the file is not UTF-8: byte {error.start + 1} is 0x{data[error.start]:02X}"
        raise InputError(Problem(message, name, line, remedy="save it as UTF-8")) from None


def readable(size: int) -> str:
    """A number of bytes in words: 5 MiB."""
    return f"{size // (1024 * 1024)} MiB" if size >= 1024 * 1024 else f"{size} bytes"
