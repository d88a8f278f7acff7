"""How to print on a stream: colour only on a terminal that has it, width as far as is known."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from postcheck.reporters.base import Style

PIPED_WIDTH = 80
COLOURS = {"violation": "red", "review": "yellow", "unknown": "magenta", "note": "blue"}
"""The colour of each outcome."""


def style_of(stream: TextIO, *, quiet: bool = False) -> Style:
    """The style for a stream. NO_COLOR switches colour off (no-color.org)."""
    terminal = stream.isatty()
    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if terminal else PIPED_WIDTH
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(width=max(width, 40), colour=colour, quiet=quiet)
