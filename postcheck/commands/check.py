"""`postcheck check`: the main job."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, TextIO

from postcheck import __version__
from postcheck.commands._door import CANNOT_WORK, tell, written_files
from postcheck.config.find import SourceFinder
from postcheck.config.model import Severity
from postcheck.drafts.load import Loaded, load_drafts
from postcheck.engine.look import Show
from postcheck.engine.run import Run
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import Problem, UsageError
from postcheck.findings import DraftReport, Totals
from postcheck.reporters import make_reporter
from postcheck.reporters.base import Reporter, Style
from postcheck.reporters.style import style_of

FailOn = Literal["violation", "review", "unknown", "never"]

_FAILING: dict[FailOn, tuple[str, ...]] = {
    "violation": ("violation",),
    "review": ("violation", "review"),
    "unknown": ("violation", "review", "unknown"),
    "never": (),
}
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `postcheck check`, as the contract names them."""

    formats: Sequence[str] = ("terminal",)
    output: Path | None = None
    fail_on: FailOn = "violation"
    severity: Severity = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    register: Path | None = None
    on: date | None = None
    jobs: int = 2
    redact: bool = False
    quiet: bool = False
    draw: Path | None = None
    stdin_filename: str | None = None


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
        threads=max(1, options.jobs),
        show=_drawer(options.draw),
    )
    run_ = Run(wishes)
    formats = list(_formats(options))
    _prove_targets(formats, paths)
    with ExitStack() as stack:
        reporters = [_opened(stack, form, options) for form in formats]
        loaded = load_drafts(
            paths,
            finder,
            stdin=sys.stdin.buffer,
            stdin_name=options.stdin_filename,
            written=written_files(target for _, target in formats),
        )
        totals, failing = _print(run_, loaded, reporters, options)
        if not totals.drafts:
            _start(reporters, _without_drafts(run_, finder, paths), totals)
        for reporter in reporters:
            reporter.finish(totals)
    if totals.problems:
        tell(totals.problems)
        return CANNOT_WORK
    return 1 if failing else 0


def _print(
    run_: Run, loaded: Iterable[Loaded], reporters: Sequence[Reporter], options: CheckOptions
) -> tuple[Totals, bool]:
    """Check and print draft by draft; gives the counts, and whether any draft fails."""
    totals = Totals(problems=run_.problems)
    failing = False
    for report in run_.reports(loaded):
        if not totals.drafts:
            _start(reporters, run_.first_bench(), totals)
        failing = failing or report.outcome in _FAILING[options.fail_on]
        totals.add(report)
        shown = _shown(report, options.severity)
        for reporter in reporters:
            reporter.draft(shown)
    return totals, failing


def _start(reporters: Sequence[Reporter], bench: Workbench | None, totals: Totals) -> None:
    """Begin the reports; without a workbench there is nothing to say of the policy."""
    if bench is None:
        return
    header = bench.header(__version__)
    totals.rules = header.rules
    for reporter in reporters:
        reporter.start(header)


def _without_drafts(run_: Run, finder: SourceFinder, paths: Sequence[str]) -> Workbench | None:
    """Nothing could be checked; the report still says under which policy, where one can be had."""
    if not run_.problems:
        run_.problems.append(Problem("no draft was found", remedy="name a draft or a folder"))
    first = Path(paths[0]) if paths and paths[0] != "-" else Path()
    return run_.any_bench(finder, first if first.is_dir() else first.parent)


def _formats(options: CheckOptions) -> Iterator[tuple[str, Path | None]]:
    """Each format with the file it goes to; one alone may go to stdout."""
    to_stdout = 0
    for written in options.formats:
        name, _, file = written.partition(":")
        target = Path(file) if file else None
        if target is None and options.output is not None:
            target = options.output
        to_stdout += target is None
        yield name, target
    if to_stdout > 1:
        raise UsageError(
            Problem(
                "two reports cannot share standard output",
                remedy="give all but one a file, such as --format json:report.json",
            )
        )


def _prove_targets(formats: Sequence[tuple[str, Path | None]], paths: Sequence[str]) -> None:
    """Refuse what would spoil a file, before any is opened."""
    drafts = {os.path.realpath(path) for path in paths}
    taken: set[str] = set()
    for name, target in formats:
        make_reporter(name, io.StringIO(), Style())  # a format that is not there is told here
        if target is None:
            continue
        real = os.path.realpath(target)
        if real in drafts:
            message = "the report cannot be written here: this is what is to be checked"
            raise UsageError(Problem(message, str(target), remedy="name another file"))
        if real in taken:
            remedy = "give each its own, such as --format json:report.json"
            raise UsageError(
                Problem("two reports cannot share one file", str(target), remedy=remedy)
            )
        taken.add(real)


def _opened(stack: ExitStack, form: tuple[str, Path | None], options: CheckOptions) -> Reporter:
    name, target = form
    stream: TextIO = sys.stdout
    if target is not None:
        try:
            stream = stack.enter_context(target.open("w", encoding="utf-8", newline="\n"))
        except OSError as error:
            message = f"the report cannot be written: {error.strerror}"
            raise UsageError(Problem(message, str(target))) from error
    return make_reporter(name, stream, style_of(stream, quiet=options.quiet))


def _shown(report: DraftReport, lowest: Severity) -> DraftReport:
    """The report with the findings that are at least as severe as asked for."""
    findings = tuple(item for item in report.findings if _RANK[item.severity] <= _RANK[lowest])
    return replace(report, findings=findings)


def _drawer(folder: Path | None) -> Show | None:
    if folder is None:
        return None
    from postcheck.drawing.copies import Copies

    return Copies(folder).draw
