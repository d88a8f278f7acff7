"""The line in which a finding stands, cut to the width at hand, and the mark under the match."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from postcheck.findings import Excerpt
from postcheck.reporters.visible import Letters, pieces

_TAB = 4
_AROUND = 300
"""Code points that are looked at on either side of a match; no terminal shows more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line to print and the line of marks below it; both are counted in terminal cells."""

    line: str
    marks: str


@dataclass(frozen=True, slots=True)
class _Cluster:
    """What is printed as one: code points `start` to `end`, as `text`, in `width` cells."""

    start: int
    end: int
    text: str
    width: int


def show(excerpt: Excerpt, width: int, letters: Letters, mark: str = "^") -> Shown:
    """Fit an excerpt into `width` cells, cutting away from the match where it is too long."""
    low = max(0, excerpt.start - _AROUND)
    high = min(len(excerpt.line), excerpt.start + 2 * _AROUND)
    clusters = _clusters(excerpt.line[low:high], letters, low)
    first, last = _matched(clusters, excerpt)
    whole = low == 0 and high == len(excerpt.line)
    if whole and sum(cluster.width for cluster in clusters) <= width:
        begin, stop = 0, len(clusters)
    else:
        room = width - 2 * cell_len(letters.ellipsis)
        begin, stop = _window(clusters, first, last, room)
    before = letters.ellipsis if begin > 0 or low > 0 else ""
    after = letters.ellipsis if stop < len(clusters) or high < len(excerpt.line) else ""
    blank = cell_len(before) + sum(cluster.width for cluster in clusters[begin:first])
    marked = sum(cluster.width for cluster in clusters[first : min(last, stop)])
    text = "".join(cluster.text for cluster in clusters[begin:stop])
    return Shown(before + text + after, " " * blank + mark * max(1, marked))


def _clusters(text: str, letters: Letters, offset: int) -> list[_Cluster]:
    found: list[_Cluster] = []
    column = 0
    for begin, end in pieces(text):
        for start, stop in _graphemes(text[begin:end]):
            raw = text[begin + start : begin + stop]
            shown = " " * (_TAB - column % _TAB) if raw == "\t" else letters.show(raw)
            width = cell_len(shown)
            found.append(_Cluster(offset + begin + start, offset + begin + stop, shown, width))
            column += width
    return found


def _graphemes(text: str) -> list[tuple[int, int]]:
    """Start and end of each grapheme; the two halves of a flag stay together."""
    spans = [(start, end) for start, end, _ in split_graphemes(text)[0]]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        half = _is_half_flag(text[start:end])
        if half and joined and _is_half_flag(text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_half_flag(text: str) -> bool:
    return len(text) == 1 and "\U0001f1e6" <= text <= "\U0001f1ff"


def _matched(clusters: list[_Cluster], excerpt: Excerpt) -> tuple[int, int]:
    """The clusters that the match touches; at least the place where it would begin."""
    end = max(excerpt.end, excerpt.start + 1)
    hit = [
        index
        for index, cluster in enumerate(clusters)
        if cluster.start < end and cluster.end > excerpt.start
    ]
    return (hit[0], hit[-1] + 1) if hit else (len(clusters), len(clusters))


def _window(clusters: list[_Cluster], first: int, last: int, room: int) -> tuple[int, int]:
    """As much of the match as fits, then its surroundings on both sides in turn."""
    begin = stop = first
    while stop < last and clusters[stop].width <= room:
        room -= clusters[stop].width
        stop += 1
    grown = stop == last
    while grown:
        grown = False
        if begin > 0 and clusters[begin - 1].width <= room:
            begin -= 1
            room -= clusters[begin].width
            grown = True
        if stop < len(clusters) and clusters[stop].width <= room:
            room -= clusters[stop].width
            stop += 1
            grown = True
    return begin, stop
