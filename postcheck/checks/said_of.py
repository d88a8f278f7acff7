"""Whether words that run somebody down are said of a person, by the grammar of their sentence."""

from __future__ import annotations

import re

from postcheck.checks.case import Case
from postcheck.checks.nearby import SENTENCE_END
from postcheck.facts.model import Fact

STANDS_FOR_SOMEBODY = ("somebody", "own-colleagues", "own-parents", "person-by-role")
"""The categories of words that stand for a person as a name does."""
_PREDICATE = re.compile(
    # verbs that say how somebody is, and what goes with them
    r"\b(?:is|was|are|were|r|be|been|being|has|have|had|got|looks?|looked|looking|sounds?|smells?|"
    r"seems?|can|could|would|should|might|must|isn|ain|may|will|does|do|did|as|like|about|"
    # degree, time and the article
    r"an?|the|such|so|too|just|still|also|both|all|always|never|ever|again|really|very|quite|"
    r"rather|pretty|right|proper|real|total|totally|complete|completely|utter|utterly|absolute|"
    r"absolutely|pure|plain|simply|clearly|obviously|frankly|honestly|actually|basically|"
    r"literally|genuinely|truly|probably|definitely|officially|fr|ngl|tbh|lol|lmao|bruh|bro|what|"
    r"most|more|biggest|worst|least|little|old|big|great|long|same|only|even|not|no|one|of|"
    # those of whom it is said beside or instead of the person
    r"and|or|but|he|she|they|you|u|ur|who|that|this|those|"
    r"mum|mam|mummy|dad|daddy|mother|father|parents?|nan|gran|brother|sister|sis|family|husband|"
    r"wife|face|breath|teeth|nose|skin|legs|belly|woman|man|boy|girl|lad|bloke|person|"
    r"head|deputy|boss|manager|teacher|miss|sir)\b|[’'](?:s|re|d|ll|ve|t)\b|n[’']t\b"
)
"""What may stand between a person and the words, if they are said of that person."""
_SAID_BY = re.compile(
    r"\b(?:says?|said|admits?|admitted|reckons?|claims?|claimed|insists?|thinks?|jokes?|joked|"
    r"swears?|tells?|told|called|calls|calling|says that)\s*(?:that\s*)?$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:from|by|for|to|of|with|as|about|at|near|behind|beside|like|than|says?|said|asks?|"
    r"wrote|writes|and\W+me|me\W+and)\W*(?:(?:mr|mrs|ms|miss|dr|sir|coach)\b\W*)?$",
    re.IGNORECASE,
)
"""What stands before a name that is not the subject: a report from him, a tent of hers."""
_PRONOUN = re.compile(r"\b(?:he|she|they|you|u|ur|who)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:and|n) (?:me|i)\b|\b(?:me|i) (?:and|n)\b|\b(?:we|us|i)\b", re.IGNORECASE)


def said_of_somebody(case: Case, fact: Fact) -> bool:
    """Whether the fact's words are said of somebody who is named or spoken of.

    A name or pronoun is their subject, with nothing but verbs and words of degree between; or they
    make up the beginning of a sentence without a subject, right behind one that names somebody.
    """
    if fact.start is None or fact.end is None:
        return False
    text = case.around.text(fact.surface)
    begin = max((end.end() for end in SENTENCE_END.finditer(text, 0, fact.start)), default=0)
    if _SELF.search(text, begin, fact.start):
        return False
    people = [person for person in _people(case, fact) if person.end is not None]
    return (
        _after_person(case, text, people, begin, fact)
        or _after_pronoun(case, text, begin, fact)
        or _behind_naming(case, text, people, begin, fact)
    )


def _people(case: Case, fact: Fact) -> list[Fact]:
    """Who is named near the fact, or stands there without a name."""
    named = [
        person
        for person in case.around.near("text.person", fact)
        if not person.attributes.get("public_figure")
    ]
    spoken_of = (
        topic
        for topic in case.around.near("text.topic", fact)
        if topic.attributes.get("category") in STANDS_FOR_SOMEBODY
    )
    return [*named, *spoken_of]


def _after_person(case: Case, text: str, people: list[Fact], begin: int, fact: Fact) -> bool:
    for person in people:
        start, end = person.start or 0, person.end or 0
        if (
            begin <= start
            and end <= (fact.start or 0)
            and not _NO_SUBJECT.search(text, begin, start)
            and _closed(case, text, end, fact)
        ):
            return True
    return False


def _after_pronoun(case: Case, text: str, begin: int, fact: Fact) -> bool:
    for pronoun in _PRONOUN.finditer(text, begin, fact.start or 0):
        said_by = _SAID_BY.search(text[begin : pronoun.start()])
        if not said_by and _closed(case, text, pronoun.end(), fact):
            return True
    # “you”, “he” may be the first of the listed words themselves
    own = _PRONOUN.match(fact.text or "")
    return own is not None and not _SAID_BY.search(text[begin : fact.start or 0])


def _behind_naming(case: Case, text: str, people: list[Fact], begin: int, fact: Fact) -> bool:
    """Whether the words begin a sentence, and somebody is named in the one before."""
    if not _closed(case, text, begin, fact) or begin == 0:
        return False
    before = max((e.end() for e in SENTENCE_END.finditer(text, 0, begin - 1)), default=0)
    return any(before <= (person.start or 0) < begin for person in people)


def _closed(case: Case, text: str, begin: int, fact: Fact) -> bool:
    """Whether nothing with a meaning of its own stands between a place and the fact."""
    end = fact.start or 0
    between = text[begin:end]
    for other in case.facts.on("text.abuse", fact.surface):
        if (
            other.start is not None
            and other.end is not None
            and other.attributes.get("list")
            and begin <= other.start < end
        ):
            between = between.replace(text[other.start : min(other.end, end)], " ", 1)
    return not re.search(r"\w", _PREDICATE.sub(" ", between.casefold()))
