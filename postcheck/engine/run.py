"""The run: drafts in, reports out, in batches, so that models work well and memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from postcheck.analysers.base import Scene
from postcheck.config.find import SourceFinder, Sources
from postcheck.drafts.load import Loaded, LoadedDraft, Refused
from postcheck.engine.look import Looker
from postcheck.engine.records import misnamed
from postcheck.engine.redact import redacted
from postcheck.engine.select import prove_drafts
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import PostcheckError, Problem
from postcheck.findings import DraftReport

BATCH = 64
"""Drafts that are looked at together."""
BATCH_MEDIA = 4
"""Media in one batch: the first report of a folder of pictures should not be long in coming."""


@dataclass(slots=True)
class Run:
    """One run over any number of drafts, which may have different configurations above them."""

    wishes: Wishes
    problems: list[Problem] = field(default_factory=list)
    _benches: dict[int, tuple[Workbench, Looker] | None] = field(default_factory=dict)
    _kept: list[Sources] = field(default_factory=list)

    def bench(
        self, sources: Sources, *, everything: bool = False
    ) -> tuple[Workbench, Looker] | None:
        """The workbench for a configuration; None, with the problems noted, when it is broken."""
        key = id(sources)
        if key not in self._benches:
            self._kept.append(sources)  # its id may not be given to another while we hold it
            try:
                bench = Workbench(sources, self.wishes)
                if self.wishes.select or self.wishes.ignore:
                    prove_drafts(bench.selection)
                looker = bench.looker(bench.every_analyser() if everything else None)
                self._benches[key] = (bench, looker)
            except PostcheckError as error:
                self.problems.extend(error.problems)
                self._benches[key] = None
        return self._benches[key]

    def first_bench(self) -> Workbench:
        """The workbench of the first draft that was checked."""
        return next(made[0] for made in self._benches.values() if made is not None)

    def any_bench(self, finder: SourceFinder, folder: Path) -> Workbench | None:
        """A workbench for a folder from which no draft could be checked, if its policy is sound."""
        told = list(self.problems)
        try:
            made = self.bench(finder.for_folder(folder))
        except PostcheckError:
            made = self.bench(Sources())
        self.problems[:] = told  # a broken configuration has been told with its drafts
        return made[0] if made else None

    def looked_at(
        self, loaded: Iterable[Loaded], *, everything: bool = False
    ) -> Iterator[tuple[LoadedDraft, Scene, Workbench]]:
        """Every draft that could be loaded, with what was seen of it, in order."""
        for batch in self._batches(loaded):
            made = self.bench(batch[0].sources, everything=everything)
            if made is None:
                continue
            bench, looker = made
            scenes = [bench.scene(item) for item in batch]
            looker.look(scenes)
            self.problems.extend(looker.problems)
            looker.problems.clear()
            for item, scene in zip(batch, scenes, strict=True):
                yield item, scene, bench

    def reports(self, loaded: Iterable[Loaded]) -> Iterator[DraftReport]:
        """The report of every draft that could be checked."""
        for item, scene, bench in self.looked_at(loaded):
            faults = misnamed(item, bench.policy)
            self.problems.extend(map(redacted, faults) if self.wishes.redact else faults)
            yield bench.report(item, scene)

    def _batches(self, loaded: Iterable[Loaded]) -> Iterator[list[LoadedDraft]]:
        batch: list[LoadedDraft] = []
        media = 0
        hide = self.wishes.redact
        for item in loaded:
            if isinstance(item, Refused):
                self.problems.extend(map(redacted, item.problems) if hide else item.problems)
                continue
            if batch and item.sources is not batch[0].sources:
                yield batch
                batch, media = [], 0
            batch.append(item)
            media += len(item.media)
            if len(batch) >= BATCH or media >= BATCH_MEDIA:
                yield batch
                batch, media = [], 0
        if batch:
            yield batch
