"""What a sign-off covers: each part by itself, and no word of why a consent is not available."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from postcheck.checks.case import Case
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import declared
from postcheck.engine.content import Content, Surnames, content_of, named_at_signing
from postcheck.facts.model import Fact, FactSet
from postcheck.people.accounts import Account
from postcheck.people.not_featured import NotFeatured
from postcheck.people.register import Consent, Person, Register
from postcheck.setting import Setting


def person(decision: str = "yes", **more: object) -> Person:
    given = {"written": "yes", "given_by": "parent"}
    consents = [Consent(purpose=p, decision=decision, **given) for p in ("image", "full_name")]
    known = {"code": "P1", "role": "pupil", "first_name": "Amira", "surname": "Bennett-Khan"}
    return Person.model_validate({**known, "consents": consents, **more})


def content(
    draft: dict,
    *people: Person,
    media: tuple[Path, ...] = (),
    tied: tuple[str | None, ...] = (),
    not_featured: tuple[str, ...] = (),
) -> Content:
    never = {code: (NotFeatured(code=code),) for code in not_featured}
    register = Register({one.code: one for one in people}, not_featured=never)
    case = Case(
        Draft.model_validate(draft),
        Account(id="a"),
        Setting(register=register),
        FactSet([Fact("text.person", "text", attributes={"person": code}) for code in tied]),
        date(2026, 12, 1),
        ("instagram",),
    )
    named = Surnames(register).named_in_full(declared(case.draft))
    return content_of(case, media, named, named_at_signing(case.draft))


PICTURED = {"media": [{"path": "a.jpg", "people": ["P1"]}]}


@pytest.mark.parametrize(
    ("draft", "matters"),
    [
        ({"text": "Hello"}, None),
        ({"text": "Well done Amira"}, None),
        ({"text": "Mrs Bennett-Khan, and Amira"}, "full_name"),
        ({"text": "Mr Khan, and Amira"}, None),
        ({"text": "AMIRA BENNETT KHAN"}, "full_name"),
        ({"text": "Hi", "title": "Amira", "first_comment": "Bennett-Khan"}, "full_name"),
        ({"media": [{"path": "a.jpg", "alt": "Amira Bennett-Khan"}]}, "full_name"),
        (PICTURED, "image"),
    ],
)
def test_consents_count_where_they_matter(draft: dict, matters: str | None) -> None:
    with_consent, without = content(draft, person()), content(draft, person("no"))
    named = {f"consent[P1].{matters}"} if matters else set()
    assert {part for part in with_consent.parts if part.startswith("consent[")} == named
    assert (with_consent.sha256 != without.sha256) is bool(matters)
    assert without.unavailable == named


def test_a_name_in_a_picture_that_was_not_read_counts_for_the_sign_off_that_tells_of_it() -> None:
    signed = {"clause": "4.5", "role": "dsl", "by": "S2", "at": "2026-11-20"}
    recorded = {"consent[P1].full_name": "0"}
    draft = {"text": "Hi", "sign_offs": [{**signed, "parts": recorded}]}
    granted, refused = content(draft, person()), content(draft, person("no"))
    assert granted.beside(recorded).sha256 != refused.beside(recorded).sha256
    assert granted.beside({"text": "0"}).sha256 == refused.beside({"text": "0"}).sha256
    assert granted.sha256 == content({"text": "Hi"}).sha256


AMIRA = {"text": "Well done Amira"}
BY_NAME = "consent[P1].name"


def test_whoever_is_tied_to_a_first_name_counts_as_far_as_they_may_be_featured() -> None:
    tied = {"tied": ("P1", None, "P1")}
    before = content(AMIRA, person(), **tied)
    after = content(AMIRA, person(), not_featured=("P1",), **tied)
    assert set(before.parts) == {"text", BY_NAME}
    assert after.changed(before.short()) == (BY_NAME,)
    assert (before.unavailable, after.unavailable) == (frozenset(), {BY_NAME})
    assert content(AMIRA, person("no"), **tied).sha256 == before.sha256
    assert content(AMIRA, **tied).sha256 == after.sha256  # no longer on the register


def test_a_name_in_full_says_as_much_as_its_other_forms() -> None:
    named = content({"text": "Amira Bennett-Khan"}, person(), tied=("P1",))
    assert set(named.parts) == {"text", "consent[P1].full_name"}


def test_a_first_name_beside_a_full_name_in_a_picture_that_was_not_read() -> None:
    signed = {"clause": "4.5", "role": "dsl", "by": "S2", "at": "2026-11-20"}
    recorded = {"consent[P1].full_name": "0"}
    draft = {**AMIRA, "sign_offs": [{**signed, "parts": recorded}]}
    now = content(draft, person(), tied=("P1",)).beside(recorded)
    assert set(now.parts) == {"text", "consent[P1].full_name"}


def test_a_first_name_in_a_picture_that_was_not_read_counts_for_the_sign_off() -> None:
    signed = {"clause": "4.5", "role": "dsl", "by": "S2", "at": "2026-11-20"}
    recorded = content(AMIRA, person(), tied=("P1",)).short()
    draft = {**AMIRA, "sign_offs": [{**signed, "parts": recorded}]}
    assert content(draft, person()).beside(recorded).changed(recorded) == ()
    later = content(draft, person(), not_featured=("P1",)).beside(recorded)
    assert later.changed(recorded) == (BY_NAME,)


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
    assert gone.changed(there.short()) == ("media[a.jpg]",)


def test_each_thing_that_is_said_of_a_picture_is_a_part() -> None:
    media = [{"path": "a.jpg", "alt": "A medal", "people": ["P1"]}, {"path": "a.jpg", "alt": "B"}]
    assert set(content({"media": media}).parts) == {
        "media",
        "media[a.jpg].alt",
        "media[a.jpg].people",
        "media[a.jpg, 2].alt",
        "consent[P1].image",
    }


def test_changes_are_named_in_the_order_of_the_draft() -> None:
    old = content({"text": "Hi", "title": "a", "links": ["x"]}).short()
    new = content({"text": "Ho", "title": "a", "remove_by": "2027-01-01"})
    assert new.changed(old) == ("text", "remove_by", "links")
