"""`name-form`: how a person may be named, with a picture and without one."""

from __future__ import annotations

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.facts.model import Fact

ORDER = ("none", "first", "first-initial", "full")
"""Forms from the least to the most that a name gives away."""

_GIVES_AWAY = {"first": 1, "first-initial": 2, "last": 3, "title-last": 3, "handle": 3, "full": 3}


class NameFormOptions(Options):
    """The names of the interpretations that hold the most that may be written."""

    setting: str
    with_picture: str = Field(alias="with-picture")


def judge(fact: Fact, options: NameFormOptions, case: Case) -> Answer:
    """Compare the written form with the allowed one."""
    name = options.with_picture if case.draft.media else options.setting
    allowed = case.interpretations.get(name, "none")
    form = str(fact.attributes.get("form") or "full")
    if _GIVES_AWAY.get(form, 3) <= ORDER.index(allowed):
        return None
    return Failed({"allowed": _IN_WORDS[allowed]})


def refers(options: NameFormOptions) -> tuple[Reference, ...]:
    """The two interpretations."""
    return ("interpretation", options.setting), ("interpretation", options.with_picture)


_IN_WORDS = {
    "none": "no name",
    "first": "the first name alone",
    "first-initial": "the first name and the initial of the surname",
    "full": "the full name",
}

CHECK = Check(
    "name-form",
    "A person may be named only in an allowed form.",
    NameFormOptions,
    judge,
    slots=frozenset({"allowed"}),
    refers=refers,
)
