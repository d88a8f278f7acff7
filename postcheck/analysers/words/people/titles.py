"""Titles of books, songs, plays and films, and names of teams in quotation marks or lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(
    r"[“„]([^“”„\n]{2,60})”|(?<!\w)\"([^\"\n]{2,60})\"(?!\w)"
    r"|(?<!\w)[‘']([^‘’'\n]{2,60}(?:['’]s [^‘’'\n]{2,40})?)['’](?!\w)"
    r"|(?<!\w)\*([^*\n]{2,60})\*(?!\w)"
)
_WORD = r"(?:[A-Z0-9][\w’'-]*[!?]?|the|of|and|in|on|a|an|to|with|&)"
_TITLE = re.compile(rf"{_WORD}(?: {_WORD}){{0,7}}")
_MADE = (
    r"songs?|hymns?|carols?|tunes?|tracks?|albums?|singles?|ballads?|anthems?|pieces?|medley|"
    r"books?|novels?|stor(?:y|ies)|tales?|poems?|titles?|chapters?|pages|bestsellers?|"
    r"picture ?books?|films?|movies?|musicals?|plays?|panto(?:mime)?s?|operas?|ballets?|"
    r"cartoons?|episodes?|series|paintings?|portraits?|sculptures?|statues?"
)
_DONE = (
    r"reads?|reading|re-?read|finish(?:ed|ing)|sings?|sang|sung|singing|plays?|played|playing|hums?|"
    r"humming|danc(?:e[sd]?|ing)|perform(?:s|ed|ing)?|watch(?:es|ed|ing)?|screening|showing|"
    r"listen(?:s|ed|ing)? to|learn(?:s|ed|t|ing)?|rehears(?:e[sd]?|ing)"
)
_TEAMS = r"teams?|bands?|quiz|champions|group|crew|act|trio|quartet|boats?|ships?|horses?|trains?"
_BEFORE = re.compile(rf"(?<!\w)(?:{_MADE}|{_DONE}|{_TEAMS})(?!\w)[^.!?\n]{{0,40}}$", re.IGNORECASE)
_AFTER = re.compile(rf"[,.]?[ ](?:by|on the \w+)(?!\w)|[ ](?:{_MADE})(?!\w)", re.IGNORECASE)
_HEADING = re.compile(
    r"(?<!\w)(?:set[ -]?lists?|play[ -]?lists?|song[ -]?lists?|reading lists?|best[ -]?sellers|"
    r"(?:top|favourite|library|class|new|our|bedtime|this (?:week|term|month)[’']s) "
    r"(?:\w+ ){0,2}(?:songs|books|reads|films|hymns|carols|tunes)|"
    r"tonight[’']s songs|hymns|carols|menu|lunch menu)(?!\w)[^:.!?\n]{0,30}:",
    re.IGNORECASE,
)
_MAKER = re.compile(r"[ ](?:by|with|from|sung by|read by|led by)[ ]|[ ]?[-–—(][ ]?", re.IGNORECASE)
_ITEM = re.compile(r"[^,;\n]+")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?][^\S\n]+(?=[^\W\d_])")
_SHOWN = (
    r"(?:productions?|shows?|panto(?:mime)?s?|musicals?|plays?|films?|movies?|operas?|ballets?)"
)
_PLAYED = re.compile(
    rf"(?<!\w)(?:(?i:{_SHOWN})[ ](?:\(|(?:is|was|will be)[ ])(?:the )?|"
    r"(?:productions?|performances?|cast|rehearsals?|auditions?|matinees?|screenings?|"
    r"showings?|cop(?:y|ies)|pages|chapters|version|adaptation) (?:of|for) (?:the )?)"
    r"(?P<title>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r"(?=[ ]*(?:[!?,.;:)\n]|$|(?:in|at|on|is|are|was|were|by)(?!\w)))"
)


def find_titles(text: str) -> Iterator[tuple[int, int]]:
    """Where titles stand that the words around them call so."""
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if _TITLE.fullmatch(text, start, end) and _named_so(text, match.start(), match.end()):
            yield start, end
    for match in _HEADING.finditer(text):
        yield from _listed(text, match.end())
    for match in _PLAYED.finditer(text):
        yield match.span("title")


def _named_so(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 60) : start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, end))


def _listed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The titles after a heading: on its line, or else on the lines below up to an empty one."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    if not text[start:stop].strip():
        stop = text.find("\n\n", start)
        stop = len(text) if stop < 0 else stop
    ended = _SENTENCE_END.search(text, start, stop)
    for item in _ITEM.finditer(text, start, ended.start() if ended else stop):
        maker = _MAKER.search(text, item.start() + 1, item.end())
        yield item.start(), maker.start() if maker else item.end()
