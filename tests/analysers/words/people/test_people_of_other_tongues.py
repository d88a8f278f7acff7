"""Words of other languages, what is called after somebody in them, and figures with usual names."""

from __future__ import annotations

import pytest
from people_scenes import Entity, Told

from postcheck.analysers.words.people import PeopleAnalyser

MODEL = Told()
ANALYSER = PeopleAnalyser(encoder=MODEL)


def unknown(look, text: str, *seen: str) -> list[str]:
    """The full names of nobody public, where the model takes `seen` for people."""
    entities = [Entity(text.index(one), text.index(one) + len(one), "PERSON", 0.9) for one in seen]
    MODEL.entities_of = {text: entities}
    facts = look(text, analyser=ANALYSER)
    return [
        fact.text or ""
        for fact in facts
        if fact.attributes["form"] == "full"
        and not fact.attributes["public_figure"]
        and fact.attributes["reading"] != "titled"
    ]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Dawnsio Disgo at noon", "Dawnsio Disgo"),
        ("Trysorydd Pwyllgor needed", "Trysorydd Pwyllgor"),
        ("Seisiún Ceoil on Monday", "Seisiún Ceoil"),
        ("Tidsear Ùr in the nursery", "Tidsear Ùr"),
        ("Tŷ Cadwgan have 80 points", "Tŷ Cadwgan"),
        ("Ysgol Marged Thornton came second", "Ysgol Marged Thornton"),
        ("Féile na Samhna tonight", "na Samhna"),
        ("The bus boycott of Roy Audley and Paul Stephenson", "Paul Stephenson"),
    ],
)
def test_words_and_things_are_no_people(look, text: str, seen: str) -> None:
    """Whatever the model takes them for."""
    assert seen not in unknown(look, text, seen)


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("Llefaru Marged Thornton", "Llefaru Marged Thornton", "Marged Thornton"),
        ("Gweinidog Marged Thornton", "Gweinidog Marged Thornton", "Marged Thornton"),
        ("Tŷ Cadwgan: Marged Thornton", "Marged Thornton", "Marged Thornton"),
        ("Third, Sarah Maes Thornton", "Sarah Maes Thornton", "Sarah Maes Thornton"),
        ("Ty Thornton was third", "Ty Thornton", "Ty Thornton"),
        ("Paul Stephenson lost a shoe", "Paul Stephenson", "Paul Stephenson"),
        ("Thornfield's Sarah Thornton, brother of Rhys", "Sarah Thornton", "Sarah Thornton"),
    ],
)
def test_people_beside_such_words_are_told(look, text: str, seen: str, name: str) -> None:
    """A child among words of another language, and the namesake of a figure."""
    assert name in unknown(look, text, seen)


def test_one_unknown_in_a_row_of_figures_is_one_of_them(look) -> None:
    """Two unknown ones are not, and a row needs two figures."""
    row = "Ada Lovelace, {} and Marie Curie"
    assert unknown(look, row.format("Sarah Thornton"), "Sarah Thornton") == []
    assert unknown(look, "Ada Lovelace and Sarah Thornton", "Sarah Thornton") == ["Sarah Thornton"]
    two = row.format("Sarah Thornton, Rhys Gordon")
    assert unknown(look, two, "Sarah Thornton", "Rhys Gordon") == ["Sarah Thornton", "Rhys Gordon"]
