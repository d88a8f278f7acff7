"""Postcodes, and whether words speak of a public place or of somebody's home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from postcheck.analysers.words.personal_data.finds import Find, before, words

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

# Abroad: Springfield, IL 62704 · Newtown NSW 2042 · Laval, QC J5S 3M1 · Dublin D02 AF30.
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEHINOPST]|N[CDEHJMVY]|O[HKR]|P[ARW]|"
    "RI|S[CD]|"
    "T[NX]|UT|V[AIT]|W[AIVY]|AS|FM"
)
_ABROAD = re.compile(
    rf"(?<![^\W_])(?:(?<=[ ,\n])(?:{_STATES})[ ]\d{{5}}(?:-\d{{4}})?"
    r"|(?:NSW|VIC|QLD|TAS|ACT|[SW]A|NT),?[ ]\d{4}"
    r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ ]?\d[ABCEGHJ-NPRSTV-Z]\d"
    r"|[AC-FHKNPRTV-Y](?:\d\d|6W)[ ]?(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[0-9AC-FHKNPRTV-Y]{4}"
    r")(?![^\W_])"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:zip(?:[ ]?code)?|post(?:al)?[ ]?code)(?:[ ](?:is|was|of)|:|,)*[ ]+"
    r"(?P<code>(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?(?:[ ]?[A-Z]{2})?|\d\d-\d{3}|\d{3}[ ]\d\d)"
    r"(?![\w%]|[.,:]\d)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:zip(?:[ ]?code)?|post(?:al)?[ ]?code)(?!\w)[^\d\n]{0,45}?"
    r"(?:(?<!\w)(?:is|be|was)|[’']s|:)[ ]+"
    r"(?P<code>(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?(?:[ ]?[A-Z]{2})?|\d\d-\d{3}|\d{3}[ ]\d\d)"
    r"(?![\w%]|[.,:]\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOWN = r"[^\W\d_][\w'’. -]{1,40}?"
_CODE = (
    r"(?:[A-Z]{1,2}-)?(?:\d{5}(?:-\d{3,4})?|\d{4}(?:[ ]?[A-Z]{2})?|\d{2}-\d{3}|\d{3}[ ]\d{2}|\d{6})"
)
_BESIDE = re.compile(
    rf"[ ]*[,\n][ ]*(?:{_TOWN}[ ]*[, \n][ ]*)?(?P<code>{_CODE})(?![\w%]|[.,:]\d|[ ]?[ap]m)"
)
POSTAL = re.compile(rf"{_POSTCODE.pattern}|(?-i:{_ABROAD.pattern})", re.IGNORECASE)
"""A postcode of any shape that is known for one."""
HOME = words(
    r"lives?|living|lived|address|home|house|resid(?:es?|ing|ent)|moved? to|deliver",
    r"hers|mine|theirs|his place|(?:at|to|from|by|round|near) (?:ours|yours|"
    r"his)(?=[ ]?[,.:;(–-])|bungalow|"
    r"(?:my|our|her|his|their|your) (?:house|place|flat|door|doorstep|step|porch|drive|driveway|"
    r"garage|garden|shed|gate|letter ?box|mailbox|street|road|end)",
    r"sleep ?overs?|play ?dates?|foster(?:ed|ing| family| carers?| mum| dad)?|"
    r"next[- ]door neighbours?|"
    r"(?:blue|red|green|black|white|yellow|grey|pink|purple|brown|orange) (?:front |"
    r"garage )?(?:door|gate)",
    r"(?:front|back|side) door|door ?bell|door ?step|letter ?box|"
    r"(?:nan|nana|nanny|gran|granny|grandma|grandad|auntie|aunt|uncle|mum|mam|dad|child ?minder|"
    r"cousin|neighbour|friend|sister|brother|family)(?:['’]?s)?(?: (?:is|are|has|"
    r"at))?(?=[ ,(–-]{1,3}(?:at )?\d)",
)
_CALLED_HOUSE = re.compile(r"(?<!\w)[A-Z][\w’'-]+ (?:House|Home)(?=[ ][A-Z]|,)(?! (?:is|on))")
"""A house in the name of a street or building, which is no home: Custom House Quay."""
_PUBLIC = words(
    r"hall|museum|library|church|cathedral|chapel|mosque|temple|gurdwara|synagogue|park|"
    r"stadium|arena|centre|center|theatre|gallery|zoo|castle|hospital|station|university|"
    r"college|academy|school|pitch|playing fields?|hotel|club|pool|farm|abbey|aquarium|"
    r"cinema|venue|shop|store|caf[eé]|restaurant|pub|bakery|gym|surgery|clinic|"
    r"visit|visiting|trip|market|festival|court|leisure|sports? ground|"
    r"open day|sat ?nav",
    r"dentists?|dental|opticians?|vets?|pharmac(?:y|ist)|chemist|post office|"
    r"building society|council|civic|town hall|registry|solicitors?|(?:estate|letting) agents?|"
    r"offices|headquarters|hq|depot|warehouse|factory|brewery|garage|car ?wash|showroom|"
    r"barbers?|hairdressers?|salon|butchers?|bakers?|grocers?|greengrocers?|florists?|stationers?|"
    r"outfitters?|bookshop|bookstore|supermarket|deli|takeaway|chippy|chip shop|pizzeria|inn|"
    r"tavern|arms|bistro|tea ?room|ice cream parlour|launderette|charity|hospice|food ?bank|"
    r"scout hq|guide hq|hut|pavilion|community|legion|institute|studios?|"
    r"bowling|ice rink|soft play|trampolin\w+|climbing|skate ?park|ballet|karate|judo|"
    r"exhibition|box office|sponsors?|sponsored by|ltd|limited|plc|llp|playgroup|"
    r"pre-?school|creche|priory|minster|manse|vicarage|rectory|parish|embassy|ministry|department",
)
_PLACE_NAMED = re.compile(
    r"[ ]?[,(–-][ ]?(?:(?:the|our|a|an|of|and|local|old|new|in|at|[A-ZÀ-Þ][\w’'-]*)[ ]){0,4}"
    r"(?:museum|library|church|cathedral|chapel|mosque|temple|gurdwara|synagogue|stadium|theatre|"
    r"gallery|hospital|station|university|college|hotel|cinema|shop|store|caf[eé]|restaurant|pub|"
    r"bakery|gym|surgery|clinic|dentist|vet|garage|bank|office|offices|hall|centre|hut|"
    r"salon)(?!\w)",
    re.IGNORECASE,
)
"""What an address is said to be behind it: `34 Castle Street, the toy museum`."""
_FAMOUS_CODES = re.compile(
    # Holmes; Downing Street, the palaces, the ministry of schools; letters to Father Christmas
    "NW1 6XE|SW1A (?:2AA|2AB|1AA|0AA|0PW)|SW1P 3BT|XM4 5HQ|H0H 0H0|W1A 1AA|M50 (?:2BH|2EQ)"
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
            written = match.group()
            if written.isalnum() and written not in (written.upper(), written.lower()):
                continue  # a nickname: M94Rx
            if _NO_INWARD.match(inward) and not inward[1:].isupper():
                continue
            value = f"{written_out} {inward}".upper()
        public = _FAMOUS_CODES.fullmatch(value) is not None or is_public_place(text, match.start())
        yield Find(*match.span(), "postcode", True, value, rank=4, public=public)
    for pattern in (_ABROAD, _ANNOUNCED, _ASKED):
        for match in pattern.finditer(text):
            start, end = match.span(0 if pattern is _ABROAD else "code")
            value, public = text[start:end].upper(), is_public_place(text, start)
            yield Find(start, end, "postcode", None, value, rank=6, public=public)


def postcode_beside(text: str, start: int, end: int) -> Iterator[Find]:
    """The postcode, of whatever country, that follows an address or its town."""
    match = _BESIDE.match(text, end)
    if match and ("\n" in match.group() or not _YEAR.fullmatch(match["code"])):
        public = is_public_place(text, start)
        yield Find(*match.span("code"), "postcode", None, match["code"].upper(), 7, public)


def is_public_place(text: str, start: int, end: int | None = None) -> bool:
    """Whether the words around a place speak of a public one, and not of somebody's home."""
    named = end is not None and _PLACE_NAMED.match(text, end) is not None
    if not named and not before(text, start, _PUBLIC, 70):
        return False
    return HOME.search(_CALLED_HOUSE.sub("", text[max(0, start - 70) : start])) is None
