"""Which names, handles and addresses are the organisation's own, and which only look like it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from postcheck.config.model import Organisation
from postcheck.language.splitting import split
from postcheck.people.accounts import Account

_SHORTEST_ALIKE = 6
"""Letters from which a handle may differ by one and still be taken for another."""


_KIND = re.compile(
    r"(?i)[\W_]+(?:(?:after|pre|out[- ]of)[- ]?)?(?:school|primary|secondary|infants?|juniors?|"
    r"first|middle|high|"
    r"nurser(?:y|ies)|academy|college|clubs?|trust|federation|sixth form|all[- ]through|grammar|"
    r"community|holiday|breakfast|play ?group|kindergarten|children['’]s centre)\Z"
)
_SHORTEST_NAME = 8
"""Letters that a name without its kind must have to mean the organisation still."""


def with_short_names(ours: Organisation) -> Organisation:
    """The organisation, also called as people shorten it: `Mill Lane` for `Mill Lane Primary`."""
    short = list(ours.names)
    for name in ours.names:
        rest = name
        while (cut := _KIND.sub("", rest)) != rest:
            rest = cut
        if len(_bare(rest)) >= _SHORTEST_NAME:
            short.append(rest)
    return ours.model_copy(update={"names": tuple(dict.fromkeys(short))})


def holds_our_name(ours: Organisation, text: str) -> bool:
    """Whether a text holds a name or a domain of the organisation as whole words."""
    spaced = f" {' '.join(plain_words(text))} "
    names = (" ".join(plain_words(name)) for name in (*ours.names, *ours.domains))
    return any(f" {name} " in spaced for name in names if name)


_ELSEWHERE = re.compile(
    r"(?<!\w)(?:villages?|hamlet|town|parish|garrison|(?:army )?camp(?:site)?|moor|reservoir|"
    r"railway station|services|youth hostel) (?:at|of|in|called|near|by) "
    r"[A-Z][\w’'-]*(?![\w@]| [A-Z])"
)


def without_places(text: str) -> str:
    """A text without places that may share our name: `the village of Larkhill`."""
    return _ELSEWHERE.sub(" ", text)


def handle_holds_our_name(ours: Organisation, handle: str) -> bool:
    """Whether a handle holds a name of the organisation, also where words are run together."""
    spaced = " ".join(handle[start:end] for start, end in split(handle))
    if holds_our_name(ours, spaced) or holds_our_name(ours, handle):
        return True
    bare = _bare(handle)
    names = (_bare(name) for name in ours.names)
    return any(len(name) >= _SHORTEST_ALIKE and name in bare for name in names)


def own_account(accounts: Mapping[str, Account], handle: str) -> Account | None:
    """The registered account with this handle or id, if there is one."""
    wanted = bare_handle(handle)
    for account in accounts.values():
        named = bare_handle(account.handle or "")
        if wanted and wanted in (named, account.id.casefold()):
            return account
    return None


def resembled(ours: Organisation, accounts: Iterable[Account], handle: str) -> str | None:
    """The official handle, or the name, for which a foreign handle may be taken; else None."""
    for account in accounts:
        official = bare_handle(account.handle or "")
        if account.kind == "official" and official and _alike(official, handle.casefold()):
            return account.handle
    if handle_holds_our_name(ours, handle):
        return next(iter(ours.names), None)
    return None


def _alike(official: str, handle: str) -> bool:
    """Whether a handle has the official one as a part of its own, or is one slip away from it."""
    if re.search(rf"(?<![a-z]){re.escape(official)}(?![a-z])", handle):
        return True
    one, other = _bare(official), _bare(handle)
    return len(one) >= _SHORTEST_ALIKE and (one == other or _one_apart(one, other))


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two in changed order, make the words the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _bare(text: str) -> str:
    return "".join(_letters(text))


def bare_handle(handle: str) -> str:
    """A handle without its sign, in small letters."""
    return handle.strip().lstrip("@").casefold()


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without any signs."""
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def _letters(text: str) -> Iterator[str]:
    return (sign for sign in text.casefold() if sign.isalnum())
