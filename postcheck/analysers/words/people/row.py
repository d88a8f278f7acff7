"""What every search for registered people needs: a row of words, and how to write down a find."""

from __future__ import annotations

import re

from postcheck.analysers.words.people.finds import CERTAIN, Find, Form, Reading
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.roster import JoinedName
from postcheck.analysers.words.people.tokens import Token

_DIVIDER = re.compile(r"^(?:%[0-9A-Fa-f]{2}|[\W_])+")

Owners = dict[str, Reading]
"""Codes of people, with the reading of their surname."""


class Row:
    """A row of words; stretches of it are given as pairs of indices.

    `reading` is that of every find that would be certain otherwise.
    """

    def __init__(
        self, text: str, tokens: list[Token], knowledge: Knowledge, reading: Reading = "exact"
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.knowledge = knowledge
        self.roster = knowledge.roster
        self.reading = reading

    def written(self, start: int, stop: int) -> str:
        """The words start:stop as they are written."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end]

    def combined(self, reading: Reading) -> Reading:
        """The reading of a find in this row."""
        return self.reading if reading in CERTAIN and self.reading != "exact" else reading

    def partial(
        self, index: int, end: int, form: Form, people: Owners, reading: Reading, middle: int
    ) -> Find:
        """The words index:end, whose surname or initial begins at `middle`."""
        return Find(
            self.tokens[index].start,
            self.tokens[end - 1].end,
            "register",
            form,
            first=self.written(index, middle) if middle > index else None,
            last=self.written(middle, end) if end > middle else None,
            people=tuple(sorted(people)),
            reading=self.combined(reading),
        )


def run_together(written: str, offset: int, name: JoinedName, form: Form) -> Find:
    """A name without a space, written as the characters `written` at `offset`."""
    cut = _cut_after(written, name.first)
    head, tail = written[:cut], _DIVIDER.sub("", written[cut:])
    first, last = (tail, head) if name.swapped else (head, tail)
    return Find(
        offset,
        offset + len(written),
        "register",
        form,
        first=first,
        last=last,
        people=tuple(sorted(name.people)),
        reading="half" if name.half else "run-together",
    )


def _cut_after(written: str, letters: int) -> int:
    """The index in `written` after so many folded letters."""
    seen = 0
    for index, character in enumerate(written):
        if seen >= letters:
            return index
        seen += len(fold(character))
    return len(written)
