"""Telephone numbers of the United Kingdom and of other countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from postcheck.analysers.words.personal_data.finds import Find, before, words

_FREE = r"(?<![\w+#&=/.,£$€-])"
_EXTENSION = r"(?:[ ]?(?:x|ext\.?|extension)[ ]?\d{1,6})?(?![\w-])"
_NUMBER = re.compile(
    rf"{_FREE}(?:\+[ ]?\(?\d{{1,3}}\)?|\(\+\d{{1,3}}\)|\(?0\d{{0,5}}\)?)"
    r"(?:[ .\u00a0()\-–]{0,2}\d){5,14}(?!\w)"
)
_WITHOUT_ZERO = re.compile(rf"{_FREE}7\d{{3}}[ -]?\d{{3}}[ -]?\d{{3}}(?!\w)")
# North America: (212) 555-0199, 212.555.0199, 1-212-555-0199x12.
_AMERICAN = re.compile(
    rf"{_FREE}(?:(?:\+|00)?1[ .-]?)?"
    r"(?:\(\d{3}\)[ .-]?\d{3}[ .-]?\d{4}|\d{3}(?P<mark>[.-])\d{3}(?P=mark)\d{4}|\d{3}[ ]\d{3}-\d{4}"
    rf"|[2-9]\d\d[ ][2-9]\d\d[ ]\d{{4}}){_EXTENSION}"
)
_TOLL_FREE = re.compile(r"1?8(?:00|33|44|55|66|77|88)\d{7}\Z")
# An area in brackets, or before a stroke: (11) 1234-5678, 05366/97251027.
_WITH_AREA = re.compile(
    rf"{_FREE}(?:\((?!(?:19|20)\d\d\))\d{{2,5}}\)[ /-]?|0\d{{2,4}}/)"
    r"\d{2,4}(?:[ -]?\d{2,5}){1,3}(?![\w-])"
)
# Abroad a number may be written in any groups: only where the words around announce one.
_ANNOUNCED = re.compile(
    rf"{_FREE}[+(]{{0,2}}\d(?:[ .\u00a0()/\-–]{{0,3}}\d){{5,14}}{_EXTENSION}(?![.,:]\d|[ ]?[%£€$])"
)
_CALL = words(
    r"call(?:ing|s)?|tel|(?:tele)?phones?|mobiles?|mob|cell(?:phone)?|landline|ring|rang|"
    r"dial(?:led)?|"
    r"fax|text(?=[ ](?:me|us|him|her|them|on|to|[+(\d])|:)|sms|whats ?app|hotline|helpline|ph|"
    r"voicemail|reach(?:able|ed)?(?: (?:me|us|him|her|them))?(?: (?:at|on))?|"
    r"(?:calls?|texts?|sms) from|contact|message from|[tmpf](?=:)|"
    r"(?:my|his|her|our|their|your|new|home|work|office|the) number|number(?= is|[’']s|:)"
)
_CALLED_AFTER = re.compile(
    r"[ ,-]{0,3}(?:(?:is|was|'s)[ ](?:(?:my|his|her|their|our|the|a)[ ])?(?:new[ ])?"
    r"(?:number|mobile|phone|cell|tel)|\((?:mobile|home|work|cell|office|tel|m|t)\)|"
    r"(?:office|fax|mobile|cell|direct|landline)(?!\w)|is[ ]linked[ ]to[ ](?:my|your)[ ]account|"
    r"(?:keeps?|kept)[ ](?:calling|ringing)|"
    r"(?:and|but)[ ](?:nobody|no[ ]one)[ ](?:picked|answered)|[,/|;\n]\s*[\w.+-]+@\w)",
    re.IGNORECASE,
)
_EMAIL_BEFORE = re.compile(r"@[\w-]+\.[\w.-]+\s*[,/|;\n]\s*\Z")
_BOOK = words("isbn(?:-?1[03])?", "issn")
_BOOK_NUMBER = re.compile(r"(?=[\d-]{13}\Z)\d+-\d+-\d+-\d\Z")
_OTHER_NUMBERS = words(
    r"charity|compan(?:y|ies)|registered|orders?|ref|reference|invoice|tracking|parcel|accounts?|"
    r"isbn|"
    r"issn|licen[cs]e|passport|cards?|ids?|codes?|pin|urn|upn|serial|ticket|booking|model|vat|iban|"
    r"social|ssn|nhs|patient|insurance|case|flight|barcode|sort|zip|raised|visa|amex|ip|doi"
)
_THING = (
    r"(?:serial|model|order|charity|company|invoice|tracking|parcel|part|item|product|batch|stock|"
    r"registration|reference|ref|barcode|catalogue|patent|engine|meter|ticket|membership|library)"
)
_NUMBERED = re.compile(
    rf"(?<!\w)(?P<what>{_THING}[ ](?:numbers?|no\.?|nos\.?|codes?|ids?))(?!\w)[^.!?\n]{{0,60}}$",
    re.IGNORECASE,
)
"""A number that belongs to a thing: the serial number of the oven that gave up."""
_IN_LINKS = re.compile(r"(?:wa\.me/|[?&]phone=|(?<!\w)(?:tel|sms):)\+?(?P<number>\d{8,15})(?!\d)")
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[.\-–/ ]\d{1,2}[.\-–/ ](?:19|20)\d\d(?!\d)|"
    r"(?<!\d)(?:19|20)\d\d[-/.]\d\d[-/.]\d\d(?!\d)"
)
_TIMES_OR_SCORES = re.compile(
    r"(?<!\d)\d{1,2}[-–]\d{1,2}[ ]\d{1,2}[-–]\d{1,2}(?!\d)|"
    r"(?<!\d)[012]?\d\.[0-5]\d[ ]?[-–][ ]?[012]?\d\.[0-5]\d(?!\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d[ ]?[-–/][ ]?(?:19|20)?\d\d(?!\d)")
_SEPARATOR = re.compile(r"[ .\u00a0()\-–]+")
_MARKED = re.compile(r"\+|[ .\u00a0()\-–]")
# Numbers that Ofcom keeps for drama; everyone else calls them invalid.
_DRAMA = re.compile(
    r"\+44(?:7700900|1632960|(?:11[3-8]|121|131|141|151|161)4960|1914980|2079460|2890180|2920180|"
    r"8081570|3069990|9098790)\d{3}$"
)
_UK_SHAPE = re.compile(r"0[12378]\d{8,9}$")
_ABROAD_SHAPE = re.compile(
    r"\(?0[1-9]\d{0,3}\)?[ .-](?:\d{5,8}|\d{2,4}(?:[ .-]\d{2,4}){1,3}|\d{3,4}[ .-]\d{4,5})$"
)
_PUBLIC_TYPES = frozenset({3, 4, 5, 9})  # free, premium, shared cost, non-geographic


def phones(text: str) -> Iterator[Find]:
    """Telephone numbers: by their shape, or after a word that announces one."""
    return (find for find in _phones(text) if find.in_link or not _of_a_thing(text, find.start))


def _of_a_thing(text: str, start: int) -> bool:
    """Whether the words before a number say that it is a thing's, and tell of no call since."""
    numbered = _NUMBERED.search(text, max(0, start - 90), start)
    return numbered is not None and not _CALL.search(text, numbered.end("what"), start)


