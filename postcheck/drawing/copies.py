"""Where drawn copies go, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postcheck.analysers.base import Scene
from postcheck.drawing.draw import draw
from postcheck.errors import Problem, UsageError
from postcheck.facts.model import Fact

if TYPE_CHECKING:
    from postcheck.drafts.pictures import Picture

LONGEST = 100
"""Bytes of a draft's name and of a picture's: file systems allow 255 for both together."""


class Copies:
    """Writes a drawn copy of every picture into one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[Path] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"the folder for drawn pictures cannot be made: {error.strerror}"
            raise UsageError(Problem(message, str(folder))) from error

    def draw(self, scene: Scene, picture: Picture, facts: Sequence[Fact]) -> None:
        """Draw one picture with what was seen in it. Raises UsageError where that fails."""
        draft = scene.draft.id or Path(scene.path).stem
        target = self._free(f"{_plain(draft)}-{_plain(picture.path.stem)}")
        try:
            draw(picture, facts, target)
        except OSError as error:
            message = f"the drawn picture cannot be written: {error.strerror}"
            raise UsageError(Problem(message, str(target))) from error

    def _free(self, name: str) -> Path:
        """A path that this run has not used yet."""
        target, number = self._folder / f"{name}.png", 2
        while target in self._taken:
            target = self._folder / f"{name}-{number}.png"
            number += 1
        self._taken.add(target)
        return target


def _plain(name: str) -> str:
    short = name.encode()[:LONGEST].decode(errors="ignore")
    return re.sub(r"[^\w.-]+", "-", short).strip("-.") or "draft"
