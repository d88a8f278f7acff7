"""Whose name a handle spells, and handles that spell nobody's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "handle", "first", "last"),
    [
        ("Photo: @ethan.bailey09", "@ethan.bailey09", "ethan", "bailey"),
        ("@DavidSmith spoke", "@DavidSmith", "David", "Smith"),
        ("by @jo_miller", "@jo_miller", "jo", "miller"),
        ("by @davidsmith", "@davidsmith", "david", "smith"),
        ("@Mrs_Sarah_Whitfield", "@Mrs_Sarah_Whitfield", "Sarah", "Whitfield"),
        ("@TheNickZorvia", "@TheNickZorvia", "Nick", "Zorvia"),
        ("@BrianMHartwell", "@BrianMHartwell", "Brian", "Hartwell"),
        ("@JadeZandreou", "@JadeZandreou", "Jade", "Zandreou"),
        ("@JWhitfield", "@JWhitfield", "J", "Whitfield"),
        ("@OkonkwoNgozi", "@OkonkwoNgozi", "Ngozi", "Okonkwo"),
        ("@bethanymorvane_", "@bethanymorvane_", "bethany", "morvane"),
        ("@Freya_H", "@Freya_H", "Freya", "H"),
        ("@freya2014", "@freya2014", "freya", None),
    ],
)
def test_names_in_handles(look, text: str, handle: str, first: str, last: str | None) -> None:
    (fact,) = look(text, known=False)
    assert (fact.text, fact.attributes["form"]) == (handle, "handle")
    assert (fact.attributes["first"], fact.attributes["last"]) == (first, last)
    assert (fact.attributes["role"], fact.attributes["person"]) == (None, None)


@pytest.mark.parametrize("handle", ["@HarryPotter", "@marcusrashford"])
def test_handles_of_the_well_known(look, handle: str) -> None:
    (fact,) = look(handle, known=False)
    assert (fact.text, fact.attributes["role"]) == (handle, "public")


@pytest.mark.parametrize(
    "handle",
    [
        "@bbcnews",
        "@WexbourneFC",
        "@YorkshirePost",
        "@MillerHomes",
        "@JohnLewis",
        "@marksandspencer",
        "@charlottestreet",
        "@WellsCathedral",
        "@stanleyparkfc",
        "@graceschool",
        "@hopeacademy",
        "@roseandcrown",
        "@lucyinthesky",
        "@EmilyLovesCakes",
        "@AmeliaBrownPhotos",
        "@wexbourne_museum",
        "@starling",
        "@mrsmith",
        "@summerfair",
        "@willpower",
        "@y4_owls",
        "@1234",
    ],
)
def test_handles_of_nobody(look, handle: str) -> None:
    assert look(handle, known=False) == []


def test_an_address_names_people_of_the_register_alone(look) -> None:
    assert look("write to ethan.bailey@school.example", known=False) == []
    assert look("write to amelia.brown@school.example") != []