def _phones(text: str) -> Iterator[Find]:
    for match in _NUMBER.finditer(text):
        yield from _shortened(text, match.start(), match.end())
    for match in _WITHOUT_ZERO.finditer(text):
        if before(text, match.start(), _CALL, 30) and (read := read_phone("0" + match.group())):
            number, valid, public = read
            yield Find(*match.span(), "phone", valid, number, rank=4, public=public)
    yield from _abroad(text)
    if "wa.me/" in text or "phone=" in text or "tel:" in text or "sms:" in text:
        for match in _IN_LINKS.finditer(text):
            digits = match["number"]
            read = read_phone(digits if digits.startswith("0") else f"+{digits}")
            if read:
                number, valid, public = read
                yield Find(*match.span("number"), "phone", valid, number, 1, public, in_link=True)


def _abroad(text: str) -> Iterator[Find]:
    """Numbers as other countries write them; whether they are given out is not known."""
    for pattern in (_AMERICAN, _WITH_AREA, _ANNOUNCED):
        for match in pattern.finditer(text):
            start, end = match.span()
            written = match.group()
            count = sum(c.isdigit() for c in written)
            if _DATE.search(written) or _TIMES_OR_SCORES.search(written) or _YEARS.match(written):
                continue
            announced = _announced(text, start, end)
            if count > 6 if announced else pattern is not _ANNOUNCED and count > 8:
                if written.startswith("(") and ")" not in written:
                    start += 1
                value = re.sub(r"\D", "", written)
                public = _TOLL_FREE.match(value) is not None
                yield Find(start, end, "phone", None, value, 5 if announced else 6, public)


def _announced(text: str, start: int, end: int) -> bool:
    """Whether the words around speak of a telephone, and of no other kind of number since."""
    if _CALLED_AFTER.match(text, end):
        return True
    since = max(0, start - 45)
    if _EMAIL_BEFORE.search(text, since, start):
        return True
    calls = list(_CALL.finditer(text, since, start))
    return bool(calls) and not _OTHER_NUMBERS.search(text, max(0, calls[-1].end() - 20), start)


def _shortened(text: str, start: int, end: int) -> Iterator[Find]:
    """The number, or as much of it as is one: other figures may follow after a space."""
    written = text[start:end]
    if _DATE.search(written) or _TIMES_OR_SCORES.search(written) or before(text, start, _BOOK, 15):
        return
    if _is_book(written):
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
    if looks_right and (_MARKED.search(written) or before(text, start, _CALL, 30)):
        yield looks_right


def _is_book(written: str) -> bool:
    """Whether it is an ISBN of ten figures in its four groups, by its check digit."""
    if not _BOOK_NUMBER.match(written):
        return False
    figures = [int(figure) for figure in written.replace("-", "")]
    return sum(w * figure for w, figure in zip(range(10, 0, -1), figures, strict=True)) % 11 == 0


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
    looks_right = (
        _UK_SHAPE.match(digits)
        or (9 <= len(digits) <= 11 and _ABROAD_SHAPE.match(written))
        or (written.lstrip("( ").startswith("+") and 9 <= len(digits) <= 15)
    )
    return (international, False, False) if looks_right else None
