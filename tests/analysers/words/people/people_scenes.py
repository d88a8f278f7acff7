"""A stand-in for the model, and scenes of one surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from postcheck.analysers.base import Scene
from postcheck.analysers.words.links.analyser import LinkAnalyser
from postcheck.analysers.words.tags import TagAnalyser
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.people.accounts import Account
from postcheck.setting import Setting


@dataclass(frozen=True)
class Entity:
    start: int
    end: int
    label: str
    score: float


@dataclass
class Told:
    """A stand-in for the model: it sees what it is told to see."""

    entities_of: dict[str, list[Entity]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    version: str = "9"

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        self.asked.extend(texts)
        return [self.entities_of.get(text, []) for text in texts]

    def told(self, score: float) -> float:
        return score


def scene_of(surface: Surface, setting: Setting) -> Scene:
    scene = Scene(
        draft=Draft(text=surface.text),
        account=Account(id="a"),
        setting=setting,
        surfaces=(surface,),
    )
    for analyser in (TagAnalyser(), LinkAnalyser()):
        for seen in analyser.analyse([scene]):
            for fact in seen:
                scene.facts.add(fact)
    return scene
