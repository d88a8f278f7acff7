"""`postcheck policy lint`: what is to be said of the policy itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck import __version__
from postcheck.commands._door import CANNOT_WORK, tell
from postcheck.config.find import SourceFinder, shown
from postcheck.config.model import Severity
from postcheck.documents.files import decode, read_bytes
from postcheck.engine.examine import DOCUMENT, examine
from postcheck.engine.examine_text import PolicyText
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import InputError, Problem, UsageError
from postcheck.findings import PolicyReport
from postcheck.policy_document.model import PolicyDocument, Section
from postcheck.policy_document.read import MAX_DOCUMENT_BYTES, read_sections
from postcheck.policy_document.store import kept_document
from postcheck.reporters.policy_faults import print_faults, write_faults
from postcheck.reporters.style import style_of

_AS_WRITTEN = (".md", ".markdown", ".txt", ".text")
"""Files whose lines a reader can look up."""
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class LintOptions:
    """The options of `postcheck policy lint`; `document` is a file of the policy's own text."""

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
    sources = SourceFinder(config).for_folder(Path.cwd())
    wishes = Wishes(
        today=options.on or date.today(),
        select=tuple(options.select),
        ignore=tuple(options.ignore),
    )
    bench = Workbench(sources, wishes)
    kept = kept_document(sources)
    given = _given(options, kept)
    name, text = given or (None, None)
    examined = examine(bench, text, configured=sources.config_path is not None, document=kept)
    if not examined.rules:
        message = "none of the chosen rules is about the policy itself"
        raise UsageError(Problem(message, remedy="choose others with `--select` and `--ignore`"))
    report = PolicyReport(
        header=bench.header(__version__),
        document=name,
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


def _given(options: LintOptions, kept: PolicyDocument | None) -> tuple[str, PolicyText] | None:
    """The policy's text and how it is called: the file of the option, else the imported one."""
    if options.document is not None:
        return shown(options.document), _read(options.document)
    return None if kept is None else (kept.source.file, _of_sections(kept.document))


def _read(path: Path) -> PolicyText:
    """A text as it stands, or the clauses of another file. Raises InputError and UsageError."""
    name = shown(path)
    data = read_bytes(path, name, MAX_DOCUMENT_BYTES)
    if path.suffix.casefold() not in _AS_WRITTEN:
        return _of_sections(read_sections(data, name))
    text = decode(data, name)
    if not text.strip():
        raise InputError(Problem("the policy's text is empty", name))
    return PolicyText.of(DOCUMENT, text)


def _of_sections(sections: Iterable[Section]) -> PolicyText:
    clauses = [
        clause
        for section in sections
        for clause in (
            (section.number, section.heading),
            *((passage.number, passage.text) for passage in section.passages),
        )
    ]
    return PolicyText.of_clauses(DOCUMENT, clauses)
