"""A draft: one post before it is published (contract: Draft)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from postcheck.documents.model import Day, Document, Moment, Version

MAX_TEXT = 100_000
"""Code points in any one text of a draft."""
MAX_MEDIA = 200
"""Pictures and other media in one draft."""

AccountKind = Literal["official", "staff", "pupil", "parent"]
DraftKind = Literal["post", "reply", "dm", "story", "reel", "blog", "share"]
Text = Annotated[str, Field(max_length=MAX_TEXT)]


class AccountReference(Document):
    """An account described in the draft itself instead of in the accounts file."""

    id: str | None = None
    kind: AccountKind = "official"
    platform: str | None = None


def _slashes(path: str) -> str:
    return path.replace("\\", "/")


class Medium(Document):
    """A picture or other file that is to be published with the post."""

    path: Annotated[str, AfterValidator(_slashes)]
    alt: Text | None = None
    caption: Text | None = None
    people: tuple[str, ...] = ()
    bystanders: Annotated[int, Field(ge=0)] = 0
    activity: str | None = None
    rights: str | None = None


class SignOff(Document):
    """A role's recorded approval for one clause, bound to the content by `sha256`.

    `parts` are short hashes of what `sha256` covers, so that reports can name what has changed.
    """

    clause: str
    role: str
    by: str
    at: Moment
    sha256: str | None = None
    parts: dict[str, str] = Field(default_factory=dict)
    note: str | None = None


class Waiver(Document):
    """A recorded, dated exception to one finding."""

    rule: str
    match: str | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    by: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    until: Day


class Event(Document):
    """The event at which pictures were taken."""

    name: str | None = None
    place: str | None = None
    date: Moment | None = None
    notice_given: bool | None = None


class Draft(Document):
    """One post before it is published: words, media, account, people, sign-offs."""

    schema_address: str | None = Field(default=None, alias="$schema")
    postcheck: Version = 1
    id: str | None = None
    account: str | AccountReference | None = None
    author: str | None = None
    platforms: tuple[str, ...] = ()
    kind: DraftKind = "post"
    purpose: str | None = None
    title: Text | None = None
    text: Text = ""
    first_comment: Text | None = None
    links: tuple[Text, ...] = ()
    media: Annotated[tuple[Medium, ...], Field(max_length=MAX_MEDIA)] = ()
    recipient: str | None = None
    audience: Literal["public", "pupils", "parents", "staff", "single"] | None = None
    publish_at: Moment | None = None
    remove_by: Day | None = None
    shared_from: str | None = None
    url: str | tuple[str, ...] | None = None
    event: Event | None = None
    sign_offs: tuple[SignOff, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @model_validator(mode="after")
    def _something_to_publish(self) -> Self:
        if not (self.text or self.title or self.first_comment or self.media or self.links):
            raise ValueError("the draft has nothing to publish: give it a text or media")
        return self
