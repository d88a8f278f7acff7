"""Who speaks to whom."""

from __future__ import annotations

from typing import Any

import pytest

from postcheck.checks.audience import author_too_young, event_to_come, is_on_file
from postcheck.checks.case import Case
from postcheck.checks.properties import PROPERTIES
from postcheck.facts.model import Fact, Value
from postcheck.people.accounts import Account
from postcheck.people.register import Person, Register
from postcheck.setting import Setting
from tests.checks.world import case

HERE = Fact("draft", "draft")
OURS = {"organisation": {"names": ["ELE"], "media_handles": ["@gazette"], "devices": []}}


def asked(name: str, it: Case, fact: Fact = HERE) -> Value:
    return PROPERTIES[name].get(it, fact)


def with_people(it: Case, *people: dict[str, Any]) -> Case:
    """The same case with another register."""
    found = [Person.model_validate(person) for person in people]
    register = Register({person.code: person for person in found})
    setting = Setting(it.setting.config, register, it.setting.accounts, today=it.setting.today)
    return Case(it.draft, it.account, setting, it.facts, it.day, it.channels)


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("P1", "pupil"),
        ("@Starling", "pupil"),
        ("@gazette", "media"),
        ("ours", "official"),
        ("@ours", "official"),
        ("@somebody", None),
        (None, None),
    ],
)
def test_the_recipient_is_known_by_code_handle_or_account(
    recipient: str | None, expected: str | None
) -> None:
    it = case({"text": "Hi", "kind": "dm", "recipient": recipient}, config=OURS)
    it = with_people(it, {"code": "P1", "role": "pupil", "handles": ["@starling"]})
    assert asked("draft.recipient-role", it) == expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ({"kind": "share", "shared_from": "@ours"}, True),
        ({"kind": "reply", "recipient": "@ours"}, True),
        ({"kind": "dm", "recipient": "@ours"}, False),
        ({"kind": "share", "shared_from": "@other"}, False),
        ({"kind": "post"}, False),
    ],
)
def test_official_posts_are_answered_by_share_or_reply(
    draft: dict[str, Any], expected: bool
) -> None:
    assert asked("draft.answers-official", case({"text": "Hi", **draft})) is expected


OWN_PUPILS = {"category": "own-pupils"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([Fact("text.topic", "text", attributes=OWN_PUPILS | {"list": "own-pupils"})], True),
        ([Fact("text.topic", "text", score=0.9, attributes=OWN_PUPILS)], False),
        ([Fact("text.topic", "text", attributes={"category": "politics"})], False),
        ([Fact("text.hashtag", "text", attributes={"words": ("Team", "ELE")})], True),
        ([Fact("text.mention", "text", attributes={"own": True})], True),
        ([Fact("text.person", "text", attributes={"person": "S1", "role": "staff"})], False),
        (
            [
                Fact(
                    "text.person",
                    "text",
                    attributes={"person": "S1", "role": "staff", "form": "full"},
                )
            ],
            True,
        ),
    ],
)
def test_what_makes_a_draft_about_us(facts: list[Fact], expected: bool) -> None:
    assert asked("draft.about-us", case(facts=facts, config=OURS)) is expected


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("ours", True),
        ("other", False),
        (None, True),
        ({"kind": "official"}, True),
        ({"id": "ours", "kind": "official"}, True),
        ({"id": "brand-new", "kind": "official"}, False),
        ({"id": "my-own", "kind": "parent"}, True),
    ],
)
def test_an_account_is_on_file_or_described(account: object, expected: bool) -> None:
    assert is_on_file(case({"text": "Hi", "account": account})) is expected


@pytest.mark.parametrize(
    ("account", "holds", "employs"),
    [
        ({"id": "a", "handle": "@ele_debate"}, True, False),
        ({"id": "a", "handle": "@elephants"}, False, False),
        ({"id": "a", "profile": {"employer": "ELE"}}, False, True),
        ({"id": "a", "profile": {"bio": "I teach at ELE"}}, False, True),
        ({"id": "a", "profile": {"bio": "I teach"}}, False, False),
    ],
)
def test_what_an_account_says_of_us(account: dict[str, Any], holds: bool, employs: bool) -> None:
    it = case(account=Account.model_validate(account), config=OURS)
    assert asked("account.holds-our-name", it) is holds
    assert asked("account.profile-names-employer", it) is employs


@pytest.mark.parametrize(
    ("publishers", "author", "expected"),
    [(["S1"], "S2", False), (["S1"], "S1", True), ([], "S2", True), (["S1"], None, True)],
)
def test_only_publishers_publish(publishers: list[str], author: str | None, expected: bool) -> None:
    account = Account(id="ours", publishers=tuple(publishers))
    it = case({"text": "Hi", "author": author}, account=account)
    assert asked("account.author-publishes", it) is expected


@pytest.mark.parametrize(
    ("pupil", "expected"),
    [
        ({"birth_date": "2013-12-01"}, False),
        ({"birth_date": "2013-12-02"}, True),
        ({"year": "Year 7"}, True),
        ({"year": "Year 8"}, False),
        ({"year": "Reception"}, False),
        ({"role": "staff", "year": "Year 5"}, False),
    ],
)
def test_an_author_may_be_too_young(pupil: dict[str, Any], expected: bool) -> None:
    it = with_people(case({"text": "Hi", "author": "P1"}), {"code": "P1", "role": "pupil", **pupil})
    platform = Fact("declared.platform", "draft", attributes={"min_age": 13})
    assert author_too_young(it, platform) is expected
    assert author_too_young(it, Fact("declared.platform", "draft")) is False


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"date": "2026-12-01T09:00:00Z", "place": "Hall"}, True),
        ({"date": "2026-11-30", "place": "Hall"}, False),
        ({"date": "2026-12-02"}, False),
        (None, False),
    ],
)
def test_an_event_is_to_come_until_its_day_is_over(event: object, expected: bool) -> None:
    assert event_to_come(case({"text": "Hi", "event": event})) is expected


@pytest.mark.parametrize(("rights", "expected"), [("own", True), (None, False)])
def test_rights_are_stated_for_every_picture(rights: str | None, expected: bool) -> None:
    it = case({"media": [{"path": "a.jpg", "rights": "own"}, {"path": "b.jpg", "rights": rights}]})
    assert asked("draft.rights-stated", it) is expected


def test_roles_and_subjects_are_told_of_a_sentence_or_its_surroundings() -> None:
    text = "Dana is kind. The weather is rubbish, says my class."
    topic = Fact("text.topic", "text", "rubbish", 29, 36, attributes={"category": "criticism"})
    own = Fact("text.topic", "text", "my class", 43, 51, attributes={"category": "own-pupils"})
    dana = Fact("text.person", "text", "Dana", 0, 4, attributes={"role": "staff"})
    it = case({"text": text}, [topic, own, dana])
    assert asked("nearby.roles", it, topic) == ("staff",)
    assert asked("nearby.roles-in-sentence", it, topic) == ()
    assert asked("nearby.topics", it, dana) == ("criticism", "own-pupils")
    assert asked("nearby.topics-in-sentence", it, topic) == ("own-pupils",)
