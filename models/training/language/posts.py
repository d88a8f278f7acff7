"""School posts, letters and comments made from templates, with spans."""

from __future__ import annotations

import random

from corpora import Sample
from pools import HERE
from slots import Filler, templates

CLOSERS = (
    "",
    "",
    "",
    "",
    " 🎉",
    " 👏👏",
    "!",
    " #proud",
    " #school",
    " 💙",
    " ⭐⭐⭐",
    "\n",
    " 😀",
)
OPENERS = ("", "", "", "", "", "🎉 ", "⭐ ", "NEWS: ", "Y5: ", "- ", "• ", "📣 ")


def _all(*names: str) -> list[str]:
    return [line for name in names for line in templates(HERE / name)]


class Writer:
    """Writes texts with names in them."""

    def __init__(self, filler: Filler, chance: random.Random) -> None:
        self._filler, self._chance = filler, chance
        self._posts = _all("posts.txt", "posts-more.txt")
        self._others = _all("letters.txt", "comments.txt", "web.txt")

    def post(self) -> Sample:
        """One post of one to three templates."""
        pieces = [self._one() for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3)))]
        return together(pieces, self._chance)

    def other(self) -> Sample:
        """One letter or comment, sometimes two together."""
        count = 1 if self._chance.random() < 0.75 else 2
        lines = [self._filler.fill(self._chance.choice(self._others)) for _ in range(count)]
        return together(lines, self._chance)

    def _one(self) -> Sample:
        chance = self._chance
        template = chance.choice(OPENERS) + chance.choice(self._posts) + chance.choice(CLOSERS)
        return self._filler.fill(template)


def together(pieces: list[Sample], chance: random.Random) -> Sample:
    """Several texts as one."""
    text: str = ""
    spans: list[tuple[int, int, str]] = []
    for piece in pieces:
        text += chance.choice((" ", "\n", "\n\n")) if text else ""
        spans += [(len(text) + a, len(text) + b, label) for a, b, label in piece.spans]
        text += piece.text
    return Sample(text, tuple(spans))
