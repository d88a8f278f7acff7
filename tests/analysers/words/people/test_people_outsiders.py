"""What tells that a full name is a visitor's or a worker's, and what leaves it a child's."""

from __future__ import annotations

import pytest

from postcheck.analysers.words.people.outsiders import told_outsider


def _told(marked: str) -> bool:
    start = marked.index("[")
    end = marked.index("]") - 1
    return told_outsider(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "[Janet Pringle] from the orchard pressed apples with Year 2.",
        "[Janet Pringle] came in from the hospice.",
        "Cheers to [Janet Pringle] at the toy shop.",
        "[Janet Pringle] of Pringle & Daughters gave the paint.",
        "[Janet Pringle] from Aldi brought crates.",
        "Chairs courtesy of [Janet Pringle] at Moor Catering.",
        "[Janet Pringle] at the chapel lent us candles.",
        "[Janet Pringle] who runs a riding school brought a pony.",
        "[Janet Pringle] is our new room leader.",
        "[Janet Pringle] the piano tuner came.",
        "A roofer called [Janet Pringle] found the ball.",
        "[Janet Pringle] has cooked here for 27 years.",
        "We waved off [Janet Pringle] after nineteen years in the office.",
        "Former pupil [Janet Pringle], now a midwife, came back.",
        "[Janet Pringle], Zara's mum, mended it.",
        "Violin lessons with [Janet Pringle], £12.",
        "Please ring [Janet Pringle] on 01632 960000.",
        "[Janet Pringle] is running our safeguarding day.",
    ],
)
def test_outsiders(text: str) -> None:
    assert _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Janet Pringle] from Year 2 pressed apples.",
        "[Janet Pringle] at the orchard picked a pear.",
        "Thanks to [Janet Pringle] at the cake stall.",
        "[Janet Pringle] who runs the tuck shop sold out.",
        "[Janet Pringle] who runs the chess club won.",
        "[Janet Pringle] is our new librarian.",
        "[Janet Pringle] is our cook for the day.",
        "[Janet Pringle] has waited for 15 minutes.",
        "[Janet Pringle], now in Year 7, came back.",
        "[Janet Pringle], Zara's sister, mended it.",
        "[Janet Pringle] from the farm project won.",
        "Well done [Janet Pringle] from the church choir.",
        "Dressed as a vet from the zoo, [Janet Pringle] from the zoo table.",
        "[Janet Pringle] from our council spoke.",
        "Ring [Janet Pringle] a taxi, said Noah.",
    ],
)
def test_pupils(text: str) -> None:
    assert not _told(text)
