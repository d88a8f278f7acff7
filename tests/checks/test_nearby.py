"""What stands near a fact."""

from __future__ import annotations

from typing import Any

import pytest

from postcheck.checks.properties import PROPERTIES
from postcheck.facts.model import Fact, Value
from postcheck.places import Box
from tests.checks.world import case, picture

ASTHMA = "asthma"


def found(text: str, words: str, kind: str, surface: str = "text", **attributes: Value) -> Fact:
    """A fact for the first place of some words."""
    start = text.index(words)
    return Fact(kind, surface, words, start, start + len(words), attributes=attributes)


def named(text: str, words: str, **attributes: Value) -> Fact:
    return found(text, words, "text.person", **attributes)


@pytest.mark.parametrize(
    ("text", "near", "same_sentence"),
    [
        ("Amira has asthma.", True, True),
        ("asthma, says Amira", True, True),
        ("Amira won! She has asthma.", True, True),
        ("Amira won! And she has asthma.", True, True),
        ("Amira won! With asthma it was hard, but she did it. He ran.", True, True),
        ("Amira won! A lesson on asthma followed. He ran.", True, False),
        ("Amira won! They teach asthma.", True, True),
        ("Amira won! Do they teach asthma?", True, False),
        ("Amira won! We clapped. She has asthma.", True, False),
        ("Amira won! We clapped her. She has asthma.", True, True),
        ("Amira won! She ran. She sang. She has asthma.", True, False),
        ("Amira won! The family's asthma is known.", True, True),
        ("Amira won! For the family, asthma is new.", True, False),
        ("Amira won because\nshe runs with asthma", True, True),
        ("Amira won!\n\nher asthma", True, False),
        ("She has asthma. Amira won!", True, False),
        ("Amira won\nAsk us about asthma", True, False),
        ("Amira, 9.5 seconds, has asthma", True, True),
        ("Amira " + "x" * 170 + " asthma", False, False),
    ],
)
def test_a_pupil_is_near_within_reach_and_in_a_sentence_until_it_ends(
    text: str, near: bool, same_sentence: bool
) -> None:
    topic = found(text, ASTHMA, "text.topic")
    person = named(text, "Amira", role="pupil", person="P1")
    it = case({"text": text}, [topic, person])
    assert PROPERTIES["nearby.pupil"].get(it, topic) is near
    assert PROPERTIES["nearby.pupil-in-sentence"].get(it, topic) is same_sentence


@pytest.mark.parametrize(
    ("text", "quoted", "condemned"),
    [
        ("Somebody wrote “spud” on a door.", True, True),
        ('"spud" is not a word for here.', True, True),
        ("It's 'spud' again, isn't it?", True, True),
        ("“Good morning” to every spud, “and goodbye”", False, False),
        ("The boys' spud and the girls' plum", False, False),
        ("What a spud!", False, False),
    ],
)
def test_what_is_quoted_and_what_is_condemned(text: str, quoted: bool, condemned: bool) -> None:
    word = found(text, "spud", "text.abuse")
    against = Fact("text.topic", "text", text, 0, len(text), attributes={"category": "condemns"})
    assert PROPERTIES["nearby.quoted"].get(case({"text": text}, [word]), word) is quoted
    assert PROPERTIES["nearby.condemned"].get(case({"text": text}, [word]), word) is False
    spoken = case({"text": text}, [word, against])
    assert PROPERTIES["nearby.condemned"].get(spoken, word) is condemned


@pytest.mark.parametrize(
    ("text", "near"),
    [("Ask Helen about asthma", True), ("Thank you Helen. Asthma week is over.", False)],
)
def test_a_name_in_the_sentence(text: str, near: bool) -> None:
    topic = found(text, "sthma", "text.topic")
    it = case({"text": text}, [topic, named(text, "Helen")])
    assert PROPERTIES["nearby.name-in-sentence"].get(it, topic) is near


def test_the_full_stop_of_an_initial_ends_no_sentence() -> None:
    text = "Amira K. has asthma"
    topic = found(text, ASTHMA, "text.topic")
    person = named(text, "Amira K", role="pupil", person="P1")
    assert PROPERTIES["nearby.pupil-in-sentence"].get(case({"text": text}, [person]), topic) is True


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"role": "pupil", "person": "P1"}, (True, True, True)),
        ({"role": "staff", "person": "S1"}, (False, True, True)),
        ({}, (False, False, True)),
        ({"role": "public", "public_figure": True}, (False, False, False)),
    ],
)
def test_who_is_near(attributes: dict[str, Value], expected: tuple[bool, ...]) -> None:
    text = "Dana has asthma"
    topic = found(text, ASTHMA, "text.topic")
    it = case({"text": text}, [named(text, "Dana", **attributes)])
    asked = ("nearby.pupil", "nearby.registered", "nearby.name")
    assert tuple(PROPERTIES[key].get(it, topic) for key in asked) == expected


