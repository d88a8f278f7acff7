"""Every check as a table: facts in, answer out; near-misses beside each failure."""

from __future__ import annotations

from datetime import date

import pytest
from checks.world import case, faces, picture

from postcheck.checks import CHECKS
from postcheck.checks.base import Failed
from postcheck.facts.model import Fact
from postcheck.policy.lists import ListFile
from postcheck.policy.platforms import Figure, Platform


def failed(name: str, options: dict, fact: Fact, world) -> bool:
    check = CHECKS[name]
    read = check.options.model_validate(options, by_alias=True, by_name=False)
    answer = check.judge(fact, read, world)
    assert answer is None or isinstance(answer, Failed)
    return isinstance(answer, Failed)


def link(host: str, path: str = "/") -> Fact:
    return Fact("text.link", "text", host, attributes={"host": host, "path": path})


VERIFIED = {
    "verified_links": [
        {"host": "bbc.co.uk"},
        {"host": "charity.example", "path": "/schools"},
        {"host": "old.example", "reverify_by": "2026-11-30"},
        {"host": "due.example", "reverify_by": "2026-12-01"},
    ]
}


@pytest.mark.parametrize(
    ("host", "path", "off"),
    [
        ("bbc.co.uk", "/", False),
        ("www.bbc.co.uk", "/sport", False),
        ("BBC.co.uk", "/", False),
        ("notbbc.co.uk", "/", True),
        ("bbc.co.uk.example.net", "/", True),
        ("charity.example", "/schools", False),
        ("charity.example", "/schools/2026?x=1", False),
        ("charity.example", "/schoolshop", True),
        ("charity.example", "/", True),
        ("old.example", "/", True),
        ("due.example", "/", False),
        ("guide.example", "/", False),
    ],
)
def test_on_list_hosts(host: str, path: str, off: bool) -> None:
    listed = ListFile(
        id="guides",
        title="t",
        match="host",
        source="s",
        as_of=date(2026, 1, 1),
        entries=("guide.example",),
    )
    world = case(config=VERIFIED, lists={"guides": listed})
    options = {
        "list": ["guides", "config.verified-links"],
        "field": "host",
        "must": "be-on",
        "compare": "host",
    }
    assert failed("on-list", options, link(host, path), world) is off


@pytest.mark.parametrize(
    ("tag", "blocked"),
    [
        ("#TeamELE", False),
        ("#teamele", False),
        ("#other", False),
        ("#Bath", True),
        ("＃bath", True),
        ("#bathtime", False),
    ],
)
def test_on_list_hashtags(tag: str, blocked: bool) -> None:
    world = case(config={"hashtags": {"approved": ["#TeamELE"], "blocked": ["bath"]}})
    options = {"list": "config.blocked-hashtags", "must": "not-be-on", "compare": "hashtag"}
    assert failed("on-list", options, Fact("text.hashtag", "text", tag), world) is blocked


@pytest.mark.parametrize(
    ("person", "channels", "reasons", "fails"),
    [
        ("P1", ("website",), [], False),
        ("P1", ("instagram",), [], True),
        ("P1", ("website", "instagram"), ["wrong-channel"], True),
        ("P1", ("instagram",), ["expired"], False),
        ("P2", ("website",), ["none"], True),
        ("P9", ("website",), ["not-registered"], True),
        ("P9", ("website",), ["none"], False),
        ("S1", ("instagram",), [], False),
    ],
)
def test_on_register(person, channels, reasons, fails) -> None:
    fact = Fact("declared.person", "media[0]", attributes={"person": person})
    options = {"purpose": "image", "reasons": reasons}
    assert failed("on-register", options, fact, case(channels=channels)) is fails


@pytest.mark.parametrize(
    ("people", "bystanders", "seen", "more", "fewer"),
    [
        ([], 0, 0, False, False),
        ([], 0, 1, True, False),
        (["P1"], 0, 1, False, False),
        (["P1"], 0, 2, True, False),
        (["P1"], 1, 2, False, False),
        (["P1"], 5, 1, False, False),
        (["P1"], 0, 0, False, True),
        (["P1", "P2"], 0, 1, False, True),
    ],
)
def test_reconcile(people, bystanders, seen, more, fewer) -> None:
    world = case(picture(people, bystanders), faces(seen))
    fact = Fact("declared.picture", "media[0]")
    assert failed("reconcile", {"fails": "more-seen"}, fact, world) is more
    assert failed("reconcile", {"fails": "fewer-seen"}, fact, world) is fewer


