"""What has changed in a draft since it was signed, in words that name the field or the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from postcheck.drafts.model import Draft
from postcheck.engine.content import Content
from postcheck.engine.redact import HIDDEN
from postcheck.people.register import Register

_KEYS = {
    "text": "the text has changed",
    "title": "the title has changed",
    "first_comment": "the first comment has changed",
    "links": "the links have changed",
    "media": "the list of pictures has changed",
    "publish_at": "the day or time of publishing has changed",
    "remove_by": "the day of removal has changed",
    "platforms": "the platforms have changed",
    "account": "the account has changed",
    "event": "what is said of the event has changed",
}
"""What a change of a key is called; the others are called by their names."""
_OF_MEDIUM = {
    "alt": "the alternative text of",
    "caption": "the caption of",
    "people": "who is declared in",
    "bystanders": "the number of bystanders in",
    "activity": "the activity given for",
    "rights": "the rights stated for",
}
_CONSENTS = {"image": "the picture", "full_name": "the full name", "name": "the name"}


@dataclass(frozen=True, slots=True)
class Changes:
    """A draft and its content now, beside the parts that a sign-off recorded."""

    draft: Draft
    content: Content
    register: Register
    recorded: Mapping[str, str]
    redact: bool = False

    def of(self, parts: Sequence[str]) -> list[str]:
        """Each change in words, once: of the draft and its pictures, then of consents."""
        consents = [part for part in parts if part.startswith("consent[")]
        others = [part for part in parts if part not in consents]
        told = [*self._of_draft(others), *self._of_consents(consents, alone=not others)]
        return list(dict.fromkeys(told))

    def _of_draft(self, parts: Sequence[str]) -> Iterator[str]:
        pictures = [part for part in parts if part.startswith("media[") and part.endswith("]")]
        moved = {part for part in pictures if self._verb(part) != "swapped"}
        for part in parts:
            if part in pictures:
                yield f"the picture {self._picture(part)} has been {self._verb(part)}"
            elif part.startswith("media["):
                place, _, key = part.rpartition(".")
                if place not in moved:
                    what = _OF_MEDIUM.get(key, "what is said of")
                    yield f"{what} {self._picture(place)} has changed"
            elif part != "media" or not moved:
                known = (
                    f"`{part}` has changed" if part in Draft.model_fields else "more has changed"
                )
                yield _KEYS.get(part, known)

    def _of_consents(self, parts: Sequence[str], *, alone: bool) -> Iterator[str]:
        for part in parts:
            code, _, purpose = part.removeprefix("consent[").rpartition("].")
            who = code if self.register.get(code) is not None else "somebody"
            what = f"{_CONSENTS.get(purpose, 'something')} of {who}"
            if part in self.recorded and part in self.content.unavailable:
                yield f"consent for {what} is not available any more"
            elif alone:  # else it follows from the rest who is in the draft, and who is not
                yield f"the consent for {what} has changed"

    def _verb(self, part: str) -> str:
        if part not in self.content.parts:
            return "taken away"
        return "swapped" if part in self.recorded else "added"

    def _picture(self, place: str) -> str:
        """A picture by its file's name; redacted, by its number."""
        path = place.removeprefix("media[").removesuffix("]")
        if not self.redact:
            return PurePosixPath(path).name
        paths = [medium.path for medium in self.draft.media]
        return f"media[{paths.index(path)}]" if path in paths else HIDDEN
