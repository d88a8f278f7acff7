"""An invented register, the shipped lists, and a way to look at one text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from people_scenes import Told, scene_of

from postcheck.analysers.words.people import PeopleAnalyser
from postcheck.config.model import Config, Organisation
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.people.register import Person, Register
from postcheck.policy.lists import ListFile
from postcheck.resources import rules_folder
from postcheck.setting import Setting

Look = Callable[..., list[Fact]]
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def register() -> Register:
    rows = yaml.safe_load((HERE / "register.yaml").read_text(encoding="utf-8"))
    people = [Person.model_validate(row) for row in rows["people"]]
    return Register({person.code: person for person in people})


@pytest.fixture(scope="session")
def people_lists() -> dict[str, ListFile]:
    found = {}
    for path in sorted((rules_folder() / "common" / "lists").glob("people-*.yaml")):
        entry = ListFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        found[entry.id] = entry
    return found


@pytest.fixture(scope="session")
def works() -> tuple[str, ...]:
    """Titles of no real work that hold names of the register."""
    return (
        "Amelia Brown and the Missing Moon",
        "Clever You, Amelia Brown",
        "Tom Brown's Schooldays",
    )


@pytest.fixture(scope="session")
def settings(
    register: Register, people_lists: dict[str, ListFile], works: tuple[str, ...]
) -> Callable[[bool], Setting]:
    made_up = people_lists["people-works"].model_copy(update={"id": "works", "entries": works})
    lists = {**people_lists, "works": made_up}
    config = Config(organisation=Organisation(names=("Early Life Enterprise", "Thornfield Rose")))
    made = {
        known: Setting(config=config, register=register if known else Register(), lists=lists)
        for known in (True, False)
    }
    return made.__getitem__


@pytest.fixture(scope="session")
def unaided() -> PeopleAnalyser:
    """The analyser with a model that sees nothing."""
    return PeopleAnalyser(encoder=Told())


@pytest.fixture
def look(unaided: PeopleAnalyser, settings: Callable[[bool], Setting]) -> Look:
    """Who is seen in one text, with the register or without."""

    def looked(
        text: str,
        *,
        known: bool = True,
        name: str = "text",
        compound: bool = False,
        analyser: PeopleAnalyser = unaided,
    ) -> list[Fact]:
        scene = scene_of(Surface(name, text, compound), settings(known))
        (facts,) = analyser.analyse([scene])
        return [fact for fact in facts if isinstance(fact, Fact)]

    return looked
