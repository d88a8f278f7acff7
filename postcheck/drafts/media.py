"""Media paths of drafts: relative, inside the content root, and there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from postcheck.documents.wording import did_you_mean
from postcheck.drafts.formats.raw import RawDraft
from postcheck.drafts.model import Draft
from postcheck.errors import InputError

_USUAL = frozenset([".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".bmp"])
PICTURES = _USUAL | frozenset([".tif", ".tiff", ".heic", ".heif", ".avif"])
VIDEOS = frozenset([".mp4", ".mov", ".m4v", ".webm", ".avi", ".mkv"])
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|data:|//)")
_DRIVE = re.compile(r"[A-Za-z]:")


def resolve_media(draft: Draft, raw: RawDraft, folder: Path, root: Path) -> tuple[Path, ...]:
    """The files of a draft's media, in its order.

    Raises InputError with one problem for each path that is an address, absolute, missing, no
    file, or outside `root` once symbolic links are followed.
    """
    real_root = Path(os.path.realpath(root))
    files, problems = [], []
    for index, medium in enumerate(draft.media):
        found = _resolve(medium.path, folder, real_root)
        if isinstance(found, Path):
            files.append(found)
        else:
            message, remedy = found
            problems.append(raw.problem(message, ("media", index, "path"), remedy))
    if problems:
        raise InputError(problems)
    return tuple(files)


def _resolve(written: str, folder: Path, real_root: Path) -> Path | tuple[str, str | None]:
    """The file, or the message and remedy of what is wrong with the path."""
    if _ADDRESS.match(written):
        return "a media path must be a file: nothing is fetched", "save it beside the draft"
    path = written.replace("\\", "/")
    if PurePosixPath(path).is_absolute() or _DRIVE.match(path):
        return f"`{written}` is not relative to the draft", "write the path from the draft's folder"
    if not path.strip() or "\0" in path:
        return "the media path is empty or not a path", None
    file = folder / path
    real = Path(os.path.realpath(file))
    if not real.is_relative_to(real_root):
        return f"`{written}` leaves the content root", "keep media inside the content folder"
    try:
        if file.is_file():
            return file
        there = file.exists()
    except OSError:
        there = False
    if there:
        return f"`{written}` is not a file", None
    return f"there is no file `{written}`", did_you_mean(file.name, _names(file.parent))


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def beside(folder: Path, named: Sequence[str]) -> Iterator[str]:
    """The pictures and films of a folder that no path in `named` leads to, by name."""
    taken = {
        os.path.realpath(folder / path.replace("\\", "/")) for path in named if "\0" not in path
    }
    for name in _names(folder):
        file = folder / name
        if name.startswith(".") or file.suffix.lower() not in PICTURES | VIDEOS:
            continue
        if file.is_file() and os.path.realpath(file) not in taken:
            yield name
