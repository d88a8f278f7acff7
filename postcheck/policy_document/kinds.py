"""What a file really is, whatever its name says, and how its owner makes one that can be read."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from postcheck.errors import Problem

KNOWN = "Markdown (.md), plain text (.txt), Word (.docx) or PDF"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What old Word files begin with, and new ones that are locked with a password."""
_HEAD = 1024
_STRICT_PART = "_rels/.rels"
_MOST = 1024 * 1024
_WORD = "open it in Word or LibreOffice, save it as Word document (.docx), and import that"
_OTHERS = {
    ".doc": ("it is an old Word file (.doc)", _WORD),
    ".docm": ("it is a Word file with macros (.docm)", _WORD),
    ".dotx": ("it is a template of Word (.dotx)", _WORD),
    ".odt": ("it is an OpenDocument text (.odt)", _WORD),
    ".rtf": ("it is rich text (.rtf)", _WORD),
    ".html": ("it is a web page", _WORD),
    ".htm": ("it is a web page", _WORD),
    "strict": (
        "it is a Strict Open XML document",
        "save it in Word as “Word Document (.docx)” without “Strict”, and import that",
    ),
    ".pages": (
        "it is a document of Apple Pages",
        "export it there as Word (File, Export To), and import that",
    ),
    ".gdoc": (
        "it is only a link to a Google document",
        "download it there as Word (File, Download), and import that",
    ),
}
_WEB = (b"<!doctype html", b"<html", b"mime-version:")


def is_word(data: bytes) -> bool:
    """Whether it is a Word file of the new kind that is not locked."""
    return "word/document.xml" in _names(data)


def is_other(data: bytes) -> bool:
    """Whether its beginning tells that it is of a kind that is not read."""
    return _really(data) is not None


def refused(data: bytes, name: str) -> Problem:
    """Why a file of another kind is not read, and what to do."""
    ending = _really(data) or Path(name).suffix.casefold()
    if ending in _OTHERS:
        what, remedy = _OTHERS[ending]
        return Problem(
            f"this kind of file is not read: {what}", name, expected=KNOWN, remedy=remedy
        )
    message = (
        f"files that end with “{ending}” are not read" if ending else "this file has no ending"
    )
    return Problem(message, name, expected=KNOWN, remedy="save it as one of these, and import that")


def _really(data: bytes) -> str | None:
    """The ending that a file of this kind ought to have, where its beginning tells."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_WEB):
        return ".html"
    if data.startswith(COMPOUND):
        return ".doc"
    names = _names(data)
    if "content.xml" in names and "mimetype" in names:
        return ".odt"
    return "strict" if _STRICT_PART in names and _is_strict(data) else None


def _is_strict(data: bytes) -> bool:
    """Whether Word was told to save it in the form that hardly any other program reads."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.getinfo(_STRICT_PART).file_size < _MOST and (
                b"purl.oclc.org/ooxml" in archive.read(_STRICT_PART)
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError):
        return False


def _names(data: bytes) -> list[str]:
    if not data.startswith(b"PK"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, EOFError, ValueError):
        return []
