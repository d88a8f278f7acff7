"""Personal data that is the organisation's own, or of public places and services."""

from __future__ import annotations

import pytest
from personal_data_seen import look


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("office@earlylife.example", True),
        ("amira@pupils.earlylife.example", True),
        ("HEAD@partner.example", True),
        ("jo@notearlylife.example", False),
        ("(0113) 4960142", True),
        ("+44 113 496 0142", True),
        ("0113 496 0143", False),
        ("LS31 4QT", True),
        ("LS31 4QU", False),
        ("14 Charlotte St", True),
        ("4 Charlotte Street", False),
    ],
)
def test_what_is_our_own(text: str, own: bool) -> None:
    (fact,) = look(text)
    assert fact.attributes["own"] is own


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Childline 0800 1111", True),
        ("0300 123 1234", True),
        ("07911 123456", False),
        ("Our trip to the museum, LS1 3AA", True),
        ("She lives by the museum, LS1 3AA", False),
        ("Away match at Hillside School, LS1 3AA", True),
        ("The museum on Custom House Quay, LS1 3AA", True),
        ("His house by the museum, LS1 3AA", False),
        ("LS1 3AA", False),
    ],
)
def test_public_places_and_services(text: str, public: bool) -> None:
    (fact,) = look(text)
    assert fact.attributes["public"] is public
