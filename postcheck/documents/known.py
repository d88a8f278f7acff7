"""Which keys a model knows at a place of a file."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from postcheck.documents.tree import Loc


def known_keys(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that may stand in the mapping at a pydantic `loc`, in the model's order."""
    candidates: list[Any] = list(_members(model))
    for step in loc:
        below = [inner for candidate in candidates for inner in _below(candidate, step)]
        if below:
            candidates = [member for inner in below for member in _members(inner)]
        else:  # the name of a union member, not a key
            named = [c for c in candidates if getattr(c, "__name__", None) == step]
            candidates = named or candidates
    names: dict[str, None] = {}
    for candidate in candidates:
        if _is_model(candidate):
            names.update(dict.fromkeys(key for key, _ in _fields(candidate)))
    return tuple(names)


def _fields(model: type[BaseModel]) -> Iterable[tuple[str, FieldInfo]]:
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def _members(annotation: Any) -> Iterator[Any]:
    """The types that a value may have: unions and annotations taken apart."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _below(candidate: Any, step: str | int) -> list[Any]:
    """The types one step further inside, none when the step does not lead anywhere."""
    if _is_model(candidate):
        return [field.annotation for key, field in _fields(candidate) if key == step]
    origin = get_origin(candidate)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return [get_args(candidate)[1]] if isinstance(step, str) else []
    if origin in (tuple, list, set, frozenset) and isinstance(step, int):
        return [inner for inner in get_args(candidate) if inner is not Ellipsis]
    return []


def _is_model(candidate: Any) -> bool:
    return isinstance(candidate, type) and issubclass(candidate, BaseModel)
