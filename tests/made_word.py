"""Word files written by hand, element by element, as programs other than python-docx do."""

from __future__ import annotations

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from made_documents import saved

SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{rest}"'
    for prefix, rest in (
        ("w", "openxmlformats.org/wordprocessingml/2006/main"),
        ("mc", "openxmlformats.org/markup-compatibility/2006"),
        ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
    )
)


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def counted(level: int, list_id: int = 99) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def file(body: str, numbering: str = "", styles: str = "", **notes: str) -> bytes:
    """A Word file; `footnotes` and `endnotes` are what the parts of these names hold."""
    document = docx.Document()
    for kind, inner in notes.items():
        part = Part(
            PackURI(f"/word/{kind}.xml"),
            f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
            f"<w:{kind} {SPACES}>{inner}</w:{kind}>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, f"{RELATED}/{kind}")
    for element, inner in (
        (document.part.numbering_part.element, numbering),
        (document.styles.element, styles),
    ):
        element.extend(parse_xml(f"<x {SPACES}>{inner}</x>"))
    for child in parse_xml(f"<x {SPACES}>{body}</x>"):
        document.element.body.sectPr.addprevious(child)
    return saved(document)


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note as its part holds it."""
    return f'<w:{kind} w:id="{number}">{"".join(line(run(one)) for one in paragraphs)}</w:{kind}>'


def mark(number: int, kind: str = "footnote") -> str:
    """The mark of a note in the text."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
