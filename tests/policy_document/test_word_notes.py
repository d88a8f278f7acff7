"""Footnotes, endnotes and rows of tables in Word files: each stays with what it belongs to."""

from __future__ import annotations

import pytest
from made_word import deleted, file, line, mark, note, row, run

from postcheck.policy_document.read import read_sections

BREAK = "<w:r><w:br/></w:r>"
SEPARATOR = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)
FOOTNOTES = SEPARATOR + note(0, " In writing.", "By the form.") + note(1, "3.2 of the handbook.")
ENDNOTES = note(1, "Nicknames as well.", kind="endnote")
HEADING = '<w:pStyle w:val="Heading1"/>'
Sections = dict[str, dict[str, str]]


def imported(body: str) -> Sections:
    data = file(line(run("1. Pictures")) + body, footnotes=FOOTNOTES, endnotes=ENDNOTES)
    return {
        section.number: {one.number: one.text for one in section.passages}
        for section in read_sections(data, "a.docx")
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            line(run("1.1 Ask"), mark(0), run(" first.")) + line(run("1.2 Wait.")),
            {"1": {"1.1": "Ask first.\nIn writing. By the form.", "1.2": "Wait."}},
        ),
        (
            line(run("Ask."), mark(1)) + line(run("Wait.")),
            {"1": {"1/1": "Ask.\n3.2 of the handbook.", "1/2": "Wait."}},
        ),
        (
            line(run("1.1 One."), mark(1), BREAK, run("1.2 Two."), mark(1, "endnote")),
            {"1": {"1.1": "One.\n3.2 of the handbook.", "1.2": "Two.\nNicknames as well."}},
        ),
        (
            line(run("2. Names"), mark(1, "endnote"), properties=HEADING) + line(run("2.1 First.")),
            {"1": {}, "2": {"2/1": "Nicknames as well.", "2.1": "First."}},
        ),
        (line(run("1.1 Ask."), mark(9)), {"1": {"1.1": "Ask."}}),
        (line(run("1.1 Ask.")) + line(mark(1)), {"1": {"1.1": "Ask.\n3.2 of the handbook."}}),
        (line(run("1.1 Ask."), deleted("x"), f"<w:del>{mark(0)}</w:del>"), {"1": {"1.1": "Ask."}}),
    ],
)
def test_a_note_goes_with_the_paragraph_that_its_mark_stands_in(
    body: str, expected: Sections
) -> None:
    assert imported(body) == expected


def bold(text: str) -> str:
    return line(run(text, "<w:b/>"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            row(bold("Role"), bold("Duty")) + row(bold("Head"), line(run("Approves."), mark(0))),
            {"1/1": "Role\nDuty", "1/2": "Head\nApproves.\nIn writing. By the form."},
        ),
        (
            row(line(run("Head")), line(run("Approves.")) + line(run("Reads."))),
            {"1/1": "Head\nApproves.\nReads."},
        ),
        (
            row(line(run("1.1")), bold("Consent"), line(run("Ask first.")))
            + row(line(run("1.2 Wait.")), line(run("The head"))),
            {"1.1": "Consent\nAsk first.", "1.2": "Wait.\nThe head"},
        ),
        (
            row(line(run("1.1 Ask.")), line(run("1.2 Wait."))),
            {"1.1": "Ask.", "1.2": "Wait."},
        ),
        (
            row(line(run("One.")) + line(run("Two.")), line(run("Three."))),
            {"1/1": "One.", "1/2": "Two.", "1/3": "Three."},
        ),
    ],
)
def test_a_row_is_one_passage_and_its_bold_cells_no_headings(
    rows: str, expected: dict[str, str]
) -> None:
    assert imported(f"<w:tbl>{rows}</w:tbl>") == {"1": expected}


def test_a_row_may_be_a_section_with_its_heading() -> None:
    rows = row(line(run("2.")), bold("Names"), line(run("First names only."))) + row(bold("Staff"))
    sections = read_sections(file(f"<w:tbl>{rows}</w:tbl>"), "a.docx")
    assert [(one.number, one.heading) for one in sections] == [("2", "Names"), ("staff", "Staff")]
