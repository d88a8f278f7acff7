"""The organisation's document, whatever kind of file it is: its sections with their clauses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from postcheck.documents.files import decode
from postcheck.errors import InputError, Problem
from postcheck.policy_document.blocks import Block
from postcheck.policy_document.contents import entries
from postcheck.policy_document.kinds import COMPOUND, KNOWN, is_other, is_word, refused
from postcheck.policy_document.lines import plain_blocks
from postcheck.policy_document.marked_text import marked_blocks
from postcheck.policy_document.model import Section
from postcheck.policy_document.numbering import numbered

MAX_DOCUMENT_BYTES = 20 * 1024 * 1024
_MARKDOWN = (".md", ".markdown")
_TEXT = (".txt", ".text")


def read_sections(data: bytes, name: str) -> tuple[Section, ...]:
    """The sections of a document. Raises InputError with what to do.

    Raises UsageError where the extra that reads such files is missing.
    """
    if not data.strip():
        raise InputError(Problem("the file is empty", name, remedy="name the policy's own file"))
    blocks = list(_blocks(data, name))
    contents = entries([block.text for block in blocks])
    kept = (block for at, block in enumerate(blocks) if at not in contents)
    sections, numbers = numbered(kept)
    if not sections:
        raise InputError(Problem("the file holds no words", name, expected="the policy's text"))
    if not numbers:
        message = "no numbered clause was found"
        expected = "clauses or sections that begin with a number, such as 4. or 4.2"
        remedy = "number them in the document, and import it again"
        raise InputError(Problem(message, name, expected=expected, remedy=remedy))
    return sections


def _blocks(data: bytes, name: str) -> Iterable[Block]:
    ending = Path(name).suffix.casefold()
    if data.startswith(b"%PDF-") or ending == ".pdf":
        from postcheck.policy_document.pdf_file import pdf_blocks

        return pdf_blocks(data, name)
    if ending == ".docx" or (ending == ".doc" and is_word(data)):
        return _word(data, name)
    if ending in _MARKDOWN:
        return marked_blocks(_text(data, name))
    if ending in _TEXT:
        return plain_blocks(_text(data, name))
    raise InputError(refused(data, name))


def _word(data: bytes, name: str) -> Iterable[Block]:
    if data.startswith(COMPOUND):
        message = "the Word file is locked with a password, or is of the old kind (.doc)"
        remedy = "open it in Word, save a copy as .docx without a password, and import that"
        raise InputError(Problem(message, name, remedy=remedy))
    if is_other(data):
        raise InputError(refused(data, name))
    from postcheck.policy_document.word_file import word_blocks

    return word_blocks(data, name)


def _text(data: bytes, name: str) -> str:
    text = decode(data, name)
    if "\0" in text:
        message = "the file holds binary data and no text"
        raise InputError(Problem(message, name, expected=KNOWN))
    return text
