"""`hidden-words` on hashtags."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.checks.base import Failed
from postcheck.checks.hidden_words import CHECK, HiddenWordsOptions
from postcheck.facts.model import Fact
from postcheck.policy.lists import ListFile
from tests.checks.world import case

UNLUCKY = ListFile(
    id="unlucky",
    title="Unlucky",
    source="test",
    as_of=date(2026, 1, 1),
    entries=("anal", "Rapist"),
    exceptions=("susanalbumparties",),
)
OPTIONS = HiddenWordsOptions(list="unlucky", field="tag")


@pytest.mark.parametrize(
    ("tag", "reading"),
    [
        ("susanalbumparty", "anal"),
        ("therapist", None),
        ("susanalbumparties", None),
        ("SusanAlbumParty", None),
        ("analysis", None),
        ("sportsday", None),
    ],
)
def test_a_listed_word_comes_up_only_where_no_capital_keeps_words_apart(
    tag: str, reading: str | None
) -> None:
    fact = Fact("text.hashtag", "text", f"#{tag}", attributes={"tag": tag})
    answer = CHECK.judge(fact, OPTIONS, case(lists={"unlucky": UNLUCKY}))
    if reading is None:
        assert answer is None
    else:
        assert isinstance(answer, Failed)
        assert answer.values["word"] == reading
        assert reading in answer.values["reading"].split()


def test_a_striking_word_comes_up_whatever_is_left() -> None:
    fact = Fact("text.hashtag", "text", "#girlsexcelled", attributes={"tag": "girlsexcelled"})
    unlucky = UNLUCKY.model_copy(update={"entries": ("sex",)})
    lists = {"unlucky": unlucky, "striking": unlucky}
    assert CHECK.judge(fact, OPTIONS, case(lists=lists)) is None
    striking = HiddenWordsOptions(list="unlucky", striking="striking", field="tag")
    answer = CHECK.judge(fact, striking, case(lists=lists))
    assert isinstance(answer, Failed)
    assert answer.values["reading"] == "girl sex celled"


def test_without_its_list_nothing_is_hidden() -> None:
    fact = Fact("text.hashtag", "text", "#susanalbumparty", attributes={"tag": "susanalbumparty"})
    assert CHECK.judge(fact, OPTIONS, case()) is None


def test_it_names_its_list_for_the_loader() -> None:
    assert CHECK.refers(OPTIONS) == (("list", "unlucky"),)
