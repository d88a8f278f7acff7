"""A small policy, a register and a configuration to sign drafts under."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from program import Ended, Program

from postcheck.analysers.pictures.words_in_pictures import PictureWordsAnalyser

CLAUSES = """\
clauses:
  - {id: C.1, section: Children, duty: Consent comes first., binds: [official],
     enforcement: [automatic], how: The register is asked., waivable: false}
  - {id: L.1, section: Children, duty: Somebody looks., binds: [official],
     enforcement: [sign-off], how: Every picture is looked at.}
"""
RULES = """\
rules:
  - id: no-consent
    clause: C.1
    given: declared.person
    check: on-register
    with: {purpose: image}
    severity: error
    message: Consent of {person} is not available.
    remedy: Take another picture.
    tests: [{pass: Hello}, {fail: Hello}]
  - id: look-first
    clause: L.1
    given: declared.picture
    check: absent
    severity: warning
    message: Look at {media}.
    remedy: Look and sign.
    tests: [{pass: Hello}, {fail: Hello}]
"""
WORDS = {
    "small/clauses/words.yaml": """\
clauses:
  - {id: W.1, section: Words, duty: No shouting., binds: [official],
     enforcement: [heuristic], how: Hashtags are shown.}
""",
    "small/rules/words.yaml": """\
rules:
  - id: no-tags
    clause: W.1
    given: text.hashtag
    check: absent
    severity: warning
    message: “{text}” is a hashtag.
    remedy: Look and sign.
    tests: [{pass: Hello}, {fail: "Hello #you"}]
""",
}
"""A clause about words, and its rule."""
NAMES = {
    "small/clauses/names.yaml": """\
clauses:
  - {id: N.1, section: Words, duty: Permission comes first., binds: [official],
     enforcement: [automatic], how: The register is asked.}
""",
    "small/rules/names.yaml": """\
rules:
  - id: ask-first
    clause: N.1
    given: text.person
    where: {fact.form: full}
    check: on-register
    with: {purpose: full_name}
    severity: warning
    message: Nobody allowed “{text}”.
    remedy: Ask, and sign.
    tests: [{pass: Hello}, {fail: Hello}]
""",
}
"""A clause about names, and its rule."""
CONFIG = """\
policy: [small]
register: people.yaml
account: ele
accounts: accounts.yaml
roles: {dsl: S2, slt: [S1, S3]}
sign_offs: {signed_by: {C.1: [slt]}}
"""
PEOPLE = """\
people:
  - code: P017
    role: pupil
    first_name: Amira
    surname: Khan
    consents:
      - {purpose: image, decision: "yes", written: "yes", given_by: parent, decided_on: 2026-09-08}
"""
FILES = {
    "postcheck.yaml": CONFIG,
    "people.yaml": PEOPLE,
    "accounts.yaml": "accounts: [{id: ele, platform: instagram}]\n",
    "small/policy.yaml": "id: small\ntitle: Small policy\n",
    "small/clauses/all.yaml": CLAUSES,
    "small/rules/all.yaml": RULES,
}

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


def lay_out(folder: Path, *more: dict[str, str]) -> None:
    """Write the configuration, the register, the policy and a picture into a folder."""
    for files in (FILES, *more):
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    Image.new("RGB", (8, 8), "red").save(folder / "medal.png")


def in_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    """The program in a folder, where no picture is read for words."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(PictureWordsAnalyser, "analyse", lambda *_: iter(()))
    return Program(monkeypatch, capsys)


def reported(postcheck: Postcheck, draft: str) -> tuple[int, list[dict]]:
    code, out, _ = postcheck("check", draft, "--format", "json")
    return code, json.loads(out)["drafts"][0]["findings"]


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.name


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
