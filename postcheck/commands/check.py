"""`postcheck check`, the main job, and `postcheck sweep`, the same of published posts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck import __version__
from postcheck.commands._door import CANNOT_WORK, tell, written_files
from postcheck.commands._reports import Publisher, ReportOptions, forms_of, opened
from postcheck.config.find import SourceFinder
from postcheck.drafts.load import load_drafts
from postcheck.engine.look import Show
from postcheck.engine.run import Run
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import Problem, UsageError
from postcheck.findings import Totals


@dataclass(frozen=True, slots=True)
class CheckOptions(ReportOptions):
    """The options of `postcheck check`, as the contract names them."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    register: Path | None = None
    on: date | None = None
    jobs: int = 2
    redact: bool = False
    quote: bool = False
    draw: Path | None = None
    stdin_filename: str | None = None
    sweep: bool = False


def run(paths: Sequence[str], options: CheckOptions) -> int:
    """Check drafts, print reports, and give the exit code."""
    if options.redact and options.draw is not None:
        message = "--draw shows what --redact keeps out: pictures with their faces"
        raise UsageError(Problem(message, remedy="leave one of them away"))
    finder = SourceFinder(options.config, options.register)
    wishes = Wishes(
        today=options.on or date.today(),
        select=options.select,
        ignore=options.ignore,
        redact=options.redact,
        quote=options.quote,
        threads=max(1, options.jobs),
        show=_drawer(options.draw),
        sweep=options.sweep,
    )
    run_ = Run(wishes)
    forms = forms_of(options, paths)
    with ExitStack() as stack:
        totals = Totals(problems=run_.problems)
        publisher = Publisher(options, opened(stack, forms, options), totals)
        loaded = load_drafts(
            paths,
            finder,
            stdin=sys.stdin.buffer,
            stdin_name=options.stdin_filename,
            written=written_files(target for _, target in forms),
            media=not options.sweep,
        )
        publisher.publish(run_.reports(loaded), lambda: run_.first_bench().header(__version__))
        if not totals.drafts:
            bench = _without_drafts(run_, finder, paths)
            publisher.start(bench.header(__version__) if bench else None)
        publisher.finish()
    if totals.problems:
        tell(totals.problems)
        return CANNOT_WORK
    return 1 if publisher.failing else 0


def _without_drafts(run_: Run, finder: SourceFinder, paths: Sequence[str]) -> Workbench | None:
    """Nothing could be checked; the report still says under which policy, where one can be had."""
    if not run_.problems:
        run_.problems.append(Problem("no draft was found", remedy="name a draft or a folder"))
    first = Path(paths[0]) if paths and paths[0] != "-" else Path()
    return run_.any_bench(finder, first if first.is_dir() else first.parent)


def _drawer(folder: Path | None) -> Show | None:
    if folder is None:
        return None
    from postcheck.drawing.copies import Copies

    return Copies(folder).draw
