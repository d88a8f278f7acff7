"""Words that run somebody down: of whom they are said, by the grammar of their sentence."""

from __future__ import annotations

import pytest

from postcheck.checks.said_of import said_of_somebody
from postcheck.facts.model import Fact
from tests.checks.world import case

WORDS, NAME = "thick as mince", "Amira"


@pytest.mark.parametrize(
    ("text", "of_her"),
    [
        ("Amira is thick as mince.", True),
        ("Amira is so thick as mince it hurts", True),
        ("Met Amira at lunch. Honestly thick as mince.", True),
        ("Amira, she is thick as mince", True),
        ("Amira says he is called thick as mince", False),
        ("Amira made a fog as thick as mince", False),
        ("A letter from Amira. The fog outside was thick as mince.", False),
        ("Me and Amira are thick as mince", False),
        ("The fog was thick as mince, said Amira", False),
        ("The custard is thick as mince", False),
    ],
)
def test_of_whom_words_are_said(text: str, of_her: bool) -> None:
    def found(words: str, kind: str) -> Fact:
        start = text.index(words)
        return Fact(kind, "text", words, start, start + len(words))

    people = [found(NAME, "text.person")] if NAME in text else []
    insult = found(WORDS, "text.abuse")
    assert said_of_somebody(case({"text": text}, [insult, *people]), insult) is of_her
