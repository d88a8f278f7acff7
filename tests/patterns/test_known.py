"""What is known of patterns is kept between runs, and never believed where it is doubtful."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from postcheck.patterns import known as module
from postcheck.patterns.known import Known

PATTERN = r"(?i)\bstrike (?:day|ballot)\b"


def kept(folder: Path) -> dict[str, object]:
    text = (folder / "patterns.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_a_later_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Known(tmp_path / "cache")
    assert first.needles(PATTERN) == {"strike "}
    first.keep()

    def never(pattern: str) -> re.Pattern[str]:
        raise AssertionError(pattern)

    monkeypatch.setattr(module, "compiled", never)
    later = Known(tmp_path / "cache")
    later.prove(PATTERN)
    assert later.needles(PATTERN) == {"strike "}
    with pytest.raises(AssertionError):
        later.prove("another")


@pytest.mark.parametrize("folder", [True, False], ids=["kept", "not kept"])
def test_what_cannot_be_read_is_refused_in_every_run(tmp_path: Path, folder: bool) -> None:
    for _ in range(2):
        known = Known(tmp_path if folder else None)
        with pytest.raises(re.error):
            known.prove("(unclosed")
        known.keep()


def test_no_word_of_a_pattern_is_written_down_but_its_needles(tmp_path: Path) -> None:
    known = Known(tmp_path)
    known.prove(r"Project \w+ Lantern|Kestrel")
    known.keep()
    patterns = kept(tmp_path)["patterns"]
    assert isinstance(patterns, dict)
    assert [re.fullmatch("[0-9a-f]{24}", key) is not None for key in patterns] == [True]


@pytest.mark.parametrize(
    "damage",
    [
        lambda it: "",
        lambda it: "{",
        lambda it: "[]",
        lambda it: it.replace('"stamp": "', '"stamp": "older'),
        lambda it: it.replace('["strike "]', '"strike "'),
        lambda it: it.replace('["strike "]', '[""]'),
        lambda it: it.replace('["strike "]', "[7]"),
        lambda it: it.replace('"patterns": {', '"patterns": [{') + "]}",
    ],
)
def test_a_damaged_or_older_file_is_not_believed(tmp_path: Path, damage: object) -> None:
    known = Known(tmp_path)
    known.prove(PATTERN)
    known.keep()
    file = tmp_path / "patterns.json"
    assert callable(damage)
    spoilt = str(damage(file.read_text(encoding="utf-8")))
    assert spoilt != file.read_text(encoding="utf-8")
    file.write_text(spoilt, encoding="utf-8")
    again = Known(tmp_path)
    assert again.needles(PATTERN) == {"strike "}
    again.keep()
    assert Known(tmp_path).needles(PATTERN) == {"strike "}
    assert kept(tmp_path)["patterns"]


def test_a_folder_that_cannot_be_written_to_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    known = Known(tmp_path / "file" / "cache")
    known.prove(PATTERN)
    known.keep()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "no folder"


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    known = Known(tmp_path)
    known.prove(PATTERN)
    known.keep()
    (tmp_path / "patterns.json").unlink()
    known.keep()
    assert list(tmp_path.iterdir()) == []


def test_too_many_patterns_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    for number in range(3):
        known = Known(tmp_path)
        known.prove(f"pattern {number}")
        known.keep()
    patterns = kept(tmp_path)["patterns"]
    assert isinstance(patterns, dict)
    assert len(patterns) == 1
