"""Paths to drafts: files, folders and standard input, one at a time.

What cannot be read is refused with its problems, and the others are still loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from postcheck.config.find import CONFIG_NAMES, SourceFinder, Sources
from postcheck.documents.files import MAX_BYTES, decode, read_text, readable
from postcheck.drafts.discover import is_draft, walk
from postcheck.drafts.formats import ENDINGS, LINES, PARSERS, parser_for_text
from postcheck.drafts.formats.json_draft import parse_json_line
from postcheck.drafts.formats.raw import RawDraft
from postcheck.drafts.media import PICTURES, VIDEOS, beside, resolve_media
from postcheck.drafts.model import Draft
from postcheck.drafts.records import is_records, records_beside, with_records
from postcheck.errors import InputError, Problem

STDIN = "-"
STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class LoadedDraft:
    """A draft that can be checked.

    `path` is how reports call the file; `line` its line in a JSON lines file. `folder` is what
    media paths are relative to, `media` the files themselves in the draft's order. `text_line` is
    the line of the file where `text` begins, for formats whose body is the text; else None. `raw`
    is the draft as it was parsed, to find places in; None for a draft that came from no file.
    """

    draft: Draft
    path: str
    folder: Path
    sources: Sources
    media: tuple[Path, ...] = ()
    line: int | None = None
    text_line: int | None = None
    raw: RawDraft | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be loaded, and why."""

    problems: tuple[Problem, ...]


Loaded = LoadedDraft | Refused
_Placed = tuple[Path, RawDraft | Refused]


def load_drafts(
    paths: Sequence[str],
    finder: SourceFinder,
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str | None = None,
    written: frozenset[tuple[int, int]] = frozenset(),
    media: bool = True,
) -> Iterator[Loaded]:
    """Every draft that the paths lead to, each file once, in order.

    `-` reads `stdin`; `stdin_name` is the file name that it stands for. `written` are files, by
    device and number, that are no drafts wherever they lie. Without `media` no picture is looked
    for, as those of published posts may lie elsewhere by now. A path without a draft is refused.
    Memory does not grow with the number of drafts.
    """
    loader = _Loader(finder, written, media)
    for path in paths:
        if path == STDIN:
            found = loader.stream(stdin, stdin_name)
        elif not path:
            found = iter([Refused((Problem("an empty path was given"),))])
        elif Path(path).is_dir():
            found = loader.folder(Path(path))
        else:
            found = loader.file(Path(path))
        yield from found


class _Loader:
    def __init__(
        self, finder: SourceFinder, written: frozenset[tuple[int, int]], media: bool
    ) -> None:
        self._finder = finder
        self._media = media
        self._written = written
        self._seen: set[str] = set()
        self._told: list[InputError] = []

    def stream(self, stdin: BinaryIO | None, name: str | None) -> Iterator[Loaded]:
        """One draft from standard input."""
        shown = name or STDIN_NAME
        folder = Path(name).parent if name else Path()
        try:
            data = stdin.read(MAX_BYTES + 1) if stdin else b""
            if len(data) > MAX_BYTES:
                raise InputError(Problem(f"the draft is larger than {readable(MAX_BYTES)}", shown))
            text = decode(data, shown)
            ending = Path(name).suffix.lower() if name else ""
            raw = PARSERS.get(ending, parser_for_text(text))(text, shown)
        except InputError as error:
            yield Refused(error.problems)
            return
        yield from self._finish(raw, folder, add=False)

    def file(self, path: Path) -> Iterator[Loaded]:
        """The drafts of one file that was named."""
        if not self._first_time(path):
            return
        if problem := _unfit(path):
            yield Refused((problem,))
            return
        found = False
        for raw in _parse(path):
            found = True
            yield from self._ready(raw, path.parent, add=_is_post(path))
        if not found:
            yield Refused((Problem("no draft found in this file", path.as_posix()),))

    def folder(self, top: Path) -> Iterator[Loaded]:
        """The drafts below a folder; pictures beside a lone draft belong to it."""
        found = False
        shut: list[OSError] = []
        for here, files in walk(top, self._finder, shut.append):
            drafts = self._drafts(top, files)
            head = list(_take(drafts, 2))
            lone = len(head) == 1 and not any((here / name).exists() for name in CONFIG_NAMES)
            for path, raw in chain(head, drafts):
                found = True
                yield from self._ready(raw, here, add=lone or _is_post(path))
        for error in shut:
            found = True
            place = Path(error.filename or top).as_posix()
            yield Refused((Problem(f"the folder cannot be read: {error.strerror}", place),))
        if not found:
            yield Refused((Problem("no draft found in this folder", top.as_posix()),))

    def _drafts(self, top: Path, files: Iterable[Path]) -> Iterator[_Placed]:
        real_top = os.path.realpath(top)
        for path in files:
            real = os.path.realpath(path)
            if path.is_symlink() and not Path(real).is_relative_to(real_top):
                message = "this link leads out of the folder"
                yield path, Refused((Problem(message, path.as_posix()),))
                continue
            if not self._first_time(path) or self._is_written(path):
                continue
            for raw in _parse(path):
                if isinstance(raw, RawDraft) and not is_draft(raw):
                    break
                yield path, raw

    def _first_time(self, path: Path) -> bool:
        real = os.path.realpath(path)
        new = real not in self._seen
        self._seen.add(real)
        return new

    def _is_written(self, path: Path) -> bool:
        try:
            file = path.stat()
        except OSError:  # told when it is read
            return False
        return (file.st_dev, file.st_ino) in self._written

    def _ready(self, raw: RawDraft | Refused, folder: Path, *, add: bool) -> Iterator[Loaded]:
        if isinstance(raw, Refused):
            yield raw
        else:
            yield from self._finish(raw, folder, add=add and raw.line is None)

    def _finish(self, raw: RawDraft, folder: Path, *, add: bool) -> Iterator[Loaded]:
        try:
            sources = self._finder.for_folder(folder)
        except InputError as error:
            # a broken configuration is told once, not for every draft below it
            if not any(error is told for told in self._told):
                self._told.append(error)
                yield Refused(error.problems)
            return
        try:
            if add:
                raw.add_media(beside(folder, raw.media_paths))
            draft = with_records(raw.read(), Path(raw.name)) if raw.line is None else raw.read()
            root = sources.content_root(folder)
            media = resolve_media(draft, raw, folder, root) if self._media else ()
        except InputError as error:
            yield Refused(error.problems)
            return
        yield LoadedDraft(draft, raw.name, folder, sources, media, raw.line, raw.text_line, raw)


