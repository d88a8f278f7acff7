"""`postcheck account` through the command line, with the shipped policy."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from program import Ended, Program

from postcheck.engine import workbench
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy

CONFIG = """\
accounts: accounts.yaml
organisation: {names: [Early Life Enterprise, ELE], domains: [earlylife.example]}
roles: {managing_partner: S01, slt: [S01, S03], dsl: S02}
"""
WHOLE = {
    "id": "ele-instagram",
    "kind": "official",
    "platform": "instagram",
    "handle": "@TeamELE",
    "email": "social@earlylife.example",
    "created_by_role": "SLT",
    "approved_by": "S01",
    "approved_on": "2026-09-01",
    "owner": "S09",
    "deputy": "S03",
    "last_monitored": "2026-11-16",
    "profile": {
        "name": "Early Life Enterprise",
        "bio": "Official / Provision Approved Site",
        "links": ["https://earlylife.example/online-safety"],
        "about_links": [
            "https://earlylife.example/social-media",
            "https://earlylife.example/online-safety",
        ],
    },
    "credentials": {
        "custodian_role": "slt",
        "last_rotated": "2026-09-01",
        "vault_ref": "bitwarden/ele-instagram",
    },
    "moderation": {"comments": "limited", "moderators": ["S09"], "escalation": ["S02", "S01"]},
    "logo_permission": "yes",
    "2fa": "yes",
    "login_alerts": "yes",
}
Postcheck = Callable[..., Ended]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "postcheck.yaml").write_text(CONFIG, encoding="utf-8")
    accounts(tmp_path, WHOLE)
    return tmp_path


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    monkeypatch.chdir(content)
    monkeypatch.setattr(workbench, "load_policy", lambda *_: shipped())
    return partial(Program(monkeypatch, capsys), "account")


@cache
def shipped() -> Policy:
    """The shipped policy, read once for all tests."""
    return load_policy(["ele"], Path.cwd())


def accounts(folder: Path, *listed: dict) -> None:
    # JSON is YAML too
    text = json.dumps({"accounts": listed})
    (folder / "accounts.yaml").write_text(text, encoding="utf-8")


def told(postcheck: Postcheck, *args: str, text: str = "") -> tuple[int, set[tuple[str, str]]]:
    """The exit code, and clause and outcome of everything that is found."""
    wanted = ("--on", "2026-11-22", "--severity", "info", "--format", "json")
    code, out, _ = postcheck(*args, *wanted, text=text)
    drafts = json.loads(out)["drafts"]
    return code, {(f["clause"], f["outcome"]) for d in drafts for f in d["findings"]}


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
    ("name", "text"),
    [
        (
            "p.txt",
            "Early Life Enterprise\nOfficial / Provision Approved Site\nhttps://bit.ly/3xEle",
        ),
        (
            "p.json",
            '{"name": "ELE", "biography": "Official / Provision Approved Site", '
            '"website": "https://bit.ly/3xEle"}',
        ),
        ("-", "ELE. Official / Provision Approved Site. https://bit.ly/3xEle"),
    ],
)
def test_a_profile_alone_is_checked_as_far_as_it_goes(
    postcheck: Postcheck, content: Path, name: str, text: str
) -> None:
    if name != "-":
        (content / name).write_text(text, encoding="utf-8")
    code, found = told(postcheck, name, text=text)
    assert code == 1
    assert {("4.6a", "violation"), ("4.1c", "violation"), ("4.2a", "unknown")} <= found
    assert ("4.1d", "violation") not in found


def test_a_profile_is_put_beside_its_record(postcheck: Postcheck, content: Path) -> None:
    (content / "p.json").write_text('{"username": "teamele", "bio": "News"}', encoding="utf-8")
    assert told(postcheck, "p.json") == (1, {("4.1d", "violation")})
    (content / "p.txt").write_text("News", encoding="utf-8")
    assert told(postcheck, "p.txt", "--account", "ele-instagram") == (1, {("4.1d", "violation")})
    code, _, err = postcheck("p.txt", "--account", "ele-instagramm")
    assert code == 2
    assert "did you mean `ele-instagram`?" in err


def test_a_personal_profile_is_checked_for_the_workplace(
    postcheck: Postcheck, content: Path
) -> None:
    text = "Cook at Early Life Enterprise. Reads a lot."
    assert ("5.7", "review") in told(postcheck, "-", "--kind", "staff", text=text)[1]
    text = "Cook. Reads a lot."
    assert told(postcheck, "-", "--kind", "staff", text=text) == (0, set())


KEY = "hunter2Sunny!"


@pytest.mark.parametrize("form", ["terminal", "json", "github"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("accounts.yaml", f"accounts:\n  - id: a\n    password: {KEY}\n"),
        ("accounts.yaml", f"accounts:\n  - id: a\n    credentials: {{vault_ref: {KEY}}}\n"),
        ("p.txt", f"News. Password: {KEY}"),
        ("p.json", f'{{"bio": "News", "password": "{KEY}"}}'),
    ],
)
def test_a_password_is_refused_and_never_printed(
    postcheck: Postcheck, content: Path, name: str, text: str, form: str
) -> None:
    (content / name).write_text(text, encoding="utf-8")
    code, out, err = postcheck(name, "--format", form)
    assert code == 2
    assert KEY not in out + err
    assert "password" in err
    assert name in err


def test_a_draft_is_not_checked_beside_a_password(
    content: Path, monkeypatch: pytest.MonkeyPatch, program: Program
) -> None:
    monkeypatch.chdir(content)
    (content / "accounts.yaml").write_text(f"accounts: [{{id: a, pin: {KEY}}}]")
    (content / "post.txt").write_text("Hello")
    ended = program("check", "post.txt")
    assert ended.code == 2
    assert "password" in ended.err
    assert KEY not in ended.out + ended.err


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
