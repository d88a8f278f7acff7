"""What accounts are checked from: an accounts file, an exported profile, or a profile's text.

Every form is searched for passwords before anything else is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from postcheck.documents.files import read_text
from postcheck.documents.json_text import load_json, parse_json
from postcheck.documents.read import validate
from postcheck.documents.tree import Located
from postcheck.documents.yaml_text import parse_yaml
from postcheck.errors import InputError, Problem
from postcheck.people.accounts import Account, AccountsFile, Profile
from postcheck.people.load import accounts_of
from postcheck.people.passwords import refuse_passwords

_YAML = (".yaml", ".yml")
_KEYS: dict[str, str] = {
    "bio": "bio",
    "biography": "bio",
    "description": "bio",
    "about": "bio",
    "about me": "bio",
    "summary": "bio",
    "headline": "bio",
    "intro": "bio",
    "name": "name",
    "full name": "name",
    "display name": "name",
    "username": "handle",
    "user name": "handle",
    "screen name": "handle",
    "handle": "handle",
    "acct": "handle",
    "website": "links",
    "url": "links",
    "link": "links",
    "links": "links",
    "external url": "links",
    "bio links": "links",
    "about links": "about_links",
    "employer": "employer",
    "company": "employer",
    "workplace": "employer",
    "platform": "platform",
}
"""What platforms call the fields of a profile, in small letters with spaces."""


@dataclass(frozen=True, slots=True)
class Given:
    """One account as a file gives it: its whole record, or its public profile alone."""

    account: Account
    line: int | None = None
    profile_alone: bool = False


def read_given(path: Path, text: str | None = None) -> list[Given]:
    """The accounts or the profile of one file; `text` is given for standard input.

    Raises InputError with every fault of the file.
    """
    name = path.as_posix()
    ending = path.suffix.lower()
    if text is None:
        text = read_text(path, name)
    refuse_passwords(text, name)
    if ending in _YAML:
        return _records(parse_yaml(text, name))
    if ending == ".json" or text.lstrip().startswith("{"):
        value = load_json(text, name)
        if isinstance(value, dict) and "accounts" in value:
            return _records(parse_json(text, name))
        return [_exported(value, path)]
    if not text.strip():
        raise InputError(Problem("the profile is empty", name))
    return [_profile({"bio": [text.strip()]}, path)]


def _records(tree: Located) -> list[Given]:
    """The accounts of an accounts file, or one profile with the keys of ours."""
    if isinstance(tree.value, dict) and tree.value and set(tree.value) <= set(Profile.model_fields):
        profile = validate(tree, Profile)
        return [Given(Account(id=Path(tree.name).stem, profile=profile), None, profile_alone=True)]
    accounts = accounts_of(validate(tree, AccountsFile), tree)
    return [
        Given(account, tree.position(("accounts", index))[0])
        for index, account in enumerate(accounts.values())
    ]


def _exported(value: object, path: Path) -> Given:
    """A profile from an export, whose keys are looked for at every depth."""
    found: dict[str, list[str]] = {}
    for key, text in _fields(value, None):
        if text.strip():
            found.setdefault(key, []).append(text.strip())
    if not found:
        known = ", ".join(sorted(dict.fromkeys(_KEYS.values())))
        message = "no profile is found in this file"
        raise InputError(Problem(message, path.as_posix(), expected=f"keys such as {known}"))
    return _profile(found, path)


def _fields(value: object, key: str | None) -> Iterator[tuple[str, str]]:
    """Texts with the field that they stand for; `{"Bio": {"value": …}}` counts too."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _fields(inner, _KEYS.get(_spaced(name)) or (name == "value" and key) or None)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, key)
    elif isinstance(value, str) and key is not None:
        yield key, value


def _spaced(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _profile(found: dict[str, list[str]], path: Path) -> Given:
    first = {key: values[0] for key, values in found.items()}
    profile = Profile(
        name=first.get("name"),
        bio="\n".join(dict.fromkeys(found.get("bio", ()))) or None,
        links=tuple(found.get("links", ())),
        about_links=tuple(found.get("about_links", ())),
        employer=first.get("employer"),
    )
    handle = first.get("handle")
    account = Account(
        id=handle or path.stem, handle=handle, platform=first.get("platform"), profile=profile
    )
    return Given(account, None, profile_alone=True)
