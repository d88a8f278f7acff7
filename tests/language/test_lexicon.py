"""What the lists know of single words."""

from __future__ import annotations

import pytest

from postcheck.language.encoder import encoder_folder
from postcheck.language.lexicon import FIRST_NAME, NUMBERS, SURNAME, WORD, Lexicon, key


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Zoë", "zoe"), ("SIÂN", "sian"), ("O", "o"), ("Łucja", "łucja"), ("Weiß", "weiss"), ("", "")],
)
def test_words_are_folded(word: str, expected: str) -> None:
    assert key(word) == expected


def test_a_file_is_read() -> None:
    lexicon = Lexicon.read("5\tamira khan\n6\twell done\n")
    assert [lexicon.number(word) for word in ("Amira", "KHAN", "done", "Qwyneth")] == [5, 5, 6, 0]


@pytest.mark.parametrize("text", ["0\ta", "12\ta", "-1\ta", "a", "x\ta"])
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no such number|invalid literal"):
        Lexicon.read(text)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Amelia", 2 * FIRST_NAME),
        ("Adeyemi", SURNAME),
        ("school", WORD),
        ("Grace", 2 * FIRST_NAME + SURNAME + WORD),
        ("Qwyneth", 0),
    ],
)
def test_the_shipped_one_knows(word: str, parts: int) -> None:
    text = (encoder_folder() / "lexicon.txt").read_text(encoding="utf-8")
    number = Lexicon.read(text).number(word)
    assert number < NUMBERS
    assert (number - parts) in (0, FIRST_NAME)  # a surname may be a rare first name too
