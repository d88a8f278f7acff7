"""Passwords, join codes, network keys, and network addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import Find, before, words

_NAMES = (
    r"pass[ -]?(?:word|code|phrase|key)|passwd|pwd|(?<!hours[ ])(?<!hrs[ ])(?<!\d[ ])pw|"
    r"pin(?:[ ](?:code|number|no))?|network[ ]key|"
    r"wi-?fi(?:[ ](?:key|code|password|passcode))?|meeting[ ]?id|"
    r"(?:join(?:ing)?|class(?:room)?|game|meeting|blooket|gimkit|quizizz|quizlet(?:[ ]live)?|"
    r"menti|nearpod|socrative|access|entry|door|gate|key[ ]?safe|alarm|"
    r"log-?in|invit(?:e|ation)|kahoot|zoom|meet|teams|dojo|seesaw|security|parent|learning|"
    r"student|pupil|family|activation|registration|tapestry)[ ]"
    r"(?:code|pin|id|password|passcode)"
)
_SECRET = re.compile(
    rf"(?<!\w)(?!WIFI:[TSPHR]:)(?P<name>{_NAMES})(?!\w)(?:[ ]for[ ][\w ]{{2,25}}?(?=[ ]*[:=]|"
    rf"[ ]is[ ])|[ ]for[ ][\w ]{{2,25}}?)?"
    r"(?P<link>[ ]*(?::|=|->|→|–|-|\bis\b:?|\bwill[ ]be\b)[ ]*|[ ]+)"
    r"(?P<quote>[\"'“‘`]?)(?!(?:password|passcode|passphrase|code|pin|key)(?!\w))"
    r"(?P<value>\d{3}[ ]\d{3,4}(?:[ ]\d{3,4})?(?!\w)|[^\s\"'“”‘’`,;]{3,64})",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?<!\w)(?:join(?!ed)|classroom|seesaw|kahoot|dojo|tapestry|log[ -]?in|sign[ -]?in)(?!\w)"
    r"[^.!?\n]{0,40}?(?<!\w)code(?!\w)[ ]*(?:is[ ]|[:=–-])?[ ]*(?P<value>[A-Za-z0-9-]{4,24})(?!\w)",
    re.IGNORECASE,
)
_MEETING_NUMBER = re.compile(
    r"(?<!\w)(?:zoom|webex|teams|meeting)(?:[ ](?:id|call|number|meeting|no))?(?:[ ]is)?[: ]{1,2}"
    r"(?P<value>[1-9](?:\d{8,10}|\d\d[ -]\d{3,4}[ -]\d{3,4}))(?![\w-])",
    re.IGNORECASE,
)
_USER_BEFORE = re.compile(
    r"(?:user[ ]?name|log[ -]?in|user)[ :]+(?!and\b|or\b)\S{2,30}[ ,/&]+(?:and[ ]|with[ ])?\Z",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<!\w)(?:log[ -]?ins?|user[ ]?names?|usernames?|account|wi-?fi(?:[ ]name)?|"
    r"network)(?:[ ]details)?"
    r"(?:[ ]*(?::|=|->|\bis\b|\bare\b)[ ]*|[ ](?=\S*[\d._]))"
    r"(?P<user>\S{2,40}?)[ ]*(?:/|\||,|[ ]and[ ]|[ ]-[ ])[ ]*(?P<value>[^\s\"'“”‘’`,;/|]{4,40})",
    re.IGNORECASE,
)
_USER_AND_SHORT = re.compile(
    r"(?<!\w)(?:user(?:[ ]?name)?|log[ -]?in|acc(?:ount)?)(?:[ ](?:is|name[ ]is)[ ]|[ :=]+)"
    r"(?!and\b|or\b)\S{2,40}[ ,/&]+"
    r"(?:and[ ]|with[ ])?(?:(?:the|my)[ ])?"
    r"(?:(?:pw|pwd|pword)[ ]*[ :=]|pass[ ]*[:=]|pass(?:[ ]is)?[ ](?=\S*\d|[a-z]{4,20}(?:[.\n]|"
    r"$)))[ ]*"
    r"(?P<value>[^\s\"'“”‘’`,;/|]{4,40})",
    re.IGNORECASE,
)
# Where one gets in is told first, and what is typed there later, by no name.
_TYPED = re.compile(
    r"(?<!\w)(?:wi-?fi|internet|online|network|hotspot|log(?:ged|ging)?[ -]?(?:in|on)|"
    r"sign[ -]?in|streaks?|accounts?|chromebooks?|tablets?|laptops?)(?!\w)[^\n]{0,90}?(?<!\w)"
    r"(?:type(?:[ ]in)?|enter|(?:key|tap|put|pop)[ ]in|and[ ]then|then|followed[ ]by)[ ]+"
    r"[\"'“‘`]?(?P<value>(?![@#]|"
    r"\d+[A-Za-z]+\b)(?=\S*[A-Za-z]{3})(?=\S*\d{2})[\w!@#$%^&*+=~?.-]{6,40})",
    re.IGNORECASE,
)
_SHORT_NAMES = re.compile(r".*pin|(?:alarm|door|gate|entry|key|access|security)\b", re.IGNORECASE)
_WORDS_FOR_WORDS = (
    "pass",
    "pw",
    "wi",
    "meeting pass",
    "zoom pass",
    "meet pass",
    "teams pass",
    "log",
)
_TRAILING = ".!?)]}…"
_CODE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])\S{4,}\Z|\d{4,12}\Z|\d{3} \d{3,4}(?: \d{3,4})?\Z")
_ODD = re.compile(r"\S*[a-z]\S*[A-Z]\S*\Z|\S*[A-Za-z]\S*[!@#$%^&*_+=~]\S*\Z")
_REST_OF_LINE = re.compile(r"[ ]*(?:$|\n|[|/,;()]|[.!?](?:\s|$))")
_NO_SECRET = words(
    r"please|never|not|required|protected|needed|below|above|available|reset|sent|see|ask|"
    r"your|the|and|here|tbc|tba|none|n/a|secure|safe|strong|private|secret|emailed|coming|"
    r"soon|changed|different|important|free|protect",
    r"from|for|in|on|at|to|of|with|when|will|would|that|which|if|so|then|before|after|we|it|you|"
    r"they|"
    r"i|is|are|was|has|have|had|can|does|do|but|or|as|by|because|this|these|those|there|a|an|be",
    r"simple|easy|hard|new|old|same|confidential|wrong|right|correct|incorrect|missing|hidden|"
    r"unknown|"
    r"shared|weak|long|short|case|sensitive|unchanged|broken|enough|ready|needed|fine|ok|okay|lost|"
    r"forgotten|gone|out|off|on|up|down|inside|attached|displayed|given|known|kept|sorted|unique|"
    r"personal|always|only|just|still|now|also|very|too|really|back|available|office|reception|"
    r"teacher|"
    r"[a-z]{2,}(?:ed|ing|ly|able)",
)
_IN_COMPANY = words(
    r"meeting[ ]?id|zoom|teams|google meet|user ?name|log[ -]?ins?|log(?:ged)? (?:in|on)|wi-?fi|"
    r"network|"
    r"hotspot|meeting|tablets?|ipads?|laptops?|chromebooks?|accounts?|id|online|website|"
    r"members? area|"
    r"gallery|[a-z]{3}-[a-z]{4}-[a-z]{3}|\d{3} \d{3,4} \d{3,4}"
)
"""What a plain word opens, where it is called a password."""
_SPELT = re.compile(
    r"[ ]?[(,–-]?[ ]?(?:all )?(?:(?:in )?(?:small|lower)|lower ?case|one word|no (?:caps|"
    r"capitals|spaces)|"
    r"capital|with a (?:capital|big))\b",
    re.IGNORECASE,
)
_IN_LINK = re.compile(
    r"[?&#;](?:pwd|passcode|password|passwd|cjc|pin|tk|token|joincode)=(?P<value>[^&#\s\"'<>]{3,})"
    r"|meet\.google\.com/(?P<meet>[a-z]{3}-[a-z]{4}-[a-z]{3})"
    r"|(?:zoom\.us|zoom\.com)/(?:j|w|my|s)/(?P<zoom>[\w.]{5,})"
    r"|teams\.(?:microsoft|live)\.com/(?P<teams>(?:l/meetup-join|meet)/[^\s?#]{5,})"
    r"|classroom\.google\.com/c/(?P<room>\w{6,})",
    re.IGNORECASE,
)
_NETWORK = re.compile(r"WIFI:(?:[^;\n]{0,99};){0,6}?P:(?P<value>(?:\\.|[^;\\\n])+)")

_IPV4 = re.compile(r"(?<![\w.:/-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)")
_IPV6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)
_VERSION_WORDS = words(
    "v", "ver", "version", "release", "section", "clause", "chapter", "firmware", "update"
)
_NETWORK_WORDS = words("ip", "ip address", "server", "router", "network", "host", "gateway", "dns")


def passwords(text: str) -> Iterator[Find]:
    """Passwords, passcodes, join codes, meeting links and network keys."""
    for match in _SECRET.finditer(text):
        if find := _secret(text, match):
            yield find
    yield from _pairs(text)
    for match in _TYPED.finditer(text):
        value = match["value"].rstrip(_TRAILING)
        start = match.start("value")
        yield Find(start, start + len(value), "password", None, value, 2, in_link=True)
    yield from _codes(text)
    if "=" in text or "/" in text:
        for match in _IN_LINK.finditer(text):
            group = match.lastgroup or "value"
            yield Find(*match.span(group), "password", None, match[group], rank=1, in_link=True)
    if "WIFI:" in text:
        for match in _NETWORK.finditer(text):
            yield Find(*match.span("value"), "password", None, match["value"], rank=0, in_link=True)


def _codes(text: str) -> Iterator[Find]:
    """What one joins with: `classroom … code b4kd9xz`, `Zoom 844 2210 9035`."""
    for match in _JOINED.finditer(text) if "code" in text.lower() else ():
        value = match["value"]
        if _CODE.match(value) and not (value.isdigit() and len(value) < 5):
            yield Find(*match.span("value"), "password", None, value, rank=2)
    for match in _MEETING_NUMBER.finditer(text):
        yield Find(*match.span("value"), "password", None, match["value"], rank=2)


def _pairs(text: str) -> Iterator[Find]:
    """The password after a name: `login: oak1 / Blue1234`, `user oak1 pw treehouse`."""
    for pattern in (_USER_AND_SHORT, _PAIR):
        for match in pattern.finditer(text):
            value = match["value"].rstrip(_TRAILING)
            if pattern is _PAIR:
                # a plain word is one where the name before it is no word
                plain = not match["user"].isalpha() and bool(_REST_OF_LINE.match(text, match.end()))
                plain = plain and len(value) > 3 and not _NO_SECRET.fullmatch(value)
                secret = "@" not in value and bool(plain or _CODE.match(value) or _ODD.match(value))
            else:
                secret = len(value) > 3 and not _NO_SECRET.fullmatch(value)
            if secret:
                start = match.start("value")
                yield Find(start, start + len(value), "password", None, value, 1, in_link=True)


def _secret(text: str, match: re.Match[str]) -> Find | None:
    """The value after the word, where it can be one: not `password is important`."""
    value = match["value"].rstrip(_TRAILING) or match["value"]
    end = match.start("value") + len(value)
    if len(value) < 3 or "://" in value or "&#" in value or _NO_SECRET.fullmatch(value):
        return None
    link = match["link"].strip().lower()
    quoted = bool(match["quote"])
    coded = _CODE.match(value) is not None
    if not link:
        sure = coded and (
            not value.isdigit() or len(value) >= 5 or bool(_SHORT_NAMES.match(match["name"]))
        )
        sure = sure or _USER_BEFORE.search(text[: match.start()][-60:]) is not None
    elif link.startswith(("is", "will")):
        sure = coded or quoted or bool(_ODD.match(value)) or (value.isupper() and len(value) > 3)
    else:
        sure = coded or quoted or bool(_ODD.match(value)) or bool(_REST_OF_LINE.match(text, end))
    if link == "-" and not coded:
        sure = False
    sure = sure or _plain_word(text, match, end)
    if not sure:
        return None
    return Find(match.start("value"), end, "password", None, value, rank=1, in_link=True)


def _plain_word(text: str, match: re.Match[str], end: int) -> bool:
    """Whether even a plain word is a secret, by what it opens or how it is typed."""
    value = text[match.start("value") : end]
    name, link = match["name"].lower(), match["link"].strip().lower()
    if not value.isalpha() or len(value) < 4 or not name.startswith(_WORDS_FOR_WORDS):
        return False
    if _SPELT.match(text, end):
        return True
    if not _REST_OF_LINE.match(text, end) and text[end : end + 5] not in (" and ", " then"):
        return False
    told = text[: match.start()].endswith((", ", "/ ", "with "))
    if not link and name.endswith("password") and "wi" not in name and not told:
        return False
    around = text[max(0, match.start() - 60) : match.start("value")], text[end : end + 40]
    return any(map(_IN_COMPANY.search, around))


def network_addresses(text: str) -> Iterator[Find]:
    """IPv4 and IPv6 addresses; neither versions nor numbered paragraphs."""
    for match in _IPV4.finditer(text):
        numbers = match.group().split(".")
        announced = before(text, match.start(), _NETWORK_WORDS, 25)
        if not announced and (
            before(text, match.start(), _VERSION_WORDS, 15) or all(len(n) == 1 for n in numbers)
        ):
            continue
        valid = all(int(number) < 256 for number in numbers)
        if valid or announced:
            yield Find(*match.span(), "ip-address", valid, match.group(), rank=2)
    if text.count(":") < 2:
        return
    for match in _IPV6.finditer(text):
        written = match.group()
        if "::" not in written and written.count(":") < 7:
            continue
        try:
            address = ipaddress.IPv6Address(written)
        except ValueError:
            continue
        if len(written) > 4:
            yield Find(*match.span(), "ip-address", True, address.compressed, rank=2)
