"""Splits words that are run together: hashtags, handles, file names, parts of web addresses.

Written boundaries come first (capitals, digits, underscores); what is left in one run is split by
how common words and names are (a unigram model over `models/words` and `models/name-lists`).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from postcheck.language.word_lists import rows
from postcheck.resources import models_folder

Span = tuple[int, int]

_PART = re.compile(r"\d+|[^\W\d_]+")
_SHORT_WORDS = " a i am an as at be by do go he if in is it me my no of oh on or so to up us we "
_LONGEST_PART = 24
_LONGEST_RUN = 80
_NAME_COST = 2.5
_UNKNOWN_COST, _UNKNOWN_LETTER_COST, _SHORTEST_UNKNOWN = 14.0, 1.5, 3
_LONGEST_ACRONYM = 5
_READING_MARGIN = 20.0
_MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class _Run:
    """One stretch of letters without a written boundary, folded, with its place."""

    start: int
    folded: str


@lru_cache(maxsize=16384)
def split(word: str) -> tuple[Span, ...]:
    """The spans of the words in `word`, in code points; separators belong to none.

    Raises AnalyserError when the word lists are missing.
    """
    return tuple(span for run in _runs(word) for span in _split_run(word, run))


def all_splits(
    word: str, lexicon: Collection[str], striking: Collection[str] = ()
) -> list[tuple[Span, ...]]:
    """Readings of `word` in which a word of `lexicon` (lower case) comes up, likeliest first.

    Their other parts must be known words, except beside words of `striking`, which are read
    whatever is left (`clas-sex-hibition`); and the word that comes up may not lie within a usual
    one (`peacock`). A written boundary is kept: `#SusanAlbumParty` has one reading,
    `#susanalbumparty` has two.
    Raises AnalyserError when the word lists are missing.
    """
    readings: list[tuple[float, tuple[Span, ...]]] = []
    runs = list(_runs(word))
    for run in runs:
        if not 2 < len(run.folded) <= _LONGEST_RUN:
            continue
        around = [span for other in runs if other is not run for span in _split_run(word, other)]
        usual = [(a - run.start, b - run.start) for a, b in _split_run(word, run)]
        for cost, spans in _readings(run.folded, lexicon, striking, usual):
            moved = [(run.start + a, run.start + b) for a, b in spans]
            readings.append((cost, tuple(sorted(around + moved))))
    ordered = (spans for _, spans in sorted(readings))
    return list(dict.fromkeys(ordered))[:_MOST_READINGS]


def is_known(word: str) -> bool:
    """Whether a word (lower case) is one of the known words and names."""
    return word in _costs()


def _runs(word: str) -> Iterator[_Run]:
    for match in _PART.finditer(word):
        part, offset = match.group(), match.start()
        start = 0
        for index in range(1, len(part)):
            if _boundary(part, index):
                yield _Run(offset + start, _fold(part[start:index]))
                start = index
        yield _Run(offset + start, _fold(part[start:]))


def _boundary(part: str, index: int) -> bool:
    """Whether a new word is written to begin: `sportsDay`, `NHSWales`."""
    before, here = part[index - 1], part[index]
    if here.isupper():
        after = part[index + 1 : index + 2]
        return not before.isupper() or (after.islower() and part[index + 1 :] != "s")
    return False


def _fold(text: str) -> str:
    """Lower case without marks, one character for one, so that offsets hold."""
    return "".join(_fold_character(character) for character in text)


@lru_cache(maxsize=2048)
def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    bare = unicodedata.normalize("NFKD", character)[0].lower()
    return bare if len(bare) == 1 else character


def _split_run(word: str, run: _Run) -> tuple[Span, ...]:
    folded, whole = run.folded, (run.start, run.start + len(run.folded))
    written = word[slice(*whole)]
    acronym = len(folded) <= _LONGEST_ACRONYM and written.isupper()
    plain = folded.isascii() and folded.isalpha() and len(folded) <= _LONGEST_RUN
    if len(folded) < 4 or acronym or not plain:
        return (whole,)
    return tuple((run.start + a, run.start + b) for a, b in _likeliest(folded))


@lru_cache(maxsize=16384)
def _likeliest(folded: str) -> tuple[Span, ...]:
    costs = _costs()

    def cost_of(part: str) -> float:
        known = costs.get(part)
        if known is not None:
            return known
        if len(part) < _SHORTEST_UNKNOWN:
            return math.inf
        return _UNKNOWN_COST + _UNKNOWN_LETTER_COST * len(part)

    best, back = _cheapest(folded, cost_of)
    if best[-1] == math.inf:
        return ((0, len(folded)),)
    return tuple(_trace(back, len(folded)))


def _trace(back: list[int], end: int) -> list[Span]:
    spans: list[Span] = []
    while end > 0:
        spans.append((back[end], end))
        end = back[end]
    return spans[::-1]


def _readings(
    folded: str, lexicon: Collection[str], striking: Collection[str], usual: list[Span]
) -> Iterator[tuple[float, list[Span]]]:
    """Readings of one run that hold a word of the lexicon, with their cost."""
    before, back = _known_costs(folded)
    reverse, ahead = _known_costs(folded[::-1], reverse=True)
    size = len(folded)
    limit = min(before[size], 4.0 * size) + _READING_MARGIN
    for start in range(size):
        for end in range(start + 3, min(size, start + _LONGEST_PART) + 1):
            if folded[start:end] not in lexicon or _within(start, end, usual):
                continue
            cost = before[start] + reverse[size - end] + _costs().get(folded[start:end], 11.0)
            if cost <= limit:
                after = [(size - b, size - a) for a, b in _trace(ahead, size - end)]
                yield cost, [*_trace(back, start), (start, end), *after[::-1]]
            elif folded[start:end] in striking:
                left = [(0, start), (start, end), (end, size)]
                yield limit, [(a, b) for a, b in left if a < b]


def _within(start: int, end: int, usual: list[Span]) -> bool:
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in usual)


def _known_costs(folded: str, *, reverse: bool = False) -> tuple[list[float], list[int]]:
    """The least cost of every beginning in known words alone."""
    costs, step = _costs(), -1 if reverse else 1
    return _cheapest(folded, lambda part: costs.get(part[::step], math.inf))


def _cheapest(folded: str, cost_of: Callable[[str], float]) -> tuple[list[float], list[int]]:
    """The least cost of every beginning, infinite where there is none, and where it last splits."""
    best, back = [0.0], [0]
    for end in range(1, len(folded) + 1):
        least, origin = math.inf, 0
        for start in range(max(0, end - _LONGEST_PART), end):
            cost = best[start] + cost_of(folded[start:end])
            if cost < least:
                least, origin = cost, start
        best.append(least)
        back.append(origin)
    return best, back


@cache
def _costs() -> dict[str, float]:
    """The cost (negative log of the share) of every known word and name."""
    folder = models_folder()
    costs: dict[str, float] = {}
    for path, column, extra in (
        (folder / "words" / "words.tsv", 1, 0.0),
        (folder / "name-lists" / "first-names.tsv", 2, _NAME_COST),
        (folder / "name-lists" / "surnames.tsv", 2, _NAME_COST),
    ):
        counts = _counts(path, column)
        total = math.log(sum(counts.values()))
        for word, count in counts.items():
            cost = total - math.log(count) + extra
            if cost < costs.get(word, math.inf):
                costs[word] = cost
    return costs


def _counts(path: Path, column: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for fields in rows(path):
        word = fields[0]
        if len(word) > 2 or f" {word} " in _SHORT_WORDS:
            counts[word] = max(1, int(fields[column]))
    return counts
