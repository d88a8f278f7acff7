"""Ages of one person; ranges and groups are nobody's data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import OLDEST, Find

_WRITTEN = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[ -](?:{_WRITTEN}))?|{_WRITTEN})"
_AGE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<aged>aged?(?:[ ](?:of|is))?[ ]*[:=(]?[ ]*(?P<a>{_COUNT})(?!\w)"
    r"(?:[ ]months?(?!\w))?)"
    rf"|(?P<old>(?P<b>{_COUNT})[ -]?(?:(?:years?|yrs?|months?)[ -]?(?:old|of[ ]age)|y[./]?o)(?!\w))"
    rf"|(?P<turns>(?:turns|turned|turning)[ ](?P<c>{_COUNT})"
    r"(?=[ ](?:today|tomorrow|yesterday|on|this|next|last)(?!\w)|[ ]*(?:[.!,?\n🎂🎉🥳🎈]|$)))"
    rf"|(?P<is>(?:is|was|be)[ ](?P<d>{_COUNT})[ ](?:today|tomorrow|yesterday)(?!\w))"
    r"|(?P<today>(?P<f>\d{1,3})[ ]today(?!\w))"
    r"|(?P<birthday>(?P<e>\d{1,3})(?:st|nd|rd|th)[ ]birthday(?!\w)))",
    re.IGNORECASE,
)
_KIN = (
    "son|daughter|child|boy|girl|kid|baby|brother|sister|twin|mum|mom|mother|dad|father|nan|"
    "gran(?:ny|n?y|dma|dpa|dad|dmother|dfather|dson|ddaughter)?|wife|husband|partner|uncle|"
    "aunt(?:ie)?|"
    "cousin|niece|nephew"
)
_SAYING = (
    r"(?:I(?:[’']?m|[ ](?:am|was|(?:just[ ])?turned))|s?he(?:[’']s|[ ](?:is|was))|"
    r"(?:I|s?he)(?:[’']ll|[ ]will)[ ]be"
    rf"|(?:my|his|her|our)[ ](?:\w{{3,9}}[ ])?(?:{_KIN})"
    r"(?:[’']s|[ ](?:is|was|will[ ]be|(?:has[ ])?(?:just[ ])?turned|turns))?)"
    r"(?:[ ](?:now|only|just|nearly|almost))?"
)
# `I'm 34.` and `my daughter is 7 and`, but neither `I'm 5 minutes away` nor `she was 3rd`.
_SAID = re.compile(
    rf"(?<!\w)(?:{_SAYING}[ ](?!one\b)(?P<said>{_COUNT})"
    r"(?=[ ]*(?:[!?;)\n]|[.,](?!\d)|$)|[ ](?:and|but|now|so|this|next|in|when)(?!\w))"
    rf"|just[ ]turned[ ](?P<turned>{_COUNT})(?=[ ](?:and|but|so)(?!\w))"
    r"|how[ ]old[ ](?:are|is)[ ][^?\n]{1,25}\?\s*"
    r"(?:[A-Z]:|I[’']?m|I[ ]am|s?he(?:[’']s|[ ]is))?[ ]?"
    rf"(?P<asked>{_COUNT})(?!\w)"
    rf"|at[ ](?:(?:just|only|nearly|almost)[ ])?(?P<at>1[3-9]|[2-9]\d),?[ ]"
    r"(?:s?he|I)(?:[’']s)?[ ]"
    rf"|\w+[ ]is[ ](?P<years>{_COUNT})[ ]years(?=[ ]*(?:[.,;!?\n]|$)))",
    re.IGNORECASE,
)
# `Jo Field, 34, of Leeds`; the figure after a house, a team or a class is a score.
_BESIDE_NAME = re.compile(
    r"(?<!\w)[A-ZÀ-Þ][\w’'-]+\.?(?:[ ][A-Z]\.?)?(?:[ ](?:de|van|al|la))*[ ]"
    r"(?!(?:House|Team|Class|School|Room|Year|Group|Road|Street)(?!\w))[A-ZÀ-Þ][\w’'-]+"
    r"(?:,[ ](?P<comma>\d{1,3}),|[ ]\((?P<bracket>\d{1,3})\),?)"
    r"[ ](?:of|from|who|was|is|has|had|said|says|lives?|lived|works?|died)(?!\w)"
)
_RANGE_AFTER = re.compile(
    r"\s*(?:[-–+]|to\s+\d|and\s+(?:\d|under|over|above|below|up)|or\s+(?:\d|under|over|above|below|"
    r"older|younger)|&\s*\d|years?\s+(?:and|or|to|plus)|,\s*\d)",
    re.IGNORECASE,
)
_GROUP_BEFORE = re.compile(
    r"(?:children|pupils|students|boys|girls|kids|those|anyone|everyone|people|adults|learners|"
    r"reading|spelling|babies|toddlers|players|classes|all|from|under|over|between|ages?|minimum|"
    r"least|"
    r"\d[ ]?[-–to]{1,3})[ ]*\Z",
    re.IGNORECASE,
)
# `lost to a seven-year-old` tells nobody's age, `a seven-year-old, Amira K` does.
_ANYBODY_BEFORE = re.compile(
    r"(?<!\w)(?:to|by|with|than|like|as|for|of|your|about)[ ](?:an?|one|every|any|average)[ ]\Z"
    r"|(?<!\w)(?:any|every|(?:the|your) average|no)[ ]\Z",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?:,)?[ ](?:called|named|(?:pupil |boy |girl |child )?[A-ZÀ-Þ])|[ ]?[(:–—-]|,[ ](?:our|who)"
)
_THING_AFTER = re.compile(
    r"[ ](?:\w+[ ])?(?:building|school|tree|oak|tradition|house|church|company|charity|club|castle|"
    r"hall|bridge|festival|record|painting|fossil|book|story|play|photo\w*|film|nursery|museum|"
    r"law|rule|"
    r"policy|computer|laptop|bus|car|dog|cat|puppy|kitten|horse|pony|rabbit)s?(?!\w)",
    re.IGNORECASE,
)
_ANNIVERSARY_BEFORE = re.compile(
    r"(?:our|school's|nursery's|charity's|club's|nhs)[ ]*\Z", re.IGNORECASE
)
_BIRTHDAY_BEFORE = re.compile(r"birthday(?!s)[^.?\n]{0,40}[,!:–-][ ]\Z", re.IGNORECASE)


def ages(text: str) -> Iterator[Find]:
    """The age of one person: `aged 7`, `7-year-old`, `turns 8 today`, `8th birthday`, `I'm 34`."""
    for match in _AGE.finditer(text):
        written = next(match[group] for group in "abcdef" if match[group])
        years = _years(written)
        head, tail = text[max(0, match.start() - 20) : match.start()], text[match.end() :][:40]
        if match["today"] and not _BIRTHDAY_BEFORE.search(text[: match.start()][-50:]):
            continue
        if years > OLDEST or _GROUP_BEFORE.search(head):
            continue
        if match["aged"] and _RANGE_AFTER.match(tail):
            continue
        if match["old"] and _THING_AFTER.match(tail):
            continue
        if match["old"] and _ANYBODY_BEFORE.search(head) and not _NAMED_AFTER.match(tail):
            continue
        if match["birthday"] and (_ANNIVERSARY_BEFORE.search(head) or years == 0):
            continue
        yield Find(*match.span(), "age", None, str(years), rank=6)
    for match in (*_SAID.finditer(text), *_BESIDE_NAME.finditer(text)):
        group = match.lastgroup or ""
        years = _years(match[group])
        if 0 < years <= OLDEST:
            yield Find(*match.span(group), "age", None, str(years), rank=6)


def _years(written: str) -> int:
    if written.isdigit():
        return int(written)
    tens, ones = _TENS.split("|"), _WRITTEN.split("|")
    parts = re.split("[ -]", written.lower())
    return sum(
        (tens.index(part) + 2) * 10 if part in tens else ones.index(part) + 1 for part in parts
    )
