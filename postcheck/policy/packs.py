"""A policy pack as files: which folder it is, and everything in it with its places."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from postcheck import plugins
from postcheck.documents.files import read_text
from postcheck.documents.model import Document
from postcheck.documents.read import read_yaml_located
from postcheck.documents.tree import Loc, Located
from postcheck.documents.wording import did_you_mean
from postcheck.errors import InputError, Problem
from postcheck.policy.background import ReasonsFile, WordingFile
from postcheck.policy.lint_model import LintFile
from postcheck.policy.lists import ListFile
from postcheck.policy.model import (
    Clause,
    ClausesFile,
    PolicyFile,
    RuleEntry,
    RulesFile,
    TestSetting,
)
from postcheck.policy.platforms import Platform, PlatformsFile
from postcheck.resources import rules_folder

T = TypeVar("T", bound=Document)


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """Something that a pack holds, and where it is written."""

    value: T
    tree: Located
    loc: Loc

    def problem(self, message: str, *more: str | int, key: bool = False) -> Problem:
        """A problem that points at this, or at a place inside it."""
        return self.tree.problem(message, (*self.loc, *more), key=key)

    def place(self) -> str:
        """File and line, for `explain` and for messages."""
        line, _ = self.tree.position(self.loc)
        return f"{self.tree.name}:{line}"


@dataclass(slots=True)
class Pack:
    """Everything of one pack, in the order of its files."""

    about: Written[PolicyFile] | None = None
    clauses: list[Written[Clause]] = field(default_factory=list)
    rules: list[Written[RuleEntry]] = field(default_factory=list)
    lists: list[Written[ListFile]] = field(default_factory=list)
    lint: list[Written[LintFile]] = field(default_factory=list)
    platforms: list[Written[Platform]] = field(default_factory=list)
    tests: Written[TestSetting] | None = None
    wording: Written[WordingFile] | None = None
    reasons: Written[ReasonsFile] | None = None


def find_pack(name: str, base: Path) -> Path:
    """The folder of a pack: shipped, given by a plug-in, or a folder beside the configuration."""
    beside = base / name
    if (beside / "policy.yaml").is_file():
        return beside
    shipped = rules_folder() / name
    if (shipped / "policy.yaml").is_file():
        return shipped
    given = plugins.load("rules", name, object, "object")
    if isinstance(given, str | os.PathLike):
        return Path(given)
    if given is not None:
        raise plugins.unfit("rules", name, "gives no path of a folder")
    known = sorted(
        item.name for item in rules_folder().glob("*/") if (item / "policy.yaml").exists()
    )
    raise InputError(
        Problem(
            f"there is no policy “{name}”",
            str(beside),
            expected=f"a shipped pack ({', '.join(known)}) or a folder that holds policy.yaml",
            remedy=did_you_mean(name, known),
        )
    )


def read_pack(folder: Path) -> Pack:
    """Read every file of a pack. Raises InputError with the problems of all of them."""
    pack = Pack()
    problems: list[Problem] = []
    for read in _readers(folder, pack):
        try:
            read()
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return pack


def _readers(folder: Path, pack: Pack) -> Iterator[_Reader]:
    yield _Reader(folder / "policy.yaml", PolicyFile, pack)
    for part, model in _PARTS:
        for path in sorted((folder / part).glob("*.yaml")):
            yield _Reader(path, model, pack)
    for name, model in _SINGLES:
        if (folder / name).exists():
            yield _Reader(folder / name, model, pack)


_PARTS: Sequence[tuple[str, type[Document]]] = (
    ("clauses", ClausesFile),
    ("lint", LintFile),
    ("lists", ListFile),
    ("rules", RulesFile),
)
_SINGLES: Sequence[tuple[str, type[Document]]] = (
    ("platforms.yaml", PlatformsFile),
    ("tests.yaml", TestSetting),
    ("wording.yaml", WordingFile),
    ("reasons.yaml", ReasonsFile),
)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file into its place in the pack."""

    path: Path
    model: type[Document]
    pack: Pack

    def __call__(self) -> None:
        name = _short(self.path)
        read, tree = read_yaml_located(name, read_text(self.path, name), self.model)
        match read:
            case PolicyFile():
                self.pack.about = Written(read, tree, ())
            case TestSetting():
                self.pack.tests = Written(read, tree, ())
            case WordingFile():
                self.pack.wording = Written(read, tree, ())
            case ReasonsFile():
                self.pack.reasons = Written(read, tree, ())
            case ListFile():
                self.pack.lists.append(Written(read, tree, ()))
            case LintFile():
                self.pack.lint.append(Written(read, tree, ()))
            case ClausesFile():
                self.pack.clauses += _each(read.clauses, tree, "clauses")
            case RulesFile():
                self.pack.rules += _each(read.rules, tree, "rules")
            case PlatformsFile():
                self.pack.platforms += _each(read.platforms, tree, "platforms")


def _each(values: Sequence[T], tree: Located, key: str) -> list[Written[T]]:
    return [Written(value, tree, (key, index)) for index, value in enumerate(values)]


def _short(path: Path) -> str:
    """A path as messages show it: from the working folder where that is possible."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
