"""What stands where in a case, held against looking at every fact each time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcheck.checks import around
from postcheck.checks.around import REACH, Around
from postcheck.checks.case import Case
from postcheck.checks.properties import PROPERTIES
from postcheck.drafts.model import Draft
from postcheck.facts.model import Fact, FactSet, Missing
from tests.checks.world import case

PLACES = st.one_of(
    st.none(), st.tuples(st.integers(0, 900), st.integers(0, 400)).map(lambda p: (p[0], sum(p)))
)


def fact(kind: str, place: tuple[int, int] | None, surface: str = "text") -> Fact:
    start, end = place or (None, None)
    return Fact(kind, surface, "x", start, end)


@given(st.lists(PLACES, max_size=12), PLACES)
def test_near_are_those_that_a_look_at_each_would_find(
    places: list[tuple[int, int] | None], asked: tuple[int, int] | None
) -> None:
    people = [fact("text.person", place) for place in places]
    elsewhere = [fact("text.person", (0, 5), "title"), fact("text.topic", (0, 5))]
    found = list(
        Around(Draft(text="Hello"), FactSet([*people, *elsewhere])).near(
            "text.person", fact("text.topic", asked)
        )
    )

    def is_near(place: tuple[int, int] | None) -> bool:
        if place is None or asked is None:
            return True
        return max(place[0] - asked[1], asked[0] - place[1]) <= REACH

    wanted = [
        one for one in people if is_near((one.start, one.end) if one.end is not None else None)
    ]
    assert sorted(map(id, found)) == sorted(map(id, wanted))


def test_the_texts_of_a_draft_are_gathered_once_for_all_its_facts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gathered = []
    monkeypatch.setattr(around, "declared", lambda draft: gathered.append(draft) or ())
    insults = [fact("text.abuse", (place, place + 4)) for place in range(0, 5000, 5)]
    people = [fact("text.person", (place, place + 4)) for place in range(0, 5000, 50)]
    it = case({"text": "spud " * 1000}, [*insults, *people])
    for key in ("nearby.name-in-sentence", "nearby.quoted", "nearby.topics", "nearby.roles"):
        for one in insults:
            PROPERTIES[key].get(it, one)
    assert len(gathered) == 1


def test_what_is_told_of_a_whole_draft_is_read_once_until_more_is_known() -> None:
    asked = []

    def topics(it: Case) -> int:
        asked.append(it)
        return len(it.facts.of("text.topic"))

    it = case({"text": "Hello"}, [fact("text.topic", (0, 5))])
    assert [it.once(topics), it.once(topics)] == [1, 1]
    assert len(asked) == 1
    it.facts.add(fact("text.topic", (0, 3)))
    assert it.once(topics) == 2
    it.facts.add(Missing("text.topic", "title", "of a fault"))
    assert it.once(topics) == 2
    assert len(asked) == 3


def test_facts_that_come_later_are_near_as_well() -> None:
    topic = fact("text.topic", (0, 5))
    it = case({"text": "Hello Amira"}, [topic])
    assert PROPERTIES["nearby.name"].get(it, topic) is False
    it.facts.add(fact("text.person", (6, 11)))
    assert PROPERTIES["nearby.name"].get(it, topic) is True


def test_a_changed_case_has_its_own_answers() -> None:
    it = case({"text": "Hello"})
    it.once(lambda one: 1)
    assert replace(it, signed={"2.1": {"L1"}})._kept is not it._kept


def test_facts_by_place_are_those_of_the_kind_in_the_order_of_sight() -> None:
    facts = FactSet([fact("image.face", None, "media[0]")])
    assert len(facts.on("image.face", "media[0]")) == 1
    assert facts.on("image.face", "media[1]") == ()
    later = fact("image.face", None, "media[1]")
    facts.add(later)
    assert list(facts.on("image.face", "media[1]")) == [later]
    assert facts.of("image.face")[-1] is later
    assert facts.known == 2
