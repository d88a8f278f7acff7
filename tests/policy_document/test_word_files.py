"""Word files as Word, LibreOffice and Google Docs write them: all that a reader sees, in order."""

from __future__ import annotations

import pytest
from made_word import control, counted, deleted, file, line, row, run

from postcheck.policy_document.read import read_sections
from postcheck.policy_document.word_file import word_blocks


def texts(body: str) -> list[str]:
    return [block.text for block in word_blocks(file(body), "a.docx")]


BOX = f"<w:txbxContent>{line(run('1.2 In a box.'))}</w:txbxContent>"
MARK_GONE = "<w:rPr><w:del/></w:rPr>"
OWN = "<w:customXml>{}</w:customXml>"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> REF x </w:instrText></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (line(run("Ask "), f"<w:ins>{run('them ')}</w:ins>", run("first.")), ["Ask them first."]),
        (line(run("Never "), deleted("ever "), run("post.")), ["Never post."]),
        (
            line(f"<w:moveFrom>{run('old ')}</w:moveFrom><w:moveTo>{run('new')}</w:moveTo>"),
            ["new"],
        ),
        (line(f"<w:ins><w:hyperlink>{run('a link')}</w:hyperlink></w:ins>"), ["a link"]),
        (line(f"<w:del><w:hyperlink>{run('a link')}</w:hyperlink></w:del>", run("Hi")), ["Hi"]),
        (line(run("One "), properties=MARK_GONE) + line(run("two.")), ["One two."]),
        (line(deleted("One."), properties=MARK_GONE) + line(run("Two.")), ["Two."]),
        (line(f"<w:smartTag><w:smartTag>{run('Leeds')}</w:smartTag></w:smartTag>"), ["Leeds"]),
        (line(run("Ask "), control(run("her"))), ["Ask her"]),
        (control(line(run("Controlled."))), ["Controlled."]),
        (control(line(run("Click here.")), "<w:showingPlcHdr/>"), []),
        (OWN.format(line(OWN.format(run("Own")))), ["Own"]),
        (line(FIELD, run("4.2"), f"<w:fldSimple>{run(' and 7')}</w:fldSimple>"), ["4.2 and 7"]),
        (line(run("photo\u00adgraphs of\u00a0her")), ["photographs of her"]),
        (line("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>"), ["co-op"]),
        (line(run("Seen."), run("Not seen.", "<w:vanish/>")), ["Seen."]),
        (line(run("Seen.", '<w:vanish w:val="0"/>')), ["Seen."]),
        (line(run("A"), "<w:r><w:footnoteReference/></w:r>", run(" note.")), ["A note."]),
        (line(run("1.1 A"), "<w:r><w:br/></w:r>", run("long line.")), ["1.1 A\nlong line."]),
        (
            line(run("1.1 One."), "<w:r><w:br/></w:r>", run("1.2 Two.")),
            ["1.1 One.", "1.2 Two."],
        ),
        (line(run("1.1 A."), f"<w:r><w:pict>{BOX}</w:pict></w:r>"), ["1.1 A.", "1.2 In a box."]),
        (
            line(
                "<w:r><mc:AlternateContent><mc:Choice><wps:txbx>"
                f"{BOX}</wps:txbx></mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            ["1.2 In a box."],
        ),
    ],
)
def test_what_a_reader_sees(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


CONTENTS = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
TOC = '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'


def test_a_list_of_contents_tells_no_heading_a_second_time() -> None:
    body = (
        control(line(run("1. Pictures 2")), CONTENTS)
        + line(run("1. Pictures 2"), properties='<w:pStyle w:val="Verzeichnis1"/>')
        + line(run("1. Pictures"))
    )
    assert [block.text for block in word_blocks(file(body, styles=TOC), "a.docx")] == [
        "1. Pictures"
    ]


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="berschrift8"><w:name w:val="heading 8"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel9"><w:name w:val="Abschnitt"/>'
    '<w:basedOn w:val="berschrift8"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Rubrik"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Fliesstext"/>'
    '<w:basedOn w:val="berschrift8"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "heading"),
    [
        ('<w:pStyle w:val="berschrift8"/>', True),
        ('<w:pStyle w:val="Titel9"/>', True),
        ('<w:pStyle w:val="Rubrik"/>', True),
        ('<w:pStyle w:val="Text"/>', False),
        ('<w:outlineLvl w:val="0"/>', True),
        ("", False),
    ],
)
def test_headings_in_any_language(properties: str, heading: bool) -> None:
    data = file(line(run("Bilder"), properties=properties), styles=HEADINGS)
    assert [block.heading for block in word_blocks(data, "a.docx")] == [heading]


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, override: str = "", link: str = "") -> str:
    other = f'<w:abstractNum w:abstractNumId="78"><w:numStyleLink w:val="{link}"/></w:abstractNum>'
    return (
        f'<w:abstractNum w:abstractNumId="77"><w:styleLink w:val="Legal"/>{levels}</w:abstractNum>'
        f'{other if link else ""}<w:num w:numId="99"><w:abstractNumId w:val="77"/></w:num>'
        f'<w:num w:numId="100"><w:abstractNumId w:val="{78 if link else 77}"/>{override}</w:num>'
    )


