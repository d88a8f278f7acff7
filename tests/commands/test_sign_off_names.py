"""Names that are not in full: a sign-off is bound to those whom a check ties to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from signing import NAMES, WORDS, Postcheck, change, in_folder, lay_out, reported, write

from postcheck.analysers.base import Scene
from postcheck.analysers.words.people.analyser import PeopleAnalyser
from postcheck.facts.model import Fact

NAMED = ("--clause", "N.1", "--role", "dsl", "--by", "S2")
WORDED = ("--clause", "W.1", "--role", "dsl", "--by", "S2")
NEWCOMER = "  - {code: P018, role: pupil, first_name: Bo, surname: Lane}\n"
GONE = "consent for the name of P017 is not available any more"


def _first_names(_: object, scenes: Sequence[Scene]) -> Iterator[list[Fact]]:
    """Every first name of the register that stands in a text."""
    for scene in scenes:
        yield [
            Fact("text.person", surface.name, attributes={"person": code, "form": "first"})
            for surface in scene.surfaces
            for code, person in scene.setting.register.people.items()
            if (person.first_name or "-") in surface.text.replace("!", "").split()
        ]


@pytest.fixture
def postcheck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    lay_out(tmp_path, WORDS, NAMES)
    write(tmp_path / "hidden.yaml", "people: []\n")
    change(tmp_path / "postcheck.yaml", "account: ele", "account: ele\ndo_not_feature: hidden.yaml")
    write(tmp_path / "post.yaml", "text: Well done Amira and Bo!\nauthor: S9\n")
    monkeypatch.setattr(PeopleAnalyser, "analyse", _first_names)
    return in_folder(tmp_path, monkeypatch, capsys)


def ended(postcheck: Postcheck) -> dict[str, str]:
    """The clauses whose sign-off does not hold, and why."""
    void = [one for one in reported(postcheck, "post.yaml")[1] if one["rule"] == "sign-off-void"]
    return {
        one["clause"]: one["message"].partition("does not hold: ")[2].rstrip(".") for one in void
    }


def not_featured(folder: Path) -> None:
    write(folder / "hidden.yaml", "people: [{code: P017}]\n")


def taken_off(folder: Path) -> None:
    write(folder / "people.yaml", "people:\n" + NEWCOMER)


def come_on(folder: Path) -> None:
    people = (folder / "people.yaml").read_text(encoding="utf-8")
    write(folder / "people.yaml", people + NEWCOMER)


def consent_refused(folder: Path) -> None:
    change(folder / "people.yaml", '"yes", written', '"no", written')


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (not_featured, GONE),
        (come_on, "the consent for the name of P018 has changed"),
        (consent_refused, None),
    ],
)
def test_what_changes_of_somebody_named_by_first_name_ends_the_sign_off_of_names_alone(
    postcheck: Postcheck, tmp_path: Path, later: object, why: str | None
) -> None:
    for signed in (NAMED, WORDED):
        assert postcheck("sign-off", "post.yaml", *signed).code == 0
    assert ended(postcheck) == {}
    assert callable(later)
    later(tmp_path)
    assert ended(postcheck) == ({"N.1": why} if why else {})
    if why:
        assert postcheck("sign-off", "post.yaml", *NAMED).code == 0
        assert ended(postcheck) == {}


def test_the_list_and_the_register_are_told_in_the_same_words(
    postcheck: Postcheck, tmp_path: Path
) -> None:
    come_on(tmp_path)
    assert postcheck("sign-off", "post.yaml", *NAMED).code == 0
    not_featured(tmp_path)
    on_the_list = ended(postcheck)
    write(tmp_path / "hidden.yaml", "people: []\n")
    taken_off(tmp_path)
    told = {"N.1": GONE.replace("P017", "somebody")}  # a code that the register does not have
    assert (on_the_list, ended(postcheck)) == ({"N.1": GONE}, told)


def test_where_no_rule_asks_for_names_none_are_looked_for(
    postcheck: Postcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (tmp_path / name).unlink()
    monkeypatch.setattr(PeopleAnalyser, "__init__", lambda *_: pytest.fail("it is loaded"))
    assert postcheck("sign-off", "post.yaml", *WORDED).code == 0
    not_featured(tmp_path)
    assert ended(postcheck) == {}
