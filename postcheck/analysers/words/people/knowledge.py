"""What the finders of names know: register, word and name lists, public names, names of things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain

from postcheck.analysers.words.people.phrases import Keys, PhraseIndex
from postcheck.analysers.words.people.roster import Roster, atoms
from postcheck.analysers.words.people.vocabulary import Vocabulary
from postcheck.analysers.words.sentences import Wanted, wanted
from postcheck.setting import Setting

ANYWHERE = Wanted(all=(), none=None)
"""What a text must say for a name that is a public figure's wherever it stands: nothing."""

_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)


@dataclass(slots=True)
class Knowledge:
    """Everything that one setting gives the finders.

    `figures` are the names of public, historical and fictional people, each with what the text
    must say for it to be theirs. `no_names` are words that are no part of a name. `things` are
    phrases that look like names and are none; both also as `runs`, written as one word. `works` are
    titles in which people are named, with the words that have a capital letter. `named_after` are
    the words that, after a name, make it the name of a thing (House, Road, Trophy); `place_words`
    are surnames that do so in a place's name only (Hall, Hill), `named_before` words that do so
    before the name, as they are written (tŷ, ysgol). `ours` are the names of the organisation
    itself.
    """

    words: Vocabulary
    roster: Roster = field(default_factory=Roster)
    figures: PhraseIndex[Wanted] = field(default_factory=PhraseIndex)
    things: PhraseIndex[bool] = field(default_factory=lambda: PhraseIndex(possessives=True))
    works: PhraseIndex[tuple[bool, ...]] = field(
        default_factory=lambda: PhraseIndex(possessives=True, commas=True)
    )
    figure_runs: set[str] = field(default_factory=set)
    thing_runs: set[str] = field(default_factory=set)
    no_names: frozenset[str] = frozenset()
    named_after: frozenset[str] = frozenset()
    named_before: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    ours: tuple[Keys, ...] = ()

    @classmethod
    def of(cls, setting: Setting, words: Vocabulary) -> Knowledge:
        """What one setting gives."""
        no_names = _words(setting.entries_for("no-names"))
        words = replace(words, everyday=words.everyday | no_names)
        knowledge = cls(words, Roster.of(setting.register), no_names=no_names)
        knowledge.take_figures(setting)
        for entry in (*setting.entries_for("named-things"), *setting.config.organisation.names):
            knowledge.things.put(_marked(entry), True)
            knowledge.thing_runs.add("".join(atoms(entry)))
        for entry in setting.entries_for("named-works"):
            knowledge.works.put(_marked(entry), _capitals(entry))
        knowledge.ours = tuple(map(atoms, setting.config.organisation.names))
        knowledge.named_after = _words(setting.entries_for("named-after-people"))
        before = setting.entries_for("named-before-people")
        knowledge.named_before = frozenset(map(str.casefold, before))
        knowledge.place_words = _words(setting.entries_for("places-after-people"))
        return knowledge

    def take_figures(self, setting: Setting) -> None:
        """Learn the public people; a name on several lists counts as on the least demanding."""
        lists = [item for item in setting.lists.values() if item.use == "public-people"]
        for item in sorted(lists, key=lambda item: item.within is None):
            needs = ANYWHERE if item.within is None else wanted(item.within)
            for entry in item.entries:
                self.figures.put(atoms(entry), needs)
                if needs is ANYWHERE and len(atoms(entry)) > 1:
                    self.figure_runs.add("".join(atoms(entry)))

    def may_be_given(self, key: str) -> bool:
        """Whether a word is a first name of the lists or of the register."""
        return self.words.first(key) > 0 or (key,) in self.roster.given


def _marked(entry: str) -> tuple[str, ...]:
    """The parts of a phrase; a possessive is one part that keeps its ending."""
    return tuple(chain.from_iterable(map(_marked_word, entry.split())))


def _marked_word(word: str) -> tuple[str, ...]:
    parts = atoms(_POSSESSIVE.sub("", word))
    return (*parts[:-1], f"{parts[-1]}'s") if parts and _POSSESSIVE.search(word) else parts


def _capitals(entry: str) -> tuple[bool, ...]:
    """Which parts of a title, as `_marked` divides it, belong to a word with a capital letter."""
    return tuple(word[:1].isupper() for word in entry.split() for _ in _marked_word(word))


def _words(entries: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(atoms(entry)) for entry in entries)
