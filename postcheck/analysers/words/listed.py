"""Listed words and patterns, terms that may not be public yet, and the organisation's mottos.

Every list of the policy that says what its hits are (`emits`) is looked for on every surface, also
in the words of hashtags, mentions and file names that are run together. Words are whole words in
any letter case; marks on letters are ignored, and disguises are seen through where an abusive word
has at least four letters (`sh1t`, `f**k`, `f.u.c.k`). Patterns are taken as they are written. Hits
of a list that says within which sentences they count do so nowhere else, and in no compound.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from postcheck.analysers.base import Scene, Seen
from postcheck.analysers.words.disguise import Disguises
from postcheck.analysers.words.links.cover import Cover
from postcheck.analysers.words.links.skeleton import to_ascii
from postcheck.analysers.words.sentences import APOSTROPHES, Sentences, Wanted, wanted
from postcheck.analysers.words.tags import hashtag_spans, mention_spans
from postcheck.drafts.surfaces import Surface
from postcheck.errors import AnalyserError
from postcheck.facts.model import Fact, Missing, Value
from postcheck.language.splitting import split
from postcheck.patterns.known import compiled, known
from postcheck.patterns.needles import Haystack
from postcheck.patterns.needles import folded as folded_for_needles
from postcheck.setting import Setting

CONFIDENTIAL = "confidential"
MOTTO = "motto"

_WINDOW, _OVERHANG = 4000, 600
_LETTER = r"[^\W_]"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


@dataclass(frozen=True, slots=True)
class _Hit:
    """What one entry of one list becomes."""

    kind: str
    category: str
    list_id: str | None
    term: str


_Found = tuple[int, int, _Hit]


@dataclass(frozen=True, slots=True)
class _Lists:
    """All lists of one setting, ready to be looked for."""

    words: re.Pattern[str] | None
    hits: dict[str, tuple[_Hit, ...]]
    disguises: Disguises
    patterns: tuple[_Hit, ...]
    haystack: Haystack
    exceptions: dict[str, tuple[str, ...]]
    within: dict[str, Wanted]


class ListedAnalyser:
    """Finds the entries of word and pattern lists on every surface."""

    name = "listed"
    version = "1"

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._lists: _Lists | None = None

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The listed words of each scene."""
        for scene in scenes:
            if self._lists is None or self._setting is not scene.setting:
                self._setting, self._lists = scene.setting, _prepare(scene.setting)
            yield [seen for surface in scene.surfaces for seen in self._of(surface, self._lists)]

    def _of(self, surface: Surface, lists: _Lists) -> Iterator[Fact | Missing]:
        found = list(_look_through(surface.text, lists))
        try:
            found.extend(_in_compounds(surface, lists))
        except AnalyserError as error:
            for kind in ("text.abuse", "text.topic"):
                yield Missing(kind, surface.name, str(error), failed=True)
        kept: set[tuple[int, int, str, str | None]] = set()
        for start, end, hit in sorted(found, key=lambda item: item[:2]):
            key = (start, end, hit.category, hit.list_id)
            if key not in kept:
                kept.add(key)
                yield self._fact(surface, start, end, hit)

    def _fact(self, surface: Surface, start: int, end: int, hit: _Hit) -> Fact:
        attributes: dict[str, Value] = {"category": hit.category, "list": hit.list_id}
        attributes["term"] = hit.term
        return Fact(
            hit.kind,
            surface.name,
            text=surface.text[start:end],
            start=start,
            end=end,
            box=surface.box_of(start, end),
            source=f"{self.name}/{self.version}",
            attributes=attributes,
        )