PLAIN = level(0, "%1.") + level(1, "%1.%2")
LEGAL = level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>")
ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
OTHER = f'<w:lvlOverride w:ilvl="1">{level(1, "%2)", "lowerLetter")}</w:lvlOverride>'


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (numbering(PLAIN), ["1", "1.1", "2", "2.1"]),
        (numbering(PLAIN, ANEW), ["1", "1.1", "5", "5.1"]),
        (numbering(PLAIN, OTHER), ["1", "1.1", "1", "a"]),
        (numbering(LEGAL), ["I", "1.1", "II", "2.1"]),
        (numbering(PLAIN, link="Legal"), ["1", "1.1", "2", "2.1"]),
        (numbering(level(0, "%1.", "ordinal") + level(1, "%1.%2")), ["1", "1.1", "2", "2.1"]),
    ],
)
def test_lists_count_as_word_counts_them(lists: str, expected: list[str]) -> None:
    at = ((0, 99), (1, 99), (0, 100), (1, 100))
    body = "".join(line(run("Be kind"), properties=counted(*place)) for place in at)
    assert [block.number for block in word_blocks(file(body, lists), "a.docx")] == expected


def test_a_deleted_paragraph_is_not_counted() -> None:
    body = (
        line(run("One."), properties=counted(0))
        + line(deleted("Gone."), properties=counted(0) + MARK_GONE)
        + line(run("Two "), properties=counted(0) + MARK_GONE)
        + line(run("and on."), properties=counted(0))
        + line(run("Three."), properties=counted(0))
    )
    blocks = word_blocks(file(body, numbering(PLAIN)), "a.docx")
    assert [(block.number, block.text) for block in blocks] == [
        ("1", "One."),
        ("2", "Two and on."),
        ("3", "Three."),
    ]


def test_the_number_of_a_clause_may_stand_in_a_cell_of_its_own() -> None:
    table = (
        row(line(run("4.")), line(run("Pictures", "<w:b/>")))
        + row(line(run("4.1")), line(run("Ask first.")) + line(run("Then ask again.")))
        + row(line(run("4.2.")), line(run("Gone.")), properties="<w:del/>")
        + control(row(line(run("4.3")), line(run("Nobody posts after six."))))
        + row(line(run("7")), line(run("of us agreed.")))
    )
    (section,) = read_sections(file(f"<w:tbl>{table}</w:tbl>"), "a.docx")
    assert (section.number, section.heading) == ("4", "Pictures")
    assert [(one.number, one.text) for one in section.passages] == [
        ("4.1", "Ask first.\nThen ask again."),
        ("4.3", "Nobody posts after six.\n7\nof us agreed."),
    ]


def test_word_may_count_in_a_cell_of_its_own() -> None:
    table = "".join(
        row(line(properties=counted(at)), line(run(said)))
        for at, said in ((0, "Pictures"), (1, "Ask first."), (1, "Then ask again."))
    )
    blocks = word_blocks(file(f"<w:tbl>{table}</w:tbl>", numbering(PLAIN)), "a.docx")
    assert [block.number for block in blocks] == ["1", "1.1", "1.2"]
