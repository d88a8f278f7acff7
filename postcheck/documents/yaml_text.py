"""YAML read as text: every scalar stays as it is written, every key has its place.

`4.10` stays "4.10" and `NO` stays "NO"; the model that the file is checked against decides what
a text means. Only a plain `null`, `~` or nothing at all is None.
"""

from __future__ import annotations

import re

import yaml

from postcheck.documents.syntax import yaml_syntax
from postcheck.documents.tree import Located, Node, TreeBuilder, problem_at
from postcheck.errors import InputError, Problem

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = frozenset({"", "~", "null"})
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # YAML 1.2, 5.1
)

_LOST_HASHTAG = re.compile(r"[ \t]+(?=#\w)")


def parse_yaml(text: str, name: str, *, private: bool = False) -> Located:
    """Parse one YAML document.

    Keys given twice and hashtags lost as comments are left in the tree's `problems`.

    Raises InputError with the place of a syntax error.
    """
    text = text.removeprefix("\ufeff")
    if strange := _UNREADABLE.search(text):
        message = f"the character U+{ord(strange[0]):04X} may not stand in YAML"
        raise InputError(problem_at(name, text, strange.start(), message, private=private))
    composer = _Composer(name, text, private=private)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index, len(text)) if mark else 0
        message, remedy = yaml_syntax(
            error.problem or "", error.context or "", text[offset : offset + 1]
        )
        raise InputError(
            problem_at(name, text, offset, message, remedy=remedy, private=private)
        ) from None
    tree = composer.builder.finish()
    tree.problems.extend(composer.faults)
    return tree


class _Composer:
    """Turns the parser's events into a tree; refuses what makes YAML hard to read."""

    def __init__(self, name: str, text: str, *, private: bool) -> None:
        self.builder = TreeBuilder(name, text, private=private)
        self.faults: list[Problem] = []
        self._text = text
        self._anchors: dict[str, Node] = {}
        self._open: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Digest one event."""
        start = event.start_mark.index if event.start_mark else 0
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse(start, "a second document begins here", "one file, one document")
            case yaml.AliasEvent():
                self._alias(start, event.anchor or "")
            case yaml.ScalarEvent():
                self._scalar(start, event)
            case yaml.CollectionStartEvent():
                self._refuse_oddities(start, event)
                mapping = isinstance(event, yaml.MappingStartEvent)
                self.builder.open(start, mapping=mapping)
                self._open.append(event.anchor)
            case yaml.CollectionEndEvent():
                node = self.builder.close()
                if anchor := self._open.pop():
                    self._anchors[anchor] = node
            case _:
                pass  # the stream's and the document's ends say nothing

    def _refuse(self, start: int, message: str, remedy: str | None = None) -> None:
        raise InputError(self.builder.fault(start, message, remedy))

    def _refuse_oddities(
        self, start: int, event: yaml.ScalarEvent | yaml.CollectionStartEvent
    ) -> None:
        if event.tag is not None:
            self._refuse(
                start, "tags such as `!name` are not read", "put the text in double quotes"
            )
        if self.builder.wants_key and not isinstance(event, yaml.ScalarEvent):
            self._refuse(start, "a key must be a plain word", "write `key: value`")

    def _scalar(self, start: int, event: yaml.ScalarEvent) -> None:
        plain = event.style is None or event.style == ""
        self._refuse_oddities(start, event)
        if self.builder.wants_key:
            if plain and event.value == "<<":
                self._refuse(start, "merge keys (`<<`) are not read", "write the keys out")
            self.builder.key(start, event.value)
            return
        if event.style not in ("|", ">"):
            self._find_lost_hashtag(event.end_mark.index if event.end_mark else start)
        value = None if plain and event.value in _NOTHING else event.value
        node = Node(start, value)
        if event.anchor:
            self._anchors[event.anchor] = node
        self.builder.add(node)

    def _find_lost_hashtag(self, end: int) -> None:
        # Nobody would see it: to YAML the rest of the line is a comment, so no rule would read it.
        if lost := _LOST_HASHTAG.match(self._text, end):
            message = "YAML takes this `#` for the start of a comment, and nothing after it is read"
            remedy = "put the whole text in double quotes, or a space after the `#` of a comment"
            self.faults.append(self.builder.fault(lost.end(), message, remedy))

    def _alias(self, start: int, anchor: str) -> None:
        if self.builder.wants_key:
            self._refuse(start, "a key must be a plain word", "write `key: value`")
        if anchor in self._open:
            self._refuse(start, f"`*{anchor}` stands inside the value that it repeats")
        if anchor not in self._anchors:
            self._refuse(
                start,
                f"`*{anchor}` repeats nothing: no value is marked `&{anchor}`",
                "put the text in double quotes",
            )
        self.builder.repeat(start, self._anchors[anchor])
