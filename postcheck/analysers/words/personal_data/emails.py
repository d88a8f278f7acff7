"""E-mail addresses, also those spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.links.suffixes import is_top_level
from postcheck.analysers.words.personal_data.finds import Find

_EMAIL = re.compile(
    r"(?<![\w.+%@'-])[\w+%'-]{1,64}(?:\.[\w+%'-]{1,64}){0,8}"
    r"@(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,8}[^\W\d_]{2,24}(?![\w@])",
)
_SPELT_AT = r"\s*(?:\(at\)|\[at\]|\{at\}|<at>)\s*"
_SPELT_DOT = r"\s*(?:\(dot\)|\[dot\]|\{dot\}|<dot>|\.|\sdot\s)\s*"
_SPELT = re.compile(
    rf"(?<![\w.@])(?P<user>[\w+-]{{1,64}}(?:(?:\.|\sdot\s)[\w+-]{{1,64}}){{0,4}})"
    rf"(?:{_SPELT_AT}(?P<one>[\w-]{{1,63}}(?:{_SPELT_DOT}[\w-]{{1,63}}){{1,4}})"
    rf"|\sat\s(?P<two>[\w-]{{1,63}}(?:\sdot\s[\w-]{{1,63}}){{1,4}}))(?!\w)",
    re.IGNORECASE,
)
_MAYBE_SPELT = re.compile(r"[(\[{<]at[)\]}>]|\sdot\s", re.IGNORECASE)
_DOT = re.compile(_SPELT_DOT, re.IGNORECASE)


def emails(text: str) -> Iterator[Find]:
    """E-mail addresses, also those spelt out (`name at school dot org`)."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            written = match.group()
            if text[max(0, match.start() - 2) : match.start()] == "//":
                continue  # a user name in a web address
            lead = len(written) - len(written.lstrip("'-"))
            user, _, host = written[lead:].rpartition("@")
            known = is_top_level(host.rsplit(".", 1)[1])
            valid = known and len(user) <= 64 and "_" not in host
            value = f"{user}@{host}".lower()
            start = match.start() + lead
            yield Find(start, match.end(), "email", valid, value, rank=1, in_link=True)
    if _MAYBE_SPELT.search(text):
        for match in _SPELT.finditer(text):
            host = _DOT.sub(".", match["one"] or match["two"])
            if is_top_level(host.rsplit(".", 1)[1]):
                value = f"{_DOT.sub('.', match['user'])}@{host}".lower()
                yield Find(match.start(), match.end(), "email", None, value, rank=1)
