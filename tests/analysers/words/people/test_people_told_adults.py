"""What tells that an unknown full name is a grown-up's, and what leaves it a child's."""

from __future__ import annotations

import pytest

from postcheck.analysers.words.people.told_adults import told_grown_up


def _told(marked: str) -> bool:
    start = marked.index("[")
    end = marked.index("]") - 1
    return told_grown_up(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Fusilier [Janet Pringle] is on the roll of honour.",
        "[Janet Pringle] (1866–1940) gave the clock.",
        "In memory of [Janet Pringle], 1938–2024.",
        "[Janet Pringle], killed at Loos, taught here.",
        "[Janet Pringle] was drowned off Whitby in 1871.",
        "[Janet Pringle] founded the choir in 1902.",
        "[Janet Pringle], 77, who sewed the flags.",
        "his nan, [Janet Pringle], came",
        "Auntie [Janet Pringle] sang",
        "Applications to [Janet Pringle] by noon",
        "We met a mechanic ([Janet Pringle]) and a vet.",
        "[Janet Pringle] from the bakery brought rolls.",
        "[Janet Pringle] and Noah Moreau from the museum came.",
        "[Janet Pringle] (Northern Water) came.",
        "Trustees: Noah Moreau, [Janet Pringle] and Zara Begum.",
        "Two football coaches, [Janet Pringle] and Noah Moreau, came.",
        "Meet [Janet Pringle], our new teaching assistants are great.",
        "Our head of art is [Janet Pringle].",
        "A walk with our guide [Janet Pringle].",
        "[Janet Pringle] retires on Friday.",
        "We saw a Viking tomb of [Janet Pringle].",
        "The kitchen of [Janet Pringle], a cook who fled in 1642, is dark.",
    ],
)
def test_grown_up(text: str) -> None:
    assert _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Corporal [Janet Pringle] of the cadets drilled.",
        "Drum Major [Janet Pringle] led us.",
        "[Janet Pringle] was killed at Loos in our play.",
        "[Janet Pringle] opened the fair at 10.",
        "[Janet Pringle] found that in 1902 the choir sang.",
        "[Janet Pringle] (1866) leads the points.",
        "Rota: [Janet Pringle] (1400–1430)",
        "[Janet Pringle], 7, who sewed the flags.",
        "her sister, [Janet Pringle], came",
        "Dressed as a mechanic ([Janet Pringle]) and a vet.",
        "[Janet Pringle] from the bakery stall sold out.",
        "[Janet Pringle] in Year 4 from the library won.",
        "Former pupil [Janet Pringle] from the bank came.",
        "Dear parents, [Janet Pringle] has won.",
        "Well done to parents: Noah Moreau, [Janet Pringle].",
        "The caretaker of the day is [Janet Pringle].",
        "[Janet Pringle] retired hurt on 12.",
        "The Viking letter to [Janet Pringle] of Year 7 hangs here.",
        "The Viking tomb that [Janet Pringle] built of card.",
        "A letter to [Janet Pringle] came by owl.",
    ],
)
def test_maybe_a_child(text: str) -> None:
    assert not _told(text)