def test_reconcile_counts_only_its_own_picture_and_sure_sightings() -> None:
    draft = {"media": [{"path": "a.jpg"}, {"path": "b.jpg"}]}
    elsewhere = [Fact("image.face", "media[1]", score=0.9)]
    first = Fact("declared.picture", "media[0]")
    assert not failed("reconcile", {"fails": "more-seen"}, first, case(draft, elsewhere))
    faint = case(draft, faces(1, score=0.4))
    assert failed("reconcile", {"fails": "more-seen"}, first, faint)
    assert not failed("reconcile", {"fails": "more-seen", "min-score": 0.5}, first, faint)
    unscored = case(draft, faces(1, score=None))
    assert failed("reconcile", {"fails": "more-seen", "min-score": 0.5}, first, unscored)


@pytest.mark.parametrize(
    ("form", "allowed", "fails"),
    [
        ("first", "none", True),
        ("first", "first", False),
        ("first-initial", "first", True),
        ("first-initial", "first-initial", False),
        ("full", "first-initial", True),
        ("title-last", "first-initial", True),
        ("handle", "first-initial", True),
        ("full", "full", False),
    ],
)
def test_name_form(form: str, allowed: str, fails: bool) -> None:
    fact = Fact("text.person", "text", attributes={"form": form})
    options = {"setting": "plain", "with-picture": "pictured"}
    plain = case(interpretations={"plain": allowed, "pictured": "none"})
    assert failed("name-form", options, fact, plain) is fails
    pictured = case(picture([]), interpretations={"plain": "full", "pictured": allowed})
    assert failed("name-form", options, fact, pictured) is fails


@pytest.mark.parametrize(("count", "fails"), [(4, False), (5, False), (6, True)])
def test_limit_of_a_platform(count: int, fails: bool) -> None:
    figure = Figure(value=5, as_of=date(2026, 8, 1), source="s")
    platform = Platform(id="instagram", title="Instagram", limits={"hashtags": figure})
    facts = [Fact("text.hashtag", "text", f"#t{n}") for n in range(count)]
    options = {"count": "text.hashtag", "platform": "hashtags"}
    world = case(facts=facts, channels=("instagram",), platforms={"instagram": platform})
    assert failed("limit", options, Fact("draft", "draft"), world) is fails
    elsewhere = case(facts=facts, channels=("website",), platforms={"instagram": platform})
    assert not failed("limit", options, Fact("draft", "draft"), elsewhere)


@pytest.mark.parametrize(("width", "fails"), [(100, False), (101, True)])
def test_limit_of_a_field(width: int, fails: bool) -> None:
    fact = Fact("image.size", "media[0]", attributes={"width": width})
    assert failed("limit", {"field": "width", "at-most": 100}, fact, case()) is fails


@pytest.mark.parametrize(
    ("expression", "must", "fails"),
    [
        ("^H", "match", False),
        ("^h", "match", True),
        ("(?i)^h", "match", False),
        ("ell", "never-match", True),
        ("ELL", "never-match", False),
    ],
)
def test_pattern(expression: str, must: str, fails: bool) -> None:
    fact = Fact("text.topic", "text", "Hello")
    options = {"must": must, "expression": expression}
    assert failed("pattern", options, fact, case()) is fails


def test_requires() -> None:
    options = {"that": {"draft.event-notice": "true"}}
    fact = Fact("draft", "draft")
    told = case({"text": "x", "event": {"notice_given": True}})
    silent = case({"text": "x", "event": {"name": "Fair"}})
    assert not failed("requires", options, fact, told)
    assert failed("requires", options, fact, silent)
    assert failed("requires", options, fact, case())


def test_absent_fails_for_everything_it_is_given() -> None:
    assert failed("absent", {}, Fact("image.metadata", "media[0]"), case())
