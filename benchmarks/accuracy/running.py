"""Postcheck's own answers, by the way that its commands take."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from benchmarks.accuracy.posts import CONFIG, NO_POSTS, REGISTER
from benchmarks.accuracy.sample import Answered, Sample
from postcheck.commands.facts import facts_of
from postcheck.config.find import SourceFinder
from postcheck.drafts.load import load_drafts
from postcheck.engine.run import Run
from postcheck.engine.workbench import Wishes
from postcheck.errors import InputError
from postcheck.findings import DraftReport

DAY = date(2026, 11, 25)
"""The day that everything is checked on, so that figures do not change with the calendar."""
_DRAFTS = "drafts.jsonl"


class Seen(NamedTuple):
    """What postcheck saw in one draft, and what it says of it."""

    answer: Answered
    report: DraftReport


def look(samples: Sequence[Sample]) -> list[Answered]:
    """What postcheck sees in texts when it knows nobody."""
    return [seen.answer for seen in _run(samples, {CONFIG: "policy: [ele]\n"})]


def check(samples: Sequence[Sample], folder: Path, *, register: bool = True) -> list[Seen]:
    """What postcheck sees in posts and says of them, under the configuration of their folder."""
    files = {name: (folder / name).read_text(encoding="utf-8") for name in NO_POSTS}
    if not register:
        files[REGISTER] = "people: []\n"
    return list(_run(samples, files))


def write(samples: Sequence[Sample], file: Path) -> None:
    """Write the drafts as JSON lines."""
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for sample in samples:
            lines.write(json.dumps(sample.draft, ensure_ascii=False) + "\n")


def _run(samples: Sequence[Sample], files: Mapping[str, str]) -> Iterator[Seen]:
    """Check drafts in a folder of their own. Raises InputError when any could not be checked."""
    if not samples:
        return
    by_id = {sample.id: sample for sample in samples}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        write(samples, folder / _DRAFTS)
        _make_pictures(samples, folder)
        run = Run(Wishes(today=DAY))
        loaded = load_drafts([str(folder / _DRAFTS)], SourceFinder())
        for item, scene, bench in run.looked_at(loaded, everything=True):
            facts = facts_of(item, scene)["facts"]
            yield Seen(Answered(by_id[item.draft.id or ""], facts), bench.report(item, scene))
        if run.problems:
            raise InputError(run.problems)


def _make_pictures(samples: Sequence[Sample], folder: Path) -> None:
    """A small plain picture for each path, as the posts have none of their own."""
    from PIL import Image

    plain = folder / "plain.png"
    Image.new("RGB", (64, 64), "white").save(plain)
    for sample in samples:
        for medium in sample.draft.get("media") or ():
            path = folder / PurePosixPath(medium["path"])
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(plain, path)
