"""Titles, ships, plants and shops that bear a name; and children who are meant beside them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        # a known title hides whoever bears the name of its person
        ("We read Amelia Brown and the Missing Moon", []),
        ("AMELIA BROWN AND THE MISSING MOON IS BACK", []),
        ('On the rug: "Tom Brown\'s Schooldays"', []),
        ("Up next: Clever You, Amelia Brown", []),
        ("Amelia Brown and the missing glove were found", ["exact"]),
        ("Amelia Brown and the Missing Mittens made us laugh", ["exact"]),
        ("Tom Brown's Schooldays: five years of muddy knees", ["namesake"]),
        ("Tom Brown's Schooldays are over; he leaves on Friday", ["namesake"]),
        ("Tom Brown’s schooldays are over", ["exact"]),
        ("We read Amelia Brown and the Missing Moon with Tom Brown", ["exact"]),
        # a list of prizes tells the titles of what won; who is sent a prize is nobody's title
        ("Poem prize\nFirst: Year 4, for My Amelia Brown's Kite", ["namesake"]),
        ("Poem prize\nFirst: Year 4, for Amelia Brown's Kite", ["exact"]),
        ("Second: a book token, for Amelia Brown", ["exact"]),
        # what a painter or writer made
        ("Van Gogh and his Summer Fields near Arles", []),
        ("Roald Dahl's Amelia Brown is a hoot", ["namesake"]),
        ("Amelia Brown and the Cold Nose by Roald Dahl", ["namesake"]),
        ("Amelia Brown liked The Twits by Roald Dahl", ["exact"]),
        ("Van Gogh would like Amelia Brown and her sunflowers", ["exact"]),
        # ships, plants, shops and shows are looked at, and of nobody's name they are dropped
        ("The lifeboat Olivia Bennett came home at dawn", ["namesake"]),
        ("The lifeboat Rita Cordwainer came home at dawn", []),
        ("An Olivia Bennett rose grows by the gate", ["namesake"]),
        ("Bread from Olivia Bennett's Bakery", ["namesake"]),
        ("Olivia Bennett is our next class novel", ["namesake"]),
        ("Olivia Bennett is our next head girl", ["exact"]),
        ("Olivia Bennett is our spring musical's star", ["exact"]),
        ("Olivia Bennett's Bike is red", ["exact"]),
        ("The boat that Olivia Bennett built floats", ["exact"]),
        # plays and books that are called after somebody
        ("Tickets for Macbeth are in the office", []),
        ("Panto next: Dick Whittington, so bring a cat", []),
        ("Year 10 are moving on to Jane Eyre", []),
    ],
)
def test_registered_names_in_works(look, text: str, readings: list[str]) -> None:
    seen = [fact.attributes for fact in look(text)]
    assert [one["reading"] for one in seen if not one["public_figure"]] == readings


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("First: Khan, A.", "Khan, A", "A", "Khan"),
        ("KHAN A 14.2 seconds", "KHAN A", "A", "KHAN"),
        ("Kowalski Ł", "Kowalski Ł", "Ł", "Kowalski"),
        ("Brown, T. (2)", "Brown, T", "T", "Brown"),
        ("van der Berg, A. won", "van der Berg, A", "A", "van der Berg"),
        ("in goal: m adeyemi", "m adeyemi", "m", "adeyemi"),
    ],
)
def test_surname_and_initial(look, text: str, written: str, first: str, last: str) -> None:
    (fact,) = look(text)
    attributes = fact.attributes
    assert (fact.text, attributes["first"], attributes["last"]) == (written, first, last)
    assert attributes["reading"] == "initial-surname"


@pytest.mark.parametrize(
    "text",
    [
        "Khan B and Kowalski X",
        "Groups Brown A, Fields S and Day M",
        "Read A book a day",
        "A brown parcel",
        "a day out",
        "Mr Brown A",
        "Class Carter, A great success",
    ],
)
def test_letters_that_are_no_initials(look, text: str) -> None:
    assert not [fact for fact in look(text) if fact.attributes["reading"] == "initial-surname"]
