"""Word's own numbers, counted as Word counts them."""

from __future__ import annotations

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from made_documents import count

from postcheck.policy_document.word_numbers import Numbers

LEVELS = {
    "legal": (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
    "letters": (("upperLetter", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)")),
    "words": (("decimal", "Section %1:"), ("bullet", "\u2022"), ("none", "")),
}


def with_list(levels: tuple[tuple[str, str], ...], start: int = 1, again: bool = False) -> Document:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    space = nsdecls("w")
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="77">{inner}</w:abstractNum>')
    )
    for number in (70, 71):
        override = '<w:lvlOverride w:ilvl="0"/>' if again and number == 71 else ""
        numbering.append(
            parse_xml(
                f'<w:num {space} w:numId="{number}"><w:abstractNumId w:val="77"/>{override}</w:num>'
            )
        )
    return document


@pytest.mark.parametrize(
    ("levels", "at", "expected"),
    [
        ("legal", (0, 1, 1, 0, 1, 2), ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]),
        ("legal", (1, 0), ["1.1", "1"]),
        ("letters", (0, 1, 1, 2, 2, 0), ["A", "a", "b", "i", "ii", "B"]),
        ("words", (0, 1, 2, 0), ["Section 1", None, None, "Section 2"]),
    ],
)
def test_levels(levels: str, at: tuple[int, ...], expected: list[str | None]) -> None:
    document = with_list(LEVELS[levels])
    numbers = Numbers(document)
    shown = []
    for level in at:
        paragraph = document.add_paragraph("x")
        count(paragraph, 70, level)
        shown.append(numbers.of(paragraph))
    assert shown == expected


@pytest.mark.parametrize(("again", "expected"), [(False, "6"), (True, "5")])
def test_a_second_list_goes_on_or_begins_anew(again: bool, expected: str) -> None:
    document = with_list(LEVELS["legal"], start=5, again=again)
    numbers = Numbers(document)
    first, second = document.add_paragraph("x"), document.add_paragraph("y")
    count(first, 70, 0)
    count(second, 71, 0)
    assert (numbers.of(first), numbers.of(second)) == ("5", expected)


def test_a_style_counts_its_paragraphs() -> None:
    document = with_list(LEVELS["legal"])
    style = document.styles["Heading 1"]
    style.element.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="70"/></w:numPr>')
    )
    assert Numbers(document).of(document.add_heading("Pictures", 1)) == "1"


@pytest.mark.parametrize(("list_id", "level"), [(0, 0), (404, 0), (70, 8)])
def test_no_number_where_there_is_no_such_list(list_id: int, level: int) -> None:
    document = with_list(LEVELS["legal"])
    paragraph = document.add_paragraph("x")
    count(paragraph, list_id, level)
    assert Numbers(document).of(paragraph) is None


@pytest.mark.parametrize(("number", "shown"), [(4, "iv"), (9, "ix"), (49, "xlix"), (90, "xc")])
def test_roman_numbers(number: int, shown: str) -> None:
    document = with_list((("lowerRoman", "%1"),), start=number)
    paragraph = document.add_paragraph("x")
    count(paragraph, 70, 0)
    assert Numbers(document).of(paragraph) == shown


def test_letters_go_on_doubled() -> None:
    document = with_list((("lowerLetter", "%1"),), start=27)
    paragraph = document.add_paragraph("x")
    count(paragraph, 70, 0)
    assert Numbers(document).of(paragraph) == "aa"
