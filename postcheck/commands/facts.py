"""`postcheck facts`: what the analysers saw, one JSON object a draft; no rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from postcheck.analysers.base import Scene
from postcheck.commands._door import CANNOT_WORK, tell, written_files
from postcheck.config.find import SourceFinder
from postcheck.drafts.load import LoadedDraft, load_drafts
from postcheck.engine.run import Run
from postcheck.engine.workbench import Wishes
from postcheck.errors import Problem
from postcheck.facts.model import Fact, Missing


def run(
    paths: Sequence[str],
    *,
    config: Path | None = None,
    register: Path | None = None,
    on: date | None = None,
    jobs: int = 2,
    stdin_filename: str | None = None,
) -> int:
    """Print the facts of every draft as it is done."""
    finder = SourceFinder(config, register)
    run_ = Run(Wishes(today=on or date.today(), threads=max(1, jobs)))
    loaded = load_drafts(
        paths,
        finder,
        stdin=sys.stdin.buffer,
        stdin_name=stdin_filename,
        written=written_files(),
    )
    found = False
    for item, scene, _ in run_.looked_at(loaded, everything=True):
        found = True
        json.dump(facts_of(item, scene), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    if not found and not run_.problems:
        run_.problems.append(Problem("no draft was found", remedy="name a draft or a folder"))
    if run_.problems:
        tell(run_.problems)
        return CANNOT_WORK
    return 0


def facts_of(item: LoadedDraft, scene: Scene) -> dict[str, Any]:
    """One line of output (contract: Facts)."""
    line = {} if item.line is None else {"line": item.line}
    return {
        "path": item.path,
        **line,
        "id": item.draft.id,
        "facts": [_fact(fact) for fact in scene.facts.all()],
        "missing": [_missing(missing) for missing in scene.facts.missing],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "surface": fact.surface,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "box": list(fact.box) if fact.box else None,
        "score": fact.score,
        "source": fact.source,
        "attributes": dict(fact.attributes),
    }


def _missing(missing: Missing) -> dict[str, Any]:
    return {"kind": missing.kind, "surface": missing.surface, "because": missing.because}
