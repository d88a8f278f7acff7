"""`postcheck policy lint`: what is to be said of the policy itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck import __version__
from postcheck.commands._door import CANNOT_WORK, tell
from postcheck.config.find import SourceFinder, load_sources, shown
from postcheck.config.model import Severity
from postcheck.documents.files import read_text
from postcheck.engine.examine import examine
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import InputError, Problem, UsageError
from postcheck.findings import PolicyReport
from postcheck.reporters.policy_faults import print_faults, write_faults
from postcheck.reporters.style import style_of

_ENDINGS = (".md", ".markdown", ".txt")
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class LintOptions:
    """The options of `postcheck policy lint`; `document` is the policy's own text."""

    config: Path | None = None
    document: Path | None = None
    on: date | None = None
    form: str = "terminal"
    severity: Severity = "info"
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def run(options: LintOptions) -> int:
    """Examine the policy and print what is to be said; exit code 1 when that is anything."""
    config = options.config
    sources = load_sources(config) if config else SourceFinder().for_folder(Path.cwd())
    wishes = Wishes(
        today=options.on or date.today(),
        select=tuple(options.select),
        ignore=tuple(options.ignore),
    )
    bench = Workbench(sources, wishes)
    text = None if options.document is None else _document(options.document)
    examined = examine(bench, text, configured=sources.config_path is not None)
    if not examined.rules:
        message = "none of the chosen rules is about the policy itself"
        raise UsageError(Problem(message, remedy="choose others with `--select` and `--ignore`"))
    report = PolicyReport(
        header=bench.header(__version__),
        document=None if options.document is None else shown(options.document),
        faults=tuple(
            fault
            for fault in examined.faults
            if _RANK[fault.finding.severity] <= _RANK[options.severity]
        ),
        problems=examined.problems,
        rules=examined.rules,
    )
    if options.form == "json":
        write_faults(report, sys.stdout)
    else:
        print_faults(report, sys.stdout, style_of(sys.stdout))
    if examined.problems:
        tell(examined.problems)
        return CANNOT_WORK
    return 1 if report.faults else 0


def _document(path: Path) -> str:
    """The policy's text as it stands in a file of plain text or Markdown. Raises InputError."""
    if path.suffix.casefold() not in _ENDINGS:
        expected = f"plain text or Markdown, with the ending {', '.join(_ENDINGS)}"
        remedy = "save the policy as one of these, and try again"
        message = "the policy cannot be read from a file of this kind"
        raise InputError(Problem(message, shown(path), expected=expected, remedy=remedy))
    text = read_text(path, shown(path))
    if not text.strip():
        raise InputError(Problem("the policy's text is empty", shown(path)))
    return text
