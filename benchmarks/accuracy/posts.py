"""The labelled school posts of `posts/`, with their register, accounts and configuration.

The posts of one organisation lie in one folder; other organisations have folders inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from pydantic import Field, RootModel

from benchmarks.accuracy.sample import ALL, Sample, Span, by_length, unmarked
from postcheck.documents.files import read_text
from postcheck.documents.model import Document
from postcheck.documents.read import read_yaml
from postcheck.drafts.model import AccountReference, Draft
from postcheck.errors import InputError, Problem
from postcheck.people.load import read_accounts

FOLDER = Path(__file__).resolve().parent / "posts"
SET, BARE = "posts", "posts-without-register"
ACCOUNTS, CONFIG, REGISTER = "accounts.yaml", "postcheck.yaml", "people.yaml"
NO_POSTS = (ACCOUNTS, CONFIG, REGISTER)
_WORDY = ("title", "text", "first_comment")
_Draft = dict[str, Any]


class Expected(Document):
    """A finding that a post must have, and the words that it is about.

    It may be told under one of the clauses of `or` as well, or instead.
    """

    clause: str
    outcome: Literal["violation", "review"]
    text: str | None = None
    others: tuple[str, ...] = Field(default=(), alias="or")

    @property
    def clauses(self) -> frozenset[str]:
        """Every clause that it may be told under."""
        return frozenset((self.clause, *self.others))


class NameInTag(Document):
    """A name inside a hashtag, where no marks can stand."""

    tag: str
    name: str


class Entry(Document):
    """One labelled post as it is written in the files; `[[…]]` marks names of people.

    `names` tells the origin of names; `unregistered` tells readers that nobody is on the register
    on purpose.
    """

    id: str
    draft: Draft
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    findings: tuple[Expected, ...] = ()
    unregistered: bool = False
    names_in_tags: tuple[NameInTag, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)


class _File(RootModel[tuple[Entry, ...]]):
    """The posts of one file."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post with its labels."""

    sample: Sample
    findings: tuple[Expected, ...]
    folder: Path

    @property
    def clean(self) -> bool:
        """Whether nothing is to be found in it."""
        return not self.findings


def read(folder: Path = FOLDER) -> list[Post]:
    """Every post of the folder's organisation, and of those in folders inside it.

    Raises InputError when a file cannot be used or two posts share an id.
    """
    posts: dict[str, Post] = {}
    for home in (folder, *sorted(path.parent for path in folder.glob(f"*/{CONFIG}"))):
        for post in _read(home):
            if post.sample.id in posts:
                message = f"two posts have the id `{post.sample.id.removeprefix(f'{SET}.')}`"
                raise InputError(Problem(message, home.name, remedy="give each its own"))
            posts[post.sample.id] = post
    return list(posts.values())


def _read(home: Path) -> Iterator[Post]:
    accounts = read_accounts(home / ACCOUNTS, ACCOUNTS)
    kinds = {name: account.kind for name, account in accounts.items()}
    for path in sorted(home.glob("*.yaml")):
        if path.name not in NO_POSTS:
            for entry in read_yaml(path.name, read_text(path, path.name), _File).root:
                yield Post(_sample(entry, kinds, home.name), entry.findings, home)


def without_register(sample: Sample) -> Sample:
    """The same post, to be looked at where nobody is known."""
    name = sample.id.replace(SET, BARE, 1)
    draft = {**sample.draft, "id": name}
    return replace(sample, id=name, set=BARE, draft=draft, tags=None, links=None)


def _sample(entry: Entry, kinds: Mapping[str, str], home: str) -> Sample:
    draft, surfaces, marked = _taken_apart(entry.draft)
    persons = (*marked, *_in_tags(entry, surfaces))
    name = f"{SET}.{entry.id}"
    written = {span: surfaces[span.surface][span.start : span.end] for span in persons}
    origins = {span: entry.names[name] for span, name in written.items() if name in entry.names}
    account = entry.draft.account
    if isinstance(account, AccountReference):
        kind: str = account.kind
    else:
        kind = kinds.get(account or "", "official")
    return Sample(
        name,
        SET,
        {**draft, "id": name},
        surfaces,
        slices=(ALL, f"account: {kind}", f"folder: {home}", by_length(surfaces["text"])),
        persons=persons,
        origins=origins,
        tags=entry.tags,
        links=entry.links,
    )


def _taken_apart(draft: Draft) -> tuple[_Draft, dict[str, str], tuple[Span, ...]]:
    """The draft without marks, its surfaces, and the names on them."""
    raw: _Draft = draft.model_dump(mode="json", by_alias=True, exclude_unset=True)
    surfaces, persons = {"text": ""}, list[Span]()
    for holder, key, surface in _texts(raw):
        text, spans = unmarked(holder[key], surface)
        holder[key] = text
        cut = len(text) - len(PurePosixPath(text).name) if key == "path" else 0
        surfaces[surface] = text[cut:]
        persons += [Span(surface, span.start - cut, span.end - cut) for span in spans]
    return raw, surfaces, tuple(persons)


def _in_tags(entry: Entry, surfaces: Mapping[str, str]) -> Iterator[Span]:
    """Where the names inside hashtags stand."""
    for found in entry.names_in_tags:
        inside = found.tag.find(found.name)
        places = ((surface, text.find(found.tag)) for surface, text in surfaces.items())
        there = [(surface, place + inside) for surface, place in places if place >= 0]
        if inside < 0 or not there:
            message = f"`{found.name}` stands in no tag `{found.tag}` of the post `{entry.id}`"
            raise InputError(Problem(message, remedy="write tag and name as the post does"))
        yield from (Span(name, at, at + len(found.name)) for name, at in there)


def _texts(raw: _Draft) -> Iterator[tuple[Any, Any, str]]:
    """(holder, key, surface) of every text of a draft in which names can stand."""
    yield from ((raw, key, key) for key in _WORDY if raw.get(key))
    links = raw.get("links") or []
    yield from ((links, index, f"links[{index}]") for index in range(len(links)))
    for index, medium in enumerate(raw.get("media") or []):
        place = f"media[{index}]"
        yield medium, "path", f"{place}.file-name"
        yield from (
            (medium, key, f"{place}.{key}") for key in ("alt", "caption") if medium.get(key)
        )
