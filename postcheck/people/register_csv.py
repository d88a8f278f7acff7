"""The register as a table: one row per person, purpose and channel; or a column per consent.

A table with a column `purpose` is in the long form. In the wide form every column that names a
consent (`image`, `Photo - Website`, `full name`) holds answers; the export of signed forms is
itself the written record.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from postcheck.documents.files import decode
from postcheck.documents.wording import Complaint, did_you_mean, word
from postcheck.errors import InputError, Problem
from postcheck.people.cells import CellError, day, decision, parts
from postcheck.people.columns import (
    CONSENT_COLUMNS,
    PERSON_COLUMNS,
    SHARED_COLUMNS,
    ConsentColumn,
    consent_column,
    known_column,
    sounds_like_consent,
)
from postcheck.people.contradictions import contradictions
from postcheck.people.register import Person

_DATES = frozenset({"left_on", "birth_date", "decided_on", "expires_on", "competence_assessed_on"})
_LISTS = frozenset({"other_names", "handles"})
_ANSWERS = frozenset({"decision", "written", "child_assent", "survives_leaving"})
_LOWER = frozenset({"role", "purpose", "channel", "given_by"})
_IDENTITY = ("role", "first_name", "surname", "left_on", "birth_date")
"""What two rows of one code must agree on, where both say something."""
_GIVERS = {
    "child": "pupil",
    **dict.fromkeys(("mother", "father", "carer", "guardian", "parent/carer"), "parent"),
}


def read_register_csv(name: str, data: bytes) -> dict[str, Person]:
    """People by code, in the order of the table. Raises InputError with every problem of it."""
    rows = list(_rows(name, _text(name, data)))
    if not rows:
        raise InputError(Problem("the register is empty", name))
    table = _Table(name, rows[0][1])
    for line, cells in rows[1:]:
        table.take(line, cells)
    return table.people()


def _text(name: str, data: bytes) -> str:
    try:
        return decode(data, name)
    except InputError:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise
        try:
            return data.decode("cp1252")  # what spreadsheets on Windows save as CSV
        except UnicodeDecodeError:
            pass
        raise


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, with the line on which each begins."""
    offset = 1
    if text[:4].casefold() == "sep=":  # a spreadsheet's own hint
        text, offset = text.partition("\n")[2], 2
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    while True:
        line = reader.line_num
        try:
            row = next(reader, None)
        except csv.Error as error:
            message = f"the table cannot be read: {error}"
            raise InputError(Problem(message, name, line + offset)) from None
        if row is None:
            return
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield line + offset, cells


