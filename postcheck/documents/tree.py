"""A file's values together with the places where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from postcheck.documents.syntax import MAX_DEPTH, TOO_DEEP
from postcheck.errors import InputError, Problem
from postcheck.places import LineTable

Loc = Sequence[str | int]
"""Keys and list indexes that lead from the top of a file to one value."""

MAX_ALIASED = 50_000
"""Values that the aliases of one YAML file may repeat in all."""
MAX_PROBLEMS = 100
"""Problems that are told of one file."""
_LONGEST_EXCERPT = 200


@dataclass(slots=True, eq=False)
class Node:
    """One value and the code-point offset at which it starts."""

    start: int
    value: object
    children: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str | int, int] = field(default_factory=dict)
    size: int = 1
    depth: int = 1


@dataclass(eq=False)
class Located:
    """A parsed file: its plain value, and the line and column of every key and value.

    With `private`, problems quote neither the file's lines nor its values.
    """

    name: str
    text: str
    root: Node
    private: bool = False
    problems: list[Problem] = field(default_factory=list)

    @property
    def value(self) -> object:
        """The file as lists, dictionaries and scalars."""
        return self.root.value

    @cached_property
    def _lines(self) -> LineTable:
        return LineTable(self.text)

    def find(self, loc: Loc) -> tuple[Node, list[str | int]]:
        """The nearest existing value on the way to `loc`, and the part of `loc` that exists.

        Elements that no value answers to are passed over: pydantic puts the names of union
        members between the keys.
        """
        node, found = self.root, []
        for step in loc:
            if step in node.children:
                node = node.children[step]
                found.append(step)
        return node, found

    def position(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `loc`, or of its key."""
        node, found = self.find(loc)
        start = node.start
        if key and found:
            parent, _ = self.find(found[:-1])
            start = parent.keys.get(found[-1], start)
        return self._lines.locate(start)

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a code-point offset."""
        return self._lines.locate(offset)

    def excerpt(self, line: int) -> str | None:
        """The source line without its end, cut when very long; None for a private file."""
        return None if self.private else line_of(self.text, line)

    def fault(self, offset: int, message: str, remedy: str | None = None) -> Problem:
        """A problem that points at a code-point offset of the file."""
        line, column = self._lines.locate(offset)
        excerpt = self.excerpt(line)
        return Problem(message, self.name, line, column, None, remedy, excerpt)

    def problem(
        self,
        message: str,
        loc: Loc = (),
        *,
        key: bool = False,
        expected: str | None = None,
        remedy: str | None = None,
    ) -> Problem:
        """A problem that points at the value at `loc`, or at its key."""
        line, column = self.position(loc, key=key)
        return Problem(message, self.name, line, column, expected, remedy, self.excerpt(line))


def line_of(text: str, line: int) -> str | None:
    """One line of a text by its number from 1, cut when very long."""
    lines = text.split("\n", line)
    if not 1 <= line <= len(lines):
        return None
    found = lines[line - 1].rstrip("\r")
    return found if len(found) <= _LONGEST_EXCERPT else found[: _LONGEST_EXCERPT - 1] + "…"


def problem_at(
    name: str,
    text: str,
    offset: int,
    message: str,
    *,
    expected: str | None = None,
    remedy: str | None = None,
    private: bool = False,
) -> Problem:
    """A problem at a code-point offset of a text."""
    line, column = LineTable(text).locate(offset)
    excerpt = None if private else line_of(text, line)
    return Problem(message, name, line, column, expected, remedy, excerpt)


@dataclass(slots=True)
class _Open:
    node: Node
    mapping: bool
    key: str | None = None
    key_start: int = 0


class TreeBuilder:
    """Builds a Located from the events of a parser; refuses what is too deep."""

    def __init__(self, name: str, text: str, *, private: bool) -> None:
        self._tree = Located(name, text, Node(0, None), private)
        self._stack: list[_Open] = []
        self.aliased = 0

    @property
    def depth(self) -> int:
        """How many lists and mappings are open."""
        return len(self._stack)

    @property
    def wants_key(self) -> bool:
        """Whether the next scalar is the key of a mapping."""
        return bool(self._stack) and self._stack[-1].mapping and self._stack[-1].key is None

    def fault(self, offset: int, message: str, remedy: str | None = None) -> Problem:
        """A problem at an offset of this file."""
        return self._tree.fault(offset, message, remedy)

    def key(self, start: int, text: str) -> None:
        """Begin an entry of the innermost mapping; a key that is there already is noted."""
        top = self._stack[-1]
        if text in top.node.keys and len(self._tree.problems) < MAX_PROBLEMS:
            first, _ = self._tree.locate(top.node.keys[text])
            message = f"`{text}` is given twice; first in line {first}"
            self._tree.problems.append(self.fault(start, message, "keep one"))
        top.key, top.key_start = text, start

    def open(self, start: int, *, mapping: bool) -> Node:
        """Begin a list or a mapping."""
        if len(self._stack) >= MAX_DEPTH:
            raise InputError(self.fault(start, TOO_DEEP))
        node = Node(start, {} if mapping else [])
        self._stack.append(_Open(node, mapping))
        return node

    def close(self) -> Node:
        """End the innermost list or mapping, and give it."""
        node = self._stack.pop().node
        self.add(node)
        return node

    def repeat(self, start: int, node: Node) -> None:
        """Put an earlier value in again, as a YAML alias does."""
        self.aliased += node.size
        if self.aliased > MAX_ALIASED:
            raise InputError(self.fault(start, "aliases repeat too many values"))
        self.add(node)

    def add(self, node: Node) -> None:
        """Put a finished value into the innermost list or mapping."""
        if not self._stack:
            self._tree.root = node
            return
        top = self._stack[-1]
        parent = top.node
        if isinstance(parent.value, dict) and top.key is not None:
            parent.value[top.key] = node.value
            parent.children[top.key] = node
            parent.keys[top.key] = top.key_start
            top.key = None
        elif isinstance(parent.value, list):
            parent.children[len(parent.value)] = node
            parent.value.append(node.value)
        parent.size += node.size
        parent.depth = max(parent.depth, node.depth + 1)
        if parent.depth > MAX_DEPTH:
            raise InputError(self.fault(node.start, TOO_DEEP))

    def finish(self) -> Located:
        """The finished tree."""
        return self._tree
