"""People whom nobody registered: name lists, public figures, and what is no person."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postcheck.analysers.words.people import PeopleAnalyser
from postcheck.errors import AnalyserError
from postcheck.resources import models_folder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Well done Oluwaseun Adeyemi!", ["Oluwaseun Adeyemi"]),
        ("Amelia Thornton, Rhys Llewellyn & Zara Begum", 3),
        ("CHLOE ROBERTS", ["CHLOE ROBERTS"]),
        ("happy birthday amelia thornton", ["amelia thornton"]),
        ("well done amelia brown", ["amelia brown"]),
        ("Isla McDonald's bridge", ["Isla McDonald"]),
        ("Noah van Dijk scored", ["Noah van Dijk"]),
        ("Will Thompson ran", ["Will Thompson"]),
        ("Jessica Hall played", ["Jessica Hall"]),
        ("Winners:\nLily Thompson\nXanthe Quorriston\nJack Murphy", 3),
        ("KOWALCZYK Oliwia", ["KOWALCZYK Oliwia"]),
        ("Jean-Luc Moreau", ["Jean-Luc Moreau"]),
        ("a pig and a girl called Janet Pringle", ["Janet Pringle"]),
        ("• Pringle, Janet\n• Wood, Ruby", ["Pringle, Janet", "Wood, Ruby"]),
        ("Pringle, Janet Rose\nChong, Mei Hui", ["Pringle, Janet Rose", "Chong, Mei Hui"]),
        ("Places: Pringle, Janet; Moreau, Noah.", ["Pringle, Janet", "Moreau, Noah"]),
        ("1. Van Dijk, Noah\n2. Pringle, Janet", ["Van Dijk, Noah", "Pringle, Janet"]),
        ("O'BRIEN Janet", ["O'BRIEN Janet"]),
        ("Teams: Amelia, Noah; Rhys, Zara", []),
        ("cellos: Rhys, Noah", []),
        ("Faith Friday", []),
    ],
)
def test_full_names_from_lists(look, text: str, expected: list[str] | int) -> None:
    found = [fact.text for fact in look(text, known=False) if fact.attributes["form"] == "full"]
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(
    ("text", "name", "form", "reading"),
    [
        ("J. Thornton was bowled", "J. Thornton", "last", "initial-surname"),
        ("Amelia T won", "Amelia T", "first-initial", "exact"),
        ("Mrs Patel sang", "Patel", "title-last", "exact"),
        ("Mrs. Patel sang", "Patel", "title-last", "exact"),
        ("Prof . Patel sang", "Patel", "title-last", "exact"),
        ("Mr J Smith sang", "J Smith", "title-last", "exact"),
        ("Mrs Sarah Patel sang", "Sarah Patel", "full", "titled"),
        ("the author Janet Pringle read", "Janet Pringle", "full", "titled"),
        ("our baker Janet Pringle came", "Janet Pringle", "full", "titled"),
        ("- Janet Pringle, vet nurse", "Janet Pringle", "full", "titled"),
        ("Janet Pringle, our kind new cook, sang", "Janet Pringle", "full", "titled"),
        ("Janet Pringle, who trains bus drivers", "Janet Pringle", "full", "titled"),
        ("lollipop lady Janet Pringle", "Janet Pringle", "full", "titled"),
        ("our volunteer guide, Janet Pringle, waved", "Janet Pringle", "full", "titled"),
        ("our young baker Janet Pringle came", "Janet Pringle", "full", "exact"),
        ("Janet Pringle, who ate the cake", "Janet Pringle", "full", "exact"),
        ("Janet Pringle, Year 3, star baker", "Janet Pringle", "full", "exact"),
        ("THORNTON Amelia", "THORNTON Amelia", "full", "swapped"),
        ("Amelia Ll won", "Amelia Ll", "first-initial", "exact"),
    ],
)
def test_forms_from_lists(look, text: str, name: str, form: str, reading: str) -> None:
    (fact,) = look(text, known=False)
    assert (fact.text, fact.attributes["form"], fact.attributes["reading"]) == (name, form, reading)
    assert (fact.source, fact.score, fact.attributes["person"]) == ("name-lists/1", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Charlotte Street and Victoria Road",
        "Rose House and Hawking class",
        "Nelson Mandela House",
        "Roald Dahl Day",
        "Guy Fawkes hats",
        "St Edwin's won",
        "Trip to Victoria Park",
        "Rosehill",
        "St George's Park",
        "the Grace Mark Trophy",
        "Elizabeth Fry Team",
        "Duke of Edinburgh's Award",
        "Marks and Spencer, John Lewis",
        "Alton Towers in May, Chester Zoo in April",
        "May Day, Summer Term, Guy Fawkes Night",
        "Well Done Year Six",
        "Happy Birthday, Good Luck and Miss you",
        "Sports Day at Forest School",
        "a walk near Alexandra Hall",
        "the supporters from Rose Hill",
        "a barge called Ruby Moreau",
        "KING EDWARD POTATOES",
        "King Edward and St Mary",
        "NO SCHOOL ON MAY DAY",
        "the robin on the wall",
    ],
)
def test_no_people(look, text: str) -> None:
    risky = [fact for fact in look(text, known=False) if fact.attributes["form"] != "first"]
    assert [fact.text for fact in risky if not fact.attributes["public_figure"]] == []


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Florence Nightingale was a nurse", "Florence Nightingale", "full"),
        ("we read roald dahl", "roald dahl", "full"),
        ("Matilda by Roald Dahl", "Matilda", "first"),
        ("Queen Victoria", "Queen Victoria", "full"),
        ("Mr Bean came", "Bean", "title-last"),
        ("Sir David Attenborough", "David Attenborough", "full"),
        ("Lady Gaga sang", "Lady Gaga", "title-last"),
        ("#MarcusRashford", "MarcusRashford", "full"),
        ("we act out some shakespeare", "shakespeare", "last"),
    ],
)
def test_public_figures(look, text: str, name: str, form: str) -> None:
    fact = look(text, known=False)[0]
    assert (fact.text, fact.attributes["form"]) == (name, form)
    assert (fact.attributes["role"], fact.attributes["public_figure"]) == ("public", True)


def test_a_public_first_name_is_not_half_of_somebody_elses(look) -> None:
    (fact,) = look("Matilda Thornton danced", known=False)
    assert (fact.text, fact.attributes["public_figure"]) == ("Matilda Thornton", False)


@pytest.mark.parametrize("lost", ["words/words.tsv", "name-lists/first-names.tsv"])
def test_a_missing_list_is_told(tmp_path: Path, lost: str) -> None:
    for folder in ("words", "name-lists"):
        shutil.copytree(models_folder() / folder, tmp_path / folder)
    (tmp_path / lost).unlink()
    with pytest.raises(AnalyserError, match=Path(lost).name):
        PeopleAnalyser(tmp_path)


def test_a_missing_model_is_told(tmp_path: Path, look) -> None:
    for folder in ("words", "name-lists"):
        shutil.copytree(models_folder() / folder, tmp_path / folder)
    with pytest.raises(AnalyserError, match="model"):
        look("Well done Amelia", analyser=PeopleAnalyser(tmp_path))
