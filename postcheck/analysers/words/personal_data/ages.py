"""Birth dates and ages of one person; ranges and groups are nobody's data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from postcheck.analysers.words.personal_data.finds import Find

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
    r"(?<!\w)(?:born(?:[ ](?:on|the))*|d\.?o\.?b\.?|date[ ]of[ ]birth|"
    r"birth[ ]?da(?:te|y)(?:[ ](?:is|was|on|falls|the))*)[ ]*[:=\-–(]*[ ]*"
    rf"(?:(?:on|the|is|was)[ ])*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ])?{_DATE}",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    rf"(?<![\w/.-]){_DATE}[ ]*[(,\-–:]*[ ]*(?:d\.?o\.?b\.?|date[ ]of[ ]birth)(?!\w)", re.IGNORECASE
)
_WRITTEN = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen"
)
_COUNT = rf"(?:\d{{1,3}}|{_WRITTEN})"
_AGE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<aged>aged?(?:[ ]of)?[ ]*[:=(]?[ ]*(?P<a>{_COUNT})(?!\w))"
    rf"|(?P<old>(?P<b>{_COUNT})[ -]?(?:(?:years?|yrs?|months?)[ -]?old|y[./]?o)(?!\w))"
    rf"|(?P<turns>(?:turns|turned|turning)[ ](?P<c>{_COUNT})"
    r"(?=[ ](?:today|tomorrow|yesterday|on|this|next|last)(?!\w)|[ ]*(?:[.!,?\n🎂🎉🥳🎈]|$)))"
    rf"|(?P<is>(?:is|was|be)[ ](?P<d>{_COUNT})[ ](?:today|tomorrow|yesterday)(?!\w))"
    r"|(?P<today>(?P<f>\d{1,3})[ ]today(?!\w))"
    r"|(?P<birthday>(?P<e>\d{1,3})(?:st|nd|rd|th)[ ]birthday(?!\w)))",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(
    r"\s*(?:[-–+]|to\s+\d|and\s+(?:\d|under|over|above|below|up)|or\s+(?:\d|under|over|above|below|"
    r"older|younger)|&\s*\d|years?\s+(?:and|or|to|plus)|,\s*\d)",
    re.IGNORECASE,
)
_GROUP_BEFORE = re.compile(
    r"(?:children|pupils|students|boys|girls|kids|those|anyone|everyone|people|adults|learners|"
    r"babies|toddlers|players|classes|all|from|under|over|between|ages?|minimum|least|"
    r"\d[ ]?[-–to]{1,3})[ ]*\Z",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"[ ](?:\w+[ ])?(?:building|school|tree|oak|tradition|house|church|company|charity|club|castle|"
    r"hall|bridge|festival|record|painting|fossil|book|story|play|photo\w*|film|nursery|museum|law|rule|"
    r"policy|computer|laptop|bus|car|dog|cat|puppy|kitten|horse|pony|rabbit)s?(?!\w)",
    re.IGNORECASE,
)
_ANNIVERSARY_BEFORE = re.compile(
    r"(?:our|school's|nursery's|charity's|club's|nhs)[ ]*\Z", re.IGNORECASE
)
_BIRTHDAY_BEFORE = re.compile(r"birthday(?!s)[^.?\n]{0,40}[,!:–-][ ]\Z", re.IGNORECASE)
_OLDEST = 115


def birth_dates(text: str) -> Iterator[Find]:
    """Dates that the text calls a birth date or a birthday, of somebody who may be alive."""
    for pattern in (_BORN, _BORN_AFTER):
        for match in pattern.finditer(text):
            day, month, year = _numbers(match)
            if year is not None and year < date.today().year - _OLDEST:
                continue
            start, end = match.span("date")
            yield Find(
                start, end, "birth-date", _exists(day, month, year), _iso(day, month, year), 3
            )


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


def ages(text: str) -> Iterator[Find]:
    """The age of one person: `aged 7`, `7-year-old`, `turns 8 today`, `8th birthday`."""
    for match in _AGE.finditer(text):
        written = next(match[group] for group in "abcdef" if match[group])
        years = (
            int(written) if written.isdigit() else _WRITTEN.split("|").index(written.lower()) + 1
        )
        head, tail = text[max(0, match.start() - 20) : match.start()], text[match.end() :][:40]
        if match["today"] and not _BIRTHDAY_BEFORE.search(text[: match.start()][-50:]):
            continue
        if years > _OLDEST or _GROUP_BEFORE.search(head):
            continue
        if match["aged"] and _RANGE_AFTER.match(tail):
            continue
        if match["old"] and _THING_AFTER.match(tail):
            continue
        if match["birthday"] and (_ANNIVERSARY_BEFORE.search(head) or years == 0):
            continue
        yield Find(*match.span(), "age", None, str(years), rank=6)
