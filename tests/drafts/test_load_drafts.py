"""Paths in, drafts or clear refusals out."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pytest

from postcheck.config.find import SourceFinder
from postcheck.documents.files import MAX_BYTES
from postcheck.drafts.load import LoadedDraft, Refused, load_drafts
from postcheck.errors import Problem


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def load(
    *paths: str, stdin: bytes | None = None, stdin_name: str | None = None
) -> tuple[list[LoadedDraft], list[Problem]]:
    stream = None if stdin is None else io.BytesIO(stdin)
    found = list(load_drafts(paths, SourceFinder(), stdin=stream, stdin_name=stdin_name))
    drafts = [item for item in found if isinstance(item, LoadedDraft)]
    problems = [p for item in found if isinstance(item, Refused) for p in item.problems]
    return drafts, problems


def refusal(*paths: str) -> Problem:
    drafts, problems = load(*paths)
    assert drafts == []
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    ("name", "content", "text", "text_line"),
    [
        ("a.json", '{"text": "Hello"}', "Hello", None),
        ("a.json", '\ufeff{"text": "Hello"}', "Hello", None),
        ("a.yaml", "text: Hello", "Hello", None),
        ("a.yml", "text: |\n  Hello\n  you\n", "Hello\nyou\n", None),
        ("a.txt", "\ufeffHello\r\nyou\r\n", "Hello\nyou", 1),
        ("a.txt", "\n \n  Hello", "  Hello", 3),
        ("a.md", "---\nkind: story\n---\n\nHello 😀\n\nyou\n", "Hello 😀\n\nyou", 5),
        ("a.md", "---\r\nkind: story\r\n---\r\nHello\r\n", "Hello", 4),
        ("a.markdown", "---\n---\nHello", "Hello", 3),
        ("a.md", "Hello\n\n---\n\nyou", "Hello\n\n---\n\nyou", 1),
        ("A.MD", "Hello", "Hello", 1),
    ],
)
def test_formats(name: str, content: str, text: str, text_line: int | None) -> None:
    write(name, content)
    (draft,), problems = load(name)
    assert problems == []
    assert (draft.draft.text, draft.text_line, draft.path) == (text, text_line, name)


def test_json_lines() -> None:
    write("a.jsonl", '{"text": "1"}\n\n{"text": 2}\r\n{bad\n{"text": "\xe9"}\n'.encode("latin-1"))
    with Path("a.jsonl").open("a") as file:
        file.write('{"text": "6"}')
    drafts, problems = load("a.jsonl")
    assert [(d.draft.text, d.line, d.path) for d in drafts] == [
        ("1", 1, "a.jsonl"),
        ("6", 6, "a.jsonl"),
    ]
    assert [(p.where(), p.message) for p in problems] == [
        ("a.jsonl:3:10", "`text` must be text, not `2`"),
        ("a.jsonl:4:2", "a key in double quotes is expected here"),
        ("a.jsonl:5", "the file is not UTF-8: byte 11 is 0xE9"),
    ]


def test_json_lines_are_read_one_at_a_time() -> None:
    write("a.jsonl", ('{"text": "' + "a" * 2000 + '"}\n') * 3000)
    tracemalloc.start()
    count = sum(1 for _ in load_drafts(["a.jsonl"], SourceFinder()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000


def test_a_line_that_is_too_long() -> None:
    write("a.jsonl", b'{"text": "' + b"a" * MAX_BYTES + b'"}\n{"text": "b"}\n')
    drafts, problems = load("a.jsonl")
    assert [draft.line for draft in drafts] == [2]
    assert [(p.line, p.message) for p in problems] == [(1, "the line is longer than 5 MiB")]


@pytest.mark.parametrize(
    ("content", "name", "text", "path"),
    [
        (b'{"text": "Hello"}', None, "Hello", "<stdin>"),
        (b"Hello {you}", None, "Hello {you}", "<stdin>"),
        (b"---\nkind: post\n---\nHello", None, "Hello", "<stdin>"),
        (b"text: Hello", "a.yaml", "Hello", "a.yaml"),
    ],
)
def test_standard_input(content: bytes, name: str | None, text: str, path: str) -> None:
    (draft,), problems = load("-", stdin=content, stdin_name=name)
    assert problems == []
    assert (draft.draft.text, draft.path) == (text, path)


@pytest.mark.parametrize("content", [b"", b"\xff", b'{"text": 1}', b"a" * (MAX_BYTES + 1)])
def test_standard_input_that_cannot_be_read(content: bytes) -> None:
    drafts, problems = load("-", stdin=content)
    assert drafts == []
    assert [problem.path for problem in problems] == ["<stdin>"]


REFUSALS = {
    "no.json": (None, "there is no such file or folder"),
    "postcheck.yaml": ("policy: [ele]", "this is the configuration, not a draft"),
    "a.csv": ("Message,Link", "tables (.csv) are not read as drafts yet"),
    "a.jpg": (b"\xff", "this is a picture, not a draft"),
    "a.docx": ("PK", "this kind of file is not read as a draft"),
    "a.jsonl": ("\n\n", "no draft found in this file"),
    "a.json": ("", "the file is empty"),
    "b.json": (b'{"text": "\xe9"}', "the file is not UTF-8: byte 11 is 0xE9"),
    "c.json": ('{"text": "a"}'.encode("utf-16"), "the file is UTF-16, not UTF-8"),
    "d.txt": (b"a" * (MAX_BYTES + 1), "the file is larger than 5 MiB"),
    "e.txt": ("a" * 100_001, "`text` is too long: at most 100,000 characters are read"),
    "f.txt": (" \n", "the draft has nothing to publish: give it a text or media"),
    "a.md": ("---\nkind: post\nHello", "the front matter is never closed"),
    "b.md": ("---\ntext: a\n---\nHello", "`text` is given twice: here and as the body of the file"),
    "c.md": ("---\nkinds: a\n---\nHello", "unknown key `kinds`"),
    "people.yaml": ("people: []", "unknown key `people`"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_named_files_that_are_no_drafts(name: str) -> None:
    content, message = REFUSALS[name]
    if content is not None:
        write(name, content)
    assert refusal(name).message.startswith(message) or message in [
        problem.message for problem in load(name)[1]
    ]


def test_too_many_media() -> None:
    write("a.yaml", "media:\n" + "  - path: a.jpg\n" * 201)
    assert refusal("a.yaml").message == "`media` is too long: at most 200 entries are read"


def test_places_in_front_matter_are_those_of_the_file() -> None:
    write("a.md", "---\nid: a\nplatform: [x]\n---\nHello")
    problem = refusal("a.md")
    assert (problem.where(), problem.excerpt) == ("a.md:3:1", "platform: [x]")
    assert problem.remedy == "did you mean `platforms`?"


def test_a_text_that_is_too_long_points_at_the_body() -> None:
    write("a.md", "---\nid: a\n---\n\n" + "a" * 100_001)
    assert refusal("a.md").where() == "a.md:5:1"


def test_folders() -> None:
    write("b/one.json", '{"text": "1"}')
    write("b/two.md", "---\nkind: post\n---\n2")
    write("a/three.txt", "3")
    write("c.jsonl", '{"text": "4"}\n{"text": "5"}')
    for name in (".hidden/x.txt", ".x.txt", "node_modules/x.txt", "requirements.txt"):
        write(name, "not a draft")
    write("README.md", "# Read me")
    write("LICENSE.txt", "MIT")
    write("package.json", '{"name": "x", "version": "1"}')
    write("people.yaml", "people: []")
    write("lines.jsonl", '{"path": "x", "facts": []}\n')
    write("table.csv", "a,b")
    drafts, problems = load(".")
    assert problems == []
    assert [draft.path for draft in drafts] == [
        "c.jsonl",
        "c.jsonl",
        "a/three.txt",
        "b/one.json",
        "b/two.md",
    ]


def test_what_is_broken_below_a_folder_is_told() -> None:
    write("a/one.json", "{")
    write("a/two.yaml", "txet: a")
    write("a/three.txt", "3")
    drafts, problems = load("a")
    assert [draft.path for draft in drafts] == ["a/three.txt"]
    assert [problem.where() for problem in problems] == ["a/one.json:1:2", "a/two.yaml:1:1"]


def test_the_configuration_says_what_is_no_draft() -> None:
    write(
        "postcheck.yaml",
        "ignore: [archive, 'old-*.txt', 'posts/skip/*']\naccounts: acc.yaml\npolicy: [ele, ours]",
    )
    write("acc.yaml", "accounts: []")
    write("ours/policy.yaml", "id: ours")
    for name in (
        "archive/a.txt",
        "old-1.txt",
        "posts/skip/b.txt",
        "ours/list.txt",
        "posts/c.txt",
        "ele/d.txt",
    ):
        write(name, "a")
    assert [draft.path for draft in load(".")[0]] == ["ele/d.txt", "posts/c.txt"]
    assert [draft.path for draft in load("archive/a.txt")[0]] == ["archive/a.txt"]


@pytest.mark.parametrize("name", [".", "empty"])
def test_a_folder_without_drafts(name: str) -> None:
    Path("empty").mkdir()
    problem = refusal(name)
    assert (problem.message, problem.path) == ("no draft found in this folder", name)


def test_each_file_once() -> None:
    write("a/b.txt", "b")
    assert len(load("a/b.txt", "a", "a/../a/b.txt")[0]) == 1


def test_a_broken_configuration_is_told_once() -> None:
    write("a/postcheck.yaml", "polcy: [ele]")
    write("a/one.txt", "1")
    write("a/two.txt", "2")
    write("three.txt", "3")
    drafts, problems = load("a", "three.txt")
    assert [draft.path for draft in drafts] == ["three.txt"]
    assert [(p.where(), p.remedy) for p in problems] == [
        ("a/postcheck.yaml:1:1", "did you mean `policy`?")
    ]


def test_a_link_out_of_the_folder_is_refused() -> None:
    write("secret.txt", "s")
    Path("a").mkdir()
    Path("a/b.txt").symlink_to("../secret.txt")
    assert refusal("a").message == "this link leads out of the folder"
