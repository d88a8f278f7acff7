"""Printing by Rich: styled, wrapped at the width at hand, and never reading markup in a text."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

from postcheck.reporters.base import Style
from postcheck.reporters.visible import Letters

Part = tuple[str, str]
"""A text and its Rich style; an empty style for plain."""


class Paper:
    """A stream with a width, perhaps colours, and the letters that it can show."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self.letters = Letters.of(out)
        self.width = style.width
        self._console = Console(
            file=out,
            width=style.width,
            force_terminal=style.colour,
            color_system="standard" if style.colour else None,
            no_color=not style.colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def words(self, *parts: Part, indent: int = 0, label: Part | None = None) -> None:
        """A paragraph, wrapped between words; all of it stands to the right of its label."""
        text = self._text(*parts)
        heading = self._text(label) if label else Text()
        room = max(self.width - indent - heading.cell_len, 1)
        for number, line in enumerate(text.wrap(self._console, room)):
            line.rstrip()
            before = heading if number == 0 else Text(" " * heading.cell_len)
            self._line(Text.assemble(" " * indent, before, line))

    def exact(self, *parts: Part, indent: int = 0) -> None:
        """One line as it is, neither wrapped nor cut; its parts must be fit to print."""
        self._line(Text.assemble(" " * indent, *parts))

    def _text(self, *parts: Part) -> Text:
        return Text.assemble(*((self.letters.line(words), style) for words, style in parts))

    def _line(self, text: Text) -> None:
        text.rstrip()
        self._console.print(text, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)
