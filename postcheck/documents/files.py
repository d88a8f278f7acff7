"""Files as text: size bounded, UTF-8 alone, and one clear word where that fails."""

from __future__ import annotations

from pathlib import Path

from postcheck.errors import InputError, Problem

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
