"""The properties of the picture or other medium that a fact belongs to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from postcheck.checks.case import Case
from postcheck.checks.property import Get, Property
from postcheck.drafts.media import VIDEOS
from postcheck.drafts.model import Medium
from postcheck.facts.model import Fact, Value

_FACES = ("image.face",)


def _medium(read: Callable[[Medium], Value]) -> Get:
    def get(case: Case, fact: Fact) -> Value:
        medium = case.medium_of(fact)
        return None if medium is None else read(medium)

    return get


def _seen(read: Callable[[Case, int], Value]) -> Get:
    def get(case: Case, fact: Fact) -> Value:
        index = case.medium_index(fact)
        return None if index is None else read(case, index)

    return get


MEDIA: dict[str, Property] = {
    "media.activity": Property(
        "What is done in the picture.", "text", _medium(lambda m: m.activity)
    ),
    "media.rights": Property("Whose picture it is.", "text", _medium(lambda m: m.rights)),
    "media.film": Property(
        "It is a film, by its file's ending.",
        "flag",
        _medium(lambda m: PurePosixPath(m.path).suffix.lower() in VIDEOS),
    ),
    "media.people": Property(
        "How many people are declared in it.", "number", _medium(lambda m: len(m.people))
    ),
    "media.bystanders": Property(
        "How many people beside those are told to be in it.",
        "number",
        _medium(lambda m: m.bystanders),
    ),
    "media.faces": Property(
        "How many faces it shows.", "number", _seen(lambda c, i: c.faces_in(i)), _FACES
    ),
    "media.children": Property(
        "A child may be in it.", "flag", _seen(lambda c, i: c.children_in(i)), _FACES
    ),
    "media.taken-that-day": Property(
        "Its file says that it was taken on the day of publishing.",
        "flag",
        _seen(lambda c, i: c.taken_that_day(i)),
        ("image.metadata",),
    ),
}
