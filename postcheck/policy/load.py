"""Packs to policy: later ones override earlier ones, and every complaint comes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from postcheck.config.model import SignOffTerms
from postcheck.documents.model import Document
from postcheck.errors import InputError, Problem
from postcheck.patterns.known import known
from postcheck.policy.background import merged_background
from postcheck.policy.build import Names, build_rule
from postcheck.policy.lint_tables import merged_tables, prove_heard
from postcheck.policy.lists import ListFile
from postcheck.policy.model import Interpretation, PolicyFile
from postcheck.policy.packs import Pack, Written, find_pack, read_pack
from postcheck.policy.platforms import Platform
from postcheck.policy.rules import Policy, Rule

T = TypeVar("T", bound=Document)


def load_policy(packs: Sequence[str], base: Path) -> Policy:
    """Read the packs, and those that they extend, into one policy.

    `base` is the folder that folders of packs are relative to. Raises InputError with every
    problem of every file.
    """
    read = _read_all(packs, base)
    known().keep()
    problems: list[Problem] = []
    about = _merged_about(read)
    clauses = _merge(read, lambda pack: pack.clauses, lambda it: it.id, problems)
    entries = _merge(read, lambda pack: pack.rules, lambda it: it.id, problems)
    lists = _merged_lists(read, problems)
    platforms = _values(_merge(read, lambda pack: pack.platforms, lambda it: it.id, problems))
    names = Names(
        clauses=frozenset(clauses),
        lists=frozenset(lists),
        figures=frozenset(name for platform in platforms.values() for name in platform.limits),
        interpretations={item.id: tuple(item.options) for item in about.interpretations},
    )
    problems += [*_wrong_interpretations(read, clauses), *_wrong_signing(read, clauses)]
    problems += [*_wrong_reviews(read), *_wrong_related(read, clauses)]
    tables = [pack.lint for pack in read]
    lint = merged_tables(tables, clauses, problems)
    asking = [pack.lint for pack in read if pack.clauses or pack.rules]  # others are mere lists
    problems += prove_heard(asking, {written.value.given for written in entries.values()})
    rules: dict[str, Rule] = {}
    for written in entries.values():
        built = build_rule(written, names)
        if isinstance(built, Rule):
            rules[built.id] = built
        else:
            problems += built
    background = merged_background(read, frozenset(clauses), {role.id for role in about.roles})
    problems += background.problems
    if problems:
        raise InputError(problems)
    tests = [pack.tests.value for pack in read if pack.tests]
    return Policy(
        about=about,
        clauses=_values(clauses),
        rules=rules,
        lists=lists,
        platforms=_by_every_name(platforms.values()),
        lint=lint,
        interpretations={item.id: item.default for item in about.interpretations},
        test_setting=tests[-1] if tests else None,
        wordings=background.wordings,
        reasons=background.reasons,
    )


def _read_all(packs: Sequence[str], base: Path) -> list[Pack]:
    """The packs in the order of their precedence, each after the one that it extends."""
    read: dict[Path, Pack] = {}
    problems: list[Problem] = []

    def take(name: str, beside: Path) -> None:
        folder = find_pack(name, beside).resolve()
        if folder in read:
            return
        read[folder] = Pack()  # holds the place, so that packs extending each other come to an end
        pack = read_pack(folder)
        extends = pack.about.value.extends if pack.about else None
        if extends:
            take(extends, folder.parent)
        del read[folder]
        read[folder] = pack

    for name in packs:
        try:
            take(name, base)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return list(read.values())


def _merge(
    packs: Iterable[Pack],
    of: Callable[[Pack], list[Written[T]]],
    id_of: Callable[[T], str],
    problems: list[Problem],
) -> dict[str, Written[T]]:
    """Everything by id; within one pack an id may stand once, across packs the later one wins."""
    merged: dict[str, Written[T]] = {}
    for pack in packs:
        own: dict[str, Written[T]] = {}
        for written in of(pack):
            key = id_of(written.value)
            if key in own:
                first = own[key].place()
                problems.append(written.problem(f"`{key}` is already written at {first}", "id"))
            own[key] = written
        merged.update(own)
    return merged


def _values(merged: Mapping[str, Written[T]]) -> dict[str, T]:
    return {key: written.value for key, written in merged.items()}


def _merged_lists(packs: Sequence[Pack], problems: list[Problem]) -> dict[str, ListFile]:
    merged: dict[str, ListFile] = {}
    for pack in packs:
        for key, written in _merge(
            [pack], lambda item: item.lists, lambda it: it.id, problems
        ).items():
            value = written.value
            if value.extend and key in merged:
                before = merged[key]
                if value.match != before.match:
                    message = f"the list `{key}` that this one extends has `match: {before.match}`"
                    problems.append(written.problem(message, "id"))
                value = value.model_copy(
                    update={
                        "entries": (*before.entries, *value.entries),
                        "exceptions": (*before.exceptions, *value.exceptions),
                        "emits": value.emits or before.emits,
                        "use": value.use or before.use,
                        "within": value.within or before.within,
                    }
                )
            merged[key] = value
    return merged


def _merged_about(packs: Sequence[Pack]) -> PolicyFile:
    """The last pack speaks for the policy; roles and interpretations of earlier ones remain."""
    files = [pack.about.value for pack in packs if pack.about]
    last = files[-1]
    interpretations: dict[str, Interpretation] = {}
    roles = {}
    for file in files:
        interpretations.update({item.id: item for item in file.interpretations})
        roles.update({item.id: item for item in file.roles})
    return last.model_copy(
        update={
            "interpretations": tuple(interpretations.values()),
            "roles": tuple(roles.values()),
            "related": next((file.related for file in reversed(files) if file.related), ()),
            "sign_offs": next((file.sign_offs for file in reversed(files) if file.sign_offs), None),
            "waivers": next((file.waivers for file in reversed(files) if file.waivers), None),
        }
    )


def _wrong_interpretations(packs: Iterable[Pack], clauses: Mapping[str, object]) -> list[Problem]:
    unknown = [
        pack.about.problem(
            f"the policy has no clause `{item.clause}`", "interpretations", index, "clause"
        )
        for pack in packs
        if pack.about
        for index, item in enumerate(pack.about.value.interpretations)
        if item.clause not in clauses
    ]
    return unknown + [
        pack.about.problem(
            f"`default` must be one of the options {', '.join(item.options)}",
            "interpretations",
            index,
            "default",
        )
        for pack in packs
        if pack.about
        for index, item in enumerate(pack.about.value.interpretations)
        if item.default not in item.options
    ]


def _wrong_signing(packs: Iterable[Pack], clauses: Mapping[str, object]) -> list[Problem]:
    return [
        pack.about.problem(f"the policy has no clause `{clause}`", "sign_offs", *place, key=by_key)
        for pack in packs
        if pack.about and pack.about.value.sign_offs
        for clause, by_key, place in _clauses_signed(pack.about.value.sign_offs)
        if clause not in clauses
    ]


def _wrong_reviews(packs: Iterable[Pack]) -> Iterator[Problem]:
    for about in (pack.about for pack in packs if pack.about):
        last, due = about.value.last_review, about.value.review_due
        if last and due and due < last:
            yield about.problem(f"the next review is due before the last one, {last}", "review_due")


def _wrong_related(packs: Iterable[Pack], clauses: Mapping[str, object]) -> list[Problem]:
    return [
        about.problem(f"the policy has no clause `{clause}`", "related", index, "clauses", place)
        for about in (pack.about for pack in packs if pack.about)
        for index, document in enumerate(about.value.related)
        for place, clause in enumerate(document.clauses)
        if clause not in clauses
    ]


def _clauses_signed(terms: SignOffTerms) -> Iterator[tuple[str, bool, tuple[str | int, ...]]]:
    """Each clause that the terms name, whether by a key, and where."""
    for clause in terms.signed_by:
        yield clause, True, ("signed_by", clause)
    for index, clause in enumerate(terms.whole_draft):
        yield clause, False, ("whole_draft", index)


def _by_every_name(platforms: Iterable[Platform]) -> dict[str, Platform]:
    return {
        name.casefold(): platform
        for platform in platforms
        for name in (platform.id, *platform.names)
    }
