"""Which words count as the same, and where a sentence ends."""

import pytest

from postcheck.policy_document.words import hash_of, sentences


@pytest.mark.parametrize(
    "same",
    [
        'Don\'t say "no" - ask.',
        "Don’t say “no” – ask.",
        "Don‘t  say\n«no» — ask. ",
        'Don\'t say "no" \u2011 a\u00adsk.',
    ],
)
def test_what_only_looks_different_is_the_same(same: str) -> None:
    assert hash_of(same) == hash_of('Don\'t say "no" - ask.')


@pytest.mark.parametrize(
    "other", ['don\'t say "no" - ask.', 'Don\'t say "no" - ask', "Don't say no - ask."]
)
def test_case_stops_and_quotation_marks_count(other: str) -> None:
    assert hash_of(other) != hash_of('Don\'t say "no" - ask.')


def test_letters_that_a_pdf_joins_are_letters() -> None:
    assert hash_of("o\ufb03ce ri\ufb02e") == hash_of("office rifle")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask first. Then post.", ["Ask first.", "Then post."]),
        ("Is it kind? “Yes.” Post it!", ["Is it kind?", "“Yes.”", "Post it!"]),
        ("Sites, e.g. forums, count.", ["Sites, e.g. forums, count."]),
        ("See 4.2 for pictures. 7 days.", ["See 4.2 for pictures.", "7 days."]),
        ("Never:\nin school\nat home", ["Never:", "in school at home"]),
        ("It is\nkind to wait. Always.", ["It is kind to wait.", "Always."]),
        ("Wait.\nthen post", ["Wait.", "then post"]),
        ("One\nTwo", ["One", "Two"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
