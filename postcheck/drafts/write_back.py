"""A sign-off into the file of its draft, or beside it where the file cannot take it without loss.

Nothing is written that does not read back as the same draft with one sign-off more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from postcheck.documents.files import decode, read_bytes, write_over
from postcheck.documents.insert_json import add_to_json
from postcheck.documents.insert_yaml import add_to_yaml
from postcheck.documents.read import read_yaml
from postcheck.drafts.formats import LINES, PARSERS
from postcheck.drafts.formats.markdown import front_matter
from postcheck.drafts.records import Records, records_beside
from postcheck.errors import InputError, Problem, UsageError

KEY = "sign_offs"
_BOM = b"\xef\xbb\xbf"
_Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Written:
    """The bytes of a file as they were, and as they are to be."""

    path: Path
    before: bytes | None
    after: bytes


def add_sign_off(path: Path, entry: _Entry, line: int | None = None) -> Path:
    """Write one sign-off, and give the file that holds it now. Raises UsageError or InputError.

    `line` is the draft's line in a file of JSON lines.
    """
    written = _inside(path, entry, line) or _beside(path, entry, line)
    write_over(written.path, written.before, written.after)
    return written.path


def _inside(path: Path, entry: _Entry, line: int | None) -> _Written | None:
    """The draft's own file with the sign-off, or None where it cannot take it without loss."""
    data = read_bytes(path)
    if records_beside(path).is_file():
        return None  # what is kept beside stays together
    text = decode(data, path.as_posix())
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    changed = _changed(plain, path, entry, line)
    if changed is None:
        return None
    mark = _BOM if data.startswith(_BOM) else b""
    after = mark + changed.replace("\n", ends).encode("utf-8")
    if mark + plain.replace("\n", ends).encode("utf-8") != data:
        return None  # line ends of both kinds
    if not _same_but_one(text, decode(after, path.as_posix()), path, entry, line):
        return None
    return _Written(path, data, after)


def _changed(text: str, path: Path, entry: _Entry, line: int | None) -> str | None:
    ending = path.suffix.lower()
    if ending == LINES and line is not None:
        lines = text.split("\n")
        lines[line - 1] = add_to_json(lines[line - 1], KEY, entry)
        return "\n".join(lines)
    put = _WAYS.get(ending)
    return put(text, entry) if put is not None else None


def _into_json(text: str, entry: _Entry) -> str | None:
    return add_to_json(text, KEY, entry)


def _into_yaml(text: str, entry: _Entry) -> str | None:
    return add_to_yaml(text, KEY, entry)


def _into_markdown(text: str, entry: _Entry) -> str | None:
    front = front_matter(text)
    if front is None:
        keys = add_to_yaml("", KEY, entry)
        return f"---\n{keys}---\n\n{text}"
    start, end = front
    keys = add_to_yaml(text[start:end], KEY, entry)
    return None if keys is None else text[:start] + keys + text[end:]


_WAYS: dict[str, Callable[[str, _Entry], str | None]] = {
    ".json": _into_json,
    ".yaml": _into_yaml,
    ".yml": _into_yaml,
    ".md": _into_markdown,
    ".markdown": _into_markdown,
}


def _same_but_one(old: str, new: str, path: Path, entry: _Entry, line: int | None) -> bool:
    """Whether the new text is the old draft with this sign-off at the end of its list."""
    try:
        before, after = (_value(text, path, line) for text in (old, new))
    except InputError:
        return False
    return after == {**before, KEY: [*before.get(KEY, []), entry]}


def _value(text: str, path: Path, line: int | None) -> dict[str, list[object]]:
    if line is not None:
        text = text.split("\n")[line - 1]
    value = PARSERS[".json" if line is not None else path.suffix.lower()](text, path.name).value
    return value if isinstance(value, dict) else {}


def _beside(path: Path, entry: _Entry, line: int | None) -> _Written:
    """The file of records beside the draft with the sign-off."""
    if line is not None:
        message = "this line cannot take a sign-off as it is written"
        raise UsageError(Problem(message, path.as_posix(), line, remedy="give the draft a file"))
    file = records_beside(path)
    name = file.as_posix()
    data = read_bytes(file, name) if file.exists() else None
    text = decode(data, name) if data is not None else ""
    after = add_to_yaml(text, KEY, entry)
    if after is None or read_yaml(name, after, Records).sign_offs[:-1] != _sign_offs(text, name):
        message = "this file cannot take a sign-off as it is written"
        raise UsageError(Problem(message, name, remedy="write its lists with `- ` in lines"))
    return _Written(file, data, after.encode("utf-8"))


def _sign_offs(text: str, name: str) -> tuple[object, ...]:
    return read_yaml(name, text, Records).sign_offs
