"""People of the register, however they are written."""

from __future__ import annotations

import pytest
from people_scenes import scene_of

from postcheck.analysers.words.people import PeopleAnalyser
from postcheck.drafts.surfaces import Piece, Surface
from postcheck.facts.model import Fact
from postcheck.places import Box


def brief(fact: Fact) -> tuple[str | None, object, object, object]:
    """Text, form, reading and person."""
    attributes = fact.attributes
    return fact.text, attributes["form"], attributes["reading"], attributes["person"]


@pytest.mark.parametrize(
    ("text", "written", "reading", "person"),
    [
        ("Well done Amira Khan!", "Amira Khan", "exact", "P1"),
        ("amira khan won", "amira khan", "exact", "P1"),
        ("AMIRA KHAN", "AMIRA KHAN", "exact", "P1"),
        ("Amira's: Ámira Khán’s cup", "Ámira Khán", "exact", "P1"),
        ("Mimi Khan", "Mimi Khan", "exact", "P1"),
        ("Amira J. Khan", "Amira J. Khan", "exact", "P1"),
        ("Amira\nKhan", "Amira\nKhan", "exact", "P1"),
        ("Amira 🎉 Khan", "Amira 🎉 Khan", "exact", "P1"),
        ("Am\u200bira Khan", "Am\u200bira Khan", "exact", "P1"),
        ("Khan, Amira", "Khan, Amira", "swapped", "P1"),
        ("KHAN Amira", "KHAN Amira", "swapped", "P1"),
        ("Lukasz Kowalski", "Lukasz Kowalski", "exact", "P5"),
        ("Tom O'Neill", "Tom O'Neill", "exact", "P3"),
        ("Tom O’Neill", "Tom O’Neill", "exact", "P3"),
        ("Tom ONeill", "Tom ONeill", "exact", "P3"),
        ("Zoe Smith Jones", "Zoe Smith Jones", "exact", "P4"),
        ("Zoë SmithJones", "Zoë SmithJones", "exact", "P4"),
        ("Anna Van Der Berg", "Anna Van Der Berg", "exact", "P6"),
        ("Sian ap Rhys", "Sian ap Rhys", "exact", "P16"),
        ("Omar al Hassan", "Omar al Hassan", "exact", "P17"),
        ("Mary Jane de la Cruz", "Mary Jane de la Cruz", "exact", "P20"),
        ("Dr. Sarah Patel", "Sarah Patel", "exact", "S1"),
        ("Zoë Smith", "Zoë Smith", "half", "P4"),
        ('Amira ("Ami") Khan', 'Amira ("Ami") Khan', "exact", "P1"),
        ("Amira “the Jet” Khan", "Amira “the Jet” Khan", "exact", "P1"),
        ("Olivia, known as Livvy, Bennett", "Olivia, known as Livvy, Bennett", "exact", "P11"),
        ("Olivia | Bennett | 4B", "Olivia | Bennett", "exact", "P11"),
        ("Olivia (Bennett) and Ava", "Olivia (Bennett", "exact", "P11"),
        ("Olivia.Bennett", "Olivia.Bennett", "exact", "P11"),
        ("First name: Olivia\nSurname: Bennett", "Olivia\nSurname: Bennett", "exact", "P11"),
        ("Noah, whose surname is Begum", "Noah, whose surname is Begum", "exact", "P21"),
        ("Kowalski/Łukasz", "Kowalski/Łukasz", "swapped", "P5"),
        ("Surname: Bennett. First name: Olivia", "Bennett. First name: Olivia", "swapped", "P11"),
        ("Our Summer Fields won", "Summer Fields", "exact", "P9"),
        ("Isla Mac Dougall", "Isla Mac Dougall", "exact", "P22"),
        ("Amira Khan-Patel", "Amira Khan-Patel", "half", "P1"),
        ("Olivia Bennet", "Olivia Bennet", "misspelt", "P11"),
        ("Amelai Brown", "Amelai Brown", "misspelt", "P2"),
        ("O l i v i a  B e n n e t t", "O l i v i a  B e n n e t t", "spaced", "P11"),
        ("OLIVIABENNETT", "OLIVIABENNETT", "run-together", "P11"),
        ("Ava Jones", "Ava Jones", "shared-name", None),
        ("The Amelia Brown Trophy", "Amelia Brown", "named-after", "P2"),
        ("Grace Hopper in Year 4", "Grace Hopper", "namesake", "P15"),
        ("goes to May Day of Year 3", "May Day", "namesake", "P8"),
    ],
)
def test_full_names(look, text: str, written: str, reading: str, person: str | None) -> None:
    assert (written, "full", reading, person) in [brief(fact) for fact in look(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We will read every day in may",
        "WILL YOU READ WITH US?",
        "May Day is a holiday",
        "Amelia. Brown bears are big.",
        "Amelia, brown hair and all",
        "Amelia\n\nBrown bears",
        "Amelia's Brown bear",
        "Amelia and the Brown Bears",
        "Olivia Brownlow",
        "Khan Academy",
    ],
)
def test_words_that_only_look_like_a_registered_full_name(look, text: str) -> None:
    registered = [fact for fact in look(text) if fact.source == "register/1"]
    assert not [fact for fact in registered if fact.attributes["form"] == "full"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Well done Amira K!", ("Amira K", "first-initial", "exact", "P1")),
        ("Amira K.", ("Amira K", "first-initial", "exact", "P1")),
        ("Zoe S-J", ("Zoe S-J", "first-initial", "exact", "P4")),
        ("by olivia b", ("olivia b", "first-initial", "exact", "P11")),
        ("A. Khan", ("A. Khan", "last", "initial-surname", "P1")),
        ("A.K. won", ("A.K", "first-initial", "initials", "P1")),
        ("Amira's medal", ("Amira", "first", "exact", "P1")),
        ("Well done Amelia", ("Amelia", "first", "exact", None)),
        ("Well done Will!", ("Will", "first", "exact", "P7")),
        ("Thanks to Summer for the cake", ("Summer", "first", "exact", "P9")),
        ("the Khan family", ("Khan", "last", "family", "P1")),
        ("@livvyb", ("@livvyb", "handle", "exact", "P11")),
        ("Thank you Mrs Patel", ("Patel", "title-last", "exact", "S1")),
        ("Thank you Mr Khan", ("Khan", "title-last", "exact", None)),
    ],
)
def test_other_forms(look, text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert [brief(fact) for fact in look(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "in May we swim",
        "Summer term",
        "Will you come?",
        "Mark your calendars",
        "Rose petals on the lawn",
        "on your marks",
        "May 5th",
        "Rose House",
        "A day at the zoo",
    ],
)
def test_ordinary_words_are_no_first_names(look, text: str) -> None:
    assert look(text) == []


def test_twins_share_the_surname(look) -> None:
    found = [brief(fact) for fact in look("Amelia and Tom Brown")]
    assert found == [
        ("Amelia", "full", "shared-surname", "P2"),
        ("Tom Brown", "full", "exact", "P10"),
    ]


def test_a_comma_alone_shares_no_surname(look) -> None:
    found = [brief(fact) for fact in look("Tom, Amelia Brown")]
    assert found == [("Tom", "first", "exact", None), ("Amelia Brown", "full", "exact", "P2")]


def test_an_adult_of_a_pupils_name_is_for_a_person_to_look_at(look) -> None:
    assert [brief(fact) for fact in look("Mr Tom Brown")] == [
        ("Tom Brown", "full", "namesake", "P10")
    ]


def test_others_do_not(look) -> None:
    found = [brief(fact) for fact in look("Olivia and Tom Brown")]
    assert found[0] == ("Olivia", "first", "exact", "P11")


def test_a_parents_surname_beside_a_childs_first_name(look) -> None:
    child, adult = look("Olivia came with her mum Karen Bennett")
    assert brief(child) == ("Olivia", "first", "parent-surname", "P11")
    assert child.attributes["last"] == "Bennett"
    assert adult.attributes["person"] is None


def test_no_score_is_invented(look) -> None:
    assert {fact.score for fact in look("Amira Khan met Oluwaseun Adeyemi")} == {None}


def test_the_organisation_is_nobody(look) -> None:
    assert look("Thornfield Rose and Early Life Enterprise") == []


def test_boxes_come_from_the_picture(unaided: PeopleAnalyser, settings) -> None:
    box = Box(1, 2, 30, 4)
    surface = Surface(
        "media[0].image-text", "AWARD\nAmira Khan", pieces=(Piece(0, 5, None), Piece(6, 16, box))
    )
    (facts,) = unaided.analyse([scene_of(surface, settings(True))])
    assert [fact.box for fact in facts] == [box]


@pytest.mark.parametrize(("text", "expected"), [("A Khan won", 1), ("Class 7A Khan corridor", 0)])
def test_the_letter_of_a_class_is_no_initial(look, text: str, expected: int) -> None:
    readings = [fact.attributes["reading"] for fact in look(text)]
    assert readings.count("initial-surname") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Olivia (in Bennett class)",
        "Olivia (Year 4). Bennett House cheered",
        "Summer/Fields of gold",
        "Olivia | Maths | 4B",
        "Olivia's (Bennett) coat",
        "Olivia, Bennett and Ava",
    ],
)
def test_what_stands_between_two_words_may_part_them(look, text: str) -> None:
    assert not [fact for fact in look(text) if fact.attributes["form"] == "full"]


@pytest.mark.parametrize("text", ["Mary Jane planted beans", "Mary Jane and Zoë", "Ask Mary Jane"])
def test_a_first_name_of_two_words_is_no_full_name(look, text: str) -> None:
    forms = {fact.text: fact.attributes["form"] for fact in look(text)}
    assert forms["Mary Jane"] == "first"


def test_a_first_name_of_two_words_before_another_surname(look) -> None:
    (fact,) = look("Mary Jane Thornton sang")
    assert (fact.text, fact.attributes["form"]) == ("Mary Jane Thornton", "full")
