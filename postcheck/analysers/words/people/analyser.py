"""The analyser of people named in words (fact `text.person`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postcheck.analysers.base import Scene, Seen
from postcheck.analysers.words.people.compounds import (
    find_in_compound,
    find_registered_in_compound,
    find_run_together,
)
from postcheck.analysers.words.people.figures import find_figures
from postcheck.analysers.words.people.finds import Find, Origin
from postcheck.analysers.words.people.fusion import fuse
from postcheck.analysers.words.people.handles import find_in_handle, find_owner
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.listed import find_listed
from postcheck.analysers.words.people.modelled import Encoder, find_modelled
from postcheck.analysers.words.people.named import find_named
from postcheck.analysers.words.people.regions import Region, regions_of, wordy_part
from postcheck.analysers.words.people.registered import find_registered
from postcheck.analysers.words.people.surroundings import Surroundings
from postcheck.analysers.words.people.things import (
    find_houses,
    find_led,
    find_pets,
    find_things,
)
from postcheck.analysers.words.people.titles import find_titles
from postcheck.analysers.words.people.tokens import tokenise
from postcheck.analysers.words.people.vocabulary import Vocabulary
from postcheck.analysers.words.people.works import find_made, find_works
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.resources import models_folder
from postcheck.setting import Setting

if TYPE_CHECKING:
    from postcheck.language.entities import Entity

_SETTINGS_KEPT = 8
_LONG_WORD = 10


class PeopleAnalyser:
    """Finds people on every surface: register, then name lists, then the model.

    `models` is the folder of shipped models. `encoder` stands in for the language model; None loads
    the shipped one when it is first needed. Raises AnalyserError when a list or the model is
    missing.
    """

    name = "names"
    version = "1"

    def __init__(self, models: Path | None = None, encoder: Encoder | None = None) -> None:
        self._words = Vocabulary.load(models or models_folder())
        self._encoder = encoder
        self._models = models
        self._known: dict[int, tuple[Setting, Knowledge]] = {}

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The people in each scene, in the order of `scenes`; the model works on all at once."""
        texts = dict.fromkeys(
            surface.text for scene in scenes for surface in scene.surfaces if surface.prose
        )
        seen = self._model().entities(list(texts)) if texts else []
        entities = dict(zip(texts, seen, strict=True))
        for scene in scenes:
            yield list(self._scene(scene, entities))

    def _scene(self, scene: Scene, entities: Mapping[str, Sequence[Entity]]) -> Iterator[Fact]:
        knowledge = self._knowledge(scene.setting)
        seen: dict[str, list[Fact]] = {}
        for kind in ("text.hashtag", "text.mention", "text.link"):
            for fact in scene.facts.of(kind):
                seen.setdefault(fact.surface, []).append(fact)
        for surface in scene.surfaces:
            if any(map(str.isalpha, surface.text)):
                found = _on(
                    surface, seen.get(surface.name, ()), entities.get(surface.text, ()), knowledge
                )
                for find in found:
                    yield self._fact(find, surface, knowledge)

    def _model(self) -> Encoder:
        if self._encoder is None:
            from postcheck.language.encoder import encoder_folder, shared_encoder

            self._encoder = shared_encoder(encoder_folder(self._models))
        return self._encoder

    def _knowledge(self, setting: Setting) -> Knowledge:
        known = self._known.get(id(setting))
        if known is None:
            if len(self._known) >= _SETTINGS_KEPT:
                self._known.pop(next(iter(self._known)))
            # The setting is kept with its knowledge so that its id is not given to another.
            known = self._known[id(setting)] = setting, Knowledge.of(setting, self._words)
        return known[1]

    def _fact(self, find: Find, surface: Surface, knowledge: Knowledge) -> Fact:
        people = [knowledge.roster.people[code] for code in find.people]
        roles = {person.role for person in people}
        role = "public" if find.public else next(iter(roles)) if len(roles) == 1 else None
        return Fact(
            "text.person",
            surface.name,
            surface.text[find.start : find.end],
            find.start,
            find.end,
            surface.box_of(find.start, find.end),
            None if find.score is None else round(self._model().told(find.score), 4),
            self._source(find.origin),
            {
                "first": find.first,
                "last": find.last,
                "form": find.form,
                "person": people[0].code if len(people) == 1 else None,
                "role": role,
                "reading": find.reading,
                "public_figure": find.public,
            },
        )

    def _source(self, origin: Origin) -> str:
        if origin == "model" and self._encoder is not None:
            return f"language/{self._encoder.version}"
        return "register/1" if origin == "register" else "name-lists/1"


class RegisteredPeopleAnalyser(PeopleAnalyser):
    """Finds people by register and name lists alone, for thousands of posts at a time."""

    name = "registered-names"

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The people in each scene, in the order of `scenes`."""
        for scene in scenes:
            yield list(self._scene(scene, {}))


def _on(
    surface: Surface, facts: Sequence[Fact], entities: Sequence[Entity], knowledge: Knowledge
) -> list[Find]:
    """The people on one surface."""
    text = surface.text
    if surface.compound:
        end = text.rfind(".") if "." in text[1:] else len(text)
        finds = list(find_in_compound(text, 0, end, "full", knowledge))
        return fuse(finds, Surroundings(text, [], [], knowledge))
    regions = regions_of(text, facts)
    tokens = tokenise(text, [(region.start, region.end) for region in regions])
    finds = [
        *find_registered(text, tokens, knowledge),
        *find_figures(text, tokens, knowledge),
        *find_listed(text, tokens, knowledge),
        *find_modelled(text, tokens, entities, knowledge),
    ]
    together = (find_run_together(token, knowledge) for token in tokens)
    finds += [find for find in together if find is not None]
    for region in regions:
        finds += _in_region(text, region, knowledge)
    if surface.name.endswith(".image-text"):
        for token in tokens:
            if len(token.key) >= _LONG_WORD:
                finds += find_registered_in_compound(
                    text, token.start, token.end, "full", knowledge
                )
    others = [(one.start, one.end) for one in entities if one.label != "PERSON"]
    things = [*find_things(tokens, knowledge), *find_pets(tokens, knowledge), *find_titles(text)]
    things += [*find_houses(text, knowledge), *find_named(text, tokens, knowledge)]
    things += find_led(tokens, knowledge)
    works, made = find_works(text, tokens, knowledge), find_made(text, tokens, knowledge)
    return fuse(finds, Surroundings(text, tokens, things, knowledge, others, works, made))


def _in_region(text: str, region: Region, knowledge: Knowledge) -> Iterator[Find]:
    part = wordy_part(text, region)
    if region.kind == "email":
        # An address is personal data whoever it names; it matters more when it is ours.
        yield from find_registered_in_compound(text, *part, "handle", knowledge)
    elif region.kind == "mention":
        spelt = find_registered_in_compound(text, *part, "handle", knowledge)
        whole = [replace(find, start=region.start, end=region.end) for find in spelt]
        yield from (
            list(find_owner(text, region.start, region.end, knowledge))
            or whole
            or find_in_handle(text, region.start, region.end, knowledge)
        )
    else:
        yield from find_in_compound(text, *part, "full", knowledge)
