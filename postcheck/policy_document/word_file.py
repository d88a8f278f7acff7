"""Word files (DOCX) to blocks, by python-docx, which comes with the extra `documents`."""

from __future__ import annotations

import io
import zipfile
import zlib

from postcheck.documents.files import readable
from postcheck.errors import InputError, Problem
from postcheck.policy_document.blocks import Block
from postcheck.policy_document.extra import needed
from postcheck.policy_document.word_body import Body

_MOST_UNPACKED = 100 * 1024 * 1024
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(KeyError, ValueError, TypeError, AttributeError),
)
"""What zipfile and python-docx raise for files that they cannot make out, besides lxml's own."""


def word_blocks(data: bytes, name: str) -> list[Block]:
    """The paragraphs of a Word file, with the numbers that Word gives them. Raises InputError."""
    with needed(name, "Word files"):
        import docx
        from lxml.etree import LxmlError
    try:
        _prove_size(data, name)
        document = docx.Document(io.BytesIO(data))
        return list(Body(document).blocks())
    except (*_DAMAGE, LxmlError):
        message = "the file is damaged, or no Word file"
        remedy = "open it in Word, save it again as .docx, and import that"
        raise InputError(Problem(message, name, remedy=remedy)) from None


def _prove_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(item.file_size for item in archive.infolist())
    if size > _MOST_UNPACKED:
        message = f"unpacked the file is larger than {readable(_MOST_UNPACKED)}"
        raise InputError(Problem(message, name))
