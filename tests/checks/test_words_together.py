"""`words-together` on hashtags."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.checks.base import Failed
from postcheck.checks.words_together import CHECK, WordsTogetherOptions
from postcheck.facts.model import Fact
from postcheck.policy.lists import ListFile
from tests.checks.world import case

WHO = ListFile(id="who", title="Who", source="test", as_of=date(2026, 1, 1), entries=("Otter",))
WHAT = ListFile(
    id="what",
    title="What",
    source="test",
    as_of=date(2026, 1, 1),
    entries=("river",),
    exceptions=("bank",),
)
LISTS = {"who": WHO, "what": WHAT}
OPTIONS = WordsTogetherOptions(lists=("who", "what"))


def _judged(words: tuple[str, ...], *, alone: bool = False) -> object:
    fact = Fact("text.hashtag", "text", "#x", attributes={"tag": "x", "words": words})
    options = OPTIONS.model_copy(update={"alone": alone})
    return CHECK.judge(fact, options, case(lists=LISTS))


@pytest.mark.parametrize("words", [("River", "Otter"), ("the", "otter", "in", "the", "RIVER")])
def test_a_word_of_each_list_fails(words: tuple[str, ...]) -> None:
    answer = _judged(words)
    assert isinstance(answer, Failed)
    assert answer.values == {"words": "otter” and “river"}


@pytest.mark.parametrize("words", [(), ("river",), ("otters", "river"), ("river", "bank", "otter")])
def test_less_than_that_and_exceptions_pass(words: tuple[str, ...]) -> None:
    assert _judged(words) is None


def test_alone_asks_for_nothing_else() -> None:
    assert isinstance(_judged(("river", "otter"), alone=True), Failed)
    assert _judged(("river", "otter", "club"), alone=True) is None


def test_a_word_may_come_in_two_pieces() -> None:
    assert isinstance(_judged(("Ot", "ter", "River")), Failed)


def test_the_lists_are_referred_to() -> None:
    assert CHECK.refers(OPTIONS) == (("list", "who"), ("list", "what"))
