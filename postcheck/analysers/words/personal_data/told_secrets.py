"""Passwords and codes that are told in the course of a sentence, known by their shape.

`passwords` of `secrets` reads a value behind its name (`password: Blue1234`). People also write
“you get in with otter-22-kite” or “its lola14 then biscuit88”: here the shape of the word, a word
of entry nearby and the word before it tell that it opens something. Codes for shops and advice on
passwords have such shapes too; the words of their sentence show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import Find, words

_TOKEN = re.compile(r"(?<![\w@#/£$€.:&=%+-])[A-Za-z0-9][\w!#$%^&*+=~?.-]{4,40}")
_TRAILING = ".!?-_…"
_END = re.compile(r"[.!?…]+(?=\s|$)|\n")
_MIXED = re.compile(r"(?=\D*\d)(?=[^A-Za-z]*[A-Za-z]).{5,}")
_ORDINARY = re.compile(
    # times, measures and ordinals
    r"(?:\d[\d.,-]*(?:am|pm|st|nd|rd|th|[smkhglpxvc]|km|cm|mm|kg|mg|ml|mins?|secs?|hrs?|hours?|ish|"
    r"mph|bn|gb|mb|kcal|yrs?|ft|in|miles?|minutes?|metres?|points?|degrees?)-?)+"
    # classes, rooms, teams and the like, with their number
    r"|(?:years?|yr|class|room|form|group|team|under|over|unit|page|number|level|day|week|bus|door|"
    r"top|covid|euro|radio|web|channel|stage|section|part|block|hall|pitch|gate|platform|grade|"
    r"paper|chapter|episode|season|round|lane|race|bib|route|appendix)-?\d{1,4}[a-z]{0,2}"
    r"|[a-z]\d-(?:size|level|format|paper)\w*"
    # what is counted or aged: 5-a-side, 10-year-old
    r"|\d+-(?:year|a|day|week|minute|mile|page|piece|hour|month|way|seater|plus|foot|metre)\b.*"
    r"|(?:20|19)\d\d[-/]\w+|(?-i:[A-Z]{1,2}\d{1,2}[A-Z]?\d[A-Z]{2})|\d+(?:to|x|v|vs|and)\d+"
    r"|.*\.(?:mp[34]|jpe?g|png|pdf|docx?|xlsx?|m4a|wav)",
    re.IGNORECASE,
)
_BRAND = re.compile(r"[A-Z][a-z]+[24][A-Z]?[a-z]+")
_PARTED = re.compile(r"[a-z]{3,12}-(?!(?:for|and|the|but|off|out|not)-)[a-z]{3,12}-[a-z]{3,12}")
# What a machine drew by lot holds letters that no English word has beside each other.
_DRAWN = re.compile(
    r"(?!.*(.)\1\1)(?=.*(?:q(?!u)|j[b-df-hj-np-tv-z]|v[bcdfghjkmnpqtwxz]|x[jkqvz]|k[jqvxz]|"
    r"[bcdfgjkmpqtvwz]x|z[bcdfgjkpqrsvx]|(?<![a-z])[b-df-hj-np-tv-xz]+(?![a-z])))"
    r"(?:[a-z]{5,8}|[a-z]{3}-[a-z]{4}-[a-z]{3})"
)

_ENTRY = words(
    r"(?:get|gets|getting|got|gotten|let|lets|letting|log|logs|logged|logging|sign|signs|signing|"
    r"hop|jump|come|pop|go|going)(?: (?:yourself|yourselves|you|them|us|everyone|everybody))? "
    r"(?:back )?(?:in|on|into|onto|inside)",
    r"log-?ins?|log-?ons?|(?:pass ?)?(?:word|phrase|code|key)s?(?:'s|’s)?|pass(?= is|'s|’s|=|:)|"
    r"pw|pwd",
    r"gates?|doors?|alarms?|barriers?|locks?|safes?|trolleys?|key ?safes?|key ?box|lock ?box|"
    r"codes?",
    r"pins?|combination|wi-?fi|hotspot|keypads?|padlocks?|unlocks?|unlocked|"
    r"opens?(?: \w+){0,3} with|join(?:s|ing)?",
    r"type|paste|enter|(?:put|key|tap|punch|pop) in|meetings?|"
    r"(?:remote|online|video) (?:lesson|call)s?|"
    r"(?:on|over|via|into|in|open) (?:google )?(?:meet|zoom|teams|classroom|"
    r"seesaw|kahoot|blooket|showbie)|"
    r"(?:meet|zoom|teams|classroom|seesaw|kahoot|blooket) (?:needs|wants|takes|asks for)",
    r"guest network|networks?|(?:server|realm|room|world) is|accounts?|accs?|users?(?:name)?",
    r"(?:do|finish|feed|keep|play|collect|water|level up|look after|run|carry on)(?: up)? my",
)
_NAMED = re.compile(
    r"(?:pass ?(?:word|phrase|code|key)|pw|pwd|pass|pin|log-?in|"
    r"(?:class|room|join(?:ing)?|game|door|gate|entry|lobby|meeting|wi-?fi|quiz|server|invite) "
    r"(?:code|key|pin))(?:'s|’s)?\b[^.!?\n]{0,36}\Z",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:\b(?:is|are|was|its|it(?:'s|’s)|with|using|uses?|types?|enter|in|then|needs?|wants?|"
    r"takes|as|"
    r"code|codes|password|key|pass|pw|pwd|pin|still|now|always|ever|before|usual|again|remains|"
    r"been|"
    r"says|by|just|put|paste|pop|tap|try|word|words|phrase|stays)|"
    r"user(?:name)? \S{2,24} and|['’]s|[:=>–-]) ?[\"'“‘`(]?\Z",
    re.IGNORECASE,
)
_MEETING = re.compile(r"[a-z]{3}-[a-z]{4}-[a-z]{3}")
_MEETING_NAMED = re.compile(
    r"(?<!dress )(?<!cheat )\bcodes?\b|(?:google|on|over|into|to|join|via) meet\b|\bmeet:|"
    r"\bmeeting\b|\bcalls?\b",
    re.IGNORECASE,
)
_NAME_BEFORE_SECRET = re.compile(
    r"[\"'”’`,]{0,2} ?(?:(?:and|n|&) )?(?:(?:the|then|its|it's|my|with) ){0,2}"
    r"(?:then\b(?= \S*[\d_!@#$%])|pass|pw|pwd|key\b|code\b)"
    r"|[ /|,]{1,3}(?:(?:and|n|&) )?(?:it['’]?s )?(?=[A-Za-z!_.]{3,20}\d)(?<=[/|s] )",
    re.IGNORECASE,
)
_CODE_NAMED = re.compile(r"\b(?:code|key)s?(?: is|['’]s|:)?[ ]?[\"'“‘]?\Z", re.IGNORECASE)
"""A code that comes before a passcode is a secret as well, and no user's name."""
_FOR_SHOPS = words(
    r"discount\w*|\d+ ?% off|half price|vouchers?|promo\w*|sale|checkout|offers?|orders?|product|"
    r"item|"
    r"style|stock|catalogue|sku|raffle|bib|book ?fair|postage|delivery|basket|sizes?|model|"
    r"postcode|"
    r"at the till|shoe shop|gift aid|donat\w+|referrals?|coupons?|worksheet|serial|part number|"
    r"isbn",
    r"\d+ ?(?:%|per ?cent|pounds?)",
)
_PERCENT = re.compile(r"\d ?%|£\d+ off")
_ADVICE = words(
    r"(?:like|such as)(?= [\"'“‘]?\S*\d)|for example|e\.g|never (?:use|pick|choose|make)|"
    r"instead of|"
    r"rather than|(?:better|safer|stronger|weaker|worse) than|weak(?:est)?|stronger|strong|"
    r"guess\w*|"
    r"crack\w*|most (?:used|common|popular)|(?:don['’]?t|do not) (?:ever )?(?:use|pick|choose)|"
    r"imagine|"
    r"made[- ]up|pretend|escape room|treasure hunt|cipher|decod\w+|hacked in|bad passwords?",
)
_NUMBER = re.compile(
    r"(?<!\w)(?:"
    r"(?:door|gate|entry|class|classroom|room|game|join(?:ing)?|key ?safe|alarm|lock|padlock|"
    r"keypad|"
    r"wi-?fi|meeting|quiz|kahoot|lobby) (?:code|pin|number|combination)(?:'s|’s| is| was|:)"
    r"(?: still| now| always| just){0,2}"
    r"|(?<!sort )(?<!area )(?<!dialling )(?<!zip )(?<!post )(?<!postal )"
    r"(?:code|pin|combination)(?: (?:for|to|on) [\w' ]{3,28}?)?"
    r"(?: is|:)(?: still| now| always| just){0,2}"
    r"|(?:punch|key|tap|type|enter|pop|put)(?: in)?(?= [\d ]{4,9} (?:in|into|on|at) (?:the |its )?"
    r"(?:keypad|door|gate|lock|start|box|first|home|login))"
    r"|(?:doors?|gates?|padlock|lock|key ?safe|trolley|cupboard|shed|store|keypad|cabinet)\b"
    r"[^.!?\n]{0,24} (?:opens?|unlocks?|works) with"
    r"|(?:kahoot|blooket|gimkit|quizizz|menti|mentimeter|zoom|seesaw|classroom)\b[^.!?\n]{0,40} "
    r"(?:put|key|tap|type|punch|pop|enter)(?: in)?"
    r"|(?:keypads?|padlocks?|door code|key ?safe|gate code) (?:takes|wants|needs)"
    r"|(?:gate|door|alarm|padlock|key ?safe|key ?pad|key ?box|lock ?box|barrier|shed|store|"
    r"cupboard|lock|safe|trolley)"
    r"(?: lock| code)?(?: (?:is|now|was|changed to|changes to|set to|still|by the \w+|on the \w+|"
    r"at the \w+)){0,2}[,:]?(?! (?:19|20)\d\d\b)"
    r"|code(?= \d{4,8} (?:on|at|into|in) the )"
    r"|(?:hop|jump|get|log|pop|join|let yourself|let yourselves)(?: in| on)? with(?: code| pin)?"
    r") (?P<value>\d{3} \d{3,4}|C?\d{4,9}[XYZ]?|\d(?:[- .]\d){3,5})(?![\w£%-]|[.,]\d| (?:points|"
    r"people|others|friends|"
    r"pounds))",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?<!\w)(?i:(?:home|class|family|pupil|student|parent|join|learning|seesaw|dojo) code)"
    r"(?: (?i:for) [\w' ]{3,24}?)?(?:(?: (?i:is)|:)? (?P<value>[A-Z]{4}[ -][A-Z]{4})|(?: (?i:is)|"
    r":) (?P<one>[A-Z]{6,8}))(?!\w)"
)
_THREE = r"(?P<value>[a-z]{3,12} [a-z]{3,12} [a-z]{3,12})"
_PHRASES = (
    re.compile(
        rf"(?<!\w)(?:pass ?phrase|three (?:\w{{3,8}} )?words)(?: is|['’]s| are|[:,])"
        rf"(?: still| now)? [\"'“‘]?(?!not\b|the\b|a\b|your\b|in\b){_THREE}(?!\w)",
        re.IGNORECASE,
    ),
    # plain words are a secret where the writer says how they are to be typed
    re.compile(
        rf"(?<!\w)(?:get in with|log (?:in|on) with|type|is|['’]s|:) [\"'“‘]?{_THREE}"
        r"[\"'”’]?(?=[ ,(]{1,3}(?:lol |haha )?(?:\(?all )?(?:one word|(?:in )?small letters|"
        r"lower ?case|"
        r"no (?:spaces|capitals|gaps)|together|in one))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:log|sign|get) (?:in|on)[^.!?\n]{0,30} as \S{2,30} (?:with|and)(?: the)? "
        r"(?:password|pass|passcode) [\"'“‘]?(?P<value>(?!and\b|that\b|from\b|on\b|in\b|"
        r"you\b)\w{4,24})(?!\w)",
        re.IGNORECASE,
    ),
)


