"""Nothing in a draft may steer the terminal, hide, or break a line of the report."""

import codecs
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcheck.reporters.visible import Letters, pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Amira K", "Amira K"),
        ("Zoë, Noël, 日本, مرحبا", "Zoë, Noël, 日本, مرحبا"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("\x9b31m", "<U+009B>31m"),
        ("gpj.\u202eexe", "gpj.<U+202E>exe"),
        ("A\u200bmira", "A<U+200B>mira"),
        ("A\u200dmira", "A<U+200D>mira"),
        ("A\xadmira", "A<U+00AD>mira"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("half \ud83d", "half <U+D83D>"),
        ("\U000e0041", "<U+E0041>"),
        ("👨‍👩‍👧 ☺️ 👍🏽", "👨‍👩‍👧 ☺️ 👍🏽"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 team", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 team"),
        ("می‌خواهم", "می‌خواهم"),
        ("[bold]Amira[/bold] :smile:", "[bold]Amira[/bold] :smile:"),
        ("one\r\ntwo\tthree", "one two three"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert Letters().line(text) == shown


@given(st.text())
def test_every_line_can_be_written(text: str) -> None:
    line = Letters().line(text)
    assert len(line.splitlines()) <= 1
    assert not set(line) & {"\x1b", "\x9b", "\u202e", "\u2066"}
    assert line.encode().decode() == line
    assert Letters("ascii").line(text).isascii()


@given(st.text())
def test_pieces_cover_the_text(text: str) -> None:
    found = pieces(text)
    assert "".join(text[start:end] for start, end in found) == text


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("utf-8", "“Zoë” … 🏅"),
        ("cp1252", "“Zoë” … <U+1F3C5>"),
        ("latin-1", '"Zoë" ... <U+1F3C5>'),
        ("ascii", '"Zo<U+00EB>" ... <U+1F3C5>'),
    ],
)
def test_letters_of_a_stream(encoding: str, line: str) -> None:
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    assert Letters.of(stream).line("“Zoë” … 🏅") == line
    assert codecs.encode(line, encoding)


def test_letters_of_a_stream_without_encoding_are_all() -> None:
    assert Letters.of(StringIO()).line("🏅") == "🏅"
