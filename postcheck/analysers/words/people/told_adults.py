"""Whether a text tells that whoever bears a full name is grown up, or lived long ago.

A child must not be lost for it: where words of childhood, prizes or play-acting stand near, the
softer signs (work in brackets, a workplace, a list under `Parents:`) say nothing.
"""

from __future__ import annotations

import re

from postcheck.analysers.words.people.grammar import WORKS

_FAR = 180
"""Code points on each side that are looked at."""

_OLD = r"(?:1[0-8]\d\d|19[0-4]\d)"
"""A year in which nobody was at school who is at school now."""
_LATER = r"(?:1[0-9]\d\d|20\d\d)"
_DIED = (
    r"(?:killed|died|fell (?:at|near|in)|buried|enlisted|executed|hanged|drowned|born|baptised|"
    r"christened|transported|emigrated|knighted|married)"
)
_DID = r"(?:invented|founded|designed|patented|opened|built|reigned|ruled|composed|published)"
_WARS = (
    r"(?:in action|of wounds|(?:Great|First World|Second World|Boer|Crimean) War|World War|"
    r"(?:Somme|Passchendaele|Ypres|Gallipoli|Jutland|Dunkirk|Normandy|Arras|Loos|Mons|Verdun|"
    r"Arnhem|Cambrai|Trafalgar|Waterloo|Western Front|Alamein)(?!\w))"
)
_WHO = (
    r"[ ,(]{1,3}(?:who )?(?:(?:served|fought|sailed|flew)[^.!?\n]{0,30} and )?"
    r"(?:was |were |had |had been )?"
)
_NO_TIMES = r"(?!\d\d\d[05][ ]?[-–—][ ]?\d\d\d[05](?!\d))"
"""Two numbers in fives are more likely the hours of a rota: 1400–1430."""
_DATES = re.compile(
    rf"[ ]?[(,][ ]?(?:c\. ?)?{_NO_TIMES}{_OLD}[ ]?[-–—][ ]?(?:c\. ?)?{_LATER}?(?!\d)"
    rf"|[ ]?[(,][ ]?{_NO_TIMES}19[5-6]\d[ ]?[-–—][ ]?{_LATER}(?!\d)"
    rf"|[ ]?[(,][ ]?(?:b\.|d\.|born|died)[ ](?:in )?{_OLD}(?!\w)"
)
_OF_THE_PAST = re.compile(
    rf"{_WHO}{_DIED}\b[^.!?\n]{{0,50}}?(?:\b{_OLD}(?![\w’'])|{_WARS})"
    rf"|{_WHO}{_DID}\b[^.!?\n]{{0,40}}? in (?:[A-Z][a-z]+ )?{_OLD}"
    r"(?=[.,;:)]|$| (?:and|when|with|to)\b)"
)
_ONCE = re.compile(
    rf",[ ](?:an?|the) (?:[\w-]+ ){{1,3}}who [^.!?\n]{{2,60}}? in (?:[A-Z][a-z]+ )?{_OLD}(?![\w’'])"
)
_RELIC = re.compile(
    r"(?<!\w)(?:tablets?|letters?|tombstones?|gravestones?|graves?|tombs?|diary|diaries|inscriptions?|"
    r"mosaics?|curses?|wills?|skeletons?|mummy|altars?|sarcophagus|scrolls?|ledgers?|chamber|villa)"
    r"(?: \w+)? (?:of|where|in which|on which|to|that)[ ]$",
    re.IGNORECASE,
)
_ANTIQUE = re.compile(
    r"(?<!\w)(?:Romans?|Roman[- ]\w+|Vindolanda|Hadrian[’']s Wall|Pompeii|Herculaneum|Pharaohs?|"
    r"Egyptians?|Vikings?|Saxons?|Anglo-Saxons?|Normans|medieval|Tudors?|Stuarts|Georgians?|"
    r"Victorians?|Bronze Age|Iron Age|\d{1,2}th[- ]century|archaeologists?)(?!\w)"
)
_MADE_NOW = re.compile(
    r"(?<!\w)(?:made(?! of)|drew|drawn|painted|designed|baked|built|glued|our own|copied|invented|"
    r"wrote for)(?!\w)",
    re.IGNORECASE,
)
_IN_CLASS = re.compile(
    r",?[ ]\(?(?:of |in |from )?(?:Year|Class|Reception|Y\d|\d{1,2}[A-F]\b|aged)"
)
_AGED = re.compile(
    r",[ ](?:aged|now|who is|who turned)[ ](?:2[1-9]|[3-9]\d|10\d)(?![\w%])"
    r"|[ ]\(aged (?:2[1-9]|[3-9]\d|10\d)\)"
    r"|,[ ](?:[3-9]\d|10\d),[ ](?:who|of|from|a|our|one)[ ]"
)
_RANK = re.compile(
    r"(?<!Drum )(?<!\w)(?:Private|Pte|Corporal|L/?Cpl|Cpl|Sergeant|Sgt|Lieutenant|Lt|Major|Colonel|"
    r"Brigadier|Gunner|Rifleman|Sapper|Trooper|Fusilier|Guardsman|Bombardier|Able Seaman|Stoker|"
    r"Flying Officer|Pilot Officer|Squadron Leader|Wing Commander|Air Commodore)\.?[ ]$"
)
_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|gran|granny|grandma|grandad|granddad|grandpa|grandmother|"
    r"grandfather|nan|nana|nanna|aunt|auntie|aunty|uncle|husband|wife|stepdad|stepmum)"
)
_RELATED = re.compile(
    rf"(?:[’']s?|\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|[Mm]y))[ ](?:\w{{3,10}}[ ])?{_KIN},?[ ]$"
    r"|(?<!\w)(?:Grandma|Granny|Grandad|Granddad|Grandpa|Nana|Nanna|Auntie|Aunty|Uncle)[ ]$"
)
_APPLY = re.compile(
    r"(?:\b(?:apply|applications?|application forms?|CVs?|cover(?:ing)? letters?)[ ](?:\w+[ ])?to|"
    r"\binformal (?:chat|conversation|visit|discussion|talk)[^.!?\n]{0,25}?"
    r"(?:with|contact|call|ring|phone|email|to))[ ]$",
    re.IGNORECASE,
)