def told_secrets(text: str) -> Iterator[Find]:
    """Passwords and codes that stand in a sentence by no name, each by itself."""
    if not _ENTRY.search(text):
        return
    start, before = 0, 0
    for stop in (*(match.end() for match in _END.finditer(text)), len(text)):
        if stop > start:
            yield from _in_sentence(text, before, start, stop)
            before, start = start, stop


def _in_sentence(text: str, before: int, start: int, stop: int) -> Iterator[Find]:
    """The secrets of one sentence. What opens may have been told in the sentence before it."""
    sentence = text[start:stop]
    if not _ENTRY.search(text[before:stop]) or any(
        pattern.search(sentence) for pattern in (_FOR_SHOPS, _PERCENT, _ADVICE)
    ):
        return
    for pattern in (_NUMBER, _CAPITALS, *_PHRASES):
        for match in pattern.finditer(text, start, stop):
            yield _find(*match.span(match.lastgroup or "value"), text)
    told: set[int] = set()
    for match in _TOKEN.finditer(text, start, stop):
        value = match.group().rstrip(_TRAILING)
        end = match.start() + len(value)
        lead = text[start : match.start()]
        if not _shaped(value) or (
            _NAME_BEFORE_SECRET.match(text, end) and not _CODE_NAMED.search(lead)
        ):
            continue
        # a list of codes goes on without a word between: “for Oak 9kk4wp”
        if len(value) in told or _led(lead, value):
            told.add(len(value))
            yield _find(match.start(), end, text)


def _led(lead: str, value: str) -> bool:
    """Whether what stands before a word in its sentence hands it over as what opens something."""
    linked = _LINK.search(lead) is not None
    if _BRAND.fullmatch(value):  # names of firms and campaigns look so as well: Kids4Kids
        return _NAMED.search(lead) is not None
    if _MEETING.fullmatch(value) and _MEETING_NAMED.search(lead[-60:]):
        return linked
    if _DRAWN.fullmatch(value) or _MIXED.match(value):
        return linked or _NAMED.search(lead) is not None
    return linked and (
        _NAMED.search(lead) is not None
        or lead.lower().rstrip(" '\"“‘").endswith(("with", "type", "enter"))
    )


def _shaped(value: str) -> bool:
    """Whether a word looks as if a machine or a rule for passwords had asked for it."""
    if _PARTED.fullmatch(value) or _DRAWN.fullmatch(value):
        return True
    return _MIXED.match(value) is not None and not _ORDINARY.fullmatch(value)


def _find(start: int, end: int, text: str) -> Find:
    return Find(start, end, "password", None, text[start:end], rank=3)
