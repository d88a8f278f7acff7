"""Postcodes and postal addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from postcheck.analysers.words.personal_data.finds import Find, before, near, words

_POSTCODE = re.compile(
    r"(?<![^\W_])(?:(?P<out>[A-Z]{1,2}\d[A-Z\d]?)[ \u00a0]{0,2}(?P<in>\d[ABD-HJLNP-UW-Z]{2})"
    r"|(?P<special>GIR ?0AA|(?:ASCN|STHL|TDCU|BBND|BIQQ|FIQQ|PCRN|SIQQ|TKCA) ?1ZZ|BFPO ?\d{1,4}))"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"(?P<area>[A-Z]{1,2})(?:\d{1,2}|(?<![A-Z]{2})\d[ABCDEFGHJKPSTUW]|\d[ABEHMNPRVWXY])\Z"
)
_NO_INWARD = re.compile(r"(?:1st|2nd|3rd|\dth|\dft|\dhr|\dpt|\dlb|\dgb|\dtb)\Z", re.IGNORECASE)

_STRONG = (
    "Street|Road|Rd|Lane|Avenue|Ave|Drive|Close|Crescent|Cres|Terrace|Gardens|Grove|Mews|Boulevard"
)
_WEAK = (
    "St|Ln|Dr|Cl|Ct|Pl|Court|Way|Place|Square|Sq|Hill|Park|Row|Walk|View|Rise|Green|Parade|Vale|Wharf|"
    "Yard|Gate|Croft|Fold|Garth|Heights|Meadows?|Bank|Chase|Dell|End|Quay|Promenade|Broadway"
)
_NUMBER = (
    r"(?<![\w£$€.:/#-])(?P<flat>(?:Flat|Apt|Apartment|Unit|Room)[ ]\w{1,4},?[ ])?"
    r"(?P<number>\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?),?[ ]"
)
_CAPITALS = rf"(?:[A-Z][\w'’.-]*[ ]){{1,4}}(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))(?![^\W_])\.?"
_CAPITAL_ADDRESS = re.compile(_NUMBER + _CAPITALS)
_ANY_ADDRESS = re.compile(
    _NUMBER + rf"(?:[^\W\d_][\w'’.-]*[ ]){{1,3}}(?P<strong>{_STRONG})(?![^\W_])\.?", re.IGNORECASE
)
_STREETY = re.compile(rf"(?:{_STRONG}|{_WEAK})(?![^\W_])", re.IGNORECASE)
_TOWN = re.compile(r",[ \n][A-Z][^\W\d_]+(?:[ '’-][A-Z][^\W\d_]+){0,2}(?!\w)")
_HOME = words(r"lives?|living|lived|address|home|house|resid(?:es?|ing|ent)|moved? to|deliver")
_PUBLIC = words(
    r"hall|museum|library|church|cathedral|chapel|mosque|temple|gurdwara|synagogue|park|"
    r"stadium|arena|centre|center|theatre|gallery|zoo|castle|hospital|station|university|"
    r"college|academy|school|pitch|playing fields?|hotel|club|pool|farm|abbey|aquarium|"
    r"cinema|venue|visit|visiting|trip|market|festival|court|leisure|sports? ground|"
    r"open day|sat ?nav"
)


@cache
def _areas() -> frozenset[str]:
    lines = files(__package__).joinpath("postcode-areas.txt").read_text("utf-8").splitlines()
    return frozenset(area for line in lines if not line.startswith("#") for area in line.split())


def postcodes(text: str) -> Iterator[Find]:
    """United Kingdom postcodes of every format, in any letter case, with or without the space."""
    for match in _POSTCODE.finditer(text):
        special = match["special"]
        if special:
            value = special.upper()
        else:
            written_out, inward = match["out"], match["in"]
            out = _OUT.match(written_out.upper())
            if not out or out["area"] not in _areas():
                continue
            if _NO_INWARD.match(inward) and not inward[1:].isupper():
                continue
            value = f"{written_out} {inward}".upper()
        public = is_public_place(text, match.start())
        yield Find(*match.span(), "postcode", True, value, rank=4, public=public)


def is_public_place(text: str, start: int) -> bool:
    """Whether the words before a place speak of a public one, and not of somebody's home."""
    return before(text, start, _PUBLIC, 70) and not before(text, start, _HOME, 70)


def addresses(text: str) -> Iterator[Find]:
    """House number and street, with the town where one follows."""
    if not _STREETY.search(text):
        return
    taken = -1
    for pattern in (_CAPITAL_ADDRESS, _ANY_ADDRESS):
        for match in pattern.finditer(text):
            if match.start() < taken or not _sure(text, match):
                continue
            town = _TOWN.match(text, match.end())
            end = town.end() if town and _is_town(town.group()) else match.end()
            taken = end
            value = " ".join(text[match.start() : end].replace(",", " ").split()).lower()
            public = is_public_place(text, match.start())
            yield Find(match.start(), end, "address", None, value, rank=4, public=public)


def _is_town(written: str) -> bool:
    return not written.lstrip(", \n").isupper() or len(written) > 5


def _sure(text: str, match: re.Match[str]) -> bool:
    """Whether a number and a street-like word are an address: the vague ones need more."""
    start, end = match.span()
    streetwise = match.group()
    if match["flat"] or before(text, start, _HOME, 25):
        return True
    if match["strong"]:
        return match["strong"][0].isupper() or bool(_POSTCODE.search(text, end, end + 60))
    follows = text[end : end + 60]
    return (
        bool(_POSTCODE.search(follows))
        or (
            streetwise.rstrip(".").endswith((" St", " Ct", " Pl", " Dr"))
            and not follows[:2].strip(" ,.")
        )
        or (near(text, start, end, words("address", "at")) and follows[:1] == ",")
    )
