"""Postal addresses as English writes them: a number, a street, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from postcheck.analysers.words.personal_data.addresses_abroad import addresses_abroad
from postcheck.analysers.words.personal_data.finds import Find, before, near, words
from postcheck.analysers.words.personal_data.postcodes import (
    HOME,
    POSTAL,
    is_public_place,
    postcode_beside,
)

_STRONG = (
    "Street|Road|Rd|Lane|Avenue|Ave|Drive|Close|Crescent|Cres|Terrace|Gardens|Grove|Mews|Boulevard|"
    "Blvd|Highway|Hwy|Parkway|Pkwy|Turnpike|Freeway|Expressway|Esplanade|Cul-de-sac|Causeway"
)
_WEAK = (
    "St|Ln|Dr|Cl|Ct|Pl|Court|Way|Place|Square|Sq|Hill|Park|Row|Walk|View|Rise|Green|Parade|Vale|"
    "Wharf|"
    "Yard|Gate|Croft|Fold|Garth|Heights|Meadows?|Bank|Chase|Dell|End|Quay|Promenade|Broadway"
)
# Names of streets in North America and Australia, which are ordinary words besides.
_VAGUE = (
    "Alley|Arcade|Bayou|Bend|Bluffs?|Branch|Bridge|Brooks?|Burgs?|Bypass|Camp|Canyon|Cape|Centers?|"
    "Circles?|Circuit|Cliffs?|Club|Commons?|Concourse|Copse|Corners?|Course|Courts|Coves?|Creek|"
    "Crest|"
    "Crossing|Crossroad|Curve|Dale|Dam|Divide|Drives|Estates?|Extensions?|Falls?|Ferry|Fields?|"
    "Flats?|"
    "Fords?|Forest|Forges?|Forks?|Fort|Garden|Gateway|Glade|Glens?|Greens|Groves|Harbors?|Haven|"
    "Hills|"
    "Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|Knolls?|Lakes?|Landing|Lights?|Loaf|Locks?|"
    "Lodge|Loop|"
    "Mall|Manors?|Mills?|Mission|Motorway|Mountains?|Mount|Neck|Orchard|Oval|Overpass|Parks|"
    "Parkways|"
    "Pass|Passage|Paths?|Pike|Pines?|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ramp|Ranch|"
    "Rapids?|"
    "Rest|Ridges?|River|Roads|Route|Run|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares|Station|"
    "Stravenue|Stream|Streets|Summit|Throughway|Trace|Track|Trafficway|Trail|Trailer|Tunnel|"
    "Underpass|"
    "Unions?|Valleys?|Via|Viaduct|Views|Villages?|Ville|Vista|Walks|Ways|Wells?|Cove|Loops|Meander|"
    "Pocket|Pathway|Reach|Stairs|Subway|Interchange|Quays|Riverway|Round|Strand|Highroad|Laneway|"
    "Formation|Land|Circus|Villas?|"
    r"Alleyway|Cruiseway|Quadrangle|Driveway|Thoroughfare|Centreway|Gap|Ride|Glen"
)
_UNIT = r"(?:Flat|Apt\.?|Apartment|Unit|Room|Suite|Ste\.?|Studio|Level)"
_HOME = r"(?:Flat|Apt\.?|Apartment|Studio)"
_HOUSE = r"(?P<number>\d{1,5}[A-Za-z]?(?:[-–/]\d{1,5}[A-Za-z]?)?),?[ ]"
_NUMBER = (
    rf"(?<![\w£$€.:/#-])(?:(?P<flat>{_UNIT}[ ]\w{{1,5}}[,/]?[ \n]){_HOUSE}|"
    rf"(?P<home>{_HOME}[ ]\d{{1,3}}[A-Za-z]?,?[ \n])|{_HOUSE.replace('number', 'alone')}"
    r"(?!(?:Miles?|Kilomet\w+|Met(?:re|er)s?|Acres?|Days?|Hours?|Minutes?|Steps?|Words?|"
    r"Years?)(?!\w)))"
)
_CAPITALS = (
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]*|\d{1,3}(?:st|nd|rd|th))[ ]){1,4}"
    rf"(?:(?P<strong>{_STRONG})|(?P<weak>{_WEAK})|(?P<vague>{_VAGUE}))(?![^\W_])\.?"
)
_AFTER = rf"(?P<unit>,?[ \n](?:{_UNIT}[ ]|\#[ ]?)\w{{1,5}}(?!\w))?"
_CAPITAL_ADDRESS = re.compile(_NUMBER + _CAPITALS + _AFTER)
_SMALL = (
    r"(?:to|and|from|on|at|in|for|was|is|of|or|with|by|as|so|then|but|who|we|they|our|the|an?|very|too|"
    r"after|before|when|while|points?|goals?)"
)
_ANY_ADDRESS = re.compile(
    _NUMBER
    + rf"(?:(?!{_SMALL}[ ])[^\W\d_][\w'’.-]*[ ]){{1,3}}(?P<strong>{_STRONG})(?![^\W_])\.?"
    + _AFTER,
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?:[ ]?,[ \n]|(?<!\.)\n"
    r"(?=[A-Z][\w’'-]*(?:[ ](?:[A-Z][\w’'-]*|on|in|under|le)){0,3}[ ]*(?:[\n,]|$)))"
    r"[A-Z][^\W\d_]+(?:[ '’-][A-Z][^\W\d_]+){0,2}(?!\w)"
)
_BOX = re.compile(
    r"(?<!\w)(?:(?:(?:PSC|CMR|Unit)[ ]\d{1,5},?[ ])?Box[ ]\d{1,6}[, \n]+[AFD]PO[ ]A[AEP]|"
    r"(?:P\.?[ ]?O\.?|GPO|Post[ ]Office)[ ]?Box[ ]\d{1,6}|"
    r"US(?:NS|S|NV|CGC)[ ][A-Z]\w+\s*FPO[ ]A[AEP])(?:[ ]\d{5})?(?!\w)"
)
_PLACED = re.compile(
    r"(?:^|[\n:;|(,]|(?<!\w)(?:at|to|from|near|on|in|of|is|was|and))[ ]*\Z", re.IGNORECASE
)
_PLACE_WORDS = words(
    r"parking (?:on|at|in)|moved from|located|accident|pick (?:me|him|her|us) up|seen near|next to|"
    r"corner of|place is|machine near|parcel(?: for)?|deliver(?:ed|y)? to|"
    r"liv(?:es?|ed|ing) (?:at|on|in)|address(?: is)?|left \w+ at|instead of|stops near|"
    r"(?:leak|party|stairs|fire|home|house|flat|branch) (?:is )?at|"
    r"(?:her|his|their) home|collect(?:ed)? from|(?:sent|ship(?:ped)?|bill(?:ed)?) to"
)
_ENDED = re.compile(
    r"[ ]*(?:[,.;:!?)|\n]|$|(?:in|at|is|was|to|closes|for|please|around|"
    r"never|instead|last|this|next|since|as|has|on|and|when|where)(?!\w))"
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_PLAQUE = re.compile(r"(?<!\w)(?:blue )?plaque(?!\w)", re.IGNORECASE)
_LIVED = re.compile(
    r"(?<!\w)(?:born|died|lived|lodged|boarded|grew up|stayed|worked|wrote|kept (?:a )?shop|"
    r"opened|baptised)(?!\w)"
)
_LONG_AGO = re.compile(r"(?<![\w£])(?:1[0-8]\d\d|19[0-4]\d)(?!\w)")
_TODAY = re.compile(
    r"(?<!\w)(?:lives|live|living|now|today|still|family|pupils?|class|my|we)(?!\w)",
    re.IGNORECASE,
)
_SCORED_BEFORE = re.compile(rf"(?<!\w)[A-Z][\w’'-]*[ ](?:{_STRONG}|{_WEAK})[ ]$")
_SCORED_AFTER = re.compile(r"[ ]\d{1,3}(?=[ ]?[,.;:!?)\n–—-]|[ ](?:and|after|on|at|in|with)[ ]|$)")
_DOOR_BEFORE = words(
    r"no\.?|number|numbers|house|"
    r"(?:drop|pop|leave|left|hand|put|post|push|bring|take|return|swap|collect|fetch|get|deliver|"
    r"send|pass|"
    r"donat)(?:s|ped|ping|ed|ing|e|ions)?\b(?=[^.!?]*(?:at|to|from|through|round|by|with|on|"
    r"under|outside|off|of)\b)|"
    r"knock(?: at| on)?|call (?:at|round|in)|ring (?:at|the bell)|(?:come|pop|go|nip|walk|drive|"
    r"cycle|run) "
    r"(?:over |round |along |back )?to|round (?:at|to|the corner)|meet(?:ing)? (?:at|outside|by)|"
    r"(?:party|bbq|barbecue|tea|lunch|cake|sleepover|playdate|sale) (?:is )?(?:at|outside)|"
    r"(?:she|he|they|we|i|it|that|mum|dad|nan|gran)(?:['’]?(?:s|re|m)| is| are| was| am|['’]ll be) "
    r"(?:\w+ ){0,3}at|(?:kept|waiting|hanging|staying|stays|based|found|seen|hidden|lost|left|"
    r"parked) "
    r"(?:\w+ ){0,4}(?:at|outside|in|of|on|by)|garden of|gate of|outside|"
    r"(?:porch|shed|drive|gate|garage|letter ?box|step|fence|wall|bins?|path) (?:at|of|outside)|"
    r"opposite|behind|(?:pick|drop)[- ]?(?:ups?|offs?) (?:is )?(?:from|at)|lifts? (?:from|to)|"
    r"[A-ZÀ-Þ]\w+['’]s(?: (?:place|house|mum|dad|nan|gran|flat|home|door|"
    r"garden))?(?=[ ]?[,(–-][ (]?$)|"
    r"the [A-Z]\w+s(?=, $)|we['’]re(?: the| at)?|i['’]?m(?: at)?|ask for \w+ at",
)
_DOOR_AFTER = re.compile(
    r"[^.!?\n]{0,25}(?<!\w)(?:knock|ring|buzz|bell|door|trampoline|porch|letter ?box|doorstep|"
    r"next to the|opposite the|nobody (?:answers|in)|any time|after (?:school|work|tea))(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[ ][A-Z\d]")
_LED = re.compile(r"(?<!\w)(?:at|round|to|through|from|number|outside|no\.?)[ ]\Z", re.IGNORECASE)
_COTTAGE = re.compile(
    r"(?<!\w)(?:[A-ZÀ-Þ][\w’'-]+[ ]){1,2}(?:(?P<sure>Cottage|Bungalow|Farmhouse|Barn|Villa)|"
    rf"House|Lodge|Farm)[ ]?,[ ](?:[A-ZÀ-Þ][\w’'-]+[ ]){{1,3}}(?:{_STRONG}|{_WEAK})(?!\w)"
)
"""A house by its name: `Rose Cottage, Church Lane`."""
_NOT_A_HOUSE = re.compile(
    r"(?<!\w)(?:year|yr|class|room|form|page|chapter|table|bus|route|team of|group of|"
    r"lesson|unit|"
    r"question|exercise|pitch|court|lane|heat|stage|track|song|age|aged|under|u)[ ]\Z",
    re.IGNORECASE,
)
_NOT_OF_A_STREET = re.compile(
    r"[ ](?:pupils|children|players|girls|boys|kids|teams?|runners|swimmers|staff|families|members|"
    r"parents|primary|school|juniors|infants|academy|album|albums|residents|houses|homes)(?!\w)",
    re.IGNORECASE,
)
_SAID = 120
"""Code points before and after an address in which its sentence is read."""
_SENTENCE = re.compile(r"(?<!\b[Nn]o)[.!?](?=\s)|\n")


def addresses(text: str) -> Iterator[Find]:
    """House number and street, with the town where one follows; boxes; streets abroad."""
    taken = -1
    for pattern in (_CAPITAL_ADDRESS, _ANY_ADDRESS):
        for match in pattern.finditer(text):
            if match.start() < taken or not _sure(text, match) or _is_score(text, match):
                continue
            if pattern is _ANY_ADDRESS and _YEAR.match(match["alone"] or ""):
                continue  # the 1969 album Abbey Road
            town = _TOWN.match(text, match.end())
            end = town.end() if town and _is_town(town.group()) else match.end()
            taken = end
            yield _find(text, match.start(), end, 4)
            yield from postcode_beside(text, *match.span())
    for match in _BOX.finditer(text):
        yield _find(text, *match.span(), 4)
    for start, end in addresses_abroad(text):
        yield _find(text, start, end, 5)
        yield from postcode_beside(text, start, end)


def named_houses(text: str) -> Iterator[Find]:
    """Homes by their names, where the words before speak of somebody's door."""
    for match in _COTTAGE.finditer(text):
        lead = text[max(0, match.start() - _SAID) : match.start()]
        if HOME.search(lead) or (match["sure"] and _DOOR_BEFORE.search(lead)):
            yield _find(text, *match.span(), 4)


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether teams called after streets have played: `Mill Road 4, Lomax Terrace 4`."""
    start, end = match.span()
    if not _SCORED_BEFORE.search(text, max(0, start - 40), start):
        return False
    return match.group().find(",") > 0 or _SCORED_AFTER.match(text, end) is not None


def _find(text: str, start: int, end: int, rank: int) -> Find:
    value = " ".join(text[start:end].replace(",", " ").split()).lower()
    public = (
        _is_famous(value) or is_public_place(text, start, end) or _of_the_past(text, start, end)
    )
    return Find(start, end, "address", None, value, rank, public)


def _of_the_past(text: str, start: int, end: int) -> bool:
    """Whether somebody lived there long ago, by the sentence: `died at 10 South Street in 1910`."""
    head, tail = text[max(0, start - _SAID) : start], text[end : end + _SAID]
    begin = max((one.end() for one in _SENTENCE.finditer(head)), default=0)
    close = _SENTENCE.search(tail)
    told = head[begin:], tail[: close.start() if close else len(tail)]
    if any(map(_TODAY.search, told)):
        return False
    lived = _LIVED.search(told[0]) is not None or _PLAQUE.search(told[0]) is not None
    return lived and (any(map(_LONG_AGO.search, told)) or _PLAQUE.search(told[0]) is not None)


@cache
def _famous() -> frozenset[str]:
    lines = files(__package__).joinpath("famous-addresses.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _is_famous(value: str) -> bool:
    """Whether everybody knows the house: 221B Baker Street."""
    parts = value.replace(".", "").split()
    return any(" ".join(parts[:count]) in _famous() for count in range(2, len(parts) + 1))


def _is_town(written: str) -> bool:
    return not written.lstrip(", \n").isupper() or len(written) > 5


def _sure(text: str, match: re.Match[str]) -> bool:
    """Whether a number and a street-like word are an address: the vague ones need more."""
    start, end = match.span()
    if _NOT_A_HOUSE.search(text[max(0, start - 15) : start]) or _NOT_OF_A_STREET.match(text, end):
        return False
    if match["flat"] or match["home"] or match["unit"] or POSTAL.search(text, end, end + 60):
        return True
    if match.groupdict().get("vague"):
        return _well_placed(text, match)
    if before(text, start, HOME, 25) or _at_home(text, match):
        return True
    if match["strong"]:
        return match["strong"][0].isupper()
    if _well_placed(text, match):
        return True
    follows = text[end : end + 60]
    return (
        match.group().rstrip(".").endswith((" St", " Ct", " Pl", " Dr"))
        and not follows[:2].strip(" ,.")
    ) or (near(text, start, end, words("address", "at")) and follows[:1] == ",")


def _at_home(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of somebody's door, and the address ends as addresses do."""
    start, end = match.span()
    if not match.group().endswith(".") and _GOES_ON.match(text, end):
        return False
    if match["strong"] and match["strong"][0].islower() and not _LED.search(text[:start][-12:]):
        return False
    lead = _SENTENCE.split(text[max(0, start - _SAID) : start])[-1]
    return _DOOR_BEFORE.search(lead) is not None or _DOOR_AFTER.match(text, end) is not None


def _well_placed(text: str, match: re.Match[str]) -> bool:
    """Whether the words around leave room for nothing else than an address."""
    number, start = match["alone"], match.start()
    if not (match.group().endswith(".") or _ENDED.match(text, match.end())):
        return False
    if before(text, start, _PLACE_WORDS, 20):
        return True
    long = len(number) > 2 and not _YEAR.match(number)
    return long and _PLACED.search(text[max(0, start - 8) : start]) is not None
