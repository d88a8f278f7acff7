"""Policies of an invented school, as files of every kind that can be imported."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from pypdf import PdfWriter

MARKDOWN = """\
# Harbour School online

Agreed by the staff in May.

## 1. Pictures

- **1.1.** Ask before you post. Then ask again.
- **1.2.** Nobody posts after six. It is

kind to wait until morning.

## 2. Names

First names are enough.

Nicknames are not.

## Quiet hours

Phones rest at night.
"""
PLAIN = """\
Harbour School online

Agreed by the staff in May.

1. Pictures

1.1. Ask before you post. Then ask
again.
1.2. Nobody posts after six. It is kind to wait until morning.

2. Names

First names are enough.

Nicknames are not.

Quiet hours

Phones rest at night.
"""
SECTIONS: dict[str, dict[str, str]] = {
    "harbour-school-online": {"harbour-school-online/1": "Agreed by the staff in May."},
    "1": {
        "1.1": "Ask before you post. Then ask again.",
        "1.2": "Nobody posts after six. It is kind to wait until morning.",
    },
    "2": {"2/1": "First names are enough.", "2/2": "Nicknames are not."},
    "quiet-hours": {"quiet-hours/1": "Phones rest at night."},
}
"""What every one of these files says, by number."""

_LEVELS = (("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "(%3)"))


def word(*, numbered_by_word: bool = True) -> bytes:
    """The policy as a Word file; Word itself may count its sections and clauses."""
    document = docx.Document()
    list_id = _multilevel_list(document)

    written = {0: ["1. ", "2. "], 1: ["1.1 ", "1.2 "]}

    def add(text: str, level: int | None = None, style: str | None = None) -> None:
        if level is None:
            document.add_paragraph(text, style=style)
        elif numbered_by_word:
            count(document.add_paragraph(text, style=style), list_id, level)
        else:
            document.add_paragraph(written[level].pop(0) + text, style=style)

    add("Harbour School online", style="Title")
    add("Agreed by the staff in May.")
    add("Pictures", 0, "Heading 1")
    add("Ask before you post. Then ask again.", 1)
    add("Nobody posts after six. It is kind to wait until morning.", 1)
    add("Names", 0, "Heading 1")
    add("First names are enough.")
    add("Nicknames are not.", style="List Bullet")
    add("Quiet hours", style="Heading 1")
    add("Phones rest at night.")
    return saved(document)


def count(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Let Word count a paragraph in a list."""
    numbering = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{numbering}</w:numPr>"))


def _multilevel_list(document: Document) -> int:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element
    space = nsdecls("w")
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {space} w:numId="99"><w:abstractNumId w:val="77"/></w:num>')
    )
    return 99


def saved(document: Document) -> bytes:
    """A Word file's bytes."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


PdfLine = tuple[str, int, bool]
"""A line of a page: its text, how far below the line before, and whether it is bold."""

PDF_PAGES: Sequence[Sequence[PdfLine]] = (
    (
        ("Harbour School online", 0, True),
        ("Agreed by the staff in May.", 30, False),
        ("1. Pictures", 30, True),
        ("1.1. Ask before you post. Then ask", 30, False),
        ("again.", 14, False),
        ("1.2. Nobody posts after six. It is", 14, False),
        ("Harbour School, page 1", 400, False),
    ),
    (
        ("kind to wait until morning.", 0, False),
        ("2. Names", 30, True),
        ("First names are enough.", 30, False),
        ("\u2022 Nicknames are not.", 14, False),
        ("Quiet hours", 30, True),
        ("Phones rest at night.", 30, False),
        ("Harbour School, page 2", 386, False),
    ),
)


def pdf(pages: Sequence[Sequence[PdfLine]] = PDF_PAGES) -> bytes:
    """Pages of lines as a PDF."""
    return printed([_content(lines) for lines in pages])


def printed(contents: Sequence[bytes]) -> bytes:
    """A PDF with pages of these contents."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for content in contents:
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % len(objects)
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids))
    return _file(objects)


def _content(lines: Sequence[PdfLine]) -> bytes:
    height = 800
    parts = []
    for text, below, bold in lines:
        height -= below
        parts.append(words_at(60, height, text, bold=bold))
    return b"\n".join(parts)


def words_at(across: int, up: int, text: str, size: int = 11, *, bold: bool = False) -> bytes:
    """Words at a place of a page, as its content has them."""
    written = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"F2" if bold else b"F1"
    return b"BT /%s %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (font, size, across, up, written)


def _file(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s" % (size, table, trailer)


def locked_pdf() -> bytes:
    """The policy as a PDF that asks for a password."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("tide", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
