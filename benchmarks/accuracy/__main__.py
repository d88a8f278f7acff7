"""Options and wiring: sets in, answers from postcheck or from another tool, tables out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from benchmarks.accuracy import (
    calibration,
    categories,
    judged,
    kept,
    open_sets,
    others,
    own_sets,
    persons,
    posts,
    record,
    running,
    tables,
    variants,
)
from benchmarks.accuracy.figure import Row
from benchmarks.accuracy.judged import Judged
from benchmarks.accuracy.sample import Answered, Sample
from postcheck.errors import PostcheckError
from postcheck.reporters.problems import print_problems
from postcheck.reporters.style import style_of

TASKS = ("names", "abuse", "topics", "posts")
ROOT = Path(__file__).resolve().parents[2]
_EVERY = 3
"""Of the open sets, each third sentence is also looked at in lower and in upper case."""


@dataclass(slots=True)
class Material:
    """What is to be measured: texts, labelled posts, and the sets that are not here."""

    samples: list[Sample] = field(default_factory=list)
    labelled: list[posts.Post] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def bare(self) -> list[Sample]:
        """The posts once more, for where nobody is known."""
        return [posts.without_register(post.sample) for post in self.labelled]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say what has fallen."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.facts and (options.write or options.check):
        parser.error("--write and --check are for postcheck's own figures, not for --facts")
    try:
        return _run(options)
    except PostcheckError as error:
        print_problems(error.problems, sys.stderr, style_of(sys.stderr))
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy",
        description="How right an analyser of text is, against labelled texts and posts.",
    )
    parser.add_argument("--only", action="append", choices=TASKS, help="repeatable")
    parser.add_argument(
        "--data", type=Path, default=ROOT.parent / "shared/data", help="the folder of open sets"
    )
    parser.add_argument(
        "--posts", type=Path, default=posts.FOLDER, help="the folder of labelled school posts"
    )
    parser.add_argument(
        "--write-drafts", type=Path, metavar="PLACE", help="write the drafts: a .jsonl or a folder"
    )
    parser.add_argument(
        "--facts", type=Path, metavar="FILE", help="score another tool's facts of those drafts"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--write", action="store_true", help="keep the figures")
    parser.add_argument("--check", action="store_true", help="exit with 1 when one has fallen")
    return parser


def _run(options: argparse.Namespace) -> int:
    material = gather(options.only or TASKS, options.data, options.posts)
    if options.write_drafts:
        others.write_drafts([*material.samples, *material.bare], options.write_drafts)
        return 0
    rows = list(_rows(material, options.facts))
    if options.json:
        print(tables.as_json(rows, material.left_out))
    else:
        tables.show(rows, material.left_out)
    if options.write:
        record.write(kept.write(rows, kept.FILE))
    return _check(rows) if options.check else 0


def gather(tasks: Sequence[str], data: Path, folder: Path) -> Material:
    """The texts and posts of the tasks."""
    material = Material()
    if "names" in tasks:
        found, absent = open_sets.names(data)
        own = list(own_sets.names())
        material.samples += [*found, *own, *variants.in_cases([*found[::_EVERY], *own])]
        material.samples += variants.of_origins(own)
        material.left_out += absent
    if "abuse" in tasks:
        found, absent = open_sets.abuse(data)
        material.samples += [*found, *own_sets.abuse()]
        material.left_out += absent
    if "topics" in tasks:
        material.samples += own_sets.topics()
    if "posts" in tasks:
        material.labelled = posts.read(folder)
    return material


def _rows(material: Material, facts: Path | None) -> Iterator[Row]:
    """Every row, but those of all open sets together where some of them are not here."""
    for row in _every_row(material, facts):
        if not (material.left_out and row.set.startswith(open_sets.TOGETHER)):
            yield row


def _every_row(material: Material, facts: Path | None) -> Iterator[Row]:
    answered, reports = _answers(material, facts)
    yield from persons.rows(answered)
    yield from categories.by_category(answered, categories.ABUSE)
    yield from categories.any_abuse(answered)
    yield from categories.attacks(answered)
    yield from categories.by_category(answered, categories.TOPIC)
    yield from judged.rows(reports)
    yield from judged.tags_and_links(answered)
    yield from calibration.rows(answered)


def _answers(material: Material, facts: Path | None) -> tuple[list[Answered], list[Judged]]:
    if facts:
        return others.read_facts(facts, [*material.samples, *material.bare]), []
    answered = running.look(material.samples)
    reports: list[Judged] = []
    for folder, group in groupby(material.labelled, attrgetter("folder")):
        labelled = list(group)
        known = running.check([post.sample for post in labelled], folder)
        bare = [posts.without_register(post.sample) for post in labelled]
        unknown = running.check(bare, folder, register=False)
        answered += (seen.answer for seen in (*known, *unknown))
        reports += (Judged(post, seen.report) for post, seen in zip(labelled, known, strict=True))
    return answered, reports


def _check(rows: Sequence[Row]) -> int:
    before = kept.read(kept.FILE)
    for name in kept.not_compared(rows, before):
        print(f"not compared, as it was not measured: {name}", file=sys.stderr)
    worse = list(kept.fallen(rows, before))
    for words in worse:
        print(f"worse than kept: {words}", file=sys.stderr)
    if worse:
        remedy = (
            "mend it; where the loss is meant, say why in CHANGELOG.md and keep it with --write"
        )
        print(f"do: {remedy}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
