"""`postcheck account` through the command line, with the shipped policy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from accounts_kept import CONFIG, WHOLE, Postcheck, accounts, in_folder, kept_in, shipped, told


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return kept_in(tmp_path)


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    return in_folder(content, monkeypatch, capsys)


def test_an_account_in_order_is_clean(postcheck: Postcheck) -> None:
    assert told(postcheck, "accounts.yaml") == (0, set())
    code, out, _ = postcheck("accounts.yaml", "--on", "2026-11-22")
    assert code == 0
    assert "1 account checked" in out


AMISS: list[tuple[dict, int, set[tuple[str, str]]]] = [
    ({"platform": None}, 1, {("1b", "violation")}),
    ({"created_by_role": "teacher"}, 1, {("4.1a", "violation")}),
    ({"email": None}, 1, {("4.1b", "violation")}),
    ({"email": "helen@mail.example"}, 1, {("4.1b", "violation")}),
    ({"approved_by": None}, 1, {("4.2a", "violation")}),
    ({"approved_on": None}, 1, {("4.2a", "violation")}),
    ({"approved_by": "S02"}, 1, {("4.2a", "violation")}),
    ({"credentials": None}, 0, {("4.2b", "review")}),
    ({"moderation": None}, 0, {("4.7a", "note")}),
    ({"deputy": None}, 0, {("5.13", "review")}),
    ({"last_monitored": "2026-10-01"}, 0, {("5.13", "review")}),
    ({"logo_permission": None}, 0, {("LG.1", "review")}),
    ({"2fa": "no"}, 0, {("PS.1", "note")}),
    ({"profile": {**WHOLE["profile"], "bio": "News"}}, 1, {("4.1d", "violation")}),
    ({"profile": {**WHOLE["profile"], "about_links": []}}, 1, {("4.8", "violation")}),
    (
        {"profile": {**WHOLE["profile"], "links": ["https://bit.ly/3xEle"]}},
        1,
        {("4.6a", "violation")},
    ),
    (
        {"profile": {"name": "ELE", "bio": "Official / Provision Approved Site " + "x" * 130}},
        1,
        {("4.1c", "violation"), ("4.1d", "review"), ("4.8", "violation")},
    ),
    ({"kind": "staff"}, 0, set()),
    (
        {"kind": "staff", "profile": {"bio": "Cook at Early Life Enterprise"}},
        0,
        {("5.7", "review")},
    ),
    ({"kind": "pupil", "handle": "@ele_robots"}, 1, {("7.13", "violation")}),
    ({"kind": "pupil", "permission": {"by": "S01", "on": "2026-09-14"}}, 0, set()),
    (
        {"kind": "pupil", "platform": "blog", "permission": "Managing Partner"},
        0,
        set(),
    ),
    (
        {
            "kind": "pupil",
            "platform": "blog",
            "permission": "Managing Partner",
            "credentials": None,
        },
        1,
        {("BW.3", "violation"), ("4.2b", "review")},
    ),
]
"""What is changed in an account that is in order, the exit code, and what is told."""


def test_every_clause_about_accounts_is_put_through_the_command_line() -> None:
    judged = {
        clause
        for rule in shipped().rules.values()
        if rule.entry.given.startswith("account.")
        for clause in rule.clauses
    }
    assert judged <= {clause for _, _, found in AMISS for clause, _ in found}


@pytest.mark.parametrize(("change", "code", "found"), AMISS)
def test_what_is_amiss_is_told_under_its_clause(
    postcheck: Postcheck, content: Path, change: dict, code: int, found: set
) -> None:
    accounts(content, {**WHOLE, **change})
    assert told(postcheck, "accounts.yaml") == (code, found)


def test_one_account_of_several_can_be_asked_for(postcheck: Postcheck, content: Path) -> None:
    accounts(content, WHOLE, {**WHOLE, "id": "other", "created_by_role": "teacher"})
    assert told(postcheck, "accounts.yaml", "--account", "ele-instagram") == (0, set())
    assert told(postcheck, "accounts.yaml", "--account", "other")[0] == 1
    code, _, err = postcheck("accounts.yaml", "--account", "othr")
    assert code == 2
    assert "did you mean `other`?" in err


def test_an_address_of_a_personal_account_is_told(postcheck: Postcheck, content: Path) -> None:
    own = {"id": "own", "kind": "staff", "email": "Social@earlylife.example"}
    accounts(content, WHOLE, own)
    assert told(postcheck, "accounts.yaml") == (1, {("4.1b", "violation")})


def test_pages_of_policies_may_be_configured(postcheck: Postcheck, content: Path) -> None:
    pages = "{online-safety: https://trust.example/osp, social-media: [https://trust.example/smp]}"
    config = CONFIG.replace("domains:", f"policy_pages: {pages}, domains:")
    (content / "postcheck.yaml").write_text(config, encoding="utf-8")
    assert told(postcheck, "accounts.yaml")[1] == {("4.1c", "violation"), ("4.8", "violation")}
    links = ["www.trust.example/osp/", "HTTPS://trust.example/smp"]
    profile = {**WHOLE["profile"], "links": links, "about_links": links}
    accounts(content, {**WHOLE, "profile": profile})
    assert told(postcheck, "accounts.yaml") == (0, set())


def test_without_domains_an_address_is_unknown(postcheck: Postcheck, content: Path) -> None:
    (content / "postcheck.yaml").write_text("accounts: accounts.yaml\n", encoding="utf-8")
    _, found = told(postcheck, "accounts.yaml", "--select", "4.1b")
    assert found == {("4.1b", "unknown")}


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("nothing.yaml",), "there is no such file"),
        (("accounts.yaml", "--select", "4.1z"), "no rule or clause"),
        (("accounts.yaml", "--output", "accounts.yaml"), "cannot be written here"),
        (("accounts.yaml", "--format", "jason"), "jason"),
    ],
)
def test_what_cannot_be_done_ends_with_2(
    postcheck: Postcheck, args: tuple[str, ...], complaint: str
) -> None:
    code, _, err = postcheck(*args)
    assert code == 2
    assert complaint in " ".join(err.split())


def test_nothing_listed_is_never_0(postcheck: Postcheck, content: Path) -> None:
    accounts(content)
    code, _, err = postcheck("accounts.yaml")
    assert code == 2
    assert "no account was found" in err


def test_clauses_of_drafts_do_not_apply(postcheck: Postcheck) -> None:
    _, out, _ = postcheck("accounts.yaml", "--on", "2026-11-22", "--format", "json")
    states = json.loads(out)["drafts"][0]["clauses"]
    assert (states["4.1a"], states["4.6a"]) == ("pass", "pass")
    assert (states["4.4b"], states["HD.2"], states["4.7b"]) == (
        "not-applicable",
        "not-applicable",
        "not-checkable",
    )
