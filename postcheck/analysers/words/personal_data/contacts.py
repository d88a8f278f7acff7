"""E-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from postcheck.analysers.words.links.suffixes import is_top_level
from postcheck.analysers.words.personal_data.finds import Find, before, words

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

_NUMBER = re.compile(
    r"(?<![\w+#&=/.,£$€-])(?:\+[ ]?\(?\d{1,3}\)?|\(\+\d{1,3}\)|\(?0\d{0,5}\)?)"
    r"(?:[ .\u00a0()\-–]{0,2}\d){5,14}(?!\w)"
)
_WITHOUT_ZERO = re.compile(r"(?<![\w+#&=/.,£$€-])7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\w)")
_CALL = words(
    "call",
    "tel",
    "telephone",
    "phone",
    "mobile",
    "mob",
    "ring",
    "text",
    "whatsapp",
    "number",
    "sms",
)
_IN_LINKS = re.compile(r"(?:wa\.me/|[?&]phone=|(?<!\w)(?:tel|sms):)\+?(?P<number>\d{8,15})(?!\d)")
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[.\-–]\d{1,2}[.\-–](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
)
_SEPARATOR = re.compile(r"[ .\u00a0()\-–]+")
# Numbers that Ofcom keeps for drama; everyone else calls them invalid.
_DRAMA = re.compile(
    r"\+44(?:7700900|1632960|(?:11[3-8]|121|131|141|151|161)4960|1914980|2079460|2890180|2920180|"
    r"8081570|3069990|9098790)\d{3}$"
)
_UK_SHAPE = re.compile(r"0[12378]\d{8,9}$")
_PUBLIC_TYPES = frozenset({3, 4, 5, 9})  # free, premium, shared cost, non-geographic


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


def phones(text: str) -> Iterator[Find]:
    """Telephone numbers: with a leading zero or `+`, or after a word that announces one."""
    for match in _NUMBER.finditer(text):
        yield from _shortened(text, match.start(), match.end())
    for match in _WITHOUT_ZERO.finditer(text):
        if before(text, match.start(), _CALL, 30) and (read := read_phone("0" + match.group())):
            number, valid, public = read
            yield Find(*match.span(), "phone", valid, number, rank=4, public=public)
    if "wa.me/" in text or "phone=" in text or "tel:" in text or "sms:" in text:
        for match in _IN_LINKS.finditer(text):
            digits = match["number"]
            read = read_phone(digits if digits.startswith("0") else f"+{digits}")
            if read:
                number, valid, public = read
                yield Find(*match.span("number"), "phone", valid, number, 1, public, in_link=True)


def _shortened(text: str, start: int, end: int) -> Iterator[Find]:
    """The number, or as much of it as is one: other figures may follow after a space."""
    written = text[start:end]
    if _DATE.search(written):
        return
    ends = [end, *(start + gap.start() for gap in reversed(list(_SEPARATOR.finditer(written))))]
    looks_right: Find | None = None
    for stop in ends:
        if sum(c.isdigit() for c in text[start:stop]) < 7:
            break
        read = read_phone(text[start:stop])
        if read is None:
            continue
        number, valid, public = read
        # A bracket that opened before the number was trimmed belongs to the sentence.
        lead = 1 if text[start] == "(" and ")" not in text[start:stop] else 0
        find = Find(start + lead, stop, "phone", valid, number, rank=4, public=public)
        if valid:
            yield find
            return
        looks_right = looks_right or find
    # Figures alone are an order or a book as likely as a wrong number.
    if looks_right and (_SEPARATOR.search(written) or before(text, start, _CALL, 30)):
        yield looks_right


@lru_cache(maxsize=4096)
def read_phone(written: str) -> tuple[str, bool, bool] | None:
    """A number in international form, whether it is valid, and whether a public service has it.

    None where it does not even look like one. Numbers without a country are British.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(written, "GB")
    except phonenumbers.NumberParseException:
        return None
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(number):
        return international, True, phonenumbers.number_type(number) in _PUBLIC_TYPES
    if _DRAMA.match(international):
        return international, True, international.startswith(("+448", "+443", "+449"))
    digits = re.sub(r"\D", "", written)
    looks_right = _UK_SHAPE.match(digits) or (
        written.lstrip("( ").startswith("+") and 9 <= len(digits) <= 15
    )
    return (international, False, False) if looks_right else None
