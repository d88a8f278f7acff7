"""Platforms and their limits, each figure with date and source."""

from __future__ import annotations

from pydantic import Field

from postcheck.documents.model import Day, Document


class Figure(Document):
    """One limit, when it was read and where."""

    value: int
    as_of: Day
    source: str


class Platform(Document):
    """One platform. `names` are other spellings under which drafts may name it."""

    id: str
    title: str
    names: tuple[str, ...] = ()
    limits: dict[str, Figure] = Field(default_factory=dict)


class PlatformsFile(Document):
    """The platform table of a pack."""

    platforms: tuple[Platform, ...]
