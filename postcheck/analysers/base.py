"""What an analyser is: it sees and never judges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from postcheck.drafts.model import Draft, Medium
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact, FactSet, Missing
from postcheck.people.accounts import Account
from postcheck.setting import Setting

if TYPE_CHECKING:
    from postcheck.drafts.pictures import Picture


@dataclass(slots=True)
class Scene:
    """One draft under its setting, with what has been seen of it so far.

    `media` are the files of the draft's media, in its order; `path` is how messages call the draft.
    `profile` are the texts of an account's profile, where that is looked at in a draft's stead.
    """

    draft: Draft
    account: Account
    setting: Setting
    media: tuple[Path, ...] = ()
    path: str = ""
    surfaces: tuple[Surface, ...] = ()
    facts: FactSet = field(default_factory=FactSet)
    profile: tuple[Surface, ...] | None = None


Seen = Iterable[Fact | Missing]


class TextAnalyser(Protocol):
    """Reads the surfaces of drafts; gets many drafts at once so that models can work in batches."""

    name: str
    version: str

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """What was seen in each scene, in the order of `scenes`."""
        ...


class PictureAnalyser(Protocol):
    """Looks at one opened picture."""

    name: str
    version: str

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Seen:
        """What was seen in the picture; every fact's surface is `picture.surface`."""
        ...
