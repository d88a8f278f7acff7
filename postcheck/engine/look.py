"""Looking: the planned analysers over a batch of drafts, each failure kept to itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from postcheck.analysers import PICTURE_WORDS, Entry
from postcheck.analysers.base import PictureAnalyser, Scene, TextAnalyser
from postcheck.analysers.pictures.models import import_shared_libraries
from postcheck.door import Crashed, attempt
from postcheck.drafts.surfaces import Surface, declared, from_pictures
from postcheck.errors import Problem
from postcheck.facts.model import Fact, Missing

if TYPE_CHECKING:
    from postcheck.drafts.model import Medium
    from postcheck.drafts.pictures import Picture

Show = Callable[[Scene, "Picture", Sequence[Fact]], None]
"""Called with every opened picture and what was seen in it, for drawing."""

_SURFACE_OF = {"image.text": "image-text", "image.code": "code", "image.metadata": "metadata"}


@dataclass(slots=True)
class Looker:
    """Runs a plan. Models are loaded once, when first needed; one that fails stays failed."""

    entries: Sequence[Entry]
    threads: int = 2
    show: Show | None = None
    redact: bool = False
    problems: list[Problem] = field(default_factory=list)
    _rehearsed: bool = False
    _loaded: dict[str, TextAnalyser | PictureAnalyser | Crashed] = field(default_factory=dict)

    def look(self, scenes: Sequence[Scene]) -> None:
        """Fill each scene with its surfaces, its facts, and what could not be had."""
        for scene in scenes:
            self._pictures(scene)
            own = declared(scene.draft) if scene.profile is None else scene.profile
            scene.surfaces = (*own, *from_pictures(scene.facts.all()))
        entries = [entry for entry in self.entries if entry.looks_at == "words"]
        aside = [entry for entry in entries if entry.aside]
        for entry in aside:
            self._analyser(entry)  # what two threads import at once may break (numpy does)
        with ThreadPoolExecutor(1) as pool:
            begun = {entry.name: pool.submit(self._words, entry, scenes) for entry in aside}
            for entry in entries:
                own_turn = begun.get(entry.name)
                seen = own_turn.result() if own_turn else self._words(entry, scenes)
                for scene, items in zip(scenes, seen, strict=True):
                    for item in items:
                        scene.facts.add(item)

    def _pictures(self, scene: Scene) -> None:
        entries = [entry for entry in self.entries if entry.looks_at == "pictures"]
        if not entries:
            return
        for index in range(len(scene.draft.media)):
            surface = f"media[{index}]"
            for item in self._one_picture(entries, scene, index, surface):
                scene.facts.add(item)
            self._pass_on(scene, surface)

    def _one_picture(
        self, entries: Sequence[Entry], scene: Scene, index: int, surface: str
    ) -> list[Fact | Missing]:
        from postcheck.drafts import pictures

        medium = scene.draft.media[index]
        try:
            picture = pictures.open_picture(scene.media[index], surface)
        except pictures.PictureError as error:
            beyond_us = isinstance(error, pictures.NotLookedAtError | pictures.ExtraNeededError)
            if not beyond_us:
                self._report(error.problems, self._place(scene, medium, surface))
            return [
                Missing(kind, surface, error.because, error.extra, failed=not beyond_us)
                for entry in entries
                for kind in entry.provides
            ]
        with picture:
            seen = self._all_looks(entries, picture, medium, scene)
            if self.show is not None:
                facts = [item for item in seen if isinstance(item, Fact)]
                shown = attempt("the drawing", partial(self.show, scene, picture, facts))
                if isinstance(shown, Crashed):
                    self._report(shown.problems, None)
        return seen

    def _all_looks(
        self, entries: Sequence[Entry], picture: Picture, medium: Medium, scene: Scene
    ) -> list[Fact | Missing]:
        """Every analyser over one picture, in parallel: models let go of the interpreter."""

        def one(entry: Entry) -> list[Fact | Missing]:
            analyser = self._analyser(entry)
            if isinstance(analyser, Crashed):
                return _missing(entry, picture.surface, analyser)
            looks = cast(PictureAnalyser, analyser)
            result = attempt(
                f"the analyser {entry.name}",
                lambda: list(looks.analyse(picture, medium, scene.setting)),
            )
            if isinstance(result, Crashed):
                if result.expected:
                    self._give_up(entry, result)
                else:
                    self._report(result.problems, self._place(scene, medium, picture.surface))
                return _missing(entry, picture.surface, result)
            return result.value

        if self.threads < 2 or len(entries) < 2:
            return [item for entry in entries for item in one(entry)]
        import_shared_libraries()
        with ThreadPoolExecutor(self.threads) as pool:
            looks = [pool.submit(one, entry) for entry in entries]
            pool.submit(self._rehearse, scene)
            return [item for look in looks for item in look.result()]

    def _rehearse(self, scene: Scene) -> None:
        """Let the analysers of words load what they need, beside the last looks at a picture.

        What they say is dropped; one that fails is heard when it is asked in earnest.
        """
        if self._rehearsed:
            return
        self._rehearsed = True
        line = Surface("text", "Hello")
        trial = Scene(scene.draft, scene.account, scene.setting, surfaces=(line,))
        for entry in self.entries:
            if entry.looks_at == "words":
                analyser = self._analyser(entry)
                if not isinstance(analyser, Crashed):
                    reads = cast(TextAnalyser, analyser)
                    attempt(f"the analyser {entry.name}", partial(_one_scene, reads, trial))

    def _place(self, scene: Scene, medium: Medium, surface: str) -> str:
        """How problems call a picture; redacted, its name is kept out."""
        return f"{scene.path}: {surface if self.redact else medium.path}"

    def _pass_on(self, scene: Scene, surface: str) -> None:
        """Where no words could be had of a picture, nothing is known of names or links in it."""
        lacking = {
            item.kind: item
            for item in scene.facts.missing
            if item.surface == surface and item.kind in PICTURE_WORDS
        }
        for kind, cause in lacking.items():
            for entry in self.entries:
                if kind in entry.reads:
                    for provided in entry.provides:
                        place = f"{surface}.{_SURFACE_OF[kind]}"
                        scene.facts.add(Missing(provided, place, cause.because, cause.extra))

    def _words(self, entry: Entry, scenes: Sequence[Scene]) -> list[list[Fact | Missing]]:
        """What one analyser sees in the words of each scene."""
        analyser = self._analyser(entry)
        if isinstance(analyser, Crashed):
            return [_missing(entry, "text", analyser) for _ in scenes]
        reads = cast(TextAnalyser, analyser)
        what = f"the analyser {entry.name}"
        together = attempt(what, lambda: [list(seen) for seen in reads.analyse(scenes)])
        if not isinstance(together, Crashed):
            return together.value
        if together.expected:
            self._give_up(entry, together)
            return self._words(entry, scenes)
        return [self._one_by_one(entry, reads, scene) for scene in scenes]

    def _one_by_one(self, entry: Entry, reads: TextAnalyser, scene: Scene) -> list[Fact | Missing]:
        alone = attempt(f"the analyser {entry.name}", partial(_one_scene, reads, scene))
        if isinstance(alone, Crashed):
            self._report(alone.problems, scene.path)
            return _missing(entry, "text", alone)
        return alone.value

    def _analyser(self, entry: Entry) -> TextAnalyser | PictureAnalyser | Crashed:
        if entry.name not in self._loaded:
            made = attempt(f"the analyser {entry.name}", entry.load)
            if isinstance(made, Crashed):
                self._report(made.problems, None)
                self._loaded[entry.name] = made
            else:
                self._loaded[entry.name] = made.value
        return self._loaded[entry.name]

    def _give_up(self, entry: Entry, crash: Crashed) -> None:
        """An analyser that says itself that it cannot look: told once, not asked again."""
        if not isinstance(self._loaded[entry.name], Crashed):
            self._report(crash.problems, None)
            self._loaded[entry.name] = crash

    def _report(self, problems: Iterable[Problem], path: str | None) -> None:
        for problem in problems:
            placed = replace(problem, path=path or problem.path)
            if placed not in self.problems:
                self.problems.append(placed)


def _one_scene(reads: TextAnalyser, scene: Scene) -> list[Fact | Missing]:
    return [item for seen in reads.analyse([scene]) for item in seen]


def _missing(entry: Entry, surface: str, crash: Crashed) -> list[Fact | Missing]:
    return [
        Missing(kind, surface, crash.message, entry.extra, failed=entry.extra is None)
        for kind in entry.provides
    ]
