"""`postcheck sweep` through the command line: what must come down, why, and where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import Program

REGISTER = """\
people:
  - {code: P1, role: pupil, first_name: Amira, surname: Khan, consents: [
      {purpose: image, decision: "yes", written: "yes", expires_on: 2027-08-31}]}
  - {code: P2, role: pupil, first_name: Owen, surname: Pryce, consents: [
      {purpose: image, decision: "yes", written: "yes"},
      {purpose: image, decision: withdrawn, decided_on: 2026-11-01}]}
  - {code: P3, role: pupil, first_name: Ivy, surname: Thornbury, left_on: 2026-07-20, consents: [
      {purpose: image, decision: "yes", written: "yes"}]}
  - {code: P4, role: pupil, first_name: Lowri, surname: Beynon, consents: [
      {purpose: image, decision: "yes", written: "yes"}]}
  - {code: P5, role: pupil, first_name: Piotr, surname: Zalewski, left_on: 2026-07-20, consents: [
      {purpose: image, decision: "yes", written: "yes", survives_leaving: true}]}
  - {code: S1, role: staff, first_name: Dana, surname: Reid}
"""


def post(name: str, people: list[str], **more: object) -> str:
    media = [{"path": "gone.jpg", "people": people}] if people else []
    published = {"id": name, "text": "A fine day", "publish_at": "2026-05-01T09:00:00Z"}
    return json.dumps({**published, "media": media, **more})


POSTS = {
    "fine": post("fine", ["P1"]),
    "outlasts": post("outlasts", ["P5"]),
    "kept": post("kept", [], remove_by="2026-12-01"),
    "stopped": post("stopped", ["P2"], url="https://www.example.org/p/1"),
    "left": post("left", ["P1", "P3"], platforms=["instagram", "facebook"]),
    "listed": post("listed", ["P4"], url=["https://a.example/1", "https://b.example/2"]),
    "named": post("named", [], text="Well done Lowri B!"),
    "full": post("full", [], text="Well done Amira Khan!"),
    "adult": post("adult", ["S1"]),
    "gone": post("gone", ["P9"]),
    "past": post("past", [], remove_by="2026-11-30"),
}
DOWN = {
    "stopped": ("4.4a", "picture-without-consent"),
    "left": ("WP.4", "picture-of-leaver"),
    "listed": ("4.4a", "picture-without-consent"),
    "named": ("4.5", "unavailable-pupil-named"),
    "full": ("4.4b", "full-name-without-permission"),
    "adult": ("AP.DO5", "colleague-without-consent"),
    "gone": ("4.4a", "picture-of-unregistered-person"),
    "past": ("PS.3", "removal-date-passed"),
}


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "postcheck.yaml": "register: people.yaml\ndo_not_feature: not.yaml\n",
        "people.yaml": REGISTER,
        "not.yaml": "people: [{code: P4, from: 2026-11-15}]\n",
        "posts.jsonl": "".join(f"{line}\n" for line in POSTS.values()),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_must_come_down(published: Path, program: Program) -> None:
    code, out, err = program("sweep", ".", "--on", "2026-12-01", "--format", "json")
    report = json.loads(out)
    found = {
        draft["id"]: [(finding["clause"], finding["rule"]) for finding in draft["findings"]]
        for draft in report["drafts"]
    }
    assert (code, err) == (1, "")
    assert found == {name: [DOWN[name]] if name in DOWN else [] for name in POSTS}
    urls = {draft["id"]: draft["urls"] for draft in report["drafts"] if draft["url"]}
    assert urls == {
        "stopped": ["https://www.example.org/p/1"],
        "listed": ["https://a.example/1", "https://b.example/2"],
    }
    assert {finding["outcome"] for d in report["drafts"] for finding in d["findings"]} == {
        "violation"
    }
    assert "not-enforced" not in report["drafts"][0]["clauses"]["4.6a"]


def test_it_says_where_and_never_who_refused(published: Path, program: Program) -> None:
    code, out, _ = program("sweep", ".", "--on", "2026-12-01", "--quiet")
    assert code == 1
    assert "posts.jsonl:4" in out
    for address in ("https://www.example.org/p/1", "https://a.example/1", "https://b.example/2"):
        assert f"Published: {address}" in out
    assert "Published: on instagram, facebook (no `url` in the draft)" in out
    assert "Published: not said (no `url` in the draft)" in out
    for word in ("withdr", "refus", "feature"):
        assert word not in out


def test_another_day(published: Path, program: Program) -> None:
    chosen = ("--select", "PS.3,picture-consent-lapsed")
    assert program("sweep", ".", "--on", "2026-11-30", *chosen).code == 0
    assert (
        program("sweep", ".", "--on", "2027-08-31", "--select", "picture-consent-lapsed").code == 0
    )
    assert (
        program("sweep", ".", "--on", "2027-09-01", "--select", "picture-consent-lapsed").code == 1
    )


def test_nothing_answers_for_a_published_post(published: Path, program: Program) -> None:
    waiver = {"rule": "removal-date-passed", "reason": "kept", "by": "SLT", "until": "2026-12-31"}
    (published / "posts.jsonl").write_text(
        post("past", [], remove_by="2026-11-30", waivers=[waiver])
    )
    assert program("sweep", ".", "--on", "2026-12-01").code == 1


def test_a_policy_that_says_nothing_of_published_posts(published: Path, program: Program) -> None:
    (published / "own").mkdir()
    (published / "own" / "policy.yaml").write_text("id: own\ntitle: Own\n")
    (published / "postcheck.yaml").write_text("policy: [own]\n")
    code, _, err = program("sweep", "posts.jsonl")
    assert code == 2
    assert "no rule for published posts" in err


@pytest.mark.parametrize(
    "register", ["people: [{code: P1}]", "people: [{code: P1, role: pupil}, 3]"]
)
def test_a_broken_register_sweeps_nothing(published: Path, program: Program, register: str) -> None:
    (published / "people.yaml").write_text(register)
    code, _, err = program("sweep", ".")
    assert code == 2
    assert "people.yaml:1" in err
