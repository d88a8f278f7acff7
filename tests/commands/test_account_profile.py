"""Profiles that are put beside their record, or stand alone, and passwords among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounts_kept import Postcheck, in_folder, kept_in, told
from program import Program


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return kept_in(tmp_path)


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    return in_folder(content, monkeypatch, capsys)


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
