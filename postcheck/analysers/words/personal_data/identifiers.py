"""Numbers that a public body gives to one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import Find, near, words

_NHS = re.compile(r"(?<![\w+£$€-])(?<!\d[.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-]|[.,]\d)")
_NHS_WORDS = words("nhs", "health number", "patient", "medical")
_BOOK_WORDS = words("isbn(?:-?10)?", "issn")

_NINO = re.compile(
    r"(?<![^\W_])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?(?P<suffix>[A-D])(?![^\W_])",
    re.IGNORECASE,
)
_NINO_WITHOUT_SUFFIX = re.compile(
    r"(?<![^\W_])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?![^\W_])", re.I
)
_NINO_PREFIX = re.compile(
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]", re.IGNORECASE
)
_NINO_WORDS = words("nino", "ni", "n\\.i\\.", "national insurance", "insurance number")

_UPN = re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)", re.IGNORECASE)
_UPN_WORDS = words("upn", "pupil number", "unique pupil")

_PASSPORT = re.compile(r"(?<![\w@#-])(?:[A-Z]{2}\d{7}|[a-z]{2}\d{7})(?![\w-])")
_OTHER_PASSPORT = re.compile(
    r"(?<![\w-])(?=[A-Z]*\d[A-Z\d]*\d[A-Z]?\d)(?:[A-Z\d]{7,9})(?![\w-])", re.IGNORECASE
)
_PASSPORT_WORDS = words("passports?", "travel document", "pass no")
_REFERENCE_WORDS = words(
    r"orders?|ref|reference|invoice|tracking|parcel|flight|booking|ticket|serial|model|"
    r"voucher|postage|delivery|product|item"
)

_LICENCE = re.compile(
    r"(?<![^\W_])(?P<surname>[A-Z]{1,5}9{0,4})[ ]?\d(?P<month>0[1-9]|1[0-2]|5[1-9]|6[0-2])"
    r"(?P<day>0[1-9]|[12]\d|3[01])\d[ ]?[A-Z9]{2}[A-Z\d][A-Z]{2}(?:[ ]?\d{2})?(?![^\W_])",
    re.IGNORECASE,
)
_LICENCE_WORDS = words(
    "driving licen[cs]e", "driver'?s? licen[cs]e", "dvla", "dva", "licen[cs]e number"
)
_NORTHERN_LICENCE = re.compile(r"(?<![\w-])\d{8}(?![\w-])")
_LICENCE_ABROAD = re.compile(
    r"(?:driv(?:er|ing)[’']?s?[ ]licen[cs]e|(?<!\w)DL[ ]?(?:\#|no|number)|"
    r"licen[cs]e,[ ]the[ ]number|(?<!tv )(?<!music )licen[cs]e[ ](?:number|no|id)|"
    r"(?<!\w)my[ ]licen[cs]e)(?!\w)"
    r"[^\d\n.]{0,25}?(?<!\w)(?P<number>[A-Z]{0,7}\d[A-Z\d]*(?:[ -][A-Z]?\d+){0,5})(?![\w/-])",
    re.IGNORECASE,
)
_FIGURES_OF_LICENCE = re.compile(r"(?=(?:[ -]?\w){7})(?=.*\d[ -]?\d[ -]?\d)")
_SOCIAL = re.compile(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])")
_SOCIAL_SAID = re.compile(r"(?<![\w-])\d{3}([ -]?)\d\d\1\d{4}(?![\w-])")
_SOCIAL_WORDS = words("ssns?", "social security", "my social")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def nhs_numbers(text: str) -> Iterator[Find]:
    """NHS numbers: with a valid check digit anywhere, else only where the text speaks of them."""
    from stdnum.gb import nhs

    for match in _NHS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        announced = near(text, *match.span(), _NHS_WORDS)
        if len(set(digits)) == 1 or near(text, *match.span(), _BOOK_WORDS):
            continue
        valid = nhs.is_valid(digits)
        if valid or announced:
            yield Find(*match.span(), "nhs-number", valid, digits, rank=2 if announced else 5)


def ni_numbers(text: str) -> Iterator[Find]:
    """National Insurance numbers; a prefix never given out counts only where one is announced."""
    for match in _NINO.finditer(text):
        valid = _NINO_PREFIX.match(match.group()) is not None
        if valid or near(text, *match.span(), _NINO_WORDS):
            value = re.sub(r"[ -]", "", match.group()).upper()
            yield Find(*match.span(), "ni-number", valid, value, rank=2)
    for match in _NINO_WITHOUT_SUFFIX.finditer(text):
        if _NINO_PREFIX.match(match.group()) and near(text, *match.span(), _NINO_WORDS):
            value = re.sub(r"[ -]", "", match.group()).upper()
            yield Find(*match.span(), "ni-number", None, value, rank=3)


def upns(text: str) -> Iterator[Find]:
    """Unique pupil numbers of England."""
    from stdnum.gb import upn

    for match in _UPN.finditer(text):
        value = match.group().upper()
        valid = upn.is_valid(value)
        if valid or near(text, *match.span(), _UPN_WORDS):
            yield Find(*match.span(), "upn", valid, value, rank=2)


def passports(text: str) -> Iterator[Find]:
    """Passport numbers: two letters and seven digits; other formats where one is announced."""
    for match in _PASSPORT.finditer(text):
        announced = near(text, *match.span(), _PASSPORT_WORDS)
        if announced or not near(text, *match.span(), _REFERENCE_WORDS):
            rank = 2 if announced else 6
            yield Find(*match.span(), "passport", None, match.group().upper(), rank=rank)
    for match in _OTHER_PASSPORT.finditer(text):
        if near(text, *match.span(), _PASSPORT_WORDS):
            yield Find(*match.span(), "passport", None, match.group().upper(), rank=3)


def driving_licences(text: str) -> Iterator[Find]:
    """Driver numbers of Great Britain (16 characters), and of Northern Ireland where announced."""
    for match in _LICENCE.finditer(text):
        if len(match["surname"]) == 5:
            month = int(match["month"]) % 50
            valid = int(match["day"]) <= _LONGEST_MONTHS[month - 1]
            value = match.group().replace(" ", "").upper()
            yield Find(*match.span(), "driving-licence", valid, value, rank=2)
    for match in _NORTHERN_LICENCE.finditer(text):
        if near(text, *match.span(), _LICENCE_WORDS):
            yield Find(*match.span(), "driving-licence", None, match.group(), rank=3)
    for match in _LICENCE_ABROAD.finditer(text):
        if _FIGURES_OF_LICENCE.match(match["number"]):
            value = re.sub(r"[ -]", "", match["number"]).upper()
            yield Find(*match.span("number"), "driving-licence", None, value, rank=3)


def social_security_numbers(text: str) -> Iterator[Find]:
    """Social Security numbers of the United States: by their shape, or where one is announced."""
    for pattern in (_SOCIAL, _SOCIAL_SAID):
        for match in pattern.finditer(text):
            if pattern is _SOCIAL or near(text, *match.span(), _SOCIAL_WORDS):
                value = re.sub(r"\D", "", match.group())
                yield Find(*match.span(), "social-security", None, value, rank=2)
