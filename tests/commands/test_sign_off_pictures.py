"""Names that stand in a picture alone: `sign-off` and `check` are bound to the same people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import Program
from signing import NAMES, WORDS, Postcheck, another_picture, change, lay_out, withdrawn, write

from postcheck.analysers.pictures.words_in_pictures import PictureWordsAnalyser
from postcheck.analysers.words.people.analyser import PeopleAnalyser
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture
from postcheck.facts.model import Fact

RED = (255, 0, 0)
DRAFT = '{"text": "Hi", "media": [{"path": "medal.png"}]}'
NAMED = ("--clause", "N.1", "--role", "dsl", "--by", "S2")
WORDED = ("--clause", "W.1", "--role", "dsl", "--by", "S2")


def _read(_: object, picture: Picture, medium: Medium, setting: object) -> Iterator[Fact]:
    """The red picture holds a name; one of another colour holds none."""
    if picture.image.convert("RGB").getpixel((0, 0)) == RED:
        yield Fact("image.text", picture.surface, "Well done Amira Khan", source="test")


@pytest.fixture
def postcheck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    lay_out(tmp_path, WORDS, NAMES)
    change(tmp_path / "people.yaml", "purpose: image", "purpose: full_name")
    write(tmp_path / "post.json", DRAFT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(PictureWordsAnalyser, "analyse", _read)
    monkeypatch.setattr(PeopleAnalyser, "analyse", lambda _, scenes: [[] for _ in scenes])
    return Program(monkeypatch, capsys)


def checked(postcheck: Postcheck, *more: str) -> tuple[str, dict[str, str]]:
    """The content that a check tells of, and the clauses whose sign-off it calls void."""
    report = json.loads(postcheck("check", "post.json", "--format", "json", *more).out)
    draft = report["drafts"][0]
    void = (item for item in draft["findings"] if item["rule"] == "sign-off-void")
    said = {item["clause"]: item["message"].partition("does not hold: ")[2] for item in void}
    return draft["content_sha256"], said


def test_a_check_tells_the_content_that_a_sign_off_is_bound_to(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    before, _ = checked(postcheck)
    assert postcheck("sign-off", "post.json", *NAMED).code == 0
    entry = json.loads((tmp_path / "post.json").read_text(encoding="utf-8"))["sign_offs"][0]
    assert "consent[P017].full_name" in entry["parts"]
    assert before == entry["sha256"]
    assert checked(postcheck) == (before, {})


def test_a_withdrawn_permission_ends_the_sign_off_of_the_names_alone(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    for signed in (NAMED, WORDED):
        assert postcheck("sign-off", "post.json", *signed).code == 0
    withdrawn(tmp_path, "post.json")
    ended = {"N.1": "consent for the full name of P017 is not available any more."}
    assert checked(postcheck)[1] == ended


def test_a_pupil_who_comes_on_the_register_later_ends_it_too(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    people = (tmp_path / "people.yaml").read_text(encoding="utf-8")
    write(tmp_path / "people.yaml", "people: []\n")
    for signed in (NAMED, WORDED):
        assert postcheck("sign-off", "post.json", *signed).code == 0
    assert checked(postcheck)[1] == {}
    write(tmp_path / "people.yaml", people)
    ended = {"N.1": "the consent for the full name of P017 has changed."}
    assert checked(postcheck)[1] == ended
    assert postcheck("sign-off", "post.json", *NAMED).code == 0
    assert checked(postcheck)[1] == {}


def test_a_pupil_of_a_former_picture_does_not_matter_to_a_new_sign_off(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    assert postcheck("sign-off", "post.json", *NAMED).code == 0
    another_picture(tmp_path, "post.json")
    assert checked(postcheck)[1] == {"N.1": "the picture medal.png has been swapped."}
    assert postcheck("sign-off", "post.json", *NAMED).code == 0
    withdrawn(tmp_path, "post.json")
    assert checked(postcheck)[1] == {}


def test_a_check_that_reads_no_picture_knows_the_names_by_the_sign_off(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    assert postcheck("sign-off", "post.json", *NAMED).code == 0
    alone = ("--select", "look-first", "--select", "N.1", "--ignore", "ask-first")
    assert checked(postcheck, *alone)[1] == {}
    withdrawn(tmp_path, "post.json")
    ended = {"N.1": "consent for the full name of P017 is not available any more."}
    assert checked(postcheck, *alone)[1] == ended


def test_an_entry_without_parts_holds_while_nothing_changes(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    content, _ = checked(postcheck)
    signed = {"clause": "N.1", "role": "dsl", "by": "S2", "at": "2026-11-20T10:00:00Z"}
    draft = json.loads(DRAFT) | {"sign_offs": [signed | {"sha256": content}]}
    write(tmp_path / "post.json", json.dumps(draft))
    assert checked(postcheck)[1] == {}
    withdrawn(tmp_path, "post.json")
    assert checked(postcheck)[1] == {"N.1": "the draft has changed."}