def _is_post(path: Path) -> bool:
    return path.stem.lower() == "post"


def _take(drafts: Iterator[_Placed], count: int) -> Iterator[_Placed]:
    for _, item in zip(range(count), drafts, strict=False):
        yield item


def _unfit(path: Path) -> Problem | None:
    """Why a named file cannot be a draft, by its name alone."""
    ending, name = path.suffix.lower(), path.as_posix()
    if not path.exists():
        return Problem("there is no such file or folder", name)
    if path.name in CONFIG_NAMES:
        return Problem("this is the configuration, not a draft", name)
    if is_records(path):
        message = "this holds the sign-offs and waivers of a draft"
        return Problem(message, name, remedy="name the draft itself")
    if ending == ".csv":
        return Problem("tables (.csv) are not read as drafts yet", name, remedy="use .jsonl")
    if ending in PICTURES | VIDEOS:
        return Problem("this is a picture, not a draft", name, remedy="name the draft that uses it")
    if ending not in ENDINGS:
        endings = " ".join(sorted(ENDINGS))
        return Problem("this kind of file is not read as a draft", name, expected=endings)
    return None


def _parse(path: Path) -> Iterator[RawDraft | Refused]:
    """The raw drafts of one file."""
    name, ending = path.as_posix(), path.suffix.lower()
    try:
        if ending == LINES:
            yield from _parse_lines(path, name)
        else:
            yield PARSERS[ending](read_text(path, name), name)
    except InputError as error:
        yield Refused(error.problems)


def _parse_lines(path: Path, name: str) -> Iterator[RawDraft | Refused]:
    """One draft for each line that is not blank; a broken line does not stop the others."""
    try:
        with path.open("rb") as file:
            number = 0
            while data := file.readline(MAX_BYTES + 1):
                number += 1
                if len(data) > MAX_BYTES:
                    while data and not data.endswith(b"\n"):
                        data = file.readline(MAX_BYTES)
                    message = f"the line is longer than {readable(MAX_BYTES)}"
                    yield Refused((Problem(message, name, number),))
                elif data.strip():
                    yield _parse_line(data, name, number)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        yield Refused((Problem(message, name),))


def _parse_line(data: bytes, name: str, number: int) -> RawDraft | Refused:
    try:
        text = decode(data, name)
    except InputError as error:
        problem = error.problems[0]
        return Refused((Problem(problem.message, name, number, remedy=problem.remedy),))
    try:
        return parse_json_line(text, name, number)
    except InputError as error:
        return Refused(error.problems)


def record_problem(loaded: LoadedDraft, key: str, index: int, fault: Problem) -> Problem:
    """A fault of one sign-off or waiver, with its place in the draft or in the file beside it."""
    raw = loaded.raw
    own = raw.value.get(key) if raw is not None and isinstance(raw.value, dict) else None
    if raw is None or not isinstance(own, list) or index >= len(own):
        return replace(fault, path=records_beside(Path(loaded.path)).as_posix())
    placed = raw.problem(fault.message, (key, index))
    return replace(placed, expected=fault.expected, remedy=fault.remedy)
