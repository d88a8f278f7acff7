"""Top-level domains and registrable domains, from the bundled public suffix list."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from postcheck.analysers.words.links.characters import OUTSIDE_DOMAINS
from postcheck.analysers.words.links.data import words_of

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ASCII_LABEL = re.compile(r"[0-9A-Za-z\-]+")
_PUNYCODE = re.compile(r"xn--[0-9a-z\-]+", re.IGNORECASE)
_OTHER_LABEL = re.compile(rf"[^{OUTSIDE_DOMAINS}]{{2,24}}")
_CLOSED = re.compile(r"[^0-9A-Za-z@+\-]|\Z")


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)


@lru_cache(maxsize=8192)
def is_top_level(label: str) -> bool:
    """Whether a label is a top-level domain: in use, once in use, or `example`."""
    folded = label.lower()
    return (
        folded == "example"
        or _suffixes().publicsuffix(folded) is not None
        or folded in words_of("former-suffixes.txt")
    )


def is_word(label: str) -> bool:
    """Whether a top-level domain is also an everyday word that may follow a forgotten space."""
    return label.lower() in words_of("word-suffixes.txt")


def top_level_at(text: str, start: int) -> int | None:
    """Where the top-level domain that begins at `start` ends; None where none begins.

    As in twitter-text it may not run on into ASCII letters, digits, `@`, `+` or `-`, but other
    writing systems may follow without a space.
    """
    match = _ASCII_LABEL.match(text, start)
    if match:
        end = match.end()
        label = match.group()
        if text[end : end + 1] not in ("@", "+") and is_top_level(label):
            return end
        if punycode := _PUNYCODE.match(text, start):
            return punycode.end()
        if text[end : end + 1].isascii():
            return None
    other = _OTHER_LABEL.match(text, start)
    if other:
        for end in range(other.end(), start + 1, -1):
            if _CLOSED.match(text, end) and is_top_level(text[start:end]):
                return end
    return None


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The registrable domain of a lower-case host; the last two labels where no suffix fits."""
    found = _suffixes().privatesuffix(host)
    return found or ".".join(host.split(".")[-2:])


@lru_cache(maxsize=4096)
def name_of(host: str) -> str:
    """The label that somebody chose: `bbc` of `www.bbc.co.uk`."""
    return registrable(host).split(".", 1)[0]
