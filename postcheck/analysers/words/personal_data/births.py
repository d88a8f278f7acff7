"""Dates that the text calls a birth date or a birthday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from postcheck.analysers.words.personal_data.finds import OLDEST, Find

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
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
    r"d\.?o\.?b\.?|date[ ]of[ ]birth|birth[ ]?da(?:te|y)(?:[’']s)?(?:[ ](?:is|was|on|falls|the))*)"
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
_HEADING = re.compile(
    r"(?<!\w)(?:birthdays|birthday[ ](?:list|board|wall|club)|dates[ ]of[ ]birth)", re.IGNORECASE
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


def _of_a_past_year(match: re.Match[str]) -> bool:
    """Whether a date has such a year: an event of this one stands under the same heading."""
    _, _, year = _numbers(match)
    return year is not None and year < date.today().year


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
