"""A later change ends exactly the sign-offs that rest on what has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from program import Program
from signing import (
    CONSENT,
    DRAFTS,
    NAMES,
    SIGN,
    WORDS,
    Postcheck,
    another_picture,
    change,
    in_folder,
    lay_out,
    one_letter,
    reported,
    withdrawn,
    write,
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    lay_out(tmp_path, WORDS)
    return tmp_path


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    return in_folder(content, monkeypatch, capsys)


SIGN_WORDS = ("--clause", "W.1", "--role", "dsl", "--by", "S2")


def other_people(content: Path, draft: str) -> None:
    change(content / draft, "[P017]", "[]")


def another_activity(content: Path, draft: str) -> None:
    change(content / draft, "people: [P017]", "people: [P017], activity: swimming")


def described(content: Path, draft: str) -> None:
    change(content / draft, "people: [P017]", "people: [P017], alt: A medal")


def removal(content: Path, draft: str) -> None:
    change(content / draft, "author: S9", "author: S9\nremove_by: 2099-12-31")


def event(content: Path, draft: str) -> None:
    change(content / draft, "author: S9", "author: S9\nevent: {place: the hall}")


def renamed(content: Path, draft: str) -> None:
    (content / "medal.png").rename(content / "cup.png")
    change(content / draft, "path: medal.png", "path: cup.png")


@pytest.mark.parametrize(
    ("later", "ended"),
    [
        (one_letter, {"L.1": "the text has changed", "W.1": "the text has changed"}),
        (
            another_picture,
            dict.fromkeys(("L.1", "W.1"), "the picture medal.png has been swapped"),
        ),
        (
            renamed,
            dict.fromkeys(
                ("L.1", "W.1"),
                "the picture cup.png has been added and the picture medal.png has been taken away",
            ),
        ),
        (described, dict.fromkeys(("L.1", "W.1"), "the alternative text of medal.png has changed")),
        (withdrawn, {"L.1": CONSENT}),
        (other_people, {"L.1": "who is declared in medal.png has changed"}),
        (another_activity, {"L.1": "the activity given for medal.png has changed"}),
        (removal, {}),
        (event, {}),
    ],
)
def test_a_change_ends_exactly_the_sign_offs_that_it_touches(
    postcheck: Postcheck, content: Path, later: Callable, ended: dict[str, str]
) -> None:
    draft = write(content / "post.yaml", DRAFTS["post.yaml"])
    for signed in (SIGN, SIGN_WORDS):
        assert postcheck("sign-off", draft, *signed)[0] == 0
    later(content, draft)
    code, findings = reported(postcheck, draft)
    told = {item["clause"]: item["message"] for item in findings if item["rule"] == "sign-off-void"}
    assert {clause: said.partition("does not hold: ")[2] for clause, said in told.items()} == {
        clause: f"{why}." for clause, why in ended.items()
    }
    assert code == (1 if ended else 0)


def test_where_the_whole_draft_is_read_every_change_counts(
    postcheck: Postcheck, content: Path
) -> None:
    change(content / "postcheck.yaml", "signed_by:", "whole_draft: [W.1], signed_by:")
    draft = write(content / "post.yaml", DRAFTS["post.yaml"])
    assert "any change of the draft" in postcheck("sign-off", draft, *SIGN_WORDS).out
    assert "one of these changes: author, account" in postcheck("sign-off", draft, *SIGN).out
    removal(content, draft)
    code, findings = reported(postcheck, draft)
    void = [item for item in findings if item["rule"] == "sign-off-void"]
    assert (code, [item["clause"] for item in void]) == (1, ["W.1"])
    assert "the day of removal has changed" in void[0]["message"]


def test_a_record_whose_parts_say_nothing_of_a_change_does_not_hold(
    postcheck: Postcheck, content: Path
) -> None:
    draft = write(content / "post.json", DRAFTS["post.json"])
    postcheck("sign-off", draft, *SIGN_WORDS)
    written = json.loads((content / draft).read_text(encoding="utf-8"))
    written["sign_offs"][0]["sha256"] = "0" * 64
    write(content / draft, json.dumps(written))
    code, findings = reported(postcheck, draft)
    assert code == 1
    assert any("the draft has changed" in item["message"] for item in findings)


@pytest.mark.model
def test_a_permission_counts_for_a_name_that_stands_in_a_picture_alone(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(content, WORDS, NAMES)
    monkeypatch.chdir(content)
    whole = Program(monkeypatch, capsys)
    picture = Image.new("RGB", (900, 200), "white")
    font = ImageFont.load_default(size=60)
    ImageDraw.Draw(picture).text((40, 60), "Well done Amira Khan", fill="black", font=font)
    picture.save(content / "medal.png")
    change(content / "people.yaml", "purpose: image", "purpose: full_name")
    draft = write(content / "post.json", '{"text": "Hi", "media": [{"path": "medal.png"}]}')
    assert whole("sign-off", draft, "--clause", "N.1", "--role", "dsl", "--by", "S2")[0] == 0
    assert whole("sign-off", draft, *SIGN_WORDS)[0] == 0
    withdrawn(content, draft)
    code, findings = reported(whole, draft)
    void = {item["clause"]: item["message"] for item in findings if item["rule"] == "sign-off-void"}
    assert code == 1
    assert set(void) == {"N.1"}
    assert "consent for the full name of P017 is not available any more" in void["N.1"]
