"""The ledger of published pictures, through the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from program import Ended, Program

POSTS = Path(__file__).resolve().parents[2] / "examples/posts"
DRAFT = {
    "id": "walk",
    "text": "Our walk",
    "platforms": ["website"],
    "publish_at": "2026-09-20",
    "purpose": "news",
    "remove_by": "2027-07-31",
    "media": [{"path": "walk.jpg"}],
}

Postcheck = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "postcheck.yaml").write_text("ledger: pictures.jsonl\n", encoding="utf-8")
    (tmp_path / "pictures.jsonl").touch()
    shutil.copy(POSTS / "harvest-walk.jpg", tmp_path / "walk.jpg")
    write(tmp_path, "walk.json", DRAFT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, draft: object) -> None:
    (folder / name).write_text(json.dumps(draft), encoding="utf-8")


def held(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "pictures.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_use_is_recorded_once(program: Program, folder: Path) -> None:
    code, out, _ = program("ledger", "add", "walk.json")
    assert (code, out) == (
        0,
        "pictures.jsonl: walk.json: 1 picture recorded on website, 2026-09-20\n",
    )
    assert program("ledger", "add", "walk.json").out.endswith("1 picture known already\n")
    (use,) = held(folder)
    assert str(use.pop("hash")).startswith("dct1:")
    assert use == {
        "date": "2026-09-20",
        "channels": ["website"],
        "purpose": "news",
        "draft": "walk",
        "remove_by": "2027-07-31",
    }


def test_of_several_drafts_each_is_told(program: Program, folder: Path) -> None:
    program("ledger", "add", "walk.json")
    write(folder, "other.json", {**DRAFT, "id": "other", "platforms": ["instagram"]})
    write(folder, "again.json", {**DRAFT, "id": "other", "platforms": ["instagram"]})
    assert program("ledger", "add", "walk.json", "other.json", "again.json").out.splitlines() == [
        "pictures.jsonl: walk.json: 1 picture known already",
        "pictures.jsonl: other.json: 1 picture recorded on instagram, 2026-09-20",
        "pictures.jsonl: again.json: 1 picture known already",
    ]
    assert [use["draft"] for use in held(folder)] == ["walk", "other"]


def test_what_stands_in_the_ledger_stays_as_it_is(program: Program, folder: Path) -> None:
    program("ledger", "add", "walk.json")
    before = (folder / "pictures.jsonl").read_bytes().rstrip(b"\n")
    (folder / "pictures.jsonl").write_bytes(before)
    code, _, _ = program("ledger", "add", "walk.json", "--purpose", "fair", "--only")
    assert code == 0
    assert (folder / "pictures.jsonl").read_bytes().startswith(before + b"\n")
    first, second = held(folder)
    assert (first["purpose"], second["purpose"], second["only"]) == ("news", "fair", True)


def test_the_picture_is_known_again(program: Program, folder: Path) -> None:
    program("ledger", "add", "walk.json", "--only")
    copy = ImageOps.mirror(Image.open(folder / "walk.jpg")).resize((400, 300))
    copy.save(folder / "again.jpg", quality=60)
    draft = {"text": "Visit us", "purpose": "advert", "media": [{"path": "again.jpg"}]}
    write(folder, "again.json", {**draft, "platforms": ["website"]})
    rule = ("--select", "picture-beyond-its-limits", "--format", "json")
    code, out, _ = program("check", "again.json", *rule)
    (finding,) = json.loads(out)["drafts"][0]["findings"]
    assert (code, finding["outcome"], finding["clause"]) == (1, "violation", "AP.DN5b")
    assert "website, for news" in finding["message"]
    assert program("check", "walk.json", *rule).code == 0


def test_checking_never_writes(program: Program, folder: Path) -> None:
    program("check", "walk.json", "--select", "AP.DN5b")
    assert held(folder) == []


def test_the_ledger_is_no_draft(program: Program, folder: Path) -> None:
    program("ledger", "add", "walk.json")
    _, out, _ = program("check", ".", "--select", "AP.DN5b", "--format", "json")
    assert [draft["path"] for draft in json.loads(out)["drafts"]] == ["walk.json"]


def test_films_and_plain_pictures_are_left_out(program: Program, folder: Path) -> None:
    (folder / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + b"\0" * 64)
    Image.new("RGB", (40, 40), "white").save(folder / "plain.png")
    media = [{"path": "film.mp4"}, {"path": "plain.png"}, {"path": "walk.jpg"}]
    write(folder, "walk.json", {**DRAFT, "media": media})
    code, out, _ = program("ledger", "add", "walk.json")
    assert (code, len(held(folder))) == (0, 1)
    assert "film.mp4 cannot be told from others" in out
    assert "plain.png cannot be told from others" in out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"platforms": []}, "does not say where it was published"),
        ({"media": [{"path": "broken.jpg"}]}, "cut short or damaged"),
        ({"media": [{"path": "gone.jpg"}]}, "gone.jpg"),
    ],
)
def test_where_one_draft_cannot_be_read_nothing_is_written(
    program: Program, folder: Path, change: dict[str, object], says: str
) -> None:
    (folder / "broken.jpg").write_bytes((folder / "walk.jpg").read_bytes()[:900])
    write(folder, "other.json", {**DRAFT, "id": "other", **change})
    code, out, err = program("ledger", "add", "walk.json", "other.json")
    assert (code, out) == (2, "")
    assert says in err
    assert held(folder) == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{oops", "pictures.jsonl:2:2: error: a key in double quotes is expected here"),
        ('{"hash": "dct1:0", "date": "2026-09-20", "channels": ["x"]}', "pictures.jsonl:2:10"),
        (f'{{"hash": "dct1:{0:034x}", "date": "2026-09-20", "channels": []}}', "`channels`"),
    ],
)
def test_a_broken_ledger_stops_the_work_and_is_left_alone(
    program: Program, folder: Path, line: str, says: str
) -> None:
    (folder / "pictures.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    for arguments in (("ledger", "add", "walk.json"), ("check", "walk.json")):
        code, _, err = program(*arguments)
        assert code == 2
        assert says in err
    assert (folder / "pictures.jsonl").read_text(encoding="utf-8") == f"\n{line}\n"


def test_without_a_ledger_the_way_to_one_is_told(program: Program, folder: Path) -> None:
    (folder / "pictures.jsonl").unlink()
    code, _, err = program("ledger", "add", "walk.json")
    assert code == 2
    assert "make an empty one to begin it" in err
    (folder / "postcheck.yaml").write_text("account: ours\n", encoding="utf-8")
    code, _, err = program("ledger", "add", "walk.json")
    assert code == 2
    assert "name one under `ledger` in postcheck.yaml" in err
