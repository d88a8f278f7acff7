"""What a sign-off covers: each part by itself, and no word of why a consent is not available."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from postcheck.checks.case import Case
from postcheck.drafts.model import Draft
from postcheck.engine.content import Content, Surnames, content_of
from postcheck.facts.model import FactSet
from postcheck.people.accounts import Account
from postcheck.people.register import Consent, Person, Register
from postcheck.setting import Setting


def person(decision: str = "yes", **more: object) -> Person:
    given = {"written": "yes", "given_by": "parent"}
    consents = [Consent(purpose=p, decision=decision, **given) for p in ("image", "full_name")]
    known = {"code": "P1", "role": "pupil", "first_name": "Amira", "surname": "Bennett-Khan"}
    return Person.model_validate({**known, "consents": consents, **more})


def content(draft: dict, *people: Person, media: tuple[Path, ...] = ()) -> Content:
    register = Register({one.code: one for one in people})
    case = Case(
        Draft.model_validate(draft),
        Account(id="a"),
        Setting(register=register),
        FactSet(),
        date(2026, 12, 1),
        ("instagram",),
    )
    return content_of(case, media, Surnames(register))


PICTURED = {"media": [{"path": "a.jpg", "people": ["P1"]}]}


@pytest.mark.parametrize(
    ("draft", "matters"),
    [
        ({"text": "Hello"}, False),
        ({"text": "Well done Amira"}, False),
        ({"text": "Mrs Bennett-Khan, and Amira"}, True),
        ({"text": "Mr Khan, and Amira"}, False),
        ({"text": "AMIRA BENNETT KHAN"}, True),
        ({"text": "Hi", "title": "Amira", "first_comment": "Bennett-Khan"}, True),
        ({"media": [{"path": "a.jpg", "alt": "Amira Bennett-Khan"}]}, True),
        (PICTURED, True),
    ],
)
def test_consents_count_where_they_matter(draft: dict, matters: bool) -> None:
    with_consent, without = content(draft, person()), content(draft, person("no"))
    assert ("consent[P1]" in with_consent.parts) is matters
    assert (with_consent.sha256 != without.sha256) is matters
    assert without.unavailable == ({"P1"} if matters else set())


def test_every_lack_of_consent_has_one_hash() -> None:
    bare = person(consents=())
    lacks = {
        content(PICTURED, one).sha256
        for one in (bare, person("no"), person("withdrawn"), person("pending"))
    }
    assert len(lacks) == 1
    assert content(PICTURED).sha256 in lacks


def test_what_is_said_about_the_draft_is_no_part_of_it() -> None:
    waiver = {"rule": "r", "reason": "r", "by": "b", "until": "2026-12-31"}
    sign_off = {"clause": "4.5", "role": "dsl", "by": "S2", "at": "2026-11-20"}
    plain = content({"text": "Hi"})
    more = {"$schema": "x", "postcheck": 1, "waivers": [waiver], "sign_offs": [sign_off]}
    assert content({"text": "Hi", **more}) == plain
    assert set(plain.parts) == {"text"}


def test_a_lost_picture_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(b"1")
    there = content(PICTURED, media=(file,))
    file.unlink()
    gone = content(PICTURED, media=(file,))
    assert gone.changed(there.short()) == ("media[0]",)


def test_changes_are_named_in_the_order_of_the_draft() -> None:
    old = content({"text": "Hi", "title": "a", "links": ["x"]}).short()
    new = content({"text": "Ho", "title": "a", "remove_by": "2027-01-01"})
    assert new.changed(old) == ("text", "remove_by", "links")
