"""What a finder of names hands to fusion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Origin = Literal["register", "lists", "model"]
Form = Literal["full", "first-initial", "first", "last", "title-last", "handle"]

Reading = Literal[
    "exact",
    "swapped",
    "run-together",
    "shared-surname",
    "shared-name",
    "half",
    "misspelt",
    "spaced",
    "initial-surname",
    "initials",
    "parent-surname",
    "ordinary-words",
    "namesake",
    "named-after",
    "titled",
    "family",
]
"""How a name was read (attribute `reading` of `text.person`).

As good as certain:
`exact`           as written in the register or lists, whatever the letter case, the diacritics,
                  hyphens and apostrophes, or a middle name between
`swapped`         surname first
`run-together`    without a space: in a hashtag, handle, link, file name, or as OCR reads
`shared-surname`  a first name that shares the surname of the next (Amelia and Tom Brown)

Uncertain, for a person to look at:
`shared-name`     several people of the register are called so: `person` is None, and `role` is
                  theirs only if all have the same
`half`            part of a surname of several parts
`misspelt`        one letter away from a registered name
`spaced`          letter by letter (A m i r a)
`initial-surname` an initial with a surname
`initials`        initials only
`parent-surname`  a child's first name near an adult of the child's surname; `last` holds it
`ordinary-words`  a registered name whose parts are all ordinary words (Will Read)
`namesake`        a registered person who shares the name of a public one, of a thing, or of
                  somebody with a grown-up's title
`named-after`     a registered name inside the name of a thing (the Amelia Brown Trophy)

No pupil, as far as the words say:
`titled`          an adult by title or work (Mrs Sarah Patel, the author Janet Pringle)
`family`          a family by its surname
"""

FULL: frozenset[Form] = frozenset(("full", "handle"))
"""The forms in which first name and surname stand."""

CERTAIN: frozenset[Reading] = frozenset(("exact", "swapped", "run-together", "shared-surname"))


@dataclass(frozen=True, slots=True)
class Find:
    """A name found in one surface: its span in code points, and what is known of it.

    `people` are the codes of everyone in the register who may be meant. `sure` is false for a
    name that is an ordinary word and stands where a word may stand as well: it counts only if
    another finder sees a person there too. `score` comes from a model or is None.
    """

    start: int
    end: int
    origin: Origin
    form: Form
    first: str | None = None
    last: str | None = None
    people: tuple[str, ...] = ()
    reading: Reading = "exact"
    score: float | None = None
    public: bool = False
    sure: bool = True

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start
