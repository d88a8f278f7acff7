"""Profiles as platforms export them, as text, and as files of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postcheck.errors import InputError
from postcheck.people.profiles import read_given

INSTAGRAM = {
    "profile_user": [
        {
            "media_map_data": {},
            "string_map_data": {
                "Bio": {"href": "", "value": "News from us", "timestamp": 0},
                "Username": {"value": "ele_news"},
                "Website": {"value": "https://earlylife.example/policies"},
            },
        }
    ]
}
GRAPH = {
    "id": "1784",
    "username": "ele_news",
    "name": "ELE",
    "biography": "News from us",
    "website": "https://earlylife.example/policies",
    "followers_count": 12,
}
X = [
    {
        "profile": {
            "description": {
                "bio": "News from us",
                "website": "https://earlylife.example/policies",
                "location": "Wexbourne",
            },
            "username": "ele_news",
        }
    }
]


@pytest.mark.parametrize("export", [INSTAGRAM, GRAPH, X])
def test_exports_of_platforms_are_read(tmp_path: Path, export: object) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(export), encoding="utf-8")
    (given,) = read_given(path)
    profile = given.account.profile
    assert given.profile_alone
    assert given.account.handle == "ele_news"
    assert profile is not None
    assert (profile.bio, profile.links) == ("News from us", ("https://earlylife.example/policies",))


def test_a_text_is_the_profile(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("\nBaker.\nReads a lot.\n", encoding="utf-8")
    (given,) = read_given(path)
    assert given.account.profile is not None
    assert given.account.profile.bio == "Baker.\nReads a lot."
    assert given.account.id == "mine"


def test_keys_of_ours_are_read_strictly(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("bio: Baker\nemployer: A shop\n", encoding="utf-8")
    (given,) = read_given(path)
    assert given.profile_alone
    assert given.account.profile is not None
    assert given.account.profile.employer == "A shop"


@pytest.mark.parametrize("name", ["accounts.yaml", "accounts.json"])
def test_accounts_come_with_their_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text('{"accounts": [\n{"id": "a"},\n{"id": "b", "2fa": true}\n]}', encoding="utf-8")
    found = read_given(path)
    assert [(one.account.id, one.line, one.profile_alone) for one in found] == [
        ("a", 2, False),
        ("b", 3, False),
    ]
    assert found[1].account.two_factor is True


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.txt", " \n", "the profile is empty"),
        ("a.json", "[1, 2]", "no profile is found"),
        ("a.json", '{"colour": "red"}', "no profile is found"),
        ("a.json", '{"bio": ', "the file ends too early"),
        ("a.json", '{"bio": "password: x1y2z3"}', "seems to hold a password"),
        ("a.yaml", "accounts: [{id: a}, {id: a}]", "two entries have the id `a`"),
        ("a.yaml", "accounts: [{id: a, ownr: S1}]", "ownr"),
        ("a.yaml", "bio: x\ncolour: red", "colour"),
        ("a.yaml", "accounts: [{id: a, credentials: {vault_ref: Sunshine2026}}]", "vault_ref"),
    ],
)
def test_faults_are_told(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=complaint) as caught:
        read_given(path)
    assert "Sunshine2026" not in repr(caught.value.problems)
