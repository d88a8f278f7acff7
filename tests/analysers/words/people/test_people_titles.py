"""Titles, houses, wishes, cells and words that look like names; and names that look like them."""

from __future__ import annotations

import pytest
from people_scenes import Entity, Told

from postcheck.analysers.words.people import PeopleAnalyser


def names(look, text: str, **more: object) -> list[str]:
    return [fact.text for fact in look(text, known=False, **more)]


def told(text: str, name: str, score: float) -> PeopleAnalyser:
    start = text.index(name)
    return PeopleAnalyser(encoder=Told({text: [Entity(start, start + len(name), "PERSON", score)]}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles that the words around them call so
        ("Year 4 sang “Molly Gordon” at the care home", []),
        ('We are reading "Sarah Thornton" this term', []),
        ('Champions "Amelia Thornton" defend their quiz title', []),
        ("Rehearsals for Oliver! begin", []),
        ("Our production of Sarah Thornton was a hit", []),
        ("Panto (Matilda)", []),
        ("Our show is Matilda!", []),
        ("Our show is by Amelia Thornton", ["Amelia Thornton"]),
        ('She read: "Amelia Thornton, you are a star"', ["Amelia Thornton"]),
        ('The certificate says "Amelia Thornton"', ["Amelia Thornton"]),
        ("The cast of Zara Begum's film cheered", ["Zara Begum"]),
        # lists of titles, and who made them
        ("Set list: Sarah Thornton, Rhys Gordon", []),
        ("Set list: Rhys Gordon. Drums: Amelia Thornton", ["Amelia Thornton"]),
        ("Library bestsellers: 1. Rhys Gordon, 2. Holes by Amelia Thornton", ["Amelia Thornton"]),
        ("Favourite books:\nRhys Gordon\nSarah Thornton\n\nChosen by Zara Begum", ["Zara Begum"]),
        ("Readers today: Sarah Thornton, Rhys Gordon", ["Sarah Thornton", "Rhys Gordon"]),
        # houses and schools
        ("Bader 1,310\nSharman 1,287\nOuseley 990\nWell done Sharman", []),
        ("Beaten by St Winifred's and Oakley Grange", []),
        ("Captain Zara Begum (Ash)", ["Zara Begum"]),
        ("Bishop Challoner beat us", []),
        # animals in a list, and one whose odd name comes again
        ("The lambs are named Daisy, Rosie and Tom", []),
        ("The alpaca called Wafflet met Amelia Thornton. Wafflet spat.", ["Amelia Thornton"]),
        ("Our dog Wafflet barked. Zara Begum fed Wafflet", ["Zara Begum"]),
        ("The hamster named Alfie is new. Alfie Thornton feeds it.", ["Alfie Thornton"]),
        ("Our hamster Pip, Amelia Thornton and Zara Begum", ["Amelia Thornton", "Zara Begum"]),
        # thanks in other languages, and cars
        ("Merci, Asante, Tapadh leibh! Penwythnos hapus", []),
        ("Llongyfarchiadau! Well done Amelia T", ["Amelia T"]),
        ("A silver Astra and a Zafira block the gate", []),
        # wishes, food, plants, and what is named after somebody
        ("Shana Tova, Nowruz Mubarak, Nadolig Llawen", []),
        ("A day at Jamie's Farm and St Swithun's Day crafts", []),
        ("Jamie Farmer milked a goat", ["Jamie Farmer"]),
        (
            "Well done April Showers-Dean and Rose Gold-Smith",
            ["April Showers-Dean", "Rose Gold-Smith"],
        ),
        # costumes and inns
        ("A Gruffalo, an Aslan", []),
        ("Walk past the Duke of Wellington and turn left", []),
        ("Year 3 wrote to the Duke of Wellington", ["Duke of Wellington"]),
    ],
)
def test_what_is_nobody_is_told_from_who_is_somebody(look, text: str, expected: list[str]) -> None:
    assert names(look, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Mei Lin Z danced", "Mei Lin Z", "first-initial"),
        ("Well done Anna Maria K!", "Anna Maria K", "first-initial"),
        ("Thanks to PCSO Janet Thornton", "Janet Thornton", "full"),
        ("Amelia\nThornton has been picked", "Amelia\nThornton", "full"),
        ("AmeliaThornton", "AmeliaThornton", "full"),
        ("Sarah Thornton A was here", "Sarah Thornton", "full"),
        ("Summer Rain is our Learner of the Week", "Summer Rain", "full"),
        ("Star of the week goes to River Banks", "River Banks", "full"),
        ("The kindness award goes to Hope Banks", "Hope Banks", "full"),
    ],
)
def test_how_much_of_a_name_is_given(look, text: str, name: str, form: str) -> None:
    (fact,) = look(text, known=False)
    assert (fact.text, fact.attributes["form"]) == (name, form)


@pytest.mark.parametrize(
    "text",
    [
        "Summer Rain is forecast for sports day",
        "Year 4 goes to River Banks on Monday",
        "AMELIATHORNTON",
        "WILLIAMSBURGER",
    ],
)
def test_weather_places_and_long_words_are_nobody(look, text: str) -> None:
    assert names(look, text) == []


@pytest.mark.parametrize(
    ("text", "name", "score", "believed"),
    [
        ("The winning vegetable of this year's show was a qworl.", "qworl", 0.75, False),
        ("The winning vegetable of this year's show was a Qworl.", "Qworl", 0.75, True),
        ("the winning singer of this year's show was our qworl.", "qworl", 0.75, True),
        ("| Mon | Qworl | Hall |\n| Tue | Chess | Field |", "Qworl", 0.85, False),
        ("Mon: Qworl in the hall", "Qworl", 0.85, True),
        ("| Mon | Amelia | Hall |", "Amelia", 0.85, True),
        ("Mon | Qworl" + " and more" * 4000, "Qworl", 0.85, True),  # a long cell that never ends
    ],
)
def test_the_model_must_be_surer_of_small_words_and_cells(
    look, text: str, name: str, score: float, believed: bool
) -> None:
    assert names(look, text, analyser=told(text, name, score)) == [name] * believed


@pytest.mark.parametrize(("text", "form"), [("AMELIATHORNTON", "full"), ("QWORLZANDERON", "first")])
def test_the_model_confirms_a_name_without_a_blank(look, text: str, form: str) -> None:
    (fact,) = look(text, known=False, analyser=told(text, text, 0.8))
    assert (fact.text, fact.attributes["form"]) == (text, form)