def fold(text: str) -> str:
    """Lower case without marks, one character for one, so that offsets hold."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_character(character) for character in text).translate(APOSTROPHES)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character)[:1].lower()
    if bare.isalpha() and not bare.isascii():
        bare = to_ascii(bare)  # a Cyrillic or Greek letter that looks like a Latin one
    return bare if len(bare) == 1 else character


def _look_through(text: str, lists: _Lists) -> Iterator[_Found]:
    """All hits of one text, also of words that invisible characters cut up."""
    if text.isascii() or not _INVISIBLE.search(text):
        yield from _look(text, lists)
        return
    places = [place for place, character in enumerate(text) if not _INVISIBLE.match(character)]
    for start, end, hit in _look("".join(text[place] for place in places), lists):
        yield places[start], places[end - 1] + 1, hit


def _look(text: str, lists: _Lists) -> Iterator[_Found]:
    """All hits of one text, without those that do not count where they stand."""
    folded = fold(text)
    excepted, sentences = _Exceptions(folded, lists), Sentences(text)
    for found in (*_words(folded, lists), *_disguised(folded, lists), *_patterns(text, lists)):
        start, end, hit = found
        sought = lists.within.get(hit.list_id or "")
        if excepted.hold(found) or (sought and not sentences.hold(sought, start, end)):
            continue
        yield found


def _patterns(text: str, lists: _Lists) -> Iterator[_Found]:
    hits = [lists.patterns[place] for place in lists.haystack.tried(folded_for_needles(text))]
    tried = [(compiled(hit.term), hit) for hit in hits]
    # In windows: a pattern that goes back and forth over a long run stays bounded.
    for first in range(0, len(text), _WINDOW):
        last = min(len(text), first + _WINDOW + _OVERHANG)
        for pattern, hit in tried:
            for match in pattern.finditer(text, first, last):
                start, end = match.span()
                if start < end and start < first + _WINDOW:
                    yield start, end, hit


class _Exceptions:
    """The phrases of one text in which hits of a list do not count, looked for once."""

    def __init__(self, folded: str, lists: _Lists) -> None:
        self._folded, self._lists = folded, lists
        self._covers: dict[str, Cover] = {}

    def hold(self, found: _Found) -> bool:
        """Whether the hit lies within such a phrase."""
        start, end, hit = found
        phrases = self._lists.exceptions.get(hit.list_id or "")
        if phrases is None or hit.list_id is None:
            return False
        if hit.list_id not in self._covers:
            spans = (match.span() for match in _any_of(phrases).finditer(self._folded))
            self._covers[hit.list_id] = Cover(len(self._folded), spans)
        return self._covers[hit.list_id].holds(start, end)


def _words(folded: str, lists: _Lists) -> Iterator[_Found]:
    if lists.words:
        for match in lists.words.finditer(folded):
            for hit in lists.hits[_key(match.group(1))]:
                yield match.start(1), match.end(1), hit


def _disguised(folded: str, lists: _Lists) -> Iterator[_Found]:
    for start, end, word in lists.disguises.look(folded):
        yield from ((start, end, hit) for hit in lists.hits[word])


def _in_compounds(surface: Surface, lists: _Lists) -> Iterator[_Found]:
    """Hits in words that are run together, at their place in the surface."""
    text = surface.text
    compounds = [(0, len(text))] if surface.compound else []
    if "#" in text or "\uff03" in text:
        compounds.extend(hashtag_spans(text))
    if "@" in text or "\uff20" in text:
        compounds.extend(span[:2] for span in mention_spans(text))
    for start, end in compounds:
        parts = split(text[start:end])
        if len(parts) < 2:
            continue
        spaced = " ".join(text[start + a : start + b] for a, b in parts)
        places = [start + a + i for a, b in parts for i in range(b - a + 1)]
        folded = fold(spaced)
        excepted = _Exceptions(folded, lists)
        for found in _words(folded, lists):
            first, last, hit = found
            if hit.list_id not in lists.within and not excepted.hold(found):
                yield places[first], places[last - 1] + 1, hit


def _prepare(setting: Setting) -> _Lists:
    hits: dict[str, list[_Hit]] = {}
    patterns: list[_Hit] = []
    exceptions: dict[str, tuple[str, ...]] = {}
    within: dict[str, Wanted] = {}
    abusive: set[str] = set()
    for listed in setting.lists.values():
        if listed.emits is None:
            continue
        for entry in listed.entries:
            hit = _Hit(listed.emits.kind, listed.emits.category, listed.id, entry)
            if listed.match == "pattern":
                patterns.append(hit)
            else:
                key = _key(entry)
                hits.setdefault(key, []).append(hit)
                if listed.emits.kind == "text.abuse":
                    abusive.add(key)
        if listed.exceptions:
            exceptions[listed.id] = tuple(_key(phrase) for phrase in listed.exceptions)
        if listed.within:
            within[listed.id] = wanted(listed.within)
    for category, term in _of_organisation(setting):
        hits.setdefault(_key(term), []).append(_Hit("text.topic", category, None, term))
    hits.pop("", None)
    final = {key: tuple(found) for key, found in hits.items()}
    return _Lists(
        words=_any_of(tuple(final)) if final else None,
        hits=final,
        disguises=Disguises(abusive),
        patterns=tuple(patterns),
        haystack=Haystack([known().needles(hit.term) for hit in patterns]),
        exceptions=exceptions,
        within=within,
    )


def _of_organisation(setting: Setting) -> Iterator[tuple[str, str]]:
    """The words that the configuration itself names, with their categories."""
    config = setting.config
    yield from ((CONFIDENTIAL, secret.term) for secret in config.confidential_terms)
    yield from ((MOTTO, motto) for motto in config.organisation.mottos)


def _key(entry: str) -> str:
    return " ".join(re.split(r"[\s_-]+", fold(entry).strip()))


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all phrases as whole words; the longest wins where several begin."""
    return re.compile(rf"(?<!{_LETTER})({_tree(phrases)})(?!{_LETTER})")


def _tree(phrases: Iterable[str]) -> str:
    """The phrases as a pattern that branches by first letters, which keeps large lists quick."""
    groups: dict[str, list[str]] = {}
    ends = False
    for phrase in sorted(set(phrases)):
        if phrase:
            groups.setdefault(phrase[0], []).append(phrase[1:])
        else:
            ends = True
    branches = [_character(head) + _tree(tails) for head, tails in groups.items()]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if ends else joined


def _character(character: str) -> str:
    return r"[\s_-]+" if character == " " else re.escape(character)
