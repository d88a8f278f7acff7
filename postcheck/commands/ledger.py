"""`postcheck ledger add`: keep in the ledger how the pictures of a published post were used."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck.analysers.pictures.seen_before import hash_of
from postcheck.config.find import SourceFinder, Sources, shown
from postcheck.documents.wording import listing
from postcheck.drafts.load import LoadedDraft, Refused, load_drafts
from postcheck.drafts.pictures import NotLookedAtError, open_picture
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import InputError, Problem
from postcheck.ledger import Use, add_uses, written
from postcheck.reporters.wording import count


@dataclass(frozen=True, slots=True)
class LedgerOptions:
    """What is to be recorded beside what the drafts say."""

    purpose: str | None = None
    only: bool = False
    config: Path | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """What is to be recorded of one draft, and media that cannot be."""

    path: str
    ledger: Path
    uses: tuple[Use, ...]
    passed_over: tuple[str, ...]


def add(paths: Sequence[str], options: LedgerOptions) -> int:
    """Record the pictures of every draft; of none where one of them cannot be read."""
    finder = SourceFinder(options.config)
    benches: dict[int, tuple[Sources, Workbench]] = {}
    drafts: list[_Read] = []
    problems: list[Problem] = []
    for item in load_drafts(paths, finder):
        if isinstance(item, Refused):
            problems += item.problems
            continue
        try:
            if id(item.sources) not in benches:
                wishes = Wishes(today=options.on or date.today())
                benches[id(item.sources)] = (item.sources, Workbench(item.sources, wishes))
            drafts.append(_read(item, benches[id(item.sources)][1], options))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    ledgers: dict[Path, list[_Read]] = {}
    for draft in drafts:
        ledgers.setdefault(draft.ledger, []).append(draft)
    for ledger, of_it in ledgers.items():
        _record(ledger, of_it)
    return 0


def _read(loaded: LoadedDraft, bench: Workbench, options: LedgerOptions) -> _Read:
    """The uses of one draft's pictures. Raises InputError where something is not to be had."""
    config, folder = loaded.sources.config, loaded.sources.folder
    if config.ledger is None or folder is None:
        message = "no ledger is kept for this draft"
        remedy = "name one under `ledger` in postcheck.yaml, and make an empty file of that name"
        raise InputError(Problem(message, loaded.path, remedy=remedy))
    case = bench.bare_case(bench.scene(loaded))
    if "any" in case.channels:
        message = "the draft does not say where it was published"
        raise InputError(Problem(message, loaded.path, loaded.line, remedy="give it `platforms`"))
    uses: list[Use] = []
    passed_over: list[str] = []
    for index, path in enumerate(loaded.media):
        bits = _bits(path, f"media[{index}]")
        if bits is None:
            passed_over.append(path.name)
            continue
        use = Use(
            hash=written(bits),
            published_on=case.day,
            channels=case.channels,
            purpose=options.purpose or case.draft.purpose,
            draft=case.draft.id,
            only=options.only,
            remove_by=case.draft.remove_by,
        )
        uses.append(use)
    return _Read(loaded.path, folder / config.ledger, tuple(uses), tuple(passed_over))


def _bits(path: Path, surface: str) -> int | None:
    """The hash of a picture; None for a film, and for a picture that is all of one shade."""
    try:
        with open_picture(path, surface) as picture:
            return hash_of(picture)
    except NotLookedAtError:
        return None


def _record(ledger: Path, drafts: Sequence[_Read]) -> None:
    """Write at once what is new, and say so of each draft. Raises UsageError or InputError."""
    name = shown(ledger)
    new = set(add_uses(ledger, name, (use for draft in drafts for use in draft.uses)))
    for draft in drafts:
        fresh = new.intersection(draft.uses)
        new -= fresh
        sys.stdout.write(f"{name}: {draft.path}: {_said(draft, fresh) or 'no picture'}\n")


def _said(draft: _Read, fresh: Collection[Use]) -> str:
    used = next(iter(fresh), None)
    where = f" on {listing(used.channels)}, {used.published_on}" if used else ""
    known = len(draft.uses) - len(fresh)
    said = [f"{count(len(fresh), 'picture')} recorded{where}"] if fresh else []
    said += [f"{count(known, 'picture')} known already"] if known else []
    said += [f"{file} cannot be told from others and is left out" for file in draft.passed_over]
    return "; ".join(said)
