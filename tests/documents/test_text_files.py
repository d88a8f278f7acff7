from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.documents.files import decode, read_text
from postcheck.errors import InputError, Problem


def refused(path: Path, limit: int = 100) -> Problem:
    with pytest.raises(InputError) as caught:
        read_text(path, "a.txt", limit)
    return caught.value.problems[0]


def test_text_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9\r\n")
    assert read_text(path) == "café\r\n"


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"ab\ncd\xe9", "the file is not UTF-8: byte 6 is 0xE9", 2),
        ("hi".encode("utf-16"), "the file is UTF-16, not UTF-8", None),
        (b"\xed\xa0\xbd", "the file is not UTF-8: byte 1 is 0xED", 1),
    ],
)
def test_other_encodings(data: bytes, message: str, line: int | None) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    problem = caught.value.problems[0]
    assert (problem.message, problem.line) == (message, line)
    assert problem.remedy == "save it as UTF-8"


def test_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 100)
    assert len(read_text(path, limit=100)) == 100
    assert refused(path, 99).message == "the file is larger than 99 bytes"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.txt").message == "there is no such file"
    assert refused(tmp_path).message == "this is a folder, not a file"
