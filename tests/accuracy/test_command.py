"""The benchmark as it is called: postcheck's own answers, and those of another tool."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import kept, posts, record
from benchmarks.accuracy.__main__ import main

NOWHERE = ["--data", "nowhere"]
POST = """\
- id: one
  draft:
    text: "Well done [[Ivy Thorn]] at https://bit.ly/abc #Proud"
    media: [{path: a/b.png, alt: A cup}]
  tags: ["#Proud"]
  links: [https://bit.ly/abc]
  findings:
    - {clause: 4.4b, outcome: violation, text: Ivy Thorn}
    - {clause: 4.6a, outcome: violation, text: "https://bit.ly/abc"}
"""
REGISTER = "people: [{code: P001, role: pupil, first_name: Ivy, surname: Thorn}]\n"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    config = "policy: [ele]\nregister: people.yaml\naccounts: accounts.yaml\n"
    files = {"postcheck.yaml": config, "people.yaml": REGISTER, "accounts.yaml": "accounts: []\n"}
    for name, text in (files | {"some.yaml": POST}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_own_figures_are_kept_and_held(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, measured = tmp_path / "figures.json", tmp_path / "measured.yaml"
    monkeypatch.setattr(kept, "FILE", file)
    monkeypatch.setattr(record, "models_folder", lambda: tmp_path)
    assert main(["--only", "topics", "--write"]) == 0
    assert "topics-dev" in capsys.readouterr().out
    assert "category: family" in measured.read_text(encoding="utf-8")
    assert main(["--only", "topics", "--check"]) == 0
    figures = json.loads(file.read_text(encoding="utf-8"))
    figures["topics / topics-dev / all categories"]["precision"] = [1.0, 1000]
    file.write_text(json.dumps(figures), encoding="utf-8")
    assert main(["--only", "topics", "--check"]) == 1
    said = capsys.readouterr().err
    assert "worse than kept: topics / topics-dev / all categories / precision fell from 1" in said


@pytest.mark.model
def test_posts_with_and_without_their_register(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--only", "posts", "--posts", str(labelled), "--json"]) == 0
    rows = {
        (row["table"], row["set"], row["slice"]): row["figures"]
        for row in json.loads(capsys.readouterr().out)["rows"]
    }
    found = rows["findings", "posts", "all"]
    assert (found["violations"]["value"], found["at_the_words"]["value"]) == (1, 1)
    for set_ in (posts.SET, posts.BARE):
        assert rows["names", set_, "all"]["f1"]["value"] == 1
    assert rows["tags and links", "posts", "links"]["f1"]["value"] == 1


@pytest.mark.parametrize("form", ["id", "path", "order"])
def test_another_tool(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    drafts, facts = tmp_path / "drafts.jsonl", tmp_path / "facts.jsonl"
    assert main(["--only", "abuse", *NOWHERE, "--write-drafts", str(drafts)]) == 0
    hit = {"kind": "text.abuse", "attributes": {"category": "identity-attack"}}
    with facts.open("w", encoding="utf-8") as lines:
        for line in drafts.read_text(encoding="utf-8").splitlines():
            name = json.loads(line)["id"]
            told = {"id": {"id": name}, "path": {"path": f"drafts/{name}.json"}, "order": {}}[form]
            lines.write(json.dumps({**told, "facts": [hit]}) + "\n")
    assert main(["--only", "abuse", *NOWHERE, "--facts", str(facts), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["left_out"] == ["hatemoji", "edos", "toxic-spans"]
    [figures] = [
        row["figures"]
        for row in told["rows"]
        if (row["table"], row["slice"]) == ("identity attacks", "all")
    ]
    values = {name: figure["value"] for name, figure in figures.items()}
    assert values == {"hateful": 1, "not_hateful": 0, "mean": 0.5}


def test_drafts_into_a_folder(tmp_path: Path, labelled: Path) -> None:
    place = tmp_path / "drafts"
    arguments = ["--only", "posts", "--posts", str(labelled), "--write-drafts", str(place)]
    assert main(arguments) == 0
    names = sorted(path.name for path in place.iterdir())
    assert names == ["posts-without-register.one.json"]
    draft = json.loads((place / names[0]).read_text(encoding="utf-8"))
    assert draft["text"].startswith("Well done Ivy Thorn at")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it has 0 lines"),
        ('{"id": "x", "facts": []}\n', "the file answers for other drafts"),
        ("nonsense\n", "this is no JSON"),
        ('{"id": "x"}\n', "this is no line of facts"),
        ('{"facts": [{"kind": "text.person", "start": 1}]}\n', "this is no line of facts"),
        (None, "the file cannot be read"),
    ],
)
def test_facts_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, message: str
) -> None:
    file = tmp_path / "facts.jsonl"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert main(["--only", "topics", "--facts", str(file)]) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_figures_of_another_tool_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--facts", str(tmp_path / "x.jsonl"), "--write"])
    assert caught.value.code == 2
