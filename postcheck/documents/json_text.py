"""JSON read strictly: no key twice, no NaN, no half characters; places are sought when needed."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from postcheck.documents.syntax import TRAILING_COMMA, json_syntax
from postcheck.documents.tree import Located, Node, TreeBuilder, problem_at
from postcheck.errors import InputError, Problem

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+', re.DOTALL)
_HALF = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}|\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


class _SuspectError(Exception):
    """The text parses, and yet holds something that is refused."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _SuspectError
    return found


def _no_constant(_: str) -> NoReturn:
    raise _SuspectError


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)
_NO_VALUE = object()


def load_json(text: str, name: str, *, private: bool = False) -> object:
    """The value of one JSON text, without places.

    Raises InputError with the place of the syntax error, of every key given twice, or of the
    first value that has no place in JSON.
    """
    text = text.removeprefix("\ufeff")
    try:
        value = _DECODER.decode(text)
        suspect = _half_character(text) is not None
    except _SuspectError:
        suspect = True
    except json.JSONDecodeError as error:
        if not text.strip():
            raise InputError(Problem("the file is empty", name)) from None
        parse_json(text[: error.pos], name, private=private)  # too deep is told as that
        place, message, remedy = _fault(text, error)
        raise InputError(
            problem_at(name, text, place, message, remedy=remedy, private=private)
        ) from None
    except (RecursionError, ValueError):
        suspect = True  # nested too deep, or a number of thousands of digits
    if suspect:
        found = parse_json(text, name, private=private).problems
        raise InputError(found or Problem("this is not readable as JSON", name))
    return value


def _fault(text: str, error: json.JSONDecodeError) -> tuple[int, str, str | None]:
    """Where a syntax error is, what it is, and what to do; the same in every Python."""
    before = text[: error.pos].rstrip()
    if before.endswith(",") and text[error.pos : error.pos + 1] in ("}", "]"):
        return len(before) - 1, *TRAILING_COMMA
    return error.pos, *json_syntax(error.msg, text[error.pos : error.pos + 1])


def parse_json(text: str, name: str, *, private: bool = False) -> Located:
    """The tree of a JSON text that parses, or that `load_json` found suspect.

    What is refused is left in the tree's `problems`; too deep a text raises InputError.
    """
    text = text.removeprefix("\ufeff")
    builder = TreeBuilder(name, text, private=private)
    faults = []
    for token in _TOKEN.finditer(text):
        word, start = token[0], token.start()
        if word in "{[":
            builder.open(start, mapping=word == "{")
        elif word in "}]":
            if not builder.depth:
                break
            builder.close()
        elif builder.wants_key:
            builder.key(start, str(_scalar(word)))
        else:
            value = _scalar(word)
            if value is _NO_VALUE:
                faults.append(builder.fault(start, f"`{word[:20]}` is no value in JSON"))
            builder.add(Node(start, value))
    if (half := _half_character(text)) is not None:
        message = f"`{text[half : half + 6]}` is half of a character"
        faults.append(builder.fault(half, message, "write the character itself"))
    tree = builder.finish()
    tree.problems.extend(faults)
    return tree


def _scalar(word: str) -> object:
    try:
        return _DECODER.decode(word)
    except (ValueError, _SuspectError):
        return _NO_VALUE


def _half_character(text: str) -> int | None:
    """Offset of the first escape that is half of a surrogate pair, or None."""
    if "\\ud" not in text and "\\uD" not in text:
        return None
    for token in _TOKEN.finditer(text):
        position = token.start()
        while position < token.end():
            escape = text.find("\\", position, token.end())
            if escape < 0:
                break
            if _PAIR.match(text, escape):
                position = escape + 12
            elif _HALF.match(text, escape):
                return escape
            else:
                position = escape + 2
    return None
