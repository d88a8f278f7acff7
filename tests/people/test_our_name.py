"""A name that is an everyday word too is the organisation's only where it is meant."""

from __future__ import annotations

import pytest

from postcheck.config.model import Organisation
from postcheck.people.our_name import means_us

CAPS = Organisation(names=("Stars Academy Trust of Rooks", "STAR"))
KNIT = Organisation(names=("HATS",))
TREES = Organisation(names=("Acorns", "Little Acorns Nursery"), domains=("acorns.example",))
TWO = Organisation(names=("Bright Stars",))


@pytest.mark.parametrize(
    ("ours", "text", "expected"),
    [
        (KNIT, "A long day at HATS.", True),
        (KNIT, "HATS kept me late again.", True),
        (KNIT, "HATS!", True),
        (KNIT, "Off to the hats summer fair", False),
        (KNIT, "Anyone at the hats fair?", True),
        (KNIT, "hats is so boring", True),
        (KNIT, "Sun cream, bottles and hats, please!", False),
        (KNIT, "So many HATS! Twelve of them. HATS!", False),
        (KNIT, "Knitted three woolly HATS", False),
        (KNIT, "knitting hats again", False),
        (CAPS, "You are a star, Mum", False),
        (CAPS, "Six years at STAR and I still get lost", True),
        (CAPS, "star staff night out", True),
        (TREES, "Collected acorns on the common", False),
        (TREES, "Acorns everywhere, even in my boots", False),
        (TREES, "Acorns was a madhouse today", True),
        (TREES, "I love my job at Acorns", True),
        (TREES, "My kids love Acorns", True),
        (TREES, "little acorns nursery again", True),
        (TREES, "see acorns.example", True),
        (TWO, "Bright stars over the campsite, said Jo", False),
        (TWO, "Bright Stars opens at eight", True),
        (KNIT, "First day at hats done.", True),
        (TWO, "We saw bright stars", False),
        (TWO, "nobody at bright stars has a clue", True),
    ],
)
def test_a_name_of_everyday_words_is_met_by_chance(
    ours: Organisation, text: str, expected: bool
) -> None:
    assert means_us(ours, text) is expected
