"""What wins where register, lists and model overlap; the model is a stand-in."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from people_scenes import Entity, Told, scene_of

from postcheck.analysers.words.people import PeopleAnalyser
from postcheck.drafts.surfaces import Surface


def told(text: str, *names: str, score: float = 0.87) -> PeopleAnalyser:
    entities = [
        Entity(text.index(name), text.index(name) + len(name), "PERSON", score) for name in names
    ]
    return PeopleAnalyser(encoder=Told({text: entities}))


def test_the_model_adds_who_is_on_no_list(look) -> None:
    text = "Qwyneth Zzorander sang"
    (fact,) = look(text, analyser=told(text, "Qwyneth Zzorander"))
    assert (fact.text, fact.score, fact.source) == ("Qwyneth Zzorander", 0.87, "language/9")
    assert fact.attributes["form"] == "full"


def test_the_register_wins_over_the_model(look) -> None:
    text = "Amira Khan sang"
    (fact,) = look(text, analyser=told(text, "Amira Khan"))
    assert (fact.source, fact.score) == ("register/1", None)


def test_a_longer_full_name_wins_over_a_registered_first_name(look) -> None:
    text = "Amira Zzorander sang"
    (fact,) = look(text, analyser=told(text, text[:15]))
    assert (fact.text, fact.attributes["person"]) == ("Amira Zzorander", None)


def test_the_lists_win_over_the_model_at_equal_length(look) -> None:
    text = "Oluwaseun Adeyemi sang"
    (fact,) = look(text, analyser=told(text, "Oluwaseun Adeyemi"))
    assert fact.source == "name-lists/1"


def test_the_model_confirms_a_name_that_is_a_word(look) -> None:
    text = "Grace, up early again"
    assert look(text) == []
    (fact,) = look(text, analyser=told(text, "Grace"))
    assert (fact.source, fact.attributes["person"]) == ("register/1", "P15")


def test_a_registered_surname_alone_needs_the_model(look) -> None:
    text = "Great save by Kowalski"
    assert look(text) == []
    (fact,) = look(text, analyser=told(text, "Kowalski"))
    assert (fact.attributes["form"], fact.attributes["person"]) == ("last", "P5")


def test_a_longer_organisation_overrules_the_lists(look) -> None:
    text = "thanks to Malcolm Thornton Overlook"
    entity = Entity(10, len(text), "ORG", 0.9)
    assert look(text, known=False) != []
    assert look(text, known=False, analyser=PeopleAnalyser(encoder=Told({text: [entity]}))) == []


def test_the_model_is_not_believed_about_things(look) -> None:
    text = "Well Done to Charlotte Street and John Lewis"
    assert look(text, analyser=told(text, "Well Done", "Charlotte", "John Lewis")) == []


def test_the_model_is_trimmed(look) -> None:
    text = "Mrs Zzorander and the Qwyneth"
    names = [fact.text for fact in look(text, analyser=told(text, "Mrs Zzorander", "the Qwyneth"))]
    assert names == ["Zzorander", "Qwyneth"]


def test_the_model_is_not_believed_in_handles(look) -> None:
    text = "see @qwynethzzorander"
    assert look(text, analyser=told(text, "@qwynethzzorander")) == []


def test_nothing_is_found_twice(look) -> None:
    text = "Amira Khan, Amira K, Amira, A. Khan and #AmiraKhan"
    found = look(text, analyser=told(text, "Amira Khan", "Amira"))
    spans = sorted((fact.start, fact.end) for fact in found)
    assert len(found) == 5
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_model_is_asked_once_for_all_scenes(settings) -> None:
    encoder = Told()
    surfaces = [
        Surface("text", "one"),
        Surface("text", "one"),
        Surface("text", "12:30"),
        Surface("media[0].file-name", "two.jpg", compound=True),
        Surface("title", "three"),
    ]
    scenes = [scene_of(surface, settings(True)) for surface in surfaces]
    assert len([list(seen) for seen in PeopleAnalyser(encoder=encoder).analyse(scenes)]) == 5
    assert encoder.asked == ["one", "three"]


@pytest.mark.parametrize(
    "text",
    ["a-" * 20_000, "J. " * 15_000, "amelia" * 8_000, "Amelia and " * 4_000 + "Tom Brown"],
)
def test_hostile_texts_take_no_more_than_their_length(look, text: str) -> None:
    began = time.process_time()
    look(text)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        ("then Amelia Thornton sang", "Amelia Thornton", 0.25),
        ("then Amelia sang", "Amelia", 0.25),
        ("well done Qwyneth", "Qwyneth", 0.55),
        ("Congratulations Qwyneth", "Qwyneth", 0.25),
        ("then Thornton sang", "Thornton", 0.35),
        ("then Qwyneth Zzorander sang", "Qwyneth Zzorander", 0.45),
        ("then Qwyneth sang", "Qwyneth", 0.55),
    ],
)
def test_the_less_the_lists_know_the_surer_the_model_must_be(
    look, text: str, name: str, score: float
) -> None:
    found = look(text, known=False, analyser=told(text, name, score=score))
    assert [fact.text for fact in found] == [name]


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        ("then Thornton sang", "Thornton", 0.25),
        ("then Qwyneth sang", "Qwyneth", 0.45),
        ("then Qwyneth Zzorander sang", "Qwyneth Zzorander", 0.35),
        ("then qwyneth zzorander sang", "qwyneth zzorander", 0.45),
        ("we grace the hall", "grace", 0.25),
    ],
)
def test_a_faint_guess_is_not_believed(look, text: str, name: str, score: float) -> None:
    assert look(text, known=False, analyser=told(text, name, score=score)) == []


def test_a_faint_guess_confirms_what_the_lists_see(look) -> None:
    text = "then Amelia sang"
    assert look(text, known=False) == []
    (fact,) = look(text, known=False, analyser=told(text, "Amelia", score=0.21))
    assert fact.source == "name-lists/1"
