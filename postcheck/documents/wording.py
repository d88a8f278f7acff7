"""What is wrong with a value, said in a user's words: one table for pydantic's errors."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Style = Literal["yaml", "json"]

TEXT, WHOLE, NUMBER, LIST, KEYS = "text", "a whole number", "a number", "a list", "keys with values"
_TRUTH = {"yaml": "`yes` or `no`", "json": "`true` or `false`"}
DAY, MOMENT = "a date such as 2026-12-31", "a date such as 2026-12-31 or 2026-12-31T09:00:00Z"


@dataclass(frozen=True, slots=True)
class Wording:
    """A complaint: the message, what was expected, what to do."""

    message: str
    expected: str | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One pydantic error with what is needed to word it.

    `name` is the place in the file (`media[0].path`), `known` the keys that may stand there,
    `quote` whether the value itself may be repeated.
    """

    type: str
    name: str
    value: object
    context: Mapping[str, Any]
    known: tuple[str, ...]
    style: Style
    quote: bool

    @property
    def last(self) -> str:
        """The key alone."""
        return self.name.rpartition(".")[2]


SHAPES = {
    "string_type": TEXT,
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_from_float": WHOLE,
    "int_parsing_size": WHOLE,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "finite_number": NUMBER,
    "decimal_parsing": NUMBER,
    "decimal_type": NUMBER,
    "tuple_type": LIST,
    "list_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "dict_type": KEYS,
    "mapping_type": KEYS,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dataclass_type": KEYS,
    "date_type": DAY,
    "day_form": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "datetime_type": MOMENT,
    "datetime_parsing": MOMENT,
    "datetime_from_date_parsing": MOMENT,
    "moment_form": MOMENT,
    "none_required": "nothing",
}
"""Error types that say only that a value has the wrong shape, and the shape expected."""


def word(complaint: Complaint) -> Wording:
    """The complaint in a user's words."""
    kind = complaint.type
    if kind in ("bool_type", "bool_parsing"):
        return wrong_shape(complaint, _TRUTH[complaint.style])
    if kind in SHAPES:
        return wrong_shape(complaint, SHAPES[kind])
    if kind in _WORDS:
        return _WORDS[kind](complaint)
    return Wording(f"`{complaint.name}` cannot be used here")


def wrong_shape(complaint: Complaint, expected: str) -> Wording:
    """A value of another type than the one expected."""
    if not complaint.name:
        hint = "write `key: value`" if complaint.style == "yaml" else 'write `{"key": …}`'
        found = kind_of(complaint.value)
        return Wording(f"the file must hold {expected}, not {found}", remedy=hint)
    remedy = None
    if expected == LIST and not isinstance(complaint.value, dict | list | None):
        remedy = "put it in `[ ]`"
    elif expected == TEXT and isinstance(complaint.value, bool | int | float):
        remedy = "put it in double quotes"
    elif complaint.style == "json" and isinstance(complaint.value, str) and expected == WHOLE:
        remedy = "take the quotes away"
    found = shown(complaint.value) if complaint.quote else kind_of(complaint.value)
    return Wording(f"`{complaint.name}` must be {expected}, not {found}", expected, remedy)


def kind_of(value: object) -> str:
    """What sort of thing a value is."""
    for types, words in (
        (bool, "true or false"),
        (str, "text"),
        (int | float, "a number"),
        (list | tuple, LIST),
        (dict, KEYS),
    ):
        if isinstance(value, types):
            return words
    return "nothing"


def shown(value: object, *, quote: bool = True) -> str:
    """A value as a message shows it: short texts and numbers as they are, else their sort."""
    if not quote:
        return "this value"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, str):
        return f"`{value}`" if 0 < len(value) <= 40 and "\n" not in value else "this text"
    if isinstance(value, int | float):
        return f"`{value}`"
    return kind_of(value)