@dataclass
class _Row:
    """What the rows of one code have said so far."""

    line: int
    values: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    consents: list[dict[str, object]] = field(default_factory=list)
    consent_lines: list[int] = field(default_factory=list)

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of a value of the person, as far as it is known."""
        index = place[1] if len(place) > 2 and place[0] == "consents" else None
        if isinstance(index, int):
            return self.consent_lines[index]
        return self.lines.get(str(place[0]), self.line)


class _Table:
    def __init__(self, name: str, headings: list[str]) -> None:
        self._name = name
        self._problems: list[Problem] = []
        self._people: dict[str, _Row] = {}
        self._bad_cells: dict[str, tuple[int, int, str]] = {}
        self._headings = headings
        fields = [known_column(heading) for heading in headings]
        self._long = "purpose" in fields
        self._columns: list[str | ConsentColumn | None] = [
            self._column(heading, known) for heading, known in zip(headings, fields, strict=True)
        ]
        self._check_headings()

    def _column(self, heading: str, known: str | None) -> str | ConsentColumn | None:
        if known in PERSON_COLUMNS | (CONSENT_COLUMNS if self._long else SHARED_COLUMNS):
            return known
        if not self._long:
            if consent := consent_column(heading):
                return consent
            if sounds_like_consent(heading):
                message = f"the column `{heading}` sounds like a consent and is not understood"
                remedy = "name it by purpose and channel: `image`, `image:website`, `full name`"
                self._problem(message, 1, remedy)
        elif heading:
            known_names = (*sorted(PERSON_COLUMNS), *sorted(CONSENT_COLUMNS))
            near = did_you_mean(heading, known_names)
            self._problem(f"unknown column `{heading}`", 1, near, ", ".join(known_names))
        return None

    def _check_headings(self) -> None:
        named = [column for column in self._columns if column is not None]
        if "code" not in named:
            self._problem("the register has no column `code`", 1, "give every person a code")
        if self._long and "decision" not in named:
            self._problem("the register has no column `decision`", 1, "add `decision`")
        for column in dict.fromkeys(named):
            if named.count(column) > 1:
                self._problem(f"two columns say the same: {_called(column)}", 1, "keep one")
        if self._problems:
            raise InputError(self._problems)

    def take(self, line: int, cells: list[str]) -> None:
        """Digest one row."""
        if len(cells) > len(self._columns) and any(cells[len(self._columns) :]):
            self._problem("the row has more cells than the heading", line, "check its quotes")
            return
        found: dict[str, object] = {}
        consents: list[dict[str, object]] = []
        for heading, column, cell in zip(self._headings, self._columns, cells, strict=False):
            try:
                if isinstance(column, ConsentColumn):
                    consents.append(_wide(column, cell))
                elif column is not None and cell:
                    found[column] = _value(column, cell)
            except CellError as error:
                self._bad_cell(heading, line, str(error))
        code = found.pop("code", None)
        if not isinstance(code, str):
            self._problem("the row has no code", line)
            return
        if self._long:
            consents = self._long_consent(found, line)
        else:
            shared = {key: found[key] for key in found if key in SHARED_COLUMNS}
            consents = [{**consent, **shared} for consent in consents]
        row = self._people.setdefault(code, _Row(line))
        row.consents += consents
        row.consent_lines += [line] * len(consents)
        self._merge(code, row, {key: found[key] for key in found if key in PERSON_COLUMNS}, line)

    def _long_consent(self, found: Mapping[str, object], line: int) -> list[dict[str, object]]:
        consent = {key: found[key] for key in found if key in CONSENT_COLUMNS}
        if not consent:
            return []
        if "purpose" not in consent:
            self._problem("the row has no purpose", line, "say what the consent is for")
            return []
        return [consent]

    def _merge(self, code: str, row: _Row, values: Mapping[str, object], line: int) -> None:
        for key, value in values.items():
            before = row.values.setdefault(key, value)
            first = row.lines.setdefault(key, line)
            if key in _IDENTITY and _folded(before) != _folded(value):
                message = f"two people have the code `{code}`: lines {first} and {line} differ in "
                self._problem(f"{message}`{key}`", line, "give each person their own code")

    def people(self) -> dict[str, Person]:
        """The checked people. Raises InputError."""
        for heading, (line, count, message) in self._bad_cells.items():
            more = f" ({count} cells; the first is in this line)" if count > 1 else ""
            self._problem(f"`{heading}` {message}{more}", line)
        people = {}
        for code, row in self._people.items():
            values = {"code": code, **row.values, "consents": row.consents}
            if not self._long:
                values.setdefault("role", "pupil")
            try:
                people[code] = Person.model_validate(values, by_alias=True, by_name=False)
            except ValidationError as error:
                self._explain(error, row)
                continue
            for found in contradictions(people[code]):
                self._problem(found.message, row.line_of(found.place), found.remedy)
        if self._problems:
            raise InputError(sorted(self._problems, key=lambda problem: problem.line or 0))
        return people

    def _explain(self, error: ValidationError, row: _Row) -> None:
        for detail in error.errors(include_url=False):
            loc = detail["loc"]
            line = row.line_of(loc)
            context = detail.get("ctx", {})
            named = str(loc[-1])
            wording = word(
                Complaint(detail["type"], named, detail["input"], context, (), "yaml", False)
            )
            self._problem(wording.message, line, wording.remedy, wording.expected)

    def _bad_cell(self, heading: str, line: int, message: str) -> None:
        first, count, said = self._bad_cells.get(heading, (line, 0, message))
        self._bad_cells[heading] = (first, count + 1, said)

    def _problem(
        self, message: str, line: int, remedy: str | None = None, expected: str | None = None
    ) -> None:
        self._problems.append(Problem(message, self._name, line, expected=expected, remedy=remedy))


def _called(column: str | ConsentColumn) -> str:
    return f"`{column}`" if isinstance(column, str) else f"`{column.purpose}:{column.channel}`"


def _wide(column: ConsentColumn, cell: str) -> dict[str, object]:
    answer = decision(cell)
    return {
        "purpose": column.purpose,
        "channel": column.channel,
        "decision": answer,
        "written": "yes" if answer == "yes" else "no",
    }


def _value(column: str, cell: str) -> object:
    if column in _DATES:
        return day(cell)
    if column in _LISTS:
        return parts(cell)
    if column in _ANSWERS:
        return _answer(column, cell)
    if column == "given_by":
        return _GIVERS.get(cell.casefold(), cell.casefold())
    if column in _LOWER:
        return cell.casefold().replace(" ", "_") if column == "purpose" else cell.casefold()
    return cell


def _answer(column: str, cell: str) -> object:
    answer = decision(cell)
    if column == "decision":
        return answer
    if answer == "pending":
        return {"child_assent": "unknown", "written": "no"}.get(column)
    return "yes" if answer == "yes" else "no"


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value
