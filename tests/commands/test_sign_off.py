"""Signing a draft, and what ends a sign-off, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from signing import (
    CONSENT,
    DRAFTS,
    FRONT,
    SIGN,
    Postcheck,
    another_day,
    another_picture,
    change,
    in_folder,
    lay_out,
    one_letter,
    pending,
    refused,
    reported,
    withdrawn,
    write,
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    return in_folder(content, monkeypatch, capsys)


def test_a_sign_off_answers_a_review(postcheck: Postcheck, content: Path) -> None:
    draft = write(content / "post.json", DRAFTS["post.json"])
    assert postcheck("check", draft, "--fail-on", "review")[0] == 1
    code, out, _ = postcheck("sign-off", draft, *SIGN, "--note", "Dressed for sports")
    assert code == 0
    assert "clause L.1 is signed as dsl by S2" in out
    assert postcheck("check", draft, "--fail-on", "review")[0] == 0
    entry = json.loads((content / draft).read_text(encoding="utf-8"))["sign_offs"][0]
    assert [entry[key] for key in ("clause", "role", "by", "note")] == [
        "L.1",
        "dsl",
        "S2",
        "Dressed for sports",
    ]
    assert entry["at"].endswith("Z")


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(
    ("later", "why"),
    [
        (one_letter, "the text has changed"),
        (another_picture, "the picture medal.png has been swapped"),
        (withdrawn, CONSENT),
        (refused, CONSENT),
        (pending, CONSENT),
        (another_day, "the day or time of publishing has changed"),
    ],
)
def test_a_later_change_ends_a_sign_off_and_is_named(
    postcheck: Postcheck, content: Path, draft: str, later: Callable, why: str
) -> None:
    write(content / draft, DRAFTS[draft])
    assert postcheck("sign-off", draft, *SIGN)[0] == 0
    assert reported(postcheck, draft)[0] == 0
    later(content, draft)
    code, findings = reported(postcheck, draft)
    assert code == 1
    void = next(item for item in findings if item["rule"] == "sign-off-void")
    assert void["clause"] == "L.1"
    assert void["message"] == f"The sign-off of S2 for clause L.1 does not hold: {why}."
    assert next(f for f in findings if f["rule"] == "look-first")["status"] == "open"


def test_what_a_sign_off_does_not_cover_leaves_it_alone(
    postcheck: Postcheck, content: Path
) -> None:
    draft = write(content / "post.yaml", DRAFTS["post.yaml"])
    postcheck("sign-off", draft, *SIGN)
    change(content / "people.yaml", "surname: Khan", "surname: Khan\n    year: Year 5")
    with (content / draft).open("a", encoding="utf-8") as file:
        file.write("# seen\nwaivers:\n")
        file.write("  - {rule: look-first, match: x, reason: r, by: slt, until: 2099-01-01}\n")
    code, findings = reported(postcheck, draft)
    assert code == 0
    assert [item["rule"] for item in findings if item["status"] == "open"] == ["waiver-unused"]


def test_a_change_ends_only_the_sign_offs_before_it(postcheck: Postcheck, content: Path) -> None:
    draft = write(content / "post.yaml", DRAFTS["post.yaml"])
    postcheck("sign-off", draft, *SIGN)
    one_letter(content, draft)
    assert postcheck("sign-off", draft, "--clause", "L.1", "--role", "slt", "--by", "S1")[0] == 0
    code, findings = reported(postcheck, draft)
    assert (code, [item["status"] for item in findings]) == (0, ["signed-off"])


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_a_sign_off_never_stands_for_a_missing_consent(
    postcheck: Postcheck, content: Path, severity: str
) -> None:
    draft = write(content / "post.json", DRAFTS["post.json"])
    pending(content, draft)
    with (content / "postcheck.yaml").open("a", encoding="utf-8") as file:
        file.write(f"rules: {{no-consent: {{severity: {severity}}}}}\n")
    assert postcheck("sign-off", draft, "--clause", "C.1", "--role", "slt", "--by", "S1")[0] == 0
    _, findings = reported(postcheck, draft)
    assert next(f for f in findings if f["rule"] == "no-consent")["status"] == "open"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("--clause", "L.1", "--role", "dsl", "--by", "S7"), "S7 does not hold the role dsl"),
        (("--clause", "L.1", "--role", "dls", "--by", "S2"), "nobody holds the role dls"),
        (("--clause", "L.2", "--role", "dsl", "--by", "S2"), "the policy has no clause `L.2`"),
        (("--clause", "look-first", "--role", "dsl", "--by", "S2"), "is a rule of clause L.1"),
        (("--clause", "C.1", "--role", "dsl", "--by", "S2"), "C.1 is signed by slt, not by dsl"),
        ((*SIGN, "--id", "other"), "no draft is here with the id `other`"),
        ((*SIGN, "--on", "2100-01-01"), "the day of publishing, 2099-12-01, has passed"),
    ],
)
@pytest.mark.parametrize("draft", DRAFTS)
def test_what_may_not_be_signed_is_refused_and_nothing_written(
    postcheck: Postcheck, content: Path, draft: str, args: tuple[str, ...], complaint: str
) -> None:
    write(content / draft, DRAFTS[draft])
    before = sorted(content.iterdir())
    code, out, err = postcheck("sign-off", draft, *args)
    assert (code, out) == (2, "")
    assert complaint in " ".join(err.split())
    assert (content / draft).read_text(encoding="utf-8") == DRAFTS[draft]
    assert sorted(content.iterdir()) == before


def test_standard_input_has_no_place_for_a_sign_off(postcheck: Postcheck) -> None:
    code, _, said = postcheck("sign-off", "-", *SIGN, text='{"text": "Well done"}')
    assert code == 2
    assert "no file to keep a sign-off in" in said


def test_an_author_and_a_second_time_are_refused(postcheck: Postcheck, content: Path) -> None:
    own = write(content / "own.json", '{"text": "Hi", "author": "S2"}')
    code, _, err = postcheck("sign-off", own, *SIGN)
    assert code == 2
    assert "an author cannot sign their own draft" in err
    other = write(content / "other.json", '{"text": "Hi", "author": "S9"}')
    assert postcheck("sign-off", other, *SIGN)[0] == 0
    code, _, err = postcheck("sign-off", other, *SIGN)
    assert code == 2
    assert "has signed clause L.1 for this content already" in err


def test_a_text_keeps_its_records_beside_it(postcheck: Postcheck, content: Path) -> None:
    draft = write(content / "note.txt", "The fair is on Friday.\n")
    assert postcheck("sign-off", draft, *SIGN)[0] == 0
    assert postcheck("sign-off", draft, "--clause", "L.1", "--role", "slt", "--by", "S1")[0] == 0
    assert (content / draft).read_text(encoding="utf-8") == "The fair is on Friday.\n"
    beside = content / "note.txt.records.yaml"
    assert beside.read_text(encoding="utf-8").count("    by: S") == 2
    assert postcheck("check", ".")[0] == 0
    assert postcheck("check", beside.name)[0] == 2
    write(content / draft, "The fair is on Monday.\n")
    code, findings = reported(postcheck, draft)
    assert code == 1
    assert {item["rule"] for item in findings} == {"sign-off-void"}


def test_one_draft_of_many_is_named_by_its_id(postcheck: Postcheck, content: Path) -> None:
    lines = ['{"id": "a", "text": "One"}', "", '{"id": "b", "text": "Two — 📚"}']
    draft = write(content / "posts.jsonl", "\n".join(lines) + "\n")
    assert postcheck("sign-off", draft, *SIGN)[0] == 2
    assert postcheck("sign-off", draft, *SIGN, "--id", "b")[0] == 0
    written = (content / draft).read_text(encoding="utf-8").split("\n")
    assert written[:2] == lines[:2]
    assert written[2].startswith(lines[2][:-1])
    assert [len(json.loads(line).get("sign_offs", [])) for line in written if line] == [0, 1]


@pytest.mark.parametrize(
    ("waiver", "line", "complaint"),
    [
        ("{rule: look-first, reason: r, by: slt}", 3, "`waivers[0].until` is missing"),
        ("{rule: look-first, by: slt, until: 2099-01-01}", 3, "`waivers[0].reason` is missing"),
        ('{rule: look-first, reason: " ", by: slt, until: 2099-01-01}', 3, "waivers[0].reason"),
        ("{rule: lok-first, reason: r, by: slt, until: 2099-01-01}", 3, "no rule `lok-first`"),
        ("{rule: look-first, reason: r, by: slt, until: soon}", 3, "waivers[0].until"),
    ],
)
def test_a_faulty_waiver_is_told_with_its_line(
    postcheck: Postcheck, content: Path, waiver: str, line: int, complaint: str
) -> None:
    draft = write(content / "post.yaml", f"text: Hi\nwaivers:\n  - {waiver}\n")
    code, _, err = postcheck("check", draft)
    assert code == 2
    assert f"post.yaml:{line}:" in err
    assert complaint in " ".join(err.split())


def test_a_slip_in_the_file_beside_is_told_there(postcheck: Postcheck, content: Path) -> None:
    draft = write(content / "note.txt", "Hello")
    waiver = "{rule: lok-first, reason: r, by: slt, until: 2099-01-01}"
    write(content / "note.txt.records.yaml", f"waivers:\n  - {waiver}\n")
    code, _, err = postcheck("check", draft)
    assert code == 2
    assert "note.txt.records.yaml: " in err
    assert "did you mean `look-first`?" in err


def test_a_waiver_in_the_words_of_a_post_is_only_words(postcheck: Postcheck, content: Path) -> None:
    draft = write(content / "post.md", f"---\n{FRONT}---\n<!-- postcheck: ignore look-first -->\n")
    assert reported(postcheck, draft)[1][0]["status"] == "open"
