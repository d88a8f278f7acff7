"""Signing a draft, and what ends a sign-off, through the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from program import Ended, Program
from signing import FILES

MEDIA = [{"path": "medal.png", "people": ["P017"]}]
TEXT = "Well done Amira!"
FRONT = "media:\n  - {path: medal.png, people: [P017]}\nauthor: S9\npublish_at: 2099-12-01\n"
DRAFTS = {
    "post.json": json.dumps(
        {"text": TEXT, "author": "S9", "media": MEDIA, "publish_at": "2099-12-01"}
    ),
    "post.yaml": f"text: {TEXT}\n{FRONT}",
    "post.md": f"---\n{FRONT}---\n{TEXT}\n",
}
SIGN = ("--clause", "L.1", "--role", "dsl", "--by", "S2")

Postcheck = Callable[..., Ended]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    Image.new("RGB", (8, 8), "red").save(tmp_path / "medal.png")
    return tmp_path


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    monkeypatch.chdir(content)
    return Program(monkeypatch, capsys)


def reported(postcheck: Postcheck, draft: str) -> tuple[int, list[dict]]:
    code, out, _ = postcheck("check", draft, "--format", "json")
    return code, json.loads(out)["drafts"][0]["findings"]


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.name


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


def one_letter(content: Path, draft: str) -> None:
    path = content / draft
    path.write_text(path.read_text(encoding="utf-8").replace(TEXT, TEXT[:-1]), encoding="utf-8")


def another_picture(content: Path, draft: str) -> None:
    Image.new("RGB", (8, 8), "blue").save(content / "medal.png")


def withdrawn(content: Path, draft: str) -> None:
    change(content / "people.yaml", '"yes", written', "withdrawn, written")


def refused(content: Path, draft: str) -> None:
    change(content / "people.yaml", '"yes", written', '"no", written')


def pending(content: Path, draft: str) -> None:
    change(content / "people.yaml", '"yes", written', "pending, written")


def another_day(content: Path, draft: str) -> None:
    change(content / draft, "2099-12-01", "2099-12-02")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CONSENT = "consent for the picture of P017 is not available any more"


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


WORDS = ("--clause", "W.1", "--role", "dsl", "--by", "S2")


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
    for signed in (SIGN, WORDS):
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
    assert "any change of the draft" in postcheck("sign-off", draft, *WORDS).out
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
    postcheck("sign-off", draft, *WORDS)
    written = json.loads((content / draft).read_text(encoding="utf-8"))
    written["sign_offs"][0]["sha256"] = "0" * 64
    write(content / draft, json.dumps(written))
    code, findings = reported(postcheck, draft)
    assert code == 1
    assert any("the draft has changed" in item["message"] for item in findings)


@pytest.mark.model
def test_a_permission_counts_for_a_name_that_stands_in_a_picture_alone(
    postcheck: Postcheck, content: Path
) -> None:
    picture = Image.new("RGB", (900, 200), "white")
    font = ImageFont.load_default(size=60)
    ImageDraw.Draw(picture).text((40, 60), "Well done Amira Khan", fill="black", font=font)
    picture.save(content / "medal.png")
    change(content / "people.yaml", "purpose: image", "purpose: full_name")
    draft = write(content / "post.json", '{"text": "Hi", "media": [{"path": "medal.png"}]}')
    assert postcheck("sign-off", draft, "--clause", "N.1", "--role", "dsl", "--by", "S2")[0] == 0
    assert postcheck("sign-off", draft, *WORDS)[0] == 0
    withdrawn(content, draft)
    code, findings = reported(postcheck, draft)
    void = {item["clause"]: item["message"] for item in findings if item["rule"] == "sign-off-void"}
    assert code == 1
    assert set(void) == {"N.1"}
    assert "consent for the full name of P017 is not available any more" in void["N.1"]


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
