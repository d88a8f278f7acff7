"""The mark stands under the match, counted in terminal cells."""

import pytest
from reporters.made_reports import NAME
from rich.cells import cell_len

from postcheck.findings import Excerpt
from postcheck.reporters.excerpts import show
from postcheck.reporters.visible import Letters


def excerpt(line: str, match: str) -> Excerpt:
    start = line.index(match)
    return Excerpt(line, start, start + len(match))


@pytest.mark.parametrize(
    ("line", "match", "marks"),
    [
        ("Well done Amira Khan", "Amira Khan", "          ^^^^^^^^^^"),
        ("Amira Khan", "Amira Khan", "^^^^^^^^^^"),
        ("🏅 Amira Khan", "Amira Khan", "   ^^^^^^^^^^"),
        ("👨‍👩‍👧 Amira", "Amira", "   ^^^^^"),
        ("👍🏽 Amira", "Amira", "   ^^^^^"),
        ("☺️ Amira", "Amira", "   ^^^^^"),
        ("🇬🇧 Amira", "Amira", "   ^^^^^"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 Amira", "Amira", "   ^^^^^"),
        ("日本 Amira", "Amira", "     ^^^^^"),
        ("in 日本 today", "日本", "   ^^^^"),
        ("Zoe\u0308 Khan", "Khan", "    ^^^^"),
        ("by Zoe\u0308 K", "Zoe\u0308 K", "   ^^^^^"),
        ("a\tAmira", "Amira", "    ^^^^^"),
        ("\t\tAmira", "Amira", "        ^^^^^"),
        ("日\tAmira", "Amira", "    ^^^^^"),
        ("\x1b[31mAmira", "Amira", "            ^^^^^"),
        ("x\u202eAmira", "Amira", "         ^^^^^"),
        ("a\u200bmira", "\u200b", " ^^^^^^^^"),
        ("क्षि Amira", "Amira", "   ^^^^^"),
        ("", "", "^"),
    ],
)
def test_mark_is_under_match(line: str, match: str, marks: str) -> None:
    assert show(excerpt(line, match), 72, Letters()).marks == marks


def test_match_of_no_length_is_marked_by_one_caret() -> None:
    assert show(Excerpt("Hello", 5, 5), 72, Letters()).marks == "     ^"


@pytest.mark.parametrize("width", [24, 40, 72])
@pytest.mark.parametrize("before", ["", "x" * 30, "日本 " * 30, "👨‍👩‍👧" * 50, "word " * 2000])
@pytest.mark.parametrize("after", ["", " and so on" * 40])
def test_long_line_is_cut_around_match(before: str, after: str, width: int) -> None:
    line = f"{before}Amira Khan{after}"
    shown = show(excerpt(line, "Amira Khan"), width, Letters())
    assert cell_len(shown.line) <= width
    position = cell_len(shown.line[: shown.line.index("Amira Khan")])
    assert shown.marks == " " * position + "^" * 10
    assert (shown.line == line) is (cell_len(line) <= width)


def test_match_longer_than_the_line_is_cut() -> None:
    line = "a" * 500
    shown = show(Excerpt(line, 10, 490), 40, Letters())
    assert shown.line == "…" + "a" * 38 + "…"
    assert shown.marks == " " + "^" * 38


def test_letters_that_the_stream_lacks_are_written_as_numbers() -> None:
    shown = show(excerpt("🏅 “Zoë” Khan", "Khan"), 72, Letters("ascii"))
    assert shown.line == '<U+1F3C5> "Zo<U+00EB>" Khan'
    assert shown.marks == " " * 23 + "^^^^"


def test_excerpt_of_a_made_finding_holds_its_evidence() -> None:
    assert NAME.excerpt is not None
    assert NAME.excerpt.line[NAME.excerpt.start : NAME.excerpt.end] == NAME.evidence
