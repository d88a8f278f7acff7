"""Which files below a folder are drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from postcheck.config.find import CONFIG_NAMES, SourceFinder
from postcheck.documents.wording import did_you_mean
from postcheck.drafts.formats import ENDINGS
from postcheck.drafts.formats.raw import RawDraft
from postcheck.drafts.model import Draft
from postcheck.drafts.records import is_records
from postcheck.errors import InputError

_KEYS = frozenset(field.alias or name for name, field in Draft.model_fields.items())
_COMMON = frozenset({"$schema", "id", "account", "title", "kind", "links", "author", "event"})
_TELLING = _KEYS - _COMMON
"""Keys that only drafts have; files of other programs have the common ones too."""
_FOREIGN = frozenset({"people", "accounts", "policy", "rules", "clauses", "drafts", "facts"})
_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages"})
_TEXTS = ("readme*", "license*", "licence*", "notice*", "changelog*", "requirements*", "robots*")


def walk(
    folder: Path, finder: SourceFinder, shut: Callable[[OSError], None]
) -> Iterator[tuple[Path, list[Path]]]:
    """Each folder from `folder` down, with its files that may be drafts, in order of name.

    Hidden files and folders, those that the configuration ignores or names as its own, and texts
    that every project has are left out. `shut` is told of folders that cannot be looked into.
    """
    for place, folders, names in os.walk(folder, onerror=shut):
        here = Path(place)
        owned, ignored, base = _rules(here, finder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _FOLDERS
            and os.path.realpath(here / name) not in owned
            and not _ignored(here / name, ignored, base)
        )
        files = [
            here / name
            for name in sorted(names)
            if _may_be_draft(name)
            and os.path.realpath(here / name) not in owned
            and not _ignored(here / name, ignored, base)
        ]
        yield here, files


def _rules(here: Path, finder: SourceFinder) -> tuple[frozenset[str], tuple[str, ...], Path]:
    try:
        sources = finder.for_folder(here)
    except InputError:  # told when the first draft is read
        return frozenset(), (), here
    owned = frozenset(os.path.realpath(path) for path in sources.owned())
    return owned, sources.config.ignore, sources.folder or here


def _may_be_draft(name: str) -> bool:
    if name.startswith(".") or name in CONFIG_NAMES or Path(name).suffix.lower() not in ENDINGS:
        return False
    if is_records(Path(name)):
        return False
    plain = name.lower().endswith(".txt")
    return not (plain and any(fnmatchcase(name.lower(), pattern) for pattern in _TEXTS))


def _ignored(path: Path, patterns: tuple[str, ...], base: Path) -> bool:
    """Whether a pattern fits the name, or the path from the configuration's folder."""
    if not patterns:
        return False
    whole = os.path.relpath(path, base).replace(os.sep, "/")
    return any(
        fnmatchcase(candidate, pattern.rstrip("/"))
        for pattern in patterns
        for candidate in (path.name, whole)
    )


def is_draft(raw: RawDraft) -> bool:
    """Whether a file that was come upon is a draft, and not another program's file.

    Nearly right keys count, so that a slip of the pen is told instead of passed over.
    """
    keys = raw.keys
    if raw.text_line is not None:  # the body is the text; what stands before it must tell
        if raw.name.lower().endswith(".txt"):
            return True
        keys -= {"text"}
    if not keys or keys & _FOREIGN:
        return False
    return bool(keys & _TELLING) or all(map(_known, keys))


def _known(key: str) -> bool:
    return key in _KEYS or did_you_mean(key, tuple(_KEYS)) is not None
