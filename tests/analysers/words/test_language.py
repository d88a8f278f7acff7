"""What the language model's classes become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from postcheck.analysers.base import Scene
from postcheck.analysers.words.language import LanguageAnalyser
from postcheck.config.model import Config
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.language.classes import CLASSES
from postcheck.language.encoder import Reading
from postcheck.language.stretches import Stretch
from postcheck.people.accounts import Account
from postcheck.setting import Setting


class Model:
    """Stands in for the encoder: every text is a threat of 0.8 and routine of 0.6."""

    version = "9"
    limits: Mapping[str, float] = dict.fromkeys(CLASSES, 0.5)

    def __init__(self, *others: Mapping[str, float]) -> None:
        self.asked: list[str] = []
        self.others = others

    def read(self, texts: Sequence[str]) -> list[Reading]:
        self.asked += texts
        nothing = dict.fromkeys(CLASSES, 0.1)
        held = ({"threat": 0.8, "routine": 0.6}, *self.others)
        stretches = [
            Stretch(4 * at, 4 * at + 4, nothing | scores) for at, scores in enumerate(held)
        ]
        return [Reading([], stretches) for _ in texts]


def facts(
    *surfaces: Surface, others: Sequence[Mapping[str, float]] = ()
) -> tuple[list[tuple[str, str, str, float | None]], Model]:
    model = Model(*others)
    scene = Scene(Draft(text="Hello"), Account(id="a"), Setting(Config()), surfaces=surfaces)
    found = list(next(iter(LanguageAnalyser(model).analyse([scene]))))
    assert all(fact.source == "language/9" for fact in found)
    return [(f.kind, f.surface, f.attributes["category"], f.score) for f in found], model


def test_each_class_that_holds_is_a_fact_of_its_kind() -> None:
    found, _ = facts(Surface("text", "Wait for me."))
    assert found == [
        ("text.abuse", "text", "threat", 0.8),
        ("text.topic", "text", "routine", 0.6),
    ]


def test_of_a_topic_the_sentence_that_holds_it_most_is_told_and_all_abuse() -> None:
    found, _ = facts(
        Surface("text", "Wait for me at the gate."),
        others=[{"threat": 0.7, "routine": 0.9}, {"routine": 0.7, "health": 0.7}],
    )
    assert found == [
        ("text.abuse", "text", "threat", 0.8),
        ("text.abuse", "text", "threat", 0.7),
        ("text.topic", "text", "routine", 0.9),
        ("text.topic", "text", "health", 0.7),
    ]


@pytest.mark.parametrize(
    "surface",
    [
        Surface("links[0]", "https://example.org/wait-for-me"),
        Surface("media[0].file-name", "wait-for-me.jpg", compound=True),
        Surface("text", "12 – 3 🎉"),
    ],
)
def test_only_running_words_are_read(surface: Surface) -> None:
    found, model = facts(surface)
    assert not found
    assert not model.asked


def test_a_text_on_two_surfaces_is_read_once() -> None:
    found, model = facts(Surface("text", "Wait!"), Surface("media[0].alt", "Wait!"))
    assert len(found) == 4
    assert model.asked == ["Wait!"]
