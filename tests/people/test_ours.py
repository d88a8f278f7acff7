"""What is the organisation's own, and what only looks like it."""

from __future__ import annotations

import pytest

from postcheck.config.model import Organisation
from postcheck.people.accounts import Account
from postcheck.people.ours import (
    handle_holds_our_name,
    holds_our_name,
    own_account,
    resembled,
    with_short_names,
    without_places,
)

OURS = Organisation(names=("Early Life Enterprise", "ELE"), domains=("earlylife.example",))
OFFICIAL = Account(id="ele-instagram", handle="@earlylifeent")
ACCOUNTS = {OFFICIAL.id: OFFICIAL, "own": Account(id="own", kind="staff", handle="@dana")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A day at ELE!", True),
        ("early-life enterprise", True),
        ("news.earlylife.example/x", True),
        ("elegant elephants", False),
        ("early life", False),
        ("", False),
    ],
)
def test_a_text_holds_our_name_as_whole_words(text: str, expected: bool) -> None:
    assert holds_our_name(OURS, text) is expected


@pytest.mark.parametrize(
    ("handle", "expected"),
    [
        ("ele_parents", True),
        ("earlylifeenterprisegossip", True),
        ("EarlyLifeEnterprise", True),
        ("elephant_club", False),
        ("wexbourne_museum", False),
    ],
)
def test_a_handle_may_run_our_name_together(handle: str, expected: bool) -> None:
    assert handle_holds_our_name(OURS, handle) is expected


@pytest.mark.parametrize(
    ("handle", "expected"),
    [("@EarlyLifeEnt", "ele-instagram"), ("ele-instagram", "ele-instagram"), ("early", None)],
)
def test_an_account_is_found_by_handle_or_id(handle: str, expected: str | None) -> None:
    found = own_account(ACCOUNTS, handle)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("handle", "expected"),
    [
        ("earlylifeent_official", "@earlylifeent"),
        ("earlylifent", "@earlylifeent"),
        ("earlylife_ent", "@earlylifeent"),
        ("eralylifeent", "@earlylifeent"),
        ("ele_memes", "Early Life Enterprise"),
        ("earlylifeentertainment", None),
        ("dana_", None),
        ("wexbournemuseum", None),
    ],
)
def test_a_foreign_handle_may_be_taken_for_ours(handle: str, expected: str | None) -> None:
    assert resembled(OURS, ACCOUNTS.values(), handle) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We stopped in the village of Larkhill.", False),
        ("An army camp at Larkhill", False),
        ("in the village at Larkhill Nursery", True),
        ("Our village. Larkhill is lovely.", True),
        ("I teach near Larkhill", True),
    ],
)
def test_a_place_may_bear_our_name(text: str, expected: bool) -> None:
    ours = Organisation(names=("Larkhill", "Larkhill Nursery"))
    assert holds_our_name(ours, without_places(text)) is expected


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Tanners Row Primary School", "Tanners Row"),
        ("Tanners Row After-School Club", "Tanners Row"),
        ("Tanners Row Community Pre-school", "Tanners Row"),
        ("Oakfield Academy", "Oakfield"),
        ("Acorn Nursery", None),
        ("High School", None),
        ("ELE", None),
    ],
)
def test_a_name_is_shortened_as_people_do(name: str, short: str | None) -> None:
    wanted = (name,) if short is None else (name, short)
    assert with_short_names(Organisation(names=(name,))).names == wanted


@pytest.mark.parametrize(
    ("handle", "expected"),
    [("tannersrow_y6", True), ("Tanners Row Y6", True), ("tanners_guild", False)],
)
def test_a_handle_may_hold_the_short_name(handle: str, expected: bool) -> None:
    ours = with_short_names(Organisation(names=("Tanners Row Primary School",)))
    assert handle_holds_our_name(ours, handle) is expected