def did_you_mean(word: str, known: tuple[str, ...] | list[str]) -> str | None:
    """The nearest of the known words as a question, or None when none is near."""
    folded = {name.casefold().replace("-", "_"): name for name in known}
    near = difflib.get_close_matches(word.casefold().replace("-", "_"), folded, n=1, cutoff=0.6)
    return f"did you mean `{folded[near[0]]}`?" if near else None


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Words for a sentence: `a`, `b` or `c`."""
    marked = [f"`{word}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} or {marked[-1]}"


def _missing(complaint: Complaint) -> Wording:
    return Wording(f"`{complaint.name}` is missing", remedy=f"add `{complaint.last}`")


def _unknown_key(complaint: Complaint) -> Wording:
    known = list(complaint.known)
    return Wording(
        f"unknown key `{complaint.last}`",
        f"one of {', '.join(known)}" if known else None,
        did_you_mean(complaint.last, known),
    )


def _not_allowed(complaint: Complaint) -> Wording:
    # pydantic renders the allowed values as "'a', 'b' or 'c'"
    allowed = str(complaint.context.get("expected", "")).replace("'", "`")
    names = [part.strip("` ") for part in allowed.replace(" or ", ", ").split(", ")]
    value = complaint.value
    remedy = did_you_mean(value, names) if isinstance(value, str) else None
    found = shown(value, quote=complaint.quote)
    return Wording(f"`{complaint.name}` cannot be {found}", allowed, remedy)


def _too_short(complaint: Complaint) -> Wording:
    least = complaint.context.get("min_length", 1)
    if least == 1:
        return Wording(f"`{complaint.name}` may not be empty")
    return Wording(f"`{complaint.name}` is too short: at least {least:,} are needed")


def _too_long(complaint: Complaint) -> Wording:
    most = complaint.context.get("max_length", 0)
    what = "characters" if complaint.type == "string_too_long" else "entries"
    return Wording(f"`{complaint.name}` is too long: at most {most:,} {what} are read")


def _bound(key: str, words: str) -> Callable[[Complaint], Wording]:
    def say(complaint: Complaint) -> Wording:
        expected = f"{words} {complaint.context[key]}"
        found = shown(complaint.value, quote=complaint.quote)
        return Wording(f"`{complaint.name}` must be {expected}, not {found}", expected)

    return say


def _said(complaint: Complaint) -> Wording:
    return Wording(str(complaint.context.get("error", "this cannot be used")))


def _pattern(complaint: Complaint) -> Wording:
    pattern = str(complaint.context.get("pattern", ""))
    found = shown(complaint.value, quote=complaint.quote)
    return Wording(f"`{complaint.name}` cannot be {found}", f"text that matches `{pattern}`")


def _other_form(complaint: Complaint) -> Wording:
    found = shown(complaint.value, quote=complaint.quote)
    expected = str(complaint.context["expected"])
    return Wording(f"`{complaint.name}` cannot be {found}", expected)


def _tag(complaint: Complaint) -> Wording:
    key = str(complaint.context.get("discriminator", "kind")).strip("'")
    name = f"{complaint.name}.{key}" if complaint.name else key
    expected = str(complaint.context.get("expected_tags", "")).replace("'", "`") or None
    if complaint.type == "union_tag_not_found":
        return Wording(f"`{name}` is missing", expected, f"add `{key}`")
    tag = shown(complaint.context.get("tag"), quote=complaint.quote)
    return Wording(f"`{name}` cannot be {tag}", expected)


_WORDS: dict[str, Callable[[Complaint], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _not_allowed,
    "enum": _not_allowed,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "greater_than_equal": _bound("ge", "at least"),
    "greater_than": _bound("gt", "more than"),
    "less_than_equal": _bound("le", "at most"),
    "less_than": _bound("lt", "less than"),
    "multiple_of": _bound("multiple_of", "a multiple of"),
    "value_error": _said,
    "assertion_error": _said,
    "string_pattern_mismatch": _pattern,
    "other_form": _other_form,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _tag,
    "string_unicode": lambda c: Wording(f"`{c.name}` holds half of a character"),
    "no_such_day": lambda c: Wording(
        f"`{c.name}` is no day of the calendar: {shown(c.value, quote=c.quote)}", DAY
    ),
}


def listing(words: Sequence[str]) -> str:
    """Words in a sentence: `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
