"""Printing by Rich: styled, wrapped at the width at hand, and never reading markup in a text."""

from __future__ import annotations

import re
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from postcheck.reporters.base import Style
from postcheck.reporters.visible import Letters

Part = tuple[str, str]
"""A text and its Rich style; an empty style for plain."""


_LONGEST = 1000
"""Code points of one text that are printed; a draft may hold a word of 100,000."""


class Paper:
    """A stream with a width, perhaps colours, and the letters that it can show."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self.letters = Letters.of(out)
        self.width = style.width
        self._out = out
        self._console = _console(out, style.width) if style.colour else None

    def gap(self) -> None:
        """An empty line."""
        self._out.write("\n")

    def words(self, *parts: Part, indent: int = 0, label: Part | None = None) -> None:
        """A paragraph, wrapped between words; all of it stands to the right of its label.

        Addresses and paths that are longer than a line stay whole, so that they can be copied.
        """
        text = self._text(*parts)
        heading = self._text(label) if label else Text()
        room = max(self.width - indent - heading.cell_len, 1)
        for number, line in enumerate(text.divide(_breaks(text.plain, room))):
            line.rstrip()
            before = heading if number == 0 else Text(" " * heading.cell_len)
            self._line(Text.assemble(" " * indent, before, line))

    def exact(self, *parts: Part, indent: int = 0) -> None:
        """One line as it is, neither wrapped nor cut; its parts must be fit to print."""
        self._line(Text.assemble(" " * indent, *parts))

    def _text(self, *parts: Part) -> Text:
        return Text.assemble(*((self._bounded(words), style) for words, style in parts))

    def _bounded(self, words: str) -> str:
        cut = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
        return self.letters.line(cut)

    def _line(self, text: Text) -> None:
        text.rstrip()
        if self._console is None:
            self._out.write(f"{text.plain}\n")
        else:
            self._console.print(text, crop=False, soft_wrap=True)


class QuietConsole(Console):
    """A console that leaves a reader who has gone to the command's door, and quits nothing."""

    def on_broken_pipe(self) -> None:
        """Let the BrokenPipeError at hand go on."""
        raise BrokenPipeError


def _console(out: TextIO, width: int) -> Console:
    return QuietConsole(
        file=out,
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _breaks(text: str, room: int) -> list[int]:
    """Where lines begin, so that each fits into `room` cells or is a single word."""
    found: list[int] = []
    used = 0
    for word in re.finditer(r"\S+\s*", text):
        width = cell_len(word[0].rstrip())
        if used and used + width > room:
            found.append(word.start())
            used = 0
        used += cell_len(word[0])
    return found
