"""What the language model takes for abuse, and for sensitive topics, sentence by sentence.

A fact stands for the sentence, or the few short ones, of which the class holds with at least the
probability that is kept with the model; short texts are judged as a whole. Of a topic only the
sentence that holds it most is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from postcheck.analysers.base import Scene, Seen
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.language.classes import ABUSE, CLASSES, TOPICS
from postcheck.language.encoder import Reading, encoder_folder, shared_encoder
from postcheck.language.stretches import Stretch


class Reader(Protocol):
    """What reads texts."""

    @property
    def version(self) -> str:
        """The version of the model."""
        ...

    @property
    def limits(self) -> Mapping[str, float]:
        """For each class the probability from which it is told."""
        ...

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What is seen in each text."""
        ...


class LanguageAnalyser:
    """Reads the running words of every surface.

    `encoder` stands in for the language model; None loads the shipped one when it is first needed.
    Raises AnalyserError when that is missing or broken.
    """

    name = "language"

    def __init__(self, encoder: Reader | None = None) -> None:
        self._encoder = encoder

    @property
    def version(self) -> str:
        """The version of the model."""
        return self._model().version

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The classes that hold in each scene, in the order of `scenes`."""
        texts = dict.fromkeys(
            surface.text for scene in scenes for surface in scene.surfaces if surface.prose
        )
        readings = dict(zip(texts, self._model().read(list(texts)), strict=True)) if texts else {}
        for scene in scenes:
            yield [
                fact
                for surface in scene.surfaces
                if surface.prose
                for fact in self._facts(surface, readings[surface.text].stretches)
            ]

    def _model(self) -> Reader:
        if self._encoder is None:
            self._encoder = shared_encoder(encoder_folder())
        return self._encoder

    def _facts(self, surface: Surface, stretches: Sequence[Stretch]) -> Iterator[Fact]:
        model = self._model()
        best = _best(stretches)
        for stretch in stretches:
            for category in CLASSES:
                score = stretch.scores[category]
                if score >= model.limits[category] and best.get(category, stretch) is stretch:
                    yield Fact(
                        "text.abuse" if category in ABUSE else "text.topic",
                        surface.name,
                        text=surface.text[stretch.start : stretch.end],
                        start=stretch.start,
                        end=stretch.end,
                        box=surface.box_of(stretch.start, stretch.end),
                        score=round(score, 4),
                        source=f"language/{model.version}",
                        attributes={"category": category, "list": None, "term": None},
                    )


def _best(stretches: Sequence[Stretch]) -> dict[str, Stretch]:
    """For each topic the sentence that holds it most; its neighbours hold a little of it, too."""
    if not stretches:
        return {}
    return {name: max(stretches, key=lambda one: one.scores[name]) for name in TOPICS}
