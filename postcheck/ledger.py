"""The ledger of published pictures: what each looked like, when it was used, where and what for.

One JSON object a line, one line for each picture of a published post. It holds no names and no
picture: only a perceptual hash, from which nothing can be made out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from postcheck.documents.files import decode, read_bytes, write_over
from postcheck.documents.json_text import load_json, parse_json
from postcheck.documents.model import Day, Document
from postcheck.documents.read import problems_of, validate_json
from postcheck.drafts.formats.raw import shifted
from postcheck.errors import InputError, Problem

HASHED_BY = "dct1:"
"""How a hash in the ledger begins: the way in which it was made."""
HASH_DIGITS = 34


class Use(Document):
    """One picture in one published post."""

    hash: Annotated[str, Field(pattern=rf"^{HASHED_BY}[0-9a-f]{{{HASH_DIGITS}}}$")]
    published_on: Day = Field(alias="date")
    channels: Annotated[tuple[str, ...], Field(min_length=1)]
    purpose: Annotated[str, Field(min_length=1)] | None = None
    draft: str | None = None
    only: bool = False
    remove_by: Day | None = None

    @property
    def bits(self) -> int:
        """The hash as a number."""
        return int(self.hash.removeprefix(HASHED_BY), 16)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every use on record, in the order of the file."""

    uses: tuple[Use, ...] = ()


def written(bits: int) -> str:
    """A hash as the ledger holds it."""
    return f"{HASHED_BY}{bits:0{HASH_DIGITS}x}"


def read_ledger(path: Path, name: str) -> Ledger:
    """The ledger of a file. Raises InputError with the problems of all lines."""
    return Ledger(_uses(decode(read_bytes(path, name), name), name))


def add_uses(path: Path, name: str, uses: Iterable[Use]) -> tuple[Use, ...]:
    """Put uses at the end of a ledger, those it does not hold yet, and give these.

    The file is replaced at once. Raises InputError where it cannot be read, UsageError where it
    cannot be written or somebody else writes at the same time; it is left as it was then.
    """
    data = read_bytes(path, name)
    held = set(_uses(decode(data, name), name))
    new = tuple(use for use in dict.fromkeys(uses) if use not in held)
    if new:
        gap = b"" if not data or data.endswith(b"\n") else b"\n"
        lines = "".join(f"{_line(use)}\n" for use in new)
        write_over(path, data, data + gap + lines.encode("utf-8"))
    return new


def _line(use: Use) -> str:
    known = use.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(known, ensure_ascii=False)


def _uses(text: str, name: str) -> tuple[Use, ...]:
    problems: list[Problem] = []
    uses = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            uses.append(_read(line, name))
        except InputError as error:
            problems += (shifted(problem, number) for problem in error.problems)
    if problems:
        raise InputError(problems)
    return tuple(uses)


def _read(line: str, name: str) -> Use:
    value = load_json(line, name)
    try:
        return validate_json(value, Use)
    except ValidationError as error:
        raise InputError(problems_of(error, parse_json(line, name), Use, style="json")) from None
