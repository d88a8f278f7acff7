"""What the word pieces are told about letters and capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcheck.language.lexicon import Lexicon
from postcheck.language.pieces import CASES, LOWER, MIXED, TITLE, UPPER, case_of, clean, marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amira Khan", "Amira Khan"),
        ("O’Neill", "O'Neill"),
        ("𝐀𝐦𝐢𝐫𝐚", "Amira"),
        ("ＡＭＩＲＡ", "AMIRA"),
        ("Zoë Łucja Siân", "Zoë Łucja Siân"),
        ("Amira\U0001f389", "Amira‽"),
        ("\U0001f44f\U0001f3fd", "‽‽"),
        ("\ud83d alone", "\ufffd alone"),
        ("ﬁ", "ﬁ"),  # two letters when taken apart: would move all that follows
        ("李小龍", "李小龍"),
        ("a\r\nb\x00c", "a\r¶b\x00c"),
    ],
)
def test_clean_makes_letters_plain(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters()))
def test_clean_moves_no_code_point(text: str) -> None:
    assert len(clean(text)) == len(text)


@given(st.text(st.characters()))
def test_clean_leaves_nothing_that_cannot_be_encoded(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("amira", LOWER),
        ("Amira", TITLE),
        ("A", TITLE),
        ("AMIRA", UPPER),
        ("McDonald", MIXED),
        ("iPad", MIXED),
        ("12", LOWER),
        ("", LOWER),
        ("Éabha", TITLE),
        ("李", LOWER),
    ],
)
def test_case_of(word: str, expected: int) -> None:
    assert case_of(word) == expected


def test_every_piece_has_the_mark_of_its_word() -> None:
    text = "Well done AMIRA"
    words = [None, 0, 1, 2, 2, None]
    offsets = [(0, 0), (0, 4), (5, 9), (10, 12), (12, 15), (0, 0)]
    lexicon = Lexicon({"amira": 5, "well": 6})
    expected = [0, TITLE + 6 * CASES, LOWER, UPPER + 5 * CASES, UPPER + 5 * CASES, 0]
    assert marks(text, words, offsets, lexicon) == expected
    assert marks(text, words, offsets, Lexicon()) == [LOWER, TITLE, LOWER, UPPER, UPPER, LOWER]
