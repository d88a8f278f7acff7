"""Another tool's answers: drafts out, facts in, in the form of `postcheck facts`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy.running import write
from benchmarks.accuracy.sample import Answered, Fact, Sample
from postcheck.errors import InputError, Problem

_DEFAULTS = {"surface": "text", "start": None, "end": None, "score": None, "source": "other"}


def write_drafts(samples: Sequence[Sample], place: Path) -> None:
    """Write drafts to a .jsonl file, or one file each into a folder."""
    if place.suffix == ".jsonl":
        write(samples, place)
        return
    place.mkdir(parents=True, exist_ok=True)
    for sample in samples:
        write_one = json.dumps(sample.draft, ensure_ascii=False, indent=1) + "\n"
        (place / f"{sample.id}.json").write_text(write_one, encoding="utf-8")


def read_facts(file: Path, samples: Sequence[Sample]) -> list[Answered]:
    """The facts of every sample. Raises InputError when the file does not answer for all.

    Lines are matched by `id`, else by the name in `path`, else by their order.
    """
    lines = [_line(file, number, text) for number, text in _texts(file)]
    for key_of in (_by_id, _by_path):
        found = {key_of(line): line for line in lines}
        if all(sample.id in found for sample in samples):
            return [Answered(sample, _facts(found[sample.id])) for sample in samples]
    if len(lines) != len(samples) or any(_by_id(line) for line in lines):
        raise InputError(
            Problem(
                f"the file answers for other drafts: it has {len(lines)} lines",
                str(file),
                expected=f"a line for each of {len(samples)} drafts, with its `id` or in order",
                remedy="write them with --write-drafts and the same --only, and run the tool again",
            )
        )
    return [Answered(sample, _facts(line)) for sample, line in zip(samples, lines, strict=True)]


def _texts(file: Path) -> list[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Problem(f"the file cannot be read: {error}", str(file))) from error
    numbered = enumerate(text.split("\n"), start=1)
    return [(number, line) for number, line in numbered if line.strip()]


def _line(file: Path, number: int, text: str) -> Mapping[str, Any]:
    try:
        line = json.loads(text)
    except ValueError as error:
        raise InputError(Problem(f"this is no JSON: {error}", str(file), number)) from error
    facts = line.get("facts") if isinstance(line, dict) else None
    if not isinstance(facts, list) or not all(_is_fact(fact) for fact in facts):
        raise InputError(
            Problem(
                "this is no line of facts",
                str(file),
                number,
                expected='{"id": …, "facts": [{"kind": "text.person", "start": 0, "end": 5}, …]}',
            )
        )
    return {**line, "facts": facts}


def _is_fact(fact: object) -> bool:
    return (
        isinstance(fact, dict)
        and isinstance(fact.get("kind"), str)
        and isinstance(fact.get("attributes", {}), dict)
        and (fact.get("start") is None) == (fact.get("end") is None)
    )


def _facts(line: Mapping[str, Any]) -> list[Fact]:
    return [{**_DEFAULTS, "text": None, "attributes": {}, **fact} for fact in line["facts"]]


def _by_id(line: Mapping[str, Any]) -> str:
    return str(line.get("id") or "")


def _by_path(line: Mapping[str, Any]) -> str:
    return Path(str(line.get("path") or "")).stem
