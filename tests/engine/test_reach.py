"""What the sign-off of a clause is bound to: what its rules rest on, and nothing by oversight."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.checks import CHECKS
from postcheck.checks.properties import PROPERTIES
from postcheck.drafts.model import Draft, Medium
from postcheck.engine import reach
from postcheck.engine.reach import EVERYTHING, groups_of, reach_of
from postcheck.facts.kinds import KINDS
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(["ele"], Path())


@pytest.mark.parametrize(
    ("clause", "inside", "outside"),
    [
        ("4.6b", ["text", "links", "media[a.jpg].alt", "media[a.jpg]"], ["remove_by", "event"]),
        ("4.6b", ["publish_at", "account"], ["media[a.jpg].people", "consent[P1].image", "id"]),
        ("4.4a", ["text", "media[a.jpg]", "media[a.jpg].people", "consent[P1].image"], ["event"]),
        ("4.4a", ["remove_by"], ["consent[P1].full_name", "id"]),
        ("4.4c", ["text", "consent[P1].full_name"], ["consent[P1].image", "event"]),
        ("4.4e", ["text", "media[a.jpg].activity", "consent[P1].image"], ["remove_by", "event"]),
        ("PS.3", ["remove_by", "media[a.jpg]", "text", "event"], []),
        ("AP.DN5b", ["text", "media[a.jpg]", "consent[P1].image"], ["event", "remove_by"]),
        ("4.5", ["text", "media[a.jpg]", "event", "remove_by", "id", "consent[P1].image"], []),
        ("4.7b", ["text", "id"], []),
        ("4.6b", ["a_key_of_later", "media[a.jpg].of_later", "consent[P1].of_later"], []),
    ],
)
def test_a_clause_is_bound_to_what_its_rules_rest_on(
    policy: Policy, clause: str, inside: list[str], outside: list[str]
) -> None:
    found = reach_of(policy, clause, {"4.5"})
    assert [part for part in (*inside, *outside) if found.covers(part)] == inside


def test_every_clause_is_bound_to_where_and_when_the_draft_goes(policy: Policy) -> None:
    for clause in policy.clauses:
        assert reach_of(policy, clause, ()).covers("publish_at"), clause


@pytest.mark.parametrize("key", sorted(set(Draft.model_fields) - {"sign_offs", "waivers", "url"}))
def test_every_key_of_a_draft_has_its_group(key: str) -> None:
    about_the_file = key in ("postcheck", "schema_address")
    assert (groups_of(key) == EVERYTHING) is about_the_file


@pytest.mark.parametrize("key", sorted(set(Medium.model_fields) - {"path"}))
def test_everything_said_of_a_medium_has_its_group(key: str) -> None:
    assert groups_of(f"media[img/a.jpg].{key}") != EVERYTHING


def test_what_is_said_of_kinds_properties_and_checks_is_about_real_ones() -> None:
    kinds = {*KINDS, *(kind.partition(".")[0] for kind in KINDS)}
    keys = {*PROPERTIES, *(key.partition(".")[0] for key in PROPERTIES)}
    assert kinds >= set(reach._KINDS)
    assert keys >= set(reach._KEYS)
    assert set(CHECKS) >= set(reach._CHECKS)
