"""`postcheck policy import`: the organisation's own document, held against the rules and kept."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from postcheck.config.find import SourceFinder, Sources, shown
from postcheck.documents.files import read_bytes, write_over
from postcheck.documents.wording import did_you_mean
from postcheck.errors import Problem, UsageError
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy
from postcheck.policy_document.model import Kept, PolicyDocument, Source
from postcheck.policy_document.places import Standing, standings
from postcheck.policy_document.read import MAX_DOCUMENT_BYTES, read_sections
from postcheck.policy_document.store import as_yaml, document_path, read_document
from postcheck.policy_document.words import hash_of
from postcheck.reporters.imported import Import, print_import
from postcheck.reporters.paper import Paper
from postcheck.reporters.style import style_of

ALL = "all"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The options of `postcheck policy import`."""

    config: Path | None = None
    output: Path | None = None
    overwrite: bool = False
    accept: tuple[str, ...] = ()


def run(file: Path, options: ImportOptions) -> int:
    """Read the document, say where each clause stands in it, and write the file that keeps it."""
    sources = SourceFinder(options.config).for_folder(Path.cwd())
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    _prove_accepted(options.accept, policy)
    target = options.output or document_path(sources)
    before = target.read_bytes() if target.is_file() else None
    earlier = {} if before is None else read_document(target).clauses
    read = _read(file, earlier)
    found = standings(policy, read)
    accepted = _accepted(found, options.accept)
    document = read.model_copy(update={"clauses": _kept(found, earlier, accepted)})
    settled = {name: one for name, one in standings(policy, document).items() if name in accepted}
    paper = Paper(sys.stdout, style_of(sys.stdout))
    print_import(paper, Import(policy, document, {**found, **settled}, accepted))
    if before is not None and not options.overwrite:
        remedy = "look at what is said above, then give --overwrite; what was accepted is kept"
        message = "this file is there already and was left as it is"
        raise UsageError(Problem(message, shown(target), remedy=remedy))
    write_over(target, before, as_yaml(document).encode())
    _say_written(paper, target, sources)
    return 0


def _prove_accepted(names: Sequence[str], policy: Policy) -> None:
    for name in names:
        if name != ALL and name not in policy.clauses:
            remedy = did_you_mean(name, tuple(policy.clauses))
            raise UsageError(Problem(f"the policy has no clause `{name}`", remedy=remedy))


def _read(file: Path, earlier: Mapping[str, Kept]) -> PolicyDocument:
    name = shown(file)
    data = read_bytes(file, name, MAX_DOCUMENT_BYTES)
    sections = read_sections(data, name)
    source = Source(
        file=file.name, sha256=hashlib.sha256(data).hexdigest(), imported_on=date.today()
    )
    return PolicyDocument(source=source, clauses=dict(earlier), document=sections)


def _accepted(found: Mapping[str, Standing], names: Sequence[str]) -> frozenset[str]:
    """The clauses whose words of today are taken for those of their rule.

    Those that were asked for, and those of which nobody has recorded any words.
    """
    gone = [name for name in names if name != ALL and found[name].at is None]
    if gone:
        message = f"clause {gone[0]} was not found in the document, so it cannot be accepted"
        remedy = "write where it stands into the file's `clauses`, or leave it out"
        raise UsageError(Problem(message, remedy=remedy))
    asked = {one.clause for one in found.values() if one.state == "changed" and ALL in names}
    new = {one.clause for one in found.values() if one.state == "unrecorded"}
    return frozenset(asked | new | (set(names) - {ALL}))


def _kept(
    found: Mapping[str, Standing], earlier: Mapping[str, Kept], accepted: Collection[str]
) -> dict[str, Kept]:
    """Where each clause stands, and the words that somebody has looked at."""
    kept = {name: one for name, one in earlier.items() if name not in found}
    for name, one in found.items():
        before = earlier.get(name, Kept())
        if name in accepted:
            kept[name] = Kept(at=one.at, sha256=hash_of(one.words), looked_at_on=date.today())
        elif one.at is not None or before != Kept():
            kept[name] = before.model_copy(update={"at": one.at or before.at})
    return kept


def _say_written(paper: Paper, target: Path, sources: Sources) -> None:
    paper.gap()
    paper.words(("wrote  ", "green"), (shown(target), "bold"))
    if sources.config.policy_document is None:
        said = f"Put `policy_document: {target.name}` into postcheck.yaml, so that "
        paper.words((f"{said}`explain` and reports with --quote can use it.", ""))
