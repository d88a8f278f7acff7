"""Analysers: they see and never judge.

The register below names each one with what it provides, so that a plan can be made, and help and
`doctor` can speak of it, without importing anything heavy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Literal

from postcheck import plugins
from postcheck.analysers.base import PictureAnalyser, TextAnalyser
from postcheck.errors import AnalyserError, Problem
from postcheck.facts.kinds import KINDS

PICTURE_WORDS = ("image.text", "image.code", "image.metadata")
"""Kinds whose texts become surfaces, so that every analyser of words stands on them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One analyser. `after` are the kinds it asks for; `extra` is the optional extra it needs.

    One that is `aside` spends its time outside the interpreter and asks for nothing: it reads words
    beside those that stand before it.
    """

    name: str
    place: str
    looks_at: Literal["words", "pictures"]
    provides: tuple[str, ...]
    after: tuple[str, ...] = ()
    extra: str | None = None
    aside: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """The kinds that come first: for words also those whose texts become surfaces."""
        return (*PICTURE_WORDS, *self.after) if self.looks_at == "words" else self.after

    def load(self) -> TextAnalyser | PictureAnalyser:
        """Import and make the analyser. Raises AnalyserError when it cannot be imported."""
        module, _, attribute = self.place.partition(":")
        try:
            made: TextAnalyser | PictureAnalyser = getattr(import_module(module), attribute)()
        except ImportError as error:
            raise AnalyserError(
                Problem(
                    f"the analyser {self.name} cannot be loaded: {error.name} is not installed",
                    remedy="install postcheck again; `postcheck doctor` tells what is missing",
                )
            ) from error
        return made


_WORDS = "postcheck.analysers.words"
_PICTURES = "postcheck.analysers.pictures"

ANALYSERS: tuple[Entry, ...] = (
    Entry(
        "picture-words",
        f"{_PICTURES}.words_in_pictures:PictureWordsAnalyser",
        "pictures",
        ("image.text",),
    ),
    Entry("faces", f"{_PICTURES}.faces:FaceAnalyser", "pictures", ("image.face",)),
    Entry(
        "exposure",
        f"{_PICTURES}.exposure:ExposureAnalyser",
        "pictures",
        ("image.exposure",),
        extra="exposure",
    ),
    Entry("logos", f"{_PICTURES}.logos:LogoAnalyser", "pictures", ("image.logo",)),
    Entry("codes", f"{_PICTURES}.codes:CodeAnalyser", "pictures", ("image.code",)),
    Entry("metadata", f"{_PICTURES}.metadata:MetadataAnalyser", "pictures", ("image.metadata",)),
    Entry(
        "seen-before",
        f"{_PICTURES}.seen_before:SeenBeforeAnalyser",
        "pictures",
        ("image.seen-before",),
    ),
    Entry("size", f"{_PICTURES}.size:SizeAnalyser", "pictures", ("image.size",)),
    Entry("tags", f"{_WORDS}.tags:TagAnalyser", "words", ("text.hashtag", "text.mention")),
    Entry("links", f"{_WORDS}.links.analyser:LinkAnalyser", "words", ("text.link",)),
    Entry(
        "personal-data",
        f"{_WORDS}.personal_data.analyser:PersonalDataAnalyser",
        "words",
        ("text.personal-data",),
        after=("text.link",),
    ),
    Entry("listed", f"{_WORDS}.listed:ListedAnalyser", "words", ("text.abuse", "text.topic")),
    Entry(
        "language",
        f"{_WORDS}.language:LanguageAnalyser",
        "words",
        ("text.abuse", "text.topic"),
        aside=True,
    ),
    Entry(
        "names",
        f"{_WORDS}.people.analyser:PeopleAnalyser",
        "words",
        ("text.person",),
        after=("text.hashtag", "text.mention", "text.link"),
    ),
)
"""Each comes after those that it reads; of the others the slowest first, as they run together."""


SWEEPERS = (
    *(entry for entry in ANALYSERS if entry.name in ("tags", "links")),
    Entry(
        "registered-names",
        f"{_WORDS}.people.analyser:RegisteredPeopleAnalyser",
        "words",
        ("text.person",),
    ),
)
"""What looks at published posts: words alone, and no model."""


def plan(kinds: Iterable[str]) -> tuple[Entry, ...]:
    """The analysers that are needed for these kinds, in running order; no others are loaded.

    A kind that no analyser of ours provides is looked for among the plug-ins.
    """
    wanted = set(kinds)
    plugged = [_plugged(kind) for kind in sorted(wanted.difference(KINDS))]
    for entry in plugged:
        wanted.update(entry.reads)
    chosen: set[str] = set()
    for entry in reversed(ANALYSERS):
        if wanted.intersection(entry.provides):
            chosen.add(entry.name)
            wanted.update(entry.reads)
    ours = tuple(entry for entry in ANALYSERS if entry.name in chosen)
    return (*ours, *dict.fromkeys(plugged))


def _plugged(kind: str) -> Entry:
    found = plugins.load("analysers", kind, Entry, "`Entry` of postcheck.analysers")
    if found is not None:
        # its failures are told by this name
        package = plugins.package_of("analysers", kind)
        return replace(found, name=f"{found.name} of the package {package}")
    raise AnalyserError(
        Problem(
            f"nothing provides facts of the kind {kind}",
            remedy="install the plug-in that gives it, or take the rule that names it out",
        )
    )
