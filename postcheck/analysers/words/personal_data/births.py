"""Dates that the text calls a birth date or a birthday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from postcheck.analysers.words.personal_data.finds import OLDEST, Find

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?P<date>(?P<iso>\d{4}[./-]\d{1,2}[./-]\d{1,2})"
    r"|(?P<numbers>\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}[ ]\d{1,2}[ ](?:19|20)\d\d)"
    r"|(?P<short>\d{1,2}/\d{1,2})(?![/\d])"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ -](?P<month>{_MONTH})"
    r"(?:,?[ -](?P<year>\d{4}|'?\d\d(?![\w:.]\d|[ ]?[ap]m)))?"
    rf"|(?P<month2>{_MONTH})[ ](?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,?[ ](?P<year2>\d{4}))?)(?!\w)"
)
_BORN = re.compile(
    r"(?<!\w)(?:born(?:[ ]in[ ][A-Z][\w’' -]{1,25}?)?(?:[ ](?:on|the))*|"
    r"d\.?o\.?b\.?|date[ ]of[ ]birth|b\.(?=[ ]?\d)|"
    r"birth[ ]?da(?:te|y)(?:[’']s)?(?:[ ](?:is|was|on|falls|the))*)"
    r"[ ]*[:=\-–(]*[ ]*"
    rf"(?:(?:on|the|is|was)[ ])*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ])?{_DATE}",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    rf"(?<![\w/.-]){_DATE}[ ]*[(,\-–:]*[ ]*"
    r"(?:(?:as|is|was|for)[ ](?:(?:my|your|his|her|their|our|the|\w+[’']s)[ ]){0,2})?"
    r"(?:d\.?o\.?b\.?|date[ ]of[ ]birth|birth[ ]?date|birthday)(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?<![\w/.-]){_DATE}", re.IGNORECASE)
_YOUNGEST, _ELDEST = 1, 19
_BESIDE_NAME = re.compile(
    r"(?<![\w’'-])(?P<first>(?-i:[A-ZÀ-Þ][^\W\d_]+)(?:[’'-][^\W\d_]+)*)"
    r"(?:[ ](?-i:[A-ZÀ-Þ])[\w’'-]{0,20}\.?){0,3}"
    rf"[ ]*(?:[(\[|:;,\t–-][ ]*){{0,2}}(?:(?:aged?|b\.?)[ ])?(?<![\w/.]){_DATE}"
    r"(?![ ]?(?:[-–][ ]?\d|to[ ]\d|at[ ]\d))",
    re.IGNORECASE,
)
"""A name and a date, as in a list: `Ola F (21/06/2014)`."""
_ENROLLED = re.compile(
    r"(?<!\w)(?:starters?|intake|joiners?|register(?!ed)|registers|admissions?|passports?|"
    r"places?[ ]offered|"
    r"offered[ ](?:a[ ])?places?|waiting[ ]list|enrol\w*|head[ ]?count|funded|eligib\w+|squad|"
    r"year[ ]of[ ]birth|ages?[ ]check\w*|medical|consent|happy[ ]birthday|turn(?:s|ed)[ ](?:\d|"
    r"one|two|three|"
    r"four|five|six|seven|eight|nine|ten)|new[ ](?:children|pupils|faces)|settling[ ]in)(?!\w)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\w)(?:sign(?:ed|ature)?|review(?:ed)?|updated?|version|approved|adopted|minutes|"
    r"photos?|pictures?|"
    r"photograph\w*|taken|video|recorded|by|author|poem|written|posted|published|issued?|issue|"
    r"newsletter|from|until|since|on|visit(?:ed)?|trip|fair|ball|concert|match|fixture|festival|"
    r"carols?|fete|fête|show|play(?:ed)?|disco|assembly|inset|closed|opens?|opened|term|"
    r"half[ ]term|"
    r"meeting|agenda|training|course|award(?:ed)?|certificate|badge|invested|joined|left|retired|"
    r"received|paid|due|deadline|winners?|champions?|cup|league|trophy|teams?|expires?|accident|incident|report|reports|founded|launch(?:ed)?|"
    r"album|released|single|film|episode|edition|inspect(?:ed|ion)|attend(?:ed|ance)|passed|exam|"
    r"grade)(?!\w)",
    re.IGNORECASE,
)
"""What else is dated beside a name."""
_NO_NAMES = re.compile(
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|"
    r"sat|sun|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|autumn|spring|summer|winter|christmas|easter|term|week|day|date|year|reception|"
    r"nursery|class|oak|ash|elm|birch|beech|willow|maple|holly|rowan|hazel|sycamore|group|"
    r"team|club|school|policy|park|hall|centre|museum|library|chester|york|london|leeds|the|"
    r"our|next|last|every",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?<!\w)(?:birthdays|birthday[ ](?:list|board|wall|club)|dates?[ ]of[ ]birth|d\.?o\.?b)(?!\w)",
    re.IGNORECASE,
)


def birth_dates(text: str) -> Iterator[Find]:
    """Dates that the text calls a birth date or a birthday, of somebody who may be alive."""
    for pattern in (_BORN, _BORN_AFTER):
        yield from _found(pattern.finditer(text))
    beyond = 0
    for heading in _HEADING.finditer(text):
        if heading.start() < beyond:
            continue  # it stands in what is listed under the one before
        end = text.find("\n\n", heading.end())
        beyond = len(text) if end < 0 else end
        listed = _LISTED.finditer(text, heading.end(), beyond)
        yield from _found(match for match in listed if _of_a_past_year(match))
    yield from birth_dates_beside_names(text)


def _of_a_past_year(match: re.Match[str]) -> bool:
    """Whether a date has such a year: an event of this one stands under the same heading."""
    _, _, year = _numbers(match)
    return year is not None and year < date.today().year


def birth_dates_beside_names(text: str) -> Iterator[Find]:
    """Dates by no name, each behind a name, that only children can have been born on."""
    listed = [match for match in _BESIDE_NAME.finditer(text) if _of_a_child(text, match)]
    pairs = {match["date"] for match in listed}
    if len(pairs) > 1 or (pairs and _ENROLLED.search(text)):
        yield from _found(listed)


def _of_a_child(text: str, match: re.Match[str]) -> bool:
    """Whether whoever was born on that day is a child now, and nothing else is dated here."""
    if _NO_NAMES.fullmatch(match["first"]) or _DATED.search(
        text, max(0, match.start() - 30), match.end() + 12
    ):
        return False
    day, month, year = _numbers(match)
    if year is None or not _exists(day, month, year):
        return False
    age = (date.today() - date(year, month, day)).days / 365.25
    return _YOUNGEST <= age < _ELDEST


def _found(matches: Iterable[re.Match[str]]) -> Iterator[Find]:
    for match in matches:
        day, month, year = _numbers(match)
        if year is None or year >= date.today().year - OLDEST:
            start, end = match.span("date")
            exists = _exists(day, month, year)
            yield Find(start, end, "birth-date", exists, _iso(day, month, year), 3)


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None]:
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"[./-]", match["iso"]))
        return day, month, year
    if match["numbers"]:
        day, month, year = (int(part) for part in re.split(r"[ ./-]", match["numbers"]))
        return day, month, _whole_year(year)
    if match["short"]:
        day, month = (int(part) for part in match["short"].split("/"))
        return day, month, None
    written = (match["month"] or match["month2"])[:3].lower()
    year_written = match["year"] or match["year2"]
    found = _whole_year(int(year_written.lstrip("'"))) if year_written else None
    return int(match["day"] or match["day2"]), _MONTHS.index(written) + 1, found


def _whole_year(year: int) -> int:
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= date.today().year else 1900 + year


def _exists(day: int, month: int, year: int | None) -> bool | None:
    try:
        born = date(year or 2024, month, day)
    except ValueError:
        return False
    if year is None:
        return None
    return born <= date.today()


def _iso(day: int, month: int, year: int | None) -> str:
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
