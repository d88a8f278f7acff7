"""Pages of PDFs as word processors print them: notes, rows of tables, pages' numbers, contents."""

from __future__ import annotations

from made_documents import PdfLine, pdf, printed, words_at

from postcheck.policy_document.read import read_sections

Sections = dict[str, dict[str, str]]


def imported(data: bytes) -> Sections:
    return {
        section.number: {one.number: one.text for one in section.passages}
        for section in read_sections(data, "policy.pdf")
    }


def marked(up: int, before: str, mark: str, after: str) -> bytes:
    """A line with a raised mark in it."""
    across = 60 + 6 * len(before)
    return b"\n".join(
        (
            words_at(60, up, before),
            words_at(across, up + 4, mark, 6),
            words_at(across + 5, up, after or " "),
        )
    )


def page(*parts: bytes) -> bytes:
    return b"\n".join(parts)


def test_notes_in_small_letters_go_to_their_marks() -> None:
    first = page(
        words_at(60, 780, "1. Pictures", bold=True),
        marked(750, "1.1 Ask", "1", " before you post."),
        marked(736, "1.2 A room of 9 m", "2", " is enough."),
        marked(722, "1.3 Wait.", "3", ""),
        words_at(60, 708, "1.4 Tell the head what you have done."),
        words_at(60, 100, "1", 5),
        words_at(66, 96, "In writing and", 9),
        words_at(60, 86, "by the form.", 9),
        words_at(60, 76, "7 Nobody speaks of this.", 9),
    )
    second = page(words_at(60, 780, "1.5 Be kind."), words_at(60, 760, "3 Until the morning.", 9))
    assert imported(printed([first, second])) == {
        "1": {
            "1.1": "Ask before you post.\nIn writing and by the form.",
            "1.2": "A room of 9 m2 is enough.",
            "1.3": "Wait.\nUntil the morning.",
            "1.4": "Tell the head what you have done.\n7 Nobody speaks of this.",
            "1.5": "Be kind.",
        }
    }


def test_notes_as_large_as_the_text_are_the_last_of_their_page() -> None:
    content = page(
        words_at(60, 780, "1. Pictures", bold=True),
        marked(750, "1.1 Ask.", "1", ""),
        marked(736, "1.2 Wait.", "2", ""),
        words_at(60, 100, "1 In writing."),
        words_at(60, 86, "2 Until"),
        words_at(60, 72, "morning."),
    )
    assert imported(printed([content])) == {
        "1": {"1.1": "Ask.\nIn writing.", "1.2": "Wait.\nUntil morning."}
    }


def test_rows_of_a_table_are_passages_and_no_headings() -> None:
    content = page(
        words_at(60, 780, "1. Duties", 14, bold=True),
        *(words_at(60, 766, "Role", bold=True), words_at(300, 766, "Duty", bold=True)),
        *(words_at(60, 752, "Head"), words_at(300, 752, "Approves")),
        words_at(300, 738, "accounts."),
        *(words_at(60, 724, "DSL"), words_at(300, 724, "Reads posts.")),
        *(words_at(60, 710, "1"), words_at(200, 710, "Keep lists")),
        *(words_at(60, 690, "1.1"), words_at(120, 690, "Ask first.")),
    )
    assert imported(printed([content])) == {
        "1": {
            "1/1": "Role Duty",
            "1/2": "Head Approves accounts.",
            "1/3": "DSL Reads posts.",
            "1/4": "1 Keep lists",
            "1.1": "Ask first.",
        }
    }


def test_the_page_is_told_on_a_single_page_too() -> None:
    lines = [("1.1 Ask.", 0, False), ("1.2 Wait.", 14, False), ("Ours, page 1 of 1", 14, False)]
    assert imported(pdf([lines])) == {"start": {"1.1": "Ask.", "1.2": "Wait."}}


def test_a_list_of_contents_and_parted_words() -> None:
    lines: list[PdfLine] = [
        ("Table of contents", 0, True),
        ("1. Pictures..........................2", 20, False),
        ("2. Names..........................2", 14, False),
        ("1. Pictures", 30, True),
        ("1.1 No photo-", 20, False),
        ("graph is taken of a photograph.", 14, False),
        ("2. Names", 30, True),
        ("2.1 First names are enough.", 20, False),
    ]
    assert imported(pdf([lines])) == {
        "1": {"1.1": "No photograph is taken of a photograph."},
        "2": {"2.1": "First names are enough."},
    }


def test_paragraphs_of_one_line_are_told_by_the_space_between_them() -> None:
    lines: list[PdfLine] = [("1. Pictures", 0, True)]
    lines += [(f"Rule {word} stands alone.", 24, False) for word in ("one", "two", "three")]
    lines += [("Rule four goes", 24, False), ("on and", 12, False), ("on.", 12, False)]
    assert list(imported(pdf([lines]))["1"].values())[-2:] == [
        "Rule three stands alone.",
        "Rule four goes on and on.",
    ]


def test_a_line_that_pages_repeat_within_their_text_stays() -> None:
    pages: list[list[PdfLine]] = [
        [
            ("Our policy", 0, True),
            (f"1.{page} Ask the", 40, False),
            ("parents first.", 14, False),
            (f"Version {page}", 500, False),
        ]
        for page in (1, 2, 3)
    ]
    expected = {f"1.{page}": "Ask the parents first." for page in (1, 2, 3)}
    assert imported(pdf(pages)) == {"start": expected}
