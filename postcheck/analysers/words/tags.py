"""Hashtags and mentions by the twitter-text rules, with the words they are made of.

On platforms whose names are longer, hold dots or name a server (`@user@host.example`), they are
read whole; elsewhere the rules stand as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from postcheck.analysers.base import Scene, Seen
from postcheck.analysers.words.links.analyser import spans_of
from postcheck.analysers.words.links.characters import AT_SIGNS, HASH_SIGNS, LATIN_ACCENTS
from postcheck.analysers.words.links.cover import Cover
from postcheck.analysers.words.links.find import Span
from postcheck.analysers.words.links.suffixes import top_level_at
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact, Value
from postcheck.language.splitting import split
from postcheck.people.ours import bare_handle, own_account, resembled
from postcheck.setting import Setting

_HASH = re.compile(f"[{HASH_SIGNS}]")
_TAG_EXTRAS = frozenset(
    "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
_APPLE_LETTERS = re.compile(
    "[\uf870-\uf87f\uf882\uf884-\uf89f\uf8b8\uf8c1-\uf8d6]"  # private use that twitter-text allows
)
_VARIATION = ("\ufe0e", "\ufe0f")
_KEYCAP = ("\ufe0f", "\u20e3")

_RETWEET = r"(?<![A-Za-z0-9_+~.\-][rR][tT])(?<=[rR][tT])"
_BEFORE = rf"(?:(?<![A-Za-z0-9_!#$%&*{AT_SIGNS}])|{_RETWEET})"
_MENTION = re.compile(
    rf"{_BEFORE}[{AT_SIGNS}](?P<handle>[A-Za-z0-9_]{{1,20}})(?:/[A-Za-z][A-Za-z0-9_\-]{{0,24}})?"
)
_WIDE_MENTION = re.compile(
    rf"{_BEFORE}[{AT_SIGNS}](?P<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{{0,62}}[A-Za-z0-9_])?)"
)
_AT_SERVER = re.compile(
    rf"{_BEFORE}@(?P<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{{0,28}}[A-Za-z0-9_])?)"
    r"@(?P<host>[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
)
_NO_MENTION_BEFORE = re.compile(rf"[{AT_SIGNS}{LATIN_ACCENTS}]|://")
_NO_TAG_BEFORE = re.compile(rf"[{HASH_SIGNS}]|://")

_SERVERS = frozenset({"mastodon", "pixelfed", "peertube", "friendica", "lemmy", "misskey"})
_LONG_NAMES = frozenset({"instagram", "threads", "tiktok", "facebook", "youtube", "bluesky"})


class TagAnalyser:
    """Finds hashtags and mentions on every surface."""

    name = "tags"
    version = "2"

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The hashtags and mentions of each scene."""
        for scene in scenes:
            yield list(self._of_scene(scene))

    def _of_scene(self, scene: Scene) -> Iterator[Fact]:
        platforms = {*scene.draft.platforms, scene.account.platform or ""}
        wide = any(platform.lower() in _LONG_NAMES for platform in platforms)
        servers = any(platform.lower() in _SERVERS for platform in platforms)
        for surface in scene.surfaces:
            text = surface.text
            if not _HASH.search(text) and "@" not in text and "\uff20" not in text:
                continue
            links = Cover(len(text), spans_of(surface))
            for start, end in hashtag_spans(text):
                if not links.touches(start, start + 1):
                    tag = text[start + 1 : end]
                    yield self._fact("text.hashtag", surface, start, end, _read("tag", tag))
            for start, end, handle in mention_spans(text, wide=wide, servers=servers):
                if not links.touches(start, end):
                    about = {**_read("handle", handle), **_whose(scene.setting, handle)}
                    yield self._fact("text.mention", surface, start, end, about)

    def _fact(
        self, kind: str, surface: Surface, start: int, end: int, attributes: Mapping[str, Value]
    ) -> Fact:
        return Fact(
            kind,
            surface.name,
            text=surface.text[start:end],
            start=start,
            end=end,
            box=surface.box_of(start, end),
            source=f"{self.name}/{self.version}",
            attributes=attributes,
        )


def _read(key: str, value: str) -> dict[str, Value]:
    return {key: value, "words": tuple(value[a:b] for a, b in split(value))}


def _whose(setting: Setting, handle: str) -> dict[str, Value]:
    """Whether the handle is one of our accounts, or could be taken for one."""
    if own_account(setting.accounts, handle) is not None:
        return {"own": True}
    ours = setting.config.organisation
    alike = resembled(ours, setting.accounts.values(), handle)
    known = set(map(bare_handle, ours.media_handles))
    return {"own": False, "resembles": None if bare_handle(handle) in known else alike}


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """`letter`, `digit`, `extra` or nothing, as hashtags count them."""
    category = unicodedata.category(character)
    if category[0] in "LM" or _APPLE_LETTERS.match(character):
        return "letter"
    if category == "Nd":
        return "digit"
    return "extra" if character in _TAG_EXTRAS else ""


def hashtag_spans(text: str) -> Iterator[Span]:
    """The spans of hashtags, sign included; web addresses are not looked at."""
    used = -1
    for match in _HASH.finditer(text):
        start = match.start()
        before = text[start - 1] if start else ""
        if start == used or (
            before and before not in _VARIATION and (before == "&" or _kind(before))
        ):
            continue
        if text[start + 1 : start + 2] in _KEYCAP:
            continue
        end = start + 1
        lettered = False
        while end < len(text) and (kind := _kind(text[end])):
            lettered = lettered or kind == "letter"
            end += 1
        if lettered:
            used = end
            if not _NO_TAG_BEFORE.match(text, end):
                yield start, end


def mention_spans(
    text: str, *, wide: bool = False, servers: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Mentions as start, end and handle without its sign.

    `wide` reads long and dotted names, `servers` reads `@user@host.example` as one.
    """
    taken = Cover(len(text))
    for match in _AT_SERVER.finditer(text) if servers else ():
        last_label = match.start("host") + match["host"].rindex(".") + 1
        if top_level_at(text, last_label) == match.end():
            taken.add(*match.span())
            yield match.start(), match.end(), f"{match['handle']}@{match['host']}"
    for match in (_WIDE_MENTION if wide else _MENTION).finditer(text):
        start, end = match.span()
        if not _NO_MENTION_BEFORE.match(text, end) and not taken.touches(start, end):
            yield start, end, match["handle"]
