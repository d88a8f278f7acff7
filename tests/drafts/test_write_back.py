"""Sign-offs written back: in the draft's own form, or beside it where that would lose something."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.drafts import write_back
from postcheck.drafts.write_back import add_sign_off
from postcheck.errors import UsageError

ENTRY = {
    "clause": "4.5",
    "role": "dsl",
    "by": "S02",
    "at": "2026-11-28T10:12:00Z",
    "sha256": "0" * 64,
    "parts": {"text": "1a2b"},
}


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("a.json", b'{\r\n  "text": "Hi"\r\n}\r\n'),
        ("a.json", b'\xef\xbb\xbf{"text": "Hi"}'),
        ("a.yaml", b"text: Hi\r\ntitle: Ho\r\n"),
        ("a.yaml", b"\xef\xbb\xbftext: |\n  Hi\n\n  you\n"),
        ("a.md", b"Hi\r\n\r\nyou\r\n"),
        ("a.md", b"---\ntitle: x\n---\nHi"),
        ("a.markdown", b"---\n---\nHi"),
    ],
)
def test_the_file_keeps_its_form(tmp_path: Path, name: str, before: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(before)
    path.chmod(0o640)
    assert add_sign_off(path, ENTRY) == path
    after = path.read_bytes()
    assert b"S02" in after
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.replace(b"\r\n", b"").count(b"\r") == 0
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("a.txt", "Hi\n"),
        ("a.yaml", "{text: Hi}\n"),
        ("a.yaml", "text: |\n  Hi"),
        ("a.yaml", "text: Hi\r\ntitle: Ho\n"),
    ],
)
def test_what_would_be_lost_is_kept_beside(tmp_path: Path, name: str, before: str) -> None:
    path = tmp_path / name
    path.write_bytes(before.encode())
    for _ in range(2):
        assert add_sign_off(path, ENTRY) == tmp_path / f"{name}.records.yaml"
    assert path.read_bytes() == before.encode()
    assert (tmp_path / f"{name}.records.yaml").read_text(encoding="utf-8").count("S02") == 2


def test_records_that_take_no_more_lines_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hi", encoding="utf-8")
    beside = tmp_path / "a.txt.records.yaml"
    beside.write_text("{waivers: []}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot take a sign-off"):
        add_sign_off(path, ENTRY)
    assert beside.read_text(encoding="utf-8") == "{waivers: []}\n"


def test_a_change_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "Hi"}', encoding="utf-8")
    reading = write_back.read_bytes

    def read_and_change(file: Path) -> bytes:
        data = reading(file)
        path.write_text('{"text": "Changed"}', encoding="utf-8")
        return data

    monkeypatch.setattr(write_back, "read_bytes", read_and_change)
    with pytest.raises(UsageError, match="changed this file meanwhile"):
        add_sign_off(path, ENTRY)
    assert path.read_text(encoding="utf-8") == '{"text": "Changed"}'


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_failure_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "Hi"}', encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, failing, fail)
        with pytest.raises(UsageError, match="No space left"):
            add_sign_off(path, ENTRY)
    assert path.read_text(encoding="utf-8") == '{"text": "Hi"}'
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]
