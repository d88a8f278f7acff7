"""What a finder of personal data hands over, and how it looks for words nearby."""

from __future__ import annotations

import re
from typing import NamedTuple

BEFORE, AFTER = 45, 30
OLDEST = 115
"""Years after which a birth or an age is history."""


class Find(NamedTuple):
    """One stretch of personal data.

    `valid` is true where its check digit or rules hold, false where it looks right and fails, None
    where nothing can be checked. `value` is normalised. `rank` says who keeps a stretch that two
    finders claim: the lower. `public` marks what belongs to a public place or service. `in_link` is
    true for what may stand within a web address.
    """

    start: int
    end: int
    type: str
    valid: bool | None
    value: str
    rank: int = 5
    public: bool = False
    in_link: bool = False


def words(*patterns: str) -> re.Pattern[str]:
    """A pattern for any of these words or phrases, in any letter case."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE)


def near(text: str, start: int, end: int, context: re.Pattern[str]) -> bool:
    """Whether a context word stands shortly before or after a stretch."""
    around = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    return any(context.search(part) for part in around)


def before(text: str, start: int, context: re.Pattern[str], reach: int = BEFORE) -> bool:
    """Whether a context word stands shortly before a stretch."""
    return context.search(text[max(0, start - reach) : start]) is not None
