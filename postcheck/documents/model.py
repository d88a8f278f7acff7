"""The base of every model that is read from a file, and the kinds of value they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic import GetJsonSchemaHandler as JsonHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Document(BaseModel):
    """A frozen model that refuses unknown keys; its fields are the file's schema."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True
    )


@dataclass(frozen=True, slots=True)
class Form:
    """How a text must be written: a pattern for programs, and the words for people."""

    pattern: str
    expected: str

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._proved, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: JsonHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern}

    def _proved(self, text: str) -> str:
        if not re.search(self.pattern, text):
            context = {"expected": self.expected}
            raise PydanticCustomError("other_form", "not written so", context)
        return text


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)


def _day(value: object) -> object:
    # pydantic alone would read 2026 as seconds since 1970
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day in the calendar") from None
    raise PydanticCustomError("day_form", "not a date")


def _moment(value: object) -> object:
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day or time") from None
    raise PydanticCustomError("moment_form", "not a date with a time")


def _version(value: object) -> object:
    return 1 if value == "1" else value


def _truth(value: object) -> object:
    if isinstance(value, str) and value.casefold() in ("yes", "true", "no", "false"):
        return value.casefold() in ("yes", "true")
    return value


Day = Annotated[date, BeforeValidator(_day)]
"""A date, written 2026-12-31."""
Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A date with an optional time and offset, written 2026-12-31T09:00:00Z."""
Version = Annotated[Literal[1], BeforeValidator(_version)]
"""The version of a file's format; YAML gives it as text."""
TruthOrText = Annotated[bool | str, BeforeValidator(_truth)]
"""Yes or no, or another text that says more."""
