"""One finding of a rule for one place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reporters.made_reports import NAME

from postcheck.engine.overlaps import narrowest, narrowest_of_clauses

ELSEWHERE = replace(NAME, surface="title")


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 40), (8, 12)], [(8, 12)]),
        ([(8, 12), (0, 40)], [(8, 12)]),
        ([(0, 40), (8, 12), (20, 25)], [(8, 12), (20, 25)]),
        ([(0, 12), (8, 20)], [(0, 12), (8, 20)]),
        ([(3, 9), (3, 9), (3, 9)], [(3, 9)]),
        ([(0, 12), (12, 20)], [(0, 12), (12, 20)]),
        ([(None, None), (None, None), (0, 9)], [(None, None), (None, None), (0, 9)]),
    ],
)
def test_the_narrower_stays(
    spans: list[tuple[int | None, int | None]], kept: list[tuple[int | None, int | None]]
) -> None:
    found = [replace(NAME, start=start, end=end) for start, end in spans]
    assert [(one.start, one.end) for one in narrowest(found)] == kept


def test_other_places_and_outcomes_stay() -> None:
    wide, narrow = replace(NAME, start=0, end=40), replace(ELSEWHERE, start=8, end=12)
    milder = replace(NAME, start=8, end=12, outcome="review")
    assert narrowest([wide, narrow, milder]) == [wide, narrow, milder]


def test_rules_of_one_clause_tell_of_the_same_words_once() -> None:
    wide = replace(NAME, rule="wide", start=0, end=40)
    narrow = replace(NAME, rule="narrow", start=8, end=12)
    beyond = replace(NAME, rule="narrow", start=50, end=55)
    elsewhere = replace(NAME, rule="narrow", clause="WP.9", start=8, end=12)
    also = replace(NAME, rule="narrow", also=("WP.9",), start=8, end=12)
    other = replace(NAME, rule="other", start=0, end=40)
    found = [wide, narrow, beyond, elsewhere, also, other]
    kept = [narrow, beyond, elsewhere, also, other]
    assert narrowest_of_clauses(found, {"wide", "narrow"}) == kept
