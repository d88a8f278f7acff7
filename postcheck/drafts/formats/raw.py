"""A draft that has been parsed and not yet checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from pydantic import ValidationError

from postcheck.documents.json_text import parse_json
from postcheck.documents.read import problems_of, validate, validate_json
from postcheck.documents.tree import Loc, Located
from postcheck.drafts.model import Draft
from postcheck.errors import InputError, Problem


@dataclass(eq=False)
class RawDraft:
    """One draft's values, with the file's text to find places in.

    `parsed` is the tree when the parser made one; JSON's is made when a place is asked for.
    `text_line` is the line, from 1, where a body that is the draft's text begins; None where the
    text is a value among others. `line` is the file's line that holds the draft, in JSON lines.
    """

    name: str
    source: str
    value: object
    parsed: Located | None = None
    text_line: int | None = None
    line: int | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The keys at the top; empty when the file holds no keys."""
        return frozenset(self.value) if isinstance(self.value, dict) else frozenset()

    @property
    def media_paths(self) -> list[str]:
        """The media paths as they are written; what is no path is passed over."""
        media = self.value.get("media") if isinstance(self.value, dict) else None
        entries = media if isinstance(media, list) else []
        paths = [entry.get("path") for entry in entries if isinstance(entry, dict)]
        return [path for path in paths if isinstance(path, str)]

    def add_media(self, paths: Iterable[str]) -> None:
        """Put more media at the end, as folders do with the pictures beside the post."""
        if not isinstance(self.value, dict):
            return
        media = self.value.get("media") or []
        if isinstance(media, list):
            self.value["media"] = [*media, *({"path": path} for path in paths)]

    def read(self) -> Draft:
        """The checked draft. Raises InputError with every problem of it."""
        try:
            if self.parsed is not None:
                return validate(self.parsed, Draft)
            return validate_json(self.value, Draft)
        except ValidationError as error:
            found = problems_of(error, self._tree, Draft, style="json")
            raise InputError([self._shifted(problem) for problem in found]) from None

    def problem(self, message: str, loc: Loc, remedy: str | None = None) -> Problem:
        """A problem that points at a value of the draft."""
        return self._shifted(self._tree.problem(message, loc, remedy=remedy))

    @cached_property
    def _tree(self) -> Located:
        return self.parsed or parse_json(self.source, self.name)

    def _shifted(self, problem: Problem) -> Problem:
        return shifted(problem, self.line or 1)


def shifted(problem: Problem, first_line: int) -> Problem:
    """A problem of a part of a file, placed in the whole file."""
    return replace(problem, line=(problem.line or 1) + first_line - 1)
