"""Media paths, and pictures that lie beside a post."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postcheck.config.find import SourceFinder
from postcheck.drafts.load import Loaded, LoadedDraft, Refused, load_drafts


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str = "x") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content)


def load(*paths: str) -> list[Loaded]:
    return list(load_drafts(paths, SourceFinder()))


def loaded(*paths: str) -> LoadedDraft:
    (found,) = load(*paths)
    assert isinstance(found, LoadedDraft), found
    return found


@pytest.mark.parametrize(
    ("path", "message", "remedy"),
    [
        ("img/b.jpg", "there is no file `img/b.jpg`", "did you mean `a.jpg`?"),
        ("img/zzz.png", "there is no file `img/zzz.png`", None),
        ("../../out.jpg", "`../../out.jpg` leaves the content root", "keep media inside"),
        ("out/c.jpg", "`out/c.jpg` leaves the content root", "keep media inside"),
        ("/etc/passwd", "`/etc/passwd` is not relative to the draft", "write the path"),
        ("C:\\a.jpg", "`C:/a.jpg` is not relative to the draft", "write the path"),
        ("\\\\host\\a.jpg", "a media path must be a file: nothing is fetched", "save it"),
        ("https://x.example/a.jpg", "a media path must be a file: nothing is fetched", "save it"),
        ("data:image/png;base64,AA", "a media path must be a file: nothing is fetched", "save it"),
        ("img", "`img` is not a file", None),
        ("", "the media path is empty or not a path", None),
        ("a\0b", "the media path is empty or not a path", None),
        ("a" * 5000, f"there is no file `{'a' * 5000}`", None),
        ("loop.jpg", "there is no file `loop.jpg`", None),
    ],
)
def test_paths_that_are_refused(path: str, message: str, remedy: str | None) -> None:
    write("posts/img/a.jpg")
    write("elsewhere/c.jpg")
    Path("posts/out").symlink_to("../elsewhere")
    Path("posts/loop.jpg").symlink_to("loop.jpg")
    write("posts/d.json", json.dumps({"text": "a", "media": [{"path": path}]}, indent=1))
    (found,) = load("posts/d.json")
    assert isinstance(found, Refused)
    (problem,) = found.problems
    assert problem.message == message
    assert (problem.remedy or "").startswith(remedy or "")
    assert problem.where() == "posts/d.json:5:12"


@pytest.mark.parametrize("path", ["img/a.jpg", "img\\a.jpg", "./img/../img/a.jpg", "img/in.jpg"])
def test_paths_that_are_read(path: str) -> None:
    write("posts/img/a.jpg")
    Path("posts/img/in.jpg").symlink_to("a.jpg")
    write("posts/d.json", json.dumps({"media": [{"path": path}]}))
    found = loaded("posts/d.json")
    assert found.media[0].read_text() == "x"
    assert "\\" not in found.draft.media[0].path


@pytest.mark.parametrize(
    ("config", "fits"),
    [
        ("{}", True),
        ("content_root: posts", False),
        ("content_root: .", True),
        (None, False),
    ],
)
def test_the_content_root(config: str | None, fits: bool) -> None:
    write("shared/a.jpg")
    write("posts/d.yaml", "media: [{path: ../shared/a.jpg}]")
    if config is not None:
        write("postcheck.yaml", config)
    (found,) = load("posts/d.yaml")
    assert isinstance(found, LoadedDraft) == fits


def test_every_bad_path_is_told() -> None:
    write("d.yaml", "text: a\nmedia:\n  - path: b.jpg\n  - path: http://c.example/c.jpg\n")
    (found,) = load("d.yaml")
    assert isinstance(found, Refused)
    assert [problem.where() for problem in found.problems] == ["d.yaml:3:11", "d.yaml:4:11"]


@pytest.mark.parametrize("name", ["post.md", "post.txt", "sports-day.md"])
def test_a_folder_as_post(name: str) -> None:
    write(
        f"p/{name}",
        "---\nkind: post\nmedia: [{path: b.jpg, alt: B}]\n---\nHello"
        if name.endswith(".md")
        else "Hello",
    )
    for picture in ("b.jpg", "a.PNG", "film.mp4", ".hidden.jpg", "notes.csv"):
        write(f"p/{picture}")
    paths = [medium.path for medium in loaded("p").draft.media]
    assert sorted(paths) == ["a.PNG", "b.jpg", "film.mp4"]


def test_a_post_named_by_itself_has_its_pictures_too() -> None:
    write("p/post.json", '{"text": "Hello"}')
    write("p/a.jpg")
    assert [medium.path for medium in loaded("p/post.json").draft.media] == ["a.jpg"]


def test_a_post_of_pictures_alone() -> None:
    write("p/post.yaml", "platforms: [instagram]")
    write("p/a.jpg")
    assert loaded("p").media == (Path("p/a.jpg"),)


def test_pictures_beside_several_drafts_belong_to_none() -> None:
    write("p/one.txt", "1")
    write("p/two.txt", "2")
    write("p/a.jpg")
    assert [item.media for item in load("p") if isinstance(item, LoadedDraft)] == [(), ()]


def test_pictures_of_a_content_repository_belong_to_no_draft() -> None:
    write("postcheck.yaml", "{}")
    write("one.txt", "1")
    write("logo.png")
    assert loaded(".").media == ()


def test_pictures_beside_a_named_draft_are_not_its_own() -> None:
    write("one.txt", "1")
    write("a.jpg")
    assert loaded("one.txt").media == ()


def test_too_many_pictures_in_a_folder() -> None:
    write("p/post.txt", "1")
    for number in range(201):
        write(f"p/{number}.jpg")
    (found,) = load("p")
    assert isinstance(found, Refused)
    assert found.problems[0].message == "`media` is too long: at most 200 entries are read"
