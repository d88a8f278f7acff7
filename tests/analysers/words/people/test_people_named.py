"""Teams, costumes, operations and boats that are called as people are; and people beside them."""

from __future__ import annotations

import time

import pytest
from people_scenes import Entity, Told

from postcheck.analysers.words.people import PeopleAnalyser

MODEL = Told()
ANALYSER = PeopleAnalyser(encoder=MODEL)


def full(look, text: str, *seen: str) -> list[str]:
    """The full names in a text, where the model takes `seen` for people."""
    entities = [Entity(text.index(one), text.index(one) + len(one), "PERSON", 0.9) for one in seen]
    MODEL.entities_of = {text: entities}
    facts = look(text, analyser=ANALYSER)
    return [fact.text or "" for fact in facts if fact.attributes["form"] == "full"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # whom we play
        ("Thornfield Rose 2, Marton Grimley 2", "Marton Grimley"),
        ("FT: Sarah Thornton 1-4 Thornfield Rose", "Sarah Thornton"),
        ("1st Thornfield Rose 54 pts, 2nd Sarah Thornton 51 pts", "Sarah Thornton"),
        ("Thornfield Rose v Sarah Thornton on Friday", "Sarah Thornton"),
        ("Away days: Sarah Thornton (a), Rhys Gordon (h)", "Rhys Gordon"),
        ("Our netball team lost 9-2 to Sarah Thornton", "Sarah Thornton"),
        ("We beat Sarah Thornton 3–0 in the mud", "Sarah Thornton"),
        # several of one name, or one like it
        ("Three Sarah Thorntonses and a shark", "Sarah Thorntonses"),
        ("Several Ada Lovebirds were seen", "Ada Lovebirds"),
        ("He came as a Rhys Gordon, with a lamp", "Rhys Gordon"),
        # operations, storms, things and animals
        ("Operation Magnolia starts", "Operation Magnolia"),
        ("Storm Sarah Louise took the tent", "Storm Sarah Louise"),
        ("A boat called Sarah Thornton sank", "Sarah Thornton"),
        ("The hens are named Sarah Peckham and Rhys Gordon", "Rhys Gordon"),
        ("Our minibus, Sarah Thornton, broke down", "Sarah Thornton"),
        # firms
        ("Bread from Sarah Thornton & Daughters", "Sarah Thornton"),
        ("A lift from the Sarah Thornton\nCoach Company", "Sarah Thornton"),
        ("The shed is by Sarah Thornton Joinery", "Sarah Thornton"),
        # a post before a surname
        ("Coach Thornton has the keys", "Coach Thornton"),
    ],
)
def test_what_is_called_like_a_person(look, text: str, seen: str) -> None:
    assert full(look, text, seen) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goals: Sarah Thornton 2, Rhys Gordon 1", ["Sarah Thornton", "Rhys Gordon"]),
        ("Sarah Thornton 2-1 Rhys Gordon at chess", ["Sarah Thornton", "Rhys Gordon"]),
        ("Chess: Sarah Thornton v Rhys Gordon", ["Sarah Thornton", "Rhys Gordon"]),
        ("We lost 3-1, and Sarah Thornton cried", ["Sarah Thornton"]),
        ("Year 3 Sarah Thornton", ["Sarah Thornton"]),
        ("It was a Sarah Thornton hat-trick", ["Sarah Thornton"]),
        ("A girl called Sarah Thornton won", ["Sarah Thornton"]),
        ("Best boat: Sarah Thornton", ["Sarah Thornton"]),
        ("Our donkey, Sarah Thornton, brayed", ["Sarah Thornton"]),
        ("Three cheers for Sarah Thornton", ["Sarah Thornton"]),
        ("Sarah Thornton and sons of farmers rode", ["Sarah Thornton"]),
        ("Sarah Thornton coaches us", ["Sarah Thornton"]),
        # whoever is on the register stays
        ("Thornfield Rose 9, Amira Khan 11", ["Amira Khan"]),
        ("Our boat, the Olivia Bennett, sank", ["Olivia Bennett"]),
        ("A hen called Amira Khan", ["Amira Khan"]),
    ],
)
def test_people_beside_results_and_things(look, text: str, expected: list[str]) -> None:
    assert full(look, text, *expected) == expected


def test_results_cost_no_more_than_their_length(look) -> None:
    text = "Thornfield Rose 2, Marton Grimley 1, " * 200 + "Our boat called A B " * 200
    begun = time.perf_counter()
    look(text)
    assert time.perf_counter() - begun < 20
