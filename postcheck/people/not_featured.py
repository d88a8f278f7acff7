"""The list of people who are not to be featured: codes and dates, and never a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from postcheck.documents.files import read_text
from postcheck.documents.model import Day, Document
from postcheck.documents.read import read_yaml_located
from postcheck.errors import InputError
from postcheck.people.register import Register


class NotFeatured(Document):
    """One person who is not to be featured, from a day on, until a day or for good."""

    code: Annotated[str, Field(min_length=1)]
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.until is not None and self.until < self.from_:
            raise ValueError("`until` comes before `from`")
        return self

    def holds(self, on: date) -> bool:
        """Whether it holds on a day; both days are within it."""
        begun = self.from_ is None or self.from_ <= on
        return begun and (self.until is None or on <= self.until)


class NotFeaturedFile(Document):
    """The file: a list under `people`. It has no place for a reason."""

    schema_address: str | None = Field(default=None, alias="$schema")
    people: tuple[NotFeatured, ...] = ()


def with_list(register: Register, path: Path, name: str) -> Register:
    """The register with the list of a file. Raises InputError, also for a code it does not know.

    A slip in a code would leave somebody without the protection that the list is for.
    """
    file, tree = read_yaml_located(name, read_text(path, name), NotFeaturedFile, private=True)
    problems = [
        tree.problem(
            "the register has no person of this code",
            ("people", index, "code"),
            remedy="correct the code, or take the entry out if the person is no longer registered",
        )
        for index, entry in enumerate(file.people)
        if register.get(entry.code) is None
    ]
    if problems:
        raise InputError(problems)
    return replace(register, not_featured=by_code(file.people))


def by_code(entries: Iterable[NotFeatured]) -> Mapping[str, tuple[NotFeatured, ...]]:
    """The entries of each person."""
    found: dict[str, tuple[NotFeatured, ...]] = {}
    for entry in entries:
        found[entry.code] = (*found.get(entry.code, ()), entry)
    return found
