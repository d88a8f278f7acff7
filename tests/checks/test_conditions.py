"""The grammar of `where`: what is met, what is not, and what is refused."""

from __future__ import annotations

import pytest
from checks.world import case, faces, picture

from postcheck.checks.conditions import ConditionError, parse
from postcheck.facts.model import Fact, Missing
from postcheck.people.accounts import Account

SETTINGS = {"name-form": ("none", "first")}


@pytest.mark.parametrize(
    ("key", "wanted", "met"),
    [
        ("fact.role", "pupil", True),
        ("fact.role", "staff", False),
        ("fact.role", ["staff", "pupil"], True),
        ("fact.role", {"not": "pupil"}, False),
        ("fact.role", {"not": ["staff", "visitor"]}, True),
        ("fact.person", {"present": "false"}, True),
        ("fact.role", {"present": "true"}, True),
        ("fact.score", {"at-least": "0.6"}, True),
        ("fact.score", {"at-least": "0.8"}, False),
        ("fact.score", {"at-most": "0.7"}, True),
        ("fact.text", {"matches": "^Am"}, True),
        ("fact.text", {"matches": "^am"}, False),
        ("fact.surface", "text", True),
        ("fact.public_figure", "true", False),
        ("draft.kind", "post", True),
        ("draft.has-media", "false", True),
        ("account.kind", ["official", "pupil"], True),
        ("setting.name-form", "first", True),
    ],
)
def test_conditions(key: str, wanted: object, met: bool) -> None:
    fact = Fact("text.person", "text", "Amira", score=0.7, attributes={"role": "pupil"})
    world = case(interpretations={"name-form": "first"})
    assert parse(key, wanted, "text.person", SETTINGS).holds(world, fact) is met


@pytest.mark.parametrize(
    ("told", "met"),
    [
        (("school", "health"), True),
        (("health",), True),
        (("health", "jest"), False),
        (("jest",), False),
        (("school",), False),
        ((), False),
    ],
)
def test_any_of_these_and_none_of_those(told: tuple[str, ...], met: bool) -> None:
    fact = Fact("text.topic", "text", "A cough", start=0, end=7, attributes={"category": "family"})
    others = [
        Fact("text.topic", "text", "x", start=9, end=10, attributes={"category": one})
        for one in told
    ]
    world = case({"text": "A cough, x."}, [fact, *others])
    wanted = {"any": ["health", "behaviour"], "not": ["jest", "story"]}
    assert parse("nearby.topics-in-sentence", wanted, "text.topic", {}).holds(world, fact) is met


@pytest.mark.parametrize(
    ("key", "wanted", "complaint"),
    [
        ("fact.rank", "x", "has no `rank`"),
        ("drafts.kind", "x", "nothing is known as `drafts.kind`"),
        ("setting.nothing", "x", "no interpretation"),
        ("setting.name-form", "second", "one of none, first"),
        ("fact.role", {"at-least": "3"}, "compares numbers"),
        ("fact.score", {"at-least": "many"}, "is a number"),
        ("draft.has-media", "maybe", "true or false"),
        ("fact.role", {"like": "x"}, "one of the operators"),
        ("fact.text", {"matches": "("}, "cannot be read"),
        ("fact.role", {"any": ["pupil"], "not": ["staff"]}, "is for lists"),
        ("nearby.topics", {"any": "family", "not": ["jest", "family"]}, "under any and under not"),
        ("nearby.topics", {"any": "family"}, "one of the operators"),
    ],
)
def test_impossible_conditions_are_refused(key: str, wanted: object, complaint: str) -> None:
    with pytest.raises(ConditionError, match=complaint.replace("`", "`")):
        parse(key, wanted, "text.person", SETTINGS)


@pytest.mark.parametrize(
    ("people", "seen", "children"),
    [
        (["P1"], 0, True),
        (["S1"], 1, False),
        (["S1"], 2, True),
        (["P9"], 0, True),
        ([], 0, False),
        ([], 1, True),
    ],
)
def test_children_may_be_pictured(people: list[str], seen: int, children: bool) -> None:
    world = case(picture(people), faces(seen))
    condition = parse("draft.children-pictured", "true", "draft", {})
    assert condition.holds(world, Fact("draft", "draft")) is children
    own = parse("media.children", "true", "declared.picture", {})
    assert own.holds(world, Fact("declared.picture", "media[0]")) is children


def test_where_nobody_could_look_a_child_may_be_pictured() -> None:
    world = case(picture(["S1"]), missing=[Missing("image.face", "media[0]", "torn")])
    assert world.children_in(0)


@pytest.mark.parametrize(
    ("source", "official"),
    [("ours", True), ("@ours", True), ("@others", False), (None, False), ("", False)],
)
def test_shared_from_official(source: str | None, official: bool) -> None:
    world = case({"text": "x", "shared_from": source}, account=Account(id="me", kind="staff"))
    condition = parse("draft.shared-from-official", "true", "draft", {})
    assert condition.holds(world, Fact("draft", "draft")) is official
