"""Ordinary words, first names and surnames, from the lists shipped in `models/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from postcheck.language.word_lists import rows

STRONG = 2
WEAK = 1
_STRONG_WEIGHT = 30
_STRONG_PLACE_WEIGHT = 40_000
"""Above this many bearers a first name that is a place too is usually meant as a name (Thomas)."""
_COMMON_SURNAMES = 250


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What single words can be; keys are folded words.

    `firsts` maps first names to `STRONG` or, where rare or a place as well, `WEAK`. `everyday`
    are the ordinary words, names that are ordinary words among them. `common_surnames` are those
    that most people bear, which are seen as names even if they are words (Brown).
    """

    firsts: Mapping[str, int] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    common_surnames: frozenset[str] = frozenset()

    @classmethod
    def load(cls, models: Path) -> Vocabulary:
        """The shipped lists. Raises AnalyserError when one cannot be read."""
        firsts: dict[str, int] = {}
        surnames: list[str] = []
        everyday = {_key(row[0]) for row in rows(models / "words" / "words.tsv")}
        for row in rows(models / "name-lists" / "first-names.tsv"):
            key, weight, also = _key(row[0]), int(row[2]), row[3]
            least = _STRONG_PLACE_WEIGHT if "place" in also else _STRONG_WEIGHT
            firsts[key] = STRONG if weight >= least else max(WEAK, firsts.get(key, 0))
            if "word" in also or "month" in also:
                everyday.add(key)
        for row in rows(models / "name-lists" / "surnames.tsv"):
            surnames.append(_key(row[0]))
            if "word" in row[3] or "month" in row[3]:
                everyday.add(surnames[-1])
        common = frozenset(surnames[:_COMMON_SURNAMES])
        return cls(firsts, frozenset(surnames), frozenset(everyday), common)

    def first(self, key: str) -> int:
        """`STRONG`, `WEAK`, or 0 for no first name."""
        return self.firsts.get(key, 0)

    def surname(self, key: str) -> bool:
        """Whether it is a listed surname."""
        return key in self.surnames

    def ordinary(self, key: str) -> bool:
        """Whether it is an ordinary word, even if it is a name as well."""
        return key in self.everyday


def _key(folded: str) -> str:
    return folded.replace(" ", "").replace("'", "")
