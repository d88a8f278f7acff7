"""Text in, typed objects out; or every fault of the file at once, with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from postcheck.documents.known import known_keys
from postcheck.documents.tree import MAX_PROBLEMS, Loc, Located
from postcheck.documents.wording import SHAPES, Complaint, Style, word, wrong_shape
from postcheck.documents.yaml_text import parse_yaml
from postcheck.errors import InputError, Problem

T = TypeVar("T", bound=BaseModel)


def read_yaml(name: str, text: str, model: type[T], *, private: bool = False) -> T:
    """Read one YAML text as a model. Raises InputError with every problem of the file."""
    return read_yaml_located(name, text, model, private=private)[0]


def read_yaml_located(
    name: str, text: str, model: type[T], *, private: bool = False
) -> tuple[T, Located]:
    """Read one YAML text as a model, and keep the places for complaints that come later."""
    tree = parse_yaml(text, name, private=private)
    return validate(tree, model), tree


def validate_json(value: object, model: type[T]) -> T:
    """Check a JSON value, types strictly. Raises pydantic's ValidationError."""
    if not isinstance(value, dict):
        return model.model_validate(value, strict=True)
    return model.model_validate_json(json.dumps(value), strict=True, by_alias=True, by_name=False)


def validate(tree: Located, model: type[T]) -> T:
    """Check a YAML tree against a model.

    Raises InputError with the problems of the tree and of its values.
    """
    value = {} if tree.value is None else tree.value
    problems = list(tree.problems)
    try:
        read = model.model_validate(value, by_alias=True, by_name=False)
        if not problems:
            return read
    except ValidationError as error:
        problems += problems_of(error, tree, model)
    raise InputError(problems)


def problems_of(
    error: ValidationError,
    tree: Located,
    model: type[BaseModel],
    *,
    prefix: Loc = (),
    style: Style = "yaml",
) -> list[Problem]:
    """Pydantic's errors as problems with places, in the order of the file.

    `prefix` leads to the part of the file that was checked against the model.
    """
    details = error.errors(include_url=False)
    left_out = len(details) - MAX_PROBLEMS
    details = details[:MAX_PROBLEMS]
    problems = [
        _problem(found, expected, tree, model, tuple(prefix), style)
        for found, expected in _merge_unions(details, tree, prefix)
    ]
    problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    if left_out > 0:
        problems.append(Problem(f"and {left_out:,} more problems", tree.name))
    return problems


def _merge_unions(
    details: Iterable[ErrorDetails], tree: Located, prefix: Loc
) -> list[tuple[ErrorDetails, str | None]]:
    """One complaint for each place.

    A union answers with one error for each of its members. Where one member has the value's
    shape, its complaints are the ones that help; else the shapes are joined with "or".
    """
    groups: dict[tuple[str | int, ...], list[ErrorDetails]] = {}
    for detail in details:
        _, place = tree.find((*prefix, *detail["loc"]))
        groups.setdefault(tuple(place), []).append(detail)
    merged: list[tuple[ErrorDetails, str | None]] = []
    for key, group in groups.items():
        shapes = [detail for detail in group if detail["type"] in SHAPES]
        others = [detail for detail in group if detail["type"] not in SHAPES]
        deeper = any(len(other) > len(key) and other[: len(key)] == key for other in groups)
        if deeper and _of_union(group, key, len(prefix)):  # keys were meant, not a yes or no
            others = [
                detail for detail in others if detail["type"] not in ("bool_type", "bool_parsing")
            ]
        if others or (deeper and _of_union(shapes, key, len(prefix))):
            merged += [(detail, None) for detail in others]
        else:
            expected = dict.fromkeys(SHAPES[detail["type"]] for detail in shapes)
            merged.append((shapes[0], " or ".join(expected)))
    return merged


def _of_union(details: Sequence[ErrorDetails], place: Loc, skip: int) -> bool:
    return all(len(detail["loc"]) + skip > len(place) for detail in details)


def _problem(
    detail: ErrorDetails,
    expected: str | None,
    tree: Located,
    model: type[BaseModel],
    prefix: tuple[str | int, ...],
    style: Style,
) -> Problem:
    loc = (*prefix, *detail["loc"])
    kind = detail["type"]
    parent, found = tree.find(loc)
    shown = [*found, loc[-1]] if kind == "missing" else found
    complaint = Complaint(
        type=kind,
        name=dotted(shown) or dotted(loc),
        value=detail["input"],
        context=detail.get("ctx", {}),
        known=known_keys(model, detail["loc"][:-1]) if kind == "extra_forbidden" else (),
        style=style,
        quote=not tree.private,
    )
    wording = word(complaint) if expected is None else wrong_shape(complaint, expected)
    at_key = kind == "extra_forbidden" or not isinstance(parent.value, dict | list)
    return tree.problem(
        wording.message,
        found,
        key=kind == "extra_forbidden" or (kind == "missing" and at_key),
        expected=wording.expected,
        remedy=wording.remedy,
    )


def dotted(loc: Iterable[Any]) -> str:
    """A place in a file as a user writes it: `media[0].path`."""
    text = ""
    for step in loc:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
