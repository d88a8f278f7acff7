"""Parts of a text that are no running words: hashtags, mentions, links, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from postcheck.facts.model import Fact

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_DOTTED = re.compile(r"(?:\.[a-z0-9_]+)+")
_AFTER_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?[^/?#]*", re.IGNORECASE)
RegionKind = Literal["hashtag", "mention", "link", "email"]
_KINDS: dict[str, RegionKind] = {
    "text.hashtag": "hashtag",
    "text.mention": "mention",
    "text.link": "link",
}


class Region(NamedTuple):
    """One such part; `start` and `end` are code points of the surface's text."""

    start: int
    end: int
    kind: RegionKind


def regions_of(text: str, facts: Iterable[Fact]) -> list[Region]:
    """The regions of one surface, from what was seen on it before."""
    found = [
        Region(fact.start, fact.end, _KINDS[fact.kind])
        for fact in facts
        if fact.kind in _KINDS and fact.start is not None and fact.end is not None
    ]
    found = [_whole_handle(text, region) for region in found]
    if "@" in text:
        found += [Region(*match.span(), "email") for match in _EMAIL.finditer(text)]
    return found


def _whole_handle(text: str, region: Region) -> Region:
    """A mention with the dots that some platforms allow in handles (`@amelia.brown09`)."""
    rest = _DOTTED.match(text, region.end) if region.kind == "mention" else None
    return region._replace(end=rest.end()) if rest else region


def wordy_part(text: str, region: Region) -> tuple[int, int]:
    """The part of a region in which names may stand: a link's path, an address's local part."""
    written = text[region.start : region.end]
    if region.kind == "link":
        match = _AFTER_HOST.match(written)
        return region.start + (match.end() if match else 0), region.end
    if region.kind == "email":
        return region.start, region.start + written.rindex("@")
    return region.start + 1, region.end
