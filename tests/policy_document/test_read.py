"""Documents of every kind become the same numbered clauses, and what cannot be read says so."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn
from made_documents import MARKDOWN, PLAIN, SECTIONS, locked_pdf, pdf, saved, word

from postcheck.errors import InputError, PostcheckError, UsageError
from postcheck.policy_document.model import Section
from postcheck.policy_document.read import read_sections


def by_number(sections: tuple[Section, ...]) -> dict[str, dict[str, str]]:
    return {
        section.number: {one.number: " ".join(one.text.split()) for one in section.passages}
        for section in sections
    }


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("policy.md", MARKDOWN.encode()),
        ("policy.markdown", b"\xef\xbb\xbf" + MARKDOWN.replace("\n", "\r\n").encode()),
        ("policy.txt", PLAIN.encode()),
        ("policy.docx", word()),
        ("policy.docx", word(numbered_by_word=False)),
        ("policy.doc", word()),
        ("policy.pdf", pdf()),
        ("POLICY.PDF", pdf()),
        ("policy.bin", pdf()),
    ],
)
def test_every_kind_of_file_says_the_same(name: str, data: bytes) -> None:
    assert by_number(read_sections(data, name)) == SECTIONS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.4 One.\n4.5 Two.", {"start": {"4.4": "One.", "4.5": "Two."}}),
        ("4. Pictures\n\n4.4 One\nmore.", {"4": {"4.4": "One more."}}),
        ("4. Pictures\n\n4.4 Be kind\n\n4.5 Be safe", {"4": {"4.4": "Be kind", "4.5": "Be safe"}}),
        ("4. Pictures are asked for.", {"start": {"4": "Pictures are asked for."}}),
        ("Clause 4.4: One.", {"start": {"4.4": "One."}}),
        ("Article 4.4: One.", {"start": {"4.4": "One."}}),
        ("4.4 - One.\n4.5 \u2013 Two.", {"start": {"4.4": "One.", "4.5": "Two."}}),
        (
            "1. Do\n\n1.1 A.\n\nAnnex\n\n1. B.\n2. C.\n\nEnd\n\n2. D.",
            {"1": {"1.1": "A."}, "annex": {"annex/1": "B.", "annex/2": "C."}, "end": {"2": "D."}},
        ),
        ("A.1 One.\nB2. Two.", {"start": {"A.1": "One.", "B2": "Two."}}),
        ("1.1 A:\n(a) B.\nb) C.", {"start": {"1.1": "A:", "1.1a": "B.", "1.1b": "C."}}),
        ("1.1 As section\n4.2 says.", {"start": {"1.1": "As section 4.2 says."}}),
        ("1.1 Open in\n2024 only.", {"start": {"1.1": "Open in 2024 only."}}),
        ("1.1 One.\n1.1 Two.", {"start": {"1.1": "One.", "start/1.1": "Two."}}),
        ("1. Do\n1.1 One.\n1.1 Two.", {"1": {"1.1": "One.", "1.1 (2)": "Two."}}),
        ("1. Do\n\n1.1 A:\n\n1. b.\n\n2. c.", {"1": {"1.1": "A: b. c."}}),
        (
            "1. Do\n\n1.1 A.\n\nAnnex\n\n1. B.",
            {"1": {"1.1": "A."}, "annex": {"annex/1": "B."}},
        ),
        ("1. Do\n\nWithout number\nover lines.", {"1": {"1/1": "Without number over lines."}}),
        ("1.1 One.\n- two\n\u2022 three", {"start": {"1.1": "One. two three"}}),
    ],
)
def test_numbers_of_plain_text(text: str, expected: dict[str, dict[str, str]]) -> None:
    assert by_number(read_sections(text.encode(), "policy.txt")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 5. Staff\n- **5.1.** One.", {"5": {"5.1": "One."}}),
        ("## Article 3 \u2013 Scope\n\nAll.", {"3": {"3/1": "All."}}),
        ("## \u00a7 3 Scope\n\nAll.", {"3": {"3/1": "All."}}),
        ("## 3 - 5 years\n\nAll. 1.1 B\n\n1.1 C", {"3": {"3/1": "All. 1.1 B", "1.1": "C"}}),
        ("5. Staff\n\n   More.", {"5": {"5/1": "More."}}),
        ("## 4.1 Consent\n\nAsk *first* [here](x).", {"4.1": {"4.1/1": "Ask first here."}}),
        (
            "## 3 Scope\n\n`All` of us.\n\n```\nand guests\n```",
            {"3": {"3/1": "All of us.", "3/2": "and guests"}},
        ),
        (
            "# 1 A\n\nOne.\n\n# Do\n\n- Two.\n- Three.",
            {"1": {"1/1": "One."}, "do": {"do/1": "Two.", "do/2": "Three."}},
        ),
    ],
)
def test_numbers_of_markdown(text: str, expected: dict[str, dict[str, str]]) -> None:
    assert by_number(read_sections(text.encode(), "policy.md")) == expected


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def word_without_numbers() -> bytes:
    document = docx.Document()
    document.add_paragraph("Be kind.")
    return saved(document)


def word_with_table() -> bytes:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "1.1 Ask."
    table.cell(1, 0).text = "1.2 Wait."
    return saved(document)


def test_cells_of_tables_are_read_once() -> None:
    assert by_number(read_sections(word_with_table(), "policy.docx")) == {
        "start": {"1.1": "Ask.", "1.2": "Wait."}
    }


def torn(part: str) -> bytes:
    """The Word file, with bytes of one part lost."""
    data = bytearray(word())
    start = zipfile.ZipFile(io.BytesIO(data)).getinfo(part).header_offset + 100
    data[start : start + 50] = b"\xff" * 50
    return bytes(data)


def word_of_a_strange_list() -> bytes:
    """A Word file with a level of a list of which nobody knows which one it is."""
    document = docx.Document()
    level = next(document.part.numbering_part.element.iter(qn("w:lvl")))
    del level.attrib[qn("w:ilvl")]
    return saved(document)


WEB_PAGE = b"\xef\xbb\xbf\n<!DOCTYPE html><title>1.1 Ask</title>"


def open_document() -> bytes:
    """As LibreOffice saves one, though somebody gave it another name."""
    kind = b"application/vnd.oasis.opendocument.text"
    return zipped(**{"mimetype": kind, "content.xml": b"<x/>"})


def strict_word() -> bytes:
    """As Word saves a “Strict Open XML Document”."""
    return zipped(**{"_rels/.rels": b'<x t="http://purl.oclc.org/ooxml/officeDocument"/>'})


UNREADABLE: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "empty": ("policy.md", lambda: b"", "the file is empty", "the policy's own file"),
    "blank": ("policy.txt", lambda: b" \n\t\n", "the file is empty", "the policy's own file"),
    "signs": ("policy.md", lambda: b"***\n", "holds no words", ""),
    "latin-1": ("policy.txt", lambda: b"1.1 caf\xe9", "not UTF-8: byte 8", "save it as UTF-8"),
    "utf-16": ("policy.txt", lambda: "1.1 Be".encode("utf-16"), "UTF-16", "save it as UTF-8"),
    "binary": ("policy.md", lambda: b"1.1 a\0\0\1", "binary data", ""),
    "unnumbered": ("policy.md", lambda: b"Be kind.", "no numbered clause", "number them"),
    "unnumbered-word": ("a.docx", word_without_numbers, "no numbered clause", "number them"),
    "other": ("policy.epub", lambda: b"PK", "end with “.epub”", "save it as one of these"),
    "open-document": ("policy.odt", lambda: b"PK", "an OpenDocument text", "save it as Word"),
    "open-as-word": ("policy.docx", open_document, "an OpenDocument text", "save it as Word"),
    "strict": ("policy.docx", strict_word, "Strict Open XML", "without “Strict”"),
    "rich-text": ("policy.rtf", lambda: b"{\\rtf1 1.1 Ask}", "rich text", "save it as Word"),
    "rich-as-word": ("policy.doc", lambda: b"{\\rtf1 1.1 Ask}", "rich text", "save it as Word"),
    "page-as-word": ("policy.doc", lambda: WEB_PAGE, "a web page", "save it as Word"),
    "page-as-new-word": ("policy.docx", lambda: WEB_PAGE, "a web page", "save it as Word"),
    "pages": ("policy.pages", lambda: b"PK", "Apple Pages", "export it there as Word"),
    "link": ("policy.gdoc", lambda: b'{"url": "x"}', "only a link", "download it there"),
    "nameless": ("policy", lambda: b"1.1 Be", "has no ending", "save it as one of these"),
    "old-word": ("policy.doc", lambda: b"\xd0\xcf", "old Word file", "save it as Word"),
    "locked-word": (
        "policy.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "locked with a password",
        "without a password",
    ),
    "no-word": ("policy.docx", lambda: b"1.1 Be kind.", "no Word file", "save it again"),
    "no-word-zip": ("policy.docx", lambda: zipped(a=b"b"), "no Word file", "save it again"),
    "broken-word": ("policy.docx", lambda: word()[:900], "no Word file", "save it again"),
    "torn-word": ("policy.docx", lambda: torn("word/document.xml"), "damaged", "save it again"),
    "odd-word": ("policy.docx", word_of_a_strange_list, "damaged", "save it again"),
    "locked-pdf": ("policy.pdf", locked_pdf, "locked with a password", "save a copy without"),
    "scanned-pdf": ("policy.pdf", lambda: pdf([[], []]), "holds no text", "text recognised"),
    "broken-pdf": ("policy.pdf", lambda: b"%PDF-1.4\n1 0 obj\n<<", "damaged", "new PDF"),
    "torn-pdf": ("policy.pdf", lambda: pdf().replace(b"(First", b"First"), "damaged", "new PDF"),
    "no-pdf": ("policy.pdf", lambda: b"1.1 Be kind.", "damaged", "new PDF"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_says_why_and_what_to_do(case: str) -> None:
    name, made, message, remedy = UNREADABLE[case]
    with pytest.raises(InputError) as caught:
        read_sections(made(), name)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert remedy in (problem.remedy or "")
    assert problem.path == name


def test_a_word_file_that_unpacks_to_far_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postcheck.policy_document.word_file._MOST_UNPACKED", 1024 * 1024)
    with pytest.raises(InputError, match="larger than 1 MiB"):
        read_sections(zipped(a=bytes(2 * 1024 * 1024)), "policy.docx")


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postcheck.policy_document.pdf_file._MOST_PAGES", 1)
    with pytest.raises(InputError, match="has 2 pages"):
        read_sections(pdf(), "policy.pdf")


@pytest.mark.parametrize(
    ("name", "module", "data"), [("policy.pdf", "pypdf", pdf()), ("policy.docx", "docx", word())]
)
def test_without_the_extra_one_word_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as caught:
        read_sections(data, name)
    assert "needs the extra “documents”" in str(caught.value)
    assert "pip install 'postcheck[documents]'" in (caught.value.problems[0].remedy or "")


@pytest.mark.parametrize("name", ["policy.md", "policy.txt"])
def test_text_needs_no_extra(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for module in ("pypdf", "docx", "lxml"):
        monkeypatch.setitem(sys.modules, module, None)
    assert read_sections(PLAIN.encode(), name)


@pytest.mark.parametrize("data", [pdf()[: len(pdf()) * part // 20] for part in range(2, 20)])
def test_a_pdf_cut_short_never_crashes(data: bytes) -> None:
    try:
        sections = read_sections(data, "policy.pdf")
    except PostcheckError as error:
        assert error.problems
    else:
        assert sections