def test_a_name_on_another_surface_is_not_near() -> None:
    topic = found("about asthma", ASTHMA, "text.topic", surface="title")
    person = named("Amira", "Amira", role="pupil", person="P1")
    it = case({"title": "about asthma", "text": "Amira"}, [person])
    assert PROPERTIES["nearby.pupil"].get(it, topic) is False


@pytest.mark.parametrize(("people", "expected"), [(["P1"], True), (["S1"], False), ([], False)])
def test_a_pupil_declared_in_the_picture_is_near_its_words(
    people: list[str], expected: bool
) -> None:
    topic = found("about asthma", ASTHMA, "text.topic", surface="media[0].alt")
    it = case(picture(people))
    assert PROPERTIES["nearby.pupil"].get(it, topic) is expected
    assert PROPERTIES["nearby.pupil-in-sentence"].get(it, topic) is expected
    assert PROPERTIES["draft.pupil-declared"].get(it, topic) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A day at ELE!", True),
        ("Early-Life Enterprise", True),
        ("See www.earlylife.example/news", True),
        ("Elegant elephants", False),
        ("early life", False),
    ],
)
def test_the_organisation_is_named_by_name_or_domain(text: str, expected: bool) -> None:
    ours = {"names": ["Early Life Enterprise", "ELE"], "domains": ["earlylife.example"]}
    it = case({"text": text}, config={"organisation": ours})
    assert PROPERTIES["draft.names-organisation"].get(it, Fact("draft", "draft")) is expected


@pytest.mark.parametrize(
    ("public_from", "expected"),
    [("2026-12-01", True), ("2026-12-02", False), (None, False)],
)
def test_a_term_is_released_from_its_day(public_from: str | None, expected: bool) -> None:
    config: dict[str, Any] = {
        "confidential_terms": [{"term": "Project Lantern", "public_from": public_from}]
    }
    topic = Fact("text.topic", "text", attributes={"term": "project lantern"})
    assert PROPERTIES["config.term-released"].get(case(config=config), topic) is expected


@pytest.mark.parametrize(("person", "expected"), [("P1", "unknown"), ("P9", None)])
def test_what_the_child_says_is_unknown_unless_recorded(person: str, expected: str | None) -> None:
    declared = Fact("declared.person", "media[0]", attributes={"person": person})
    assert PROPERTIES["person.child-assent"].get(case(), declared) == expected


@pytest.mark.parametrize(
    ("face", "crest", "worn"),
    [
        ((100, 20, 60, 80), (120, 160, 20, 24), True),
        ((100, 20, 60, 80), (120, 320, 20, 24), True),
        ((100, 20, 60, 80), (120, 340, 20, 24), False),
        ((100, 20, 60, 80), (200, 160, 20, 24), True),
        ((100, 20, 60, 80), (212, 160, 20, 24), False),
        ((100, 20, 60, 80), (120, 10, 20, 24), False),
        ((100, 20, 60, 80), None, False),
    ],
)
def test_what_hangs_below_a_face_may_be_worn(
    face: tuple[int, int, int, int], crest: tuple[int, int, int, int] | None, worn: bool
) -> None:
    logo = Fact("image.logo", "media[0]", box=Box(*crest) if crest else None)
    seen = case(facts=[Fact("image.face", "media[0]", box=Box(*face)), logo])
    assert PROPERTIES["nearby.face-above"].get(seen, logo) is worn
    elsewhere = case(facts=[Fact("image.face", "media[1]", box=Box(*face)), logo])
    assert PROPERTIES["nearby.face-above"].get(elsewhere, logo) is False


@pytest.mark.parametrize(
    ("words", "ours"), [("EARLY LIFE", True), ("Early Life Club", True), ("Early lives", False)]
)
def test_words_that_name_us(words: str, ours: bool) -> None:
    line = Fact("image.text", "media[0]", words)
    seen = case(config={"organisation": {"names": ["Early Life"]}})
    assert PROPERTIES["nearby.our-name"].get(seen, line) is ours
