"""What works here, tried for real or by analysers that are made to fail."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from postcheck.analysers import ANALYSERS, Entry
from postcheck.commands import doctor
from postcheck.errors import AnalyserError, Problem
from postcheck.facts.model import Fact, Missing
from postcheck.policy.load import load_policy

LOADED_ONCE = cache(load_policy)
KEPT = f"""\
source: {{file: policy.md, sha256: {"0" * 64}, imported_on: 2026-11-25}}
document: [{{number: "7", heading: Pupils, passages: [{{number: "7.3", text: Be kind.}}]}}]
"""


@dataclass
class _Fake:
    """An analyser that sees `item`, or raises it."""

    item: Fact | Missing | BaseException
    name: str = "fake"
    version: str = "1"

    def analyse(self, *scenes: object) -> Iterator[object]:
        if isinstance(self.item, BaseException):
            raise self.item
        yield self.item if len(scenes) > 1 else [self.item]


def _missing(extra: str | None) -> Missing:
    return Missing("image.face", "media[0]", "no eyes", extra, failed=extra is None)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Puts one made analyser in the place of all others."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "load_policy", LOADED_ONCE)

    def put(item: Fact | Missing | BaseException, looks_at: str, extra: str | None = None) -> None:
        module = ModuleType("fake_analyser")
        module.Fake = lambda: _Fake(item)  # type: ignore[attr-defined] - a made module
        monkeypatch.setitem(sys.modules, "fake_analyser", module)
        entry = Entry("fake", "fake_analyser:Fake", looks_at, ("image.face",), extra=extra)  # type: ignore[arg-type] - a text of the table
        monkeypatch.setattr(doctor, "ANALYSERS", (entry,))

    return put


SEEN = Fact("image.face", "media[0]")


@pytest.mark.parametrize("looks_at", ["words", "pictures"])
@pytest.mark.parametrize(
    ("item", "code", "words"),
    [
        (SEEN, 0, "works   fake  faces"),
        (_missing(None), 2, "broken  fake  no eyes"),
        (_missing("exposure"), 0, "absent  fake  no eyes"),
        (ValueError("secret"), 2, "broken  fake  the analyser fake failed with ValueError"),
        (SystemExit(1), 2, "broken  fake  the analyser fake failed with SystemExit"),
        (AnalyserError(Problem("the model is missing")), 2, "broken  fake  the model is missing"),
    ],
)
def test_core_analyser(
    fake: object,
    capsys: pytest.CaptureFixture[str],
    item: Fact | Missing | BaseException,
    looks_at: str,
    code: int,
    words: str,
) -> None:
    fake(item, looks_at)  # type: ignore[operator] - a fixture that is a function
    assert doctor.run() == code
    out = " ".join(capsys.readouterr().out.split())
    assert " ".join(words.split()) in out
    assert "secret" not in out


def test_an_extra_that_fails_leaves_the_core_working(
    fake: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(SystemExit("install me"), "pictures", "exposure")  # type: ignore[operator] - a fixture that is a function
    monkeypatch.setattr(doctor, "_EXTRAS", {"exposure": ("json", "looks")})
    assert doctor.run() == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "broken exposure the analyser fake failed with SystemExit" in out


def test_face_recognition_that_quits_does_not_quit_us(
    fake: object,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "quitting_module.py").write_text("quit('Please install face_recognition_models')")
    monkeypatch.syspath_prepend(str(tmp_path))
    fake(SEEN, "pictures")  # type: ignore[operator] - a fixture that is a function
    monkeypatch.setattr(doctor, "_EXTRAS", {"match": ("quitting_module", "compares faces")})
    assert doctor.run() == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "broken match the extra match failed with SystemExit" in out
    assert "Do: docs/install.md says how, without compiling (pip install 'postcheck[match]')" in out


def test_extra_that_is_absent_says_how_to_get_it(
    fake: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(SEEN, "pictures")  # type: ignore[operator] - a fixture that is a function
    monkeypatch.setattr(doctor, "_EXTRAS", {"heic": ("no_such_module", "reads HEIC")})
    assert doctor.run() == 0
    assert "pip install 'postcheck[heic]'" in capsys.readouterr().out


def test_plug_ins_are_named_and_not_imported(
    fake: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(SEEN, "pictures")  # type: ignore[operator] - a fixture that is a function
    point = EntryPoint("odd", "no_such_package:thing", "postcheck.reporters")
    monkeypatch.setattr(
        "postcheck.plugins.find", lambda group: {"odd": point} if group == "reporters" else {}
    )
    assert doctor.run() == 0
    assert "odd  for reporters, from no_such_package:thing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (None, 0, "absent configuration none here or above"),
        (None, 0, "absent policy document none: no clause can be quoted"),
        ("account: x\n", 0, "works configuration"),
        ("policy_document: kept.yaml\n", 0, "works policy document 1 of 116 clauses found in it"),
        ("policy_document: gone.yaml\n", 2, "broken policy document"),
        ("colour: red\n", 2, "unknown key `colour`"),
        ("policy: [nowhere]\n", 2, "broken policy"),
        ("rules:\n  no-such-rule: {enabled: false}\n", 2, "the policy has no rule “no-such-rule”"),
    ],
)
def test_configuration(
    fake: object,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    text: str | None,
    code: int,
    words: str,
) -> None:
    fake(SEEN, "pictures")  # type: ignore[operator] - a fixture that is a function
    if text is not None:
        (tmp_path / "postcheck.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "kept.yaml").write_text(KEPT, encoding="utf-8")
    assert doctor.run() == code
    assert words in " ".join(capsys.readouterr().out.split())


@pytest.mark.model
def test_everything_of_the_core_works(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert doctor.run() == 0
    out = capsys.readouterr().out
    for entry in ANALYSERS:
        if entry.extra is None:
            assert f"  works   {entry.name} " in out
