"""What YAML and JSON parsers complain of, said in a user's words."""

from __future__ import annotations

_QUOTES = "put the text in double quotes"

TRAILING_COMMA = ("a comma before a closing bracket", "take the comma out")
"""Message and remedy for a comma that nothing follows."""

MAX_DEPTH = 64
"""Levels of lists and mappings in one file."""
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
"""Message for a file deeper than we read, whether we or the parser stop first."""

# (a part of the parser's problem or context, our message, remedy); the first that fits is used
_YAML = (
    ("maximum nesting depth", TOO_DEEP, None),
    ("tab character", "a tab indents this line", "indent with spaces"),
    ("mapping values are not allowed", "a second `:` in one value", _QUOTES),
    ("quoted scalar found unexpected end", "a quote is opened and never closed", "close it"),
    ("character escape code", "an escape that is no character", "write the character itself"),
    ("unknown escape character", "a backslash that means nothing here", "double it: `\\\\`"),
    ("flow sequence", "a list in `[ ]` is not closed or lacks a comma", None),
    ("flow mapping", "a mapping in `{ }` is not closed or lacks a comma", None),
    ("scanning an alias", "a value may not start with `*`", _QUOTES),
    ("scanning an anchor", "a value may not start with `&`", _QUOTES),
    ("block scalar", "text may not follow `>` or `|` in the same line", _QUOTES),
    ("directive", "a line may not start with `%`", _QUOTES),
    ("undefined tag handle", "a value may not start with `!`", _QUOTES),
    ("scanning a tag", "a value may not start with `!`", _QUOTES),
    ("could not find expected ':'", "a key without `:`", "write `key: value`"),
    ("block mapping", "this line does not fit the keys around it", "line it up with them"),
    ("block collection", "this line does not fit the list around it", "line it up with it"),
    ("block sequence", "this line does not fit the list around it", "line it up with it"),
    ("<document start>", "text after the end of the file's values", None),
)

_JSON = (
    ("double quotes", "a key in double quotes is expected here", None),
    ("Illegal trailing comma", *TRAILING_COMMA),
    ("Expecting ',' delimiter", "a comma or a closing bracket is expected here", None),
    ("Expecting ':' delimiter", "a `:` is expected after the key", None),
    ("Unterminated string", "a text is opened and never closed", "close it with a double quote"),
    ("Invalid control character", "a text runs over the line's end", "write `\\n` for a new line"),
    ("escape", "a backslash that means nothing here", "double it: `\\\\`"),
    ("Extra data", "text after the end of the file's values", None),
    ("Expecting value", "a value is expected here", None),
)


def yaml_syntax(problem: str, context: str, character: str) -> tuple[str, str | None]:
    """Message and remedy for a YAML parser's complaint about `character`."""
    if "cannot start any token" in problem:
        if character == "\t":
            return "a tab indents this line", "indent with spaces"
        return f"a value may not start with `{character}`", _QUOTES
    both = f"{context} {problem}"
    for part, message, remedy in _YAML:
        if part in both:
            return message, remedy
    return f"not valid YAML: {problem}", None


def json_syntax(problem: str, character: str) -> tuple[str, str | None]:
    """Message and remedy for the JSON parser's complaint about `character`."""
    if not character and problem.startswith("Expecting"):
        return "the file ends too early", "close every bracket"
    if character == "'":
        return "single quotes are no quotes in JSON", "use double quotes"
    for part, message, remedy in _JSON:
        if part in problem:
            return message, remedy
    return f"not valid JSON: {problem}", None
