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
_SPELT_AT = r"\s*(?:[(\[{<]\s?at?\s?[)\]}>]|-at-|_at_|\*at\*)\s*"
_SPELT_DOT = r"\s*(?:[(\[{<]\s?dot\s?[)\]}>]|-dot-|_dot_|\*dot\*|\.|\sdot\s)\s*"
_SPELT = re.compile(
    rf"(?<![\w.@])(?P<user>[\w+-]{{1,64}}(?:(?:\.|\sdot\s)[\w+-]{{1,64}}){{0,4}})"
    rf"(?:{_SPELT_AT}(?P<one>[\w-]{{1,63}}(?:{_SPELT_DOT}[\w-]{{1,63}}){{1,4}})"
    rf"|\sat\s(?P<two>[\w-]{{1,63}}(?:\sdot\s[\w-]{{1,63}}){{1,4}}))(?!\w)",
    re.IGNORECASE,
)
_MAYBE_SPELT = re.compile(r"[(\[{<]\s?at?\s?[)\]}>]|[-_*]at[-_*]|\sdot\s", re.IGNORECASE)
_MAILBOX = (
    r"(?:g(?:oogle)?mail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|"
    r"btinternet|"
    r"btopenworld|talktalk|sky|virginmedia|ntlworld|blueyonder|tiscali|plusnet|proton(?:mail)?|pm|"
    r"fastmail|zoho(?:mail)?|gmx|mail|googlemail|tutanota|hey|uwclub|o2|orange|wanadoo|freeserve)"
)
# Known mailboxes want no more than `at`: `josmith42 at gmail.com`, `jo dot smith at googlemail`.
_AT_MAILBOX = re.compile(
    rf"(?<![\w.@])(?P<user>[\w+-]{{2,64}}(?:(?:[.]|\sdot\s|\sunderscore\s|"
    rf"\sdash\s)[\w+-]{{1,64}}){{0,4}}"
    rf"(?:\s\d{{1,4}})?)\s(?:at|@)\s(?P<host>{_MAILBOX}(?P<end>(?:\s?(?:\.|dot)\s?(?:com|co|uk|"
    rf"net|org|me|ie|eu|cymru|scot)(?!\w))*))"
    r"(?![\w@])",
    re.IGNORECASE,
)
_NOT_A_USER = re.compile(
    r"me|us|them|him|her|you|it|in|on|up|look|looking|looks|page|account|accounts|sign|signed|"
    r"log|logged|site|website|online|shop|team|staff|office|address|email|mail|inbox|service|"
    r"here|there|available|now|work|works|working|based|is|was|are|down|over|done|found|see|"
    r"find|writes|write|message|contact|anyone|everyone|someone|people|that|this|and|or|not|"
    r"tickets|menu"
)
_AT_BOX = re.compile(rf"\s(?:at|@)\s{_MAILBOX}(?!\w)", re.IGNORECASE)
_SHAPED = re.compile(r"[\d._+-]|\s(?:dot|underscore|dash)\s")
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
            if match["user"].lower() != "dots" and is_top_level(host.rsplit(".", 1)[1]):
                value = f"{_DOT.sub('.', match['user'])}@{host}".lower()
                yield Find(match.start(), match.end(), "email", None, value, rank=1, in_link=True)
    yield from _at_mailboxes(text)


def _at_mailboxes(text: str) -> Iterator[Find]:
    """Addresses whose mailbox is so well known that `at` is enough."""
    if not _AT_BOX.search(text):
        return
    for match in _AT_MAILBOX.finditer(text):
        user = match["user"].lower()
        if _SHAPED.search(user) or (match["end"] and not _NOT_A_USER.fullmatch(user)):
            value = f"{user}@{match['host']}".lower()
            yield Find(match.start(), match.end(), "email", None, value, rank=2, in_link=True)
