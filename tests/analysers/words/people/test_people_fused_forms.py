"""How names are put together and told from things, without register and model."""

from __future__ import annotations

import pytest
from people_scenes import Entity, Told

from postcheck.analysers.words.people import PeopleAnalyser


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chess winner Ama\nMensah 🏆 beamed", ["Ama\nMensah"]),
        ("Well done Amelia\nTyler\nMason", ["Amelia"]),
        ("Josephine “Josie” Gallagher", ["Josephine “Josie” Gallagher"]),
        ("Aisha (Ash) Khan", ["Aisha (Ash) Khan"]),
        ("Well done Min-seo Park!", ["Min-seo Park"]),
        ("On Friday Mrs Hollis swam", ["Hollis"]),
        ("we met the Malik family", ["Malik"]),
        ("Okonkwo, Ngozi\nKhan, Amira\n", ["Okonkwo, Ngozi", "Khan, Amira"]),
        ("KHAN Amira", ["KHAN Amira"]),
        ("1. Luca Rossi 5B\n2. Ella Braun 5C", ["Luca Rossi", "Ella Braun"]),
        ("• Luca Rossi – 12\n• Ella Braun – 9", ["Luca Rossi", "Ella Braun"]),
        ("Well done Khadija Warsame Hersi", ["Khadija Warsame Hersi"]),
        ("Harpreet Kaur and Jaspreet Singh", ["Harpreet Kaur", "Jaspreet Singh"]),
        ("Well done Ioan ap Dafydd", ["Ioan ap Dafydd"]),
        ("Well done Caoimhe Ní Bhriain", ["Caoimhe Ní Bhriain"]),
        ("Well done Omar bin Salman", ["Omar bin Salman"]),
        ("Well done Sean O'Neill", ["Sean O'Neill"]),
        ("Well done N'Golo Mensah", ["N'Golo Mensah"]),
        ("well done amelia brown", ["amelia brown"]),
        ("Hansel and Gretel", ["Hansel", "Gretel"]),
    ],
)
def test_names_are_put_together(look, text: str, names: list[str]) -> None:
    assert [fact.text for fact in look(text, known=False)] == names


@pytest.mark.parametrize(
    "text",
    [
        "our school dog Alfie is five",
        "say hello to Alfie the therapy dog",
        "meet Alfie, our school dog",
        "a hamster called Alfie",
        "Bertie the guinea pig ran off",
        "the rabbits Poppy and Alfie",
        "Shelby, GA",
        "the Brightwood family",
        "https://site.example/rosehill",
        "An Owl Sings",
        "Mr. Mr",
        "Santa came",
    ],
)
def test_what_is_nobody(look, text: str) -> None:
    assert look(text, known=False) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Amelia Thornton the dog walker", ["Amelia Thornton"]),
        ("Well done Amelia, our dog loves you", ["Amelia"]),
        ("Mary – Sophie Turner, Joseph – Daniel Wood", ["Sophie Turner", "Daniel Wood"]),
    ],
)
def test_people_beside_pets_and_parts(look, text: str, names: list[str]) -> None:
    assert [fact.text for fact in look(text, known=False)] == names


@pytest.mark.parametrize(
    ("text", "seen", "names"),
    [
        ("Cast: Puck - Ezra Zzohen", "Puck - Ezra Zzohen", ["Ezra Zzohen"]),
        ("Thanks Little Amelia", "Little Amelia", ["Amelia"]),
        ("STAR Qwyneth Zzor", "STAR Qwyneth Zzor", ["Qwyneth Zzor"]),
        ("whizz Qwyneth Zzor", "whizz Qwyneth Zzor", ["Qwyneth Zzor"]),
        ("said Zorq al - Hassan", "Zorq al - Hassan", ["Zorq al - Hassan"]),
        ("my Lord's robe", "Lord", []),
    ],
)
def test_the_model_is_cut_to_names(look, text: str, seen: str, names: list[str]) -> None:
    start = text.index(seen)
    entity = Entity(start, start + len(seen), "PERSON", 0.9)
    found = look(text, known=False, analyser=PeopleAnalyser(encoder=Told({text: [entity]})))
    assert [fact.text for fact in found] == names
