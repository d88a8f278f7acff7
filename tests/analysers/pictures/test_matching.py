"""The biometric gate, and the comparing of templates; both on data, never on anybody's face."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFile

from postcheck.analysers.pictures import matching
from postcheck.analysers.pictures.matching import match_faces, may_match, nearest
from postcheck.config.model import Config
from postcheck.drafts.pictures import Picture, open_picture
from postcheck.facts.model import Fact, Missing
from postcheck.people.register import Person, Register
from postcheck.places import Box
from postcheck.setting import Setting

TODAY = date(2026, 11, 22)
YES = {"purpose": "biometric", "decision": "yes", "written": "yes", "given_by": "parent"}
ON = Config.model_validate({"face_matching": {"enabled": True, "dpia_reference": "DPIA-7"}})


def _person(*consents: dict[str, Any], **fields: Any) -> Person:
    return Person.model_validate(
        {"code": "P017", "role": "pupil", "consents": list(consents)} | fields
    )


def test_the_gate_opens_on_a_full_record() -> None:
    assert may_match(_person(YES), ON, TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {"decision": "no"},
        {"decision": "withdrawn"},
        {"decision": "pending"},
        {"decision": None},
        {"written": "no"},
        {"written": None},
        {"given_by": "pupil"},
        {"given_by": "self"},
        {"given_by": None},
        {"given_by": "pupil", "competence_assessed_by": "S1", "competence_assessed_on": TODAY},
        {"child_assent": "no"},
        {"expires_on": date(2026, 11, 21)},
        {"decided_on": date(2026, 11, 23)},
        {"channel": "website"},
        {"purpose": "image"},
    ],
    ids=str,
)
def test_each_gap_in_the_record_closes_the_gate(change: dict[str, Any]) -> None:
    assert not may_match(_person(YES | change), ON, TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {"child_assent": "yes"},
        {"child_assent": "unknown"},
        {"expires_on": TODAY},
        {"decided_on": TODAY},
    ],
    ids=str,
)
def test_what_does_not_close_the_gate(change: dict[str, Any]) -> None:
    assert may_match(_person(YES | change), ON, TODAY)


@pytest.mark.parametrize(
    ("other", "opens"),
    [
        (YES | {"decision": "no"}, False),
        (YES | {"decision": "withdrawn", "expires_on": date(2020, 1, 1)}, False),
        (YES | {"decision": "no", "channel": "facebook"}, False),
        (YES | {"decision": "pending", "child_assent": "no"}, False),
        (YES | {"decision": "yes", "written": "no", "child_assent": "no"}, False),
        (YES | {"decision": "no", "purpose": "image"}, True),
        (YES | {"decision": "pending"}, True),
    ],
    ids=str,
)
def test_one_objection_beats_a_consent(other: dict[str, Any], opens: bool) -> None:
    assert may_match(_person(YES, other), ON, TODAY) is opens
    assert may_match(_person(other, YES), ON, TODAY) is opens


@pytest.mark.parametrize(
    ("settings", "opens"),
    [
        ({}, False),
        ({"enabled": True}, False),
        ({"enabled": True, "dpia_reference": "  "}, False),
        ({"enabled": False, "dpia_reference": "DPIA-7"}, False),
        ({"enabled": True, "dpia_reference": "DPIA-7"}, True),
    ],
)
def test_the_configuration_comes_first(settings: dict[str, Any], opens: bool) -> None:
    config = Config.model_validate({"face_matching": settings})
    assert may_match(_person(YES), config, TODAY) is opens


def test_leavers_and_adults() -> None:
    left = {"left_on": date(2026, 7, 31)}
    assert not may_match(_person(YES, **left), ON, TODAY)
    assert may_match(_person(YES | {"survives_leaving": True}, **left), ON, TODAY)
    assert may_match(_person(YES | {"given_by": "self"}, role="staff"), ON, TODAY)
    assert not may_match(_person(YES, role="staff"), ON, TODAY)
    assert not may_match(
        _person(YES | {"given_by": "self", "written": "no"}, role="staff"), ON, TODAY
    )


def _vector(*values: float) -> Any:
    return np.array([*values, *[0.0] * (128 - len(values))])


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ([_vector(0.1)], {0: ("A", 0.1)}),
        ([_vector(0.5)], {0: ("A", 0.5)}),
        ([_vector(-0.51)], {}),
        ([_vector(1.2), _vector(0.2)], {0: ("B", 0.2), 1: ("A", 0.2)}),
        ([_vector(0.3), _vector(0.1)], {1: ("A", 0.1)}),
        ([], {}),
    ],
)
def test_nearest(seen: list[Any], expected: dict[int, tuple[str, float]]) -> None:
    assert nearest(seen, {"A": _vector(0.0), "B": _vector(1.4)}, 0.5) == {
        index: (code, pytest.approx(distance)) for index, (code, distance) in expected.items()
    }


def test_a_face_near_two_people_is_nobodys() -> None:
    assert nearest([_vector(0.2)], {"A": _vector(0.0), "B": _vector(0.5)}, 0.5) == {}


class _Library:
    """Stands in for face_recognition: the template of a face is its mean colour."""

    def __init__(self) -> None:
        self.calls = 0

    def face_encodings(self, pixels: Any, known_face_locations: list[Any]) -> list[Any]:
        self.calls += 1
        return [
            _vector(float(pixels[top:bottom, left:right].mean()) / 255)
            for top, right, bottom, left in known_face_locations
        ]


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    library = matching.face_recognition_library
    matching._TEMPLATES.clear()
    library.cache_clear()
    yield
    matching._TEMPLATES.clear()
    library.cache_clear()


@pytest.fixture
def picture(tmp_path: Path) -> Iterator[Picture]:
    image = Image.new("RGB", (100, 50), "black")
    image.paste("white", (50, 0, 100, 50))
    image.save(tmp_path / "post.png")
    with open_picture(tmp_path / "post.png", "media[0]") as opened:
        yield opened


FACES = [
    Fact("image.face", "media[0]", box=Box(60, 10, 20, 20), score=0.9),
    Fact("image.face", "media[0]", box=Box(10, 10, 20, 20), score=0.8),
]


def _setting(tmp_path: Path, *people: Person) -> Setting:
    folder = tmp_path / "portraits"
    folder.mkdir(exist_ok=True)
    Image.new("RGB", (40, 40), "white").save(folder / "P017.jpg")
    config = Config.model_validate(
        {"face_matching": {"enabled": True, "dpia_reference": "D", "portraits": "portraits"}}
    )
    register = Register({person.code: person for person in people})
    return Setting(config=config, register=register, today=TODAY, portraits=folder)


def _library(monkeypatch: pytest.MonkeyPatch) -> _Library:
    library = _Library()
    monkeypatch.setattr(matching, "_template_of", lambda path: _vector(1.0))
    monkeypatch.setattr(matching, "face_recognition_library", lambda: library)
    return library


def test_a_known_face_gets_its_code_and_keeps_its_score(
    tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _library(monkeypatch)
    first, second = match_faces(picture, FACES, _setting(tmp_path, _person(YES)))
    assert isinstance(first, Fact)
    assert first.attributes == {"matched": "P017", "distance": 0.0}
    assert first.score == 0.9
    assert second == FACES[1]


def test_without_anybody_behind_the_gate_nothing_is_compared(
    tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = _library(monkeypatch)
    refused = _person(YES | {"decision": "no"})
    assert match_faces(picture, FACES, _setting(tmp_path, refused)) == FACES
    assert library.calls == 0
    assert matching._TEMPLATES == {}


def test_a_template_is_forgotten_on_withdrawal(
    tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _library(monkeypatch)
    match_faces(picture, FACES, _setting(tmp_path, _person(YES)))
    assert list(matching._TEMPLATES) == ["P017"]
    match_faces(picture, FACES, _setting(tmp_path, _person(YES | {"decision": "withdrawn"})))
    assert matching._TEMPLATES == {}


def test_a_person_without_portrait_is_told_by_code(
    tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _library(monkeypatch)
    seen = match_faces(picture, FACES, _setting(tmp_path, _person(YES, code="P018")))
    assert seen[:2] == FACES
    assert [item.because for item in seen if isinstance(item, Missing)] == [
        "no portrait of P018 with one face is there to compare with"
    ]


@pytest.mark.parametrize("fault", [ImportError("face_recognition"), SystemExit(0)])
def test_a_library_that_is_missing_or_quits_is_an_extra_missing(
    tmp_path: Path,
    picture: Picture,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: BaseException,
) -> None:
    real = builtins.__import__

    def quitting(name: str, *rest: Any) -> Any:
        if name == "face_recognition":
            sys.stdout.write("Please install `face_recognition_models`")
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            raise fault
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "face_recognition", raising=False)
    monkeypatch.setattr(builtins, "__import__", quitting)
    monkeypatch.setattr(matching, "_template_of", lambda path: _vector(1.0))
    seen = match_faces(picture, FACES, _setting(tmp_path, _person(YES)))
    assert seen[:2] == FACES
    assert seen[2] == Missing(
        "image.face", "media[0]", "comparing faces needs the extra “match”", extra="match"
    )
    assert capsys.readouterr().out == ""
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
