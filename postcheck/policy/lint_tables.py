"""The tables of `lint/`: those of all packs put together, each entry proved where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from postcheck.documents.wording import did_you_mean
from postcheck.errors import Problem
from postcheck.policy.lint_model import LintFile, LintTables, TableName
from postcheck.policy.packs import Written

GIVEN: dict[TableName, str | None] = {
    "cited_names": "policy.name",
    "cited_addresses": "policy.address",
    "outdated_names": "policy.name",
    "outdated_addresses": "policy.address",
    "definitions": None,
    "contradictions": "policy.contradiction",
    "terms": "policy.term",
    "silences": "policy.silence",
    "remarks": "policy.remark",
}
"""The kind of fact that each table becomes; forms of definitions only serve the terms."""


def merged_tables(
    packs: Iterable[Sequence[Written[LintFile]]],
    clauses: Collection[str],
    problems: list[Problem],
) -> LintTables:
    """Everything by id; within one pack an id may stand once, across packs the later one wins."""
    merged: dict[TableName, dict[str, Any]] = {name: {} for name in GIVEN}
    for files in packs:
        for file in files:
            for name in file.value.replaces:
                merged[name].clear()
        own: dict[tuple[TableName, str], str] = {}
        for file in files:
            problems += _unknown_clauses(file, clauses)
            for name, key, index, entry in _entries(file.value):
                if (name, key) in own:
                    message = f"`{key}` is already written at {own[name, key]}"
                    problems.append(file.problem(message, name, index))
                line, _ = file.tree.position((*file.loc, name, index))
                own[name, key] = f"{file.tree.name}:{line}"
                merged[name][key] = entry
    return LintTables(**{name: tuple(entries.values()) for name, entries in merged.items()})


def prove_heard(
    packs: Iterable[Sequence[Written[LintFile]]], given: Collection[str]
) -> Iterator[Problem]:
    """Refuse tables of which no rule of the policy would ever say anything."""
    for files in packs:
        for file in files:
            for name in dict.fromkeys(name for name, *_ in _entries(file.value)):
                kind = GIVEN[name]
                if kind is not None and kind not in given:
                    yield file.tree.problem(
                        f"no rule of the policy speaks of `{name}`, so none of it would be told",
                        (*file.loc, name),
                        key=True,
                        expected=f"a rule with `given: {kind}`",
                        remedy="write one, or build on a shipped policy with `extends`",
                    )


def _unknown_clauses(file: Written[LintFile], clauses: Collection[str]) -> Iterator[Problem]:
    for name, _, index, entry in _entries(file.value):
        for place, clause in enumerate(getattr(entry, "clauses", ())):
            if clause not in clauses:
                yield file.tree.problem(
                    f"the policy has no clause `{clause}`",
                    (*file.loc, name, index, "clauses", place),
                    expected="a clause of `clauses/`",
                    remedy=did_you_mean(clause, sorted(clauses)),
                )


def _entries(file: LintFile) -> Iterator[tuple[TableName, str, int, object]]:
    """Every entry with its table, what tells it from the others, and its place in the table."""
    for name in GIVEN:
        for index, entry in enumerate(getattr(file, name)):
            key = entry if isinstance(entry, str) else getattr(entry, "id", None) or entry.text
            yield name, key, index, entry
