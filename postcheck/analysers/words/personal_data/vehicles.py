"""Registration marks of vehicles in the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from postcheck.analysers.words.personal_data.finds import Find, near, words

# Current marks carry the half-year of their first use: 02-29 and 51-79.
_CURRENT = re.compile(
    r"(?<![\w@#-])[A-HJ-PR-Y][A-HJ-PR-Y][ ]?(?:0[2-9]|[12]\d|5[1-9]|[67]\d)[ -]?"
    r"(?P<word>[A-HJ-PR-Z]{3})(?![\w-])",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?<![\w@#-])[A-HJ-NP-TV-Y](?P<number>[1-9]\d{0,2})[ -]?"
    r"(?P<word>[A-HJ-PR-Y][A-HJ-PR-Z]{2})(?![\w-])",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?<![\w@#-])(?P<word>[A-HJ-PR-Z]{3})[ -]?"
    r"(?P<number>[1-9]\d{0,2})(?P<year>[A-HJ-NPR-TV-Y])(?![\w-])",
    re.IGNORECASE,
)
# Northern Ireland and marks without a date.
_ANNOUNCED = re.compile(r"(?<![\w@#-])(?:[A-Z]{1,3}[ ]?\d{1,4}|\d{1,4}[ ]?[A-Z]{1,3})(?![\w-])")
_VEHICLE_WORDS = words(
    r"reg|registration|number ?plate|licen[cs]e plate|plate|vehicle|car|van|vrm|vrn|minibus|"
    r"parked|driving|drives?|driver|drove|motorbike|scooter|moped|lorry|truck|taxi|cab|coach|"
    r"caravan|trailer|mot|"
    r"zig ?zags|yellow lines|lights on|blocking|blocked|double[- ]parked|car park|parking|"
    r"ford|fiesta|focus|kuga|puma|vauxhall|corsa|astra|mokka|audi|bmw|mini|mercedes|vw|"
    r"volkswagen|golf|"
    r"polo|tiguan|passat|nissan|qashqai|juke|micra|toyota|yaris|aygo|honda|civic|jazz|hyundai|kia|"
    r"picanto|sportage|renault|clio|captur|peugeot|citroen|fiat|seat|ibiza|skoda|fabia|octavia|"
    r"volvo|"
    r"land ?rover|range ?rover|jaguar|tesla|mazda|suzuki|dacia|duster|mg|lexus|jeep|hatchback|"
    r"estate|suv"
)
_PLATE_WORDS = words(
    "reg(?:istration)?",
    "(?:(?:number|licen[cs]e|private|irish|ni|northern ireland) ?)?plates?",
    "vrm",
    "vrn",
)
# In capitals a distance or an amount looks like the end of a mark: `USA 100M`, `RACE 10K`.
_MEASURED = re.compile(
    r"(?:10|20|25|50|60|75|80|100|150|200|300|400|500|800)M|(?:1|2|3|5|10)K|[345]G"
)


@cache
def _everyday() -> frozenset[str]:
    text = files(__package__).joinpath("three-letter-words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def vehicles(text: str) -> Iterator[Find]:
    """Marks of the current, prefix and suffix styles; older styles where one is announced."""
    for pattern in (_CURRENT, _PREFIX, _SUFFIX):
        for match in pattern.finditer(text):
            parted = match.group()[2:3] == " " and not match.group().isupper()
            if not parted and (
                _stands_alone(match, pattern) or near(text, *match.span(), _VEHICLE_WORDS)
            ):
                yield _find(match, valid=True)
    for match in _ANNOUNCED.finditer(text):
        if near(text, *match.span(), _PLATE_WORDS):
            yield _find(match, valid=None)


def _stands_alone(match: re.Match[str], style: re.Pattern[str]) -> bool:
    """Whether a mark needs no word beside it: not `Y6 AND`, `THE 100M`, `km21 run`."""
    written, word = match.group(), match["word"]
    if word.lower() in _everyday():
        return False
    if style is _CURRENT:
        return written.upper() == written or written.lower() == written
    if style is _SUFFIX and _MEASURED.fullmatch((match["number"] + match["year"]).upper()):
        return False
    return written.isupper() or (written.islower() and len(match["number"]) == 3)


def _find(match: re.Match[str], *, valid: bool | None) -> Find:
    value = re.sub(r"[ -]", "", match.group()).upper()
    return Find(*match.span(), "vehicle", valid, value, rank=6 if valid else 7)