_GROUPS = (
    r"(?:parents|parent (?:reps|governors|helpers)|governors|trustees|"
    r"(?:trainee|student|supply) teachers|teaching assistants|apprentices|health visitors|"
    r"(?:midday|lunchtime) supervisors|councillors|firefighters|paramedics|grandparents|"
    r"(?:\w+ )?coaches|(?:artists|musicians|poets|writers|scientists)[ -]in[ -]residence|"
    r"interpreters at parents[’'] evening)"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_NAMES = (
    rf"(?:(?:{_NAME}(?: {_NAME}){{1,3}}|[A-Z]{{1,2}}\d?)"
    r"(?: \([^()\n]{1,25}\)| on [a-z ]{2,20}?)?"
    r"(?:, and |, | and |; )){0,12}(?:and |Y[R\dN]\d? )?"
)
_HEADED = re.compile(
    rf"(?:^|[.!?:\n–—]\s*|\b[Oo]ur |\b[Tt]wo |\b[Tt]hree |\b[Nn]ew )(?i:{_GROUPS})"
    rf"(?:[ ][^.!?:,\n]{{1,30}})?(?:(?::|,| are| were)[ \n]|[ ]){_NAMES}$"
)
_ITEM_ENDS = re.compile(r"[ ]*(?:[,;.(\n]|$|(?:and|on|came|ran|led|helped|joined)(?!\w))")
_ARE_OURS = re.compile(
    rf"(?:,? and {_NAME}(?: {_NAME}){{1,2}})?,? (?:are )?our (?:\w+ ){{0,3}}?(?i:{_GROUPS})(?!\w)"
)
_GUIDED = re.compile(r"\bour (?:\w+ )?(?:guide|driver|instructor|accompanist)[,:]?[ ]$")
_POST = re.compile(
    r"\b(?:head of [a-z]+|teacher|caretaker|cook|nurse|librarian|bursar|receptionist|chaplain|"
    r"manager|minister|vicar)[ ](?:is|will be|was)(?: called)?[ ]$"
)
_IN_BRACKETS = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ur)[ ](?:[\w-]+[ ])?(?P<work>[a-z]{3,})[ ]\($")

_WORKPLACE = (
    r"(?:post office|police(?: station)?|fire (?:station|service|brigade)|"
    r"fire and rescue(?: service)?|ambulance service|librar(?:y|ies)|bakery|butcher[’']?s|"
    r"greengrocer[’']?s|barber[’']?s|hairdresser[’']?s|florist[’']?s|garage|bank|building society|"
    r"chemist[’']?s|pharmacy|surgery|vet[’']?s|council|museum|observatory|wildlife trust|"
    r"nhs(?: trust)?|rnli|rspb|rspca|nspcc|red cross|st john ambulance|royal british legion|"
    r"rotary(?: club)?|coastguard|royal navy|raf|network rail|environment agency|water|ltd|"
    r"solicitors|builders|credit union|citizens advice|food ?bank|orchestra|estate agents?)"
)
_WORKS_AT = re.compile(
    rf"(?:,? and {_NAME}(?: {_NAME}){{1,2}})?,?[ ]"
    r"(?:(?:both )?(?:of|from)[ ](?!school\b)(?:the |our local |your local )?|\()"
    rf"(?:[A-Z][\w’'&-]*[ ]){{0,4}}(?i:{_WORKPLACE})"
    r"(?=[ ]*[,.;:!?)\n]|$|[ ](?:who|for|and|came|comes|showed|visited|brought|told|gave|has|is|"
    r"was|will|retires?|retired|joined|spent|talked|spoke|read|helped|let|[a-z]{3,}ed)(?!\w))"
)
_WROTE = re.compile(r"[’']s (?:The|A|An|On|My|How|Mr|Mrs|Miss) [A-Z]")
"""Whoever a title with an article belongs to has written or painted it."""
_LEAVES = re.compile(r"(?:[ ][^.!?\n]{0,40}?)?[ ]retires(?!\w)")

_YOUNG = re.compile(
    r"(?<!\w)(?:pupils?|students? (?!teacher)|class(?:mate)?s?|year (?:\d|seven|eight|nine|ten)|"
    r"reception|daughter|son|sister|brother|twins?|aged? (?:\d|1\d)|winners?|won|wins|"
    r"prizes?|awards?|well done|congratulations|captain|prefects?|squad|scored|young|junior|"
    r"cadets?|ccf|former|birthday|goes to|of the (?:day|week|month|term))(?!\w)",
    re.IGNORECASE,
)
_PRETENDS = re.compile(
    r"(?<!\w)(?:cadets?|ccf|dress(?:ed|ing)?|costumes?|play(?:ed|s|ing)? (?:by|the|a)|"
    r"(?:our|school|class|the|a) play|plays|panto\w*|roles?|cast|acted|drama|pretend\w*|stars? as|"
    r"future|when (?:he|she|they) grows?)(?!\w)",
    re.IGNORECASE,
)


def told_grown_up(text: str, start: int, end: int) -> bool:
    """Whether the words around a full name tell that a grown-up bears it."""
    head, tail = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    near = _sentence(head, tail)
    if _RELATED.search(head) or _APPLY.search(head) or _DATES.match(tail):
        return True
    if _PRETENDS.search(near):
        return False
    begun = f"{head}{text[start:end].partition(' ')[0]} "
    if _RANK.search(head) or _RANK.search(begun):
        return True
    if _OF_THE_PAST.match(tail) or _ONCE.match(tail) or _AGED.match(tail):
        return True
    return _on_a_relic(head, tail) or (not _YOUNG.search(near) and _softly(head, tail))


def _on_a_relic(head: str, tail: str) -> bool:
    """Whether the name stands on a tomb, tablet or mosaic of old, which no child of today made."""
    if not _RELIC.search(head) or _IN_CLASS.match(tail):
        return False
    old = _ANTIQUE.search(head) or _ANTIQUE.search(tail)
    return old is not None and not _MADE_NOW.search(_sentence(head, tail))


def _softly(head: str, tail: str) -> bool:
    work = _IN_BRACKETS.search(head)
    if work and work["work"] in WORKS and tail[:1] == ")":
        return True
    if _GUIDED.search(head) or _POST.search(head):
        return True
    if _ITEM_ENDS.match(tail) and _HEADED.search(head):
        return True
    return any(pattern.match(tail) for pattern in (_ARE_OURS, _WORKS_AT, _LEAVES, _WROTE))


def _sentence(head: str, tail: str) -> str:
    """What stands in one sentence with the name."""
    begin = max(head.rfind(mark) for mark in (". ", "! ", "? ", "\n"))
    ends = [place for mark in (". ", "! ", "? ", "\n") if (place := tail.find(mark)) >= 0]
    return head[begin + 1 :] + " " + tail[: min(ends, default=len(tail))]
