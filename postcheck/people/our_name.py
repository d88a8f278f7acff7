"""Whether a text means the organisation by a word that may be an everyday one: HATS, Acorns."""

from __future__ import annotations

import re

from postcheck.config.model import Organisation
from postcheck.language.splitting import is_known
from postcheck.people.ours import holds_our_name, plain_words

_MOST_WORDS = 2
"""Words up to which a name of everyday words may be met by chance."""

_QUANTITY = re.compile(
    r"(?i)(?:\b(?:nothing but|more|these|those|some|any|many|few|no|all|several|lots of|loads of|"
    r"both|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens? of|my|his|her|your|their|"
    r"a|an|another|every|each|what an?)|\d+) (?:[a-z]+ )?$"
)
_HEAD = re.compile(
    r"(?i)(?:\b(?:at|join(?:ed|ing)?|thank you|thanks|well done|welcome to|proud of|leaving|"
    r"(?:work|teach|job|shift|year|term|week|month)\w* (?:at|for|with|in)|"
    r"hat(?:e|es|ed)|here at|goodbye)|@) ?$"
)
_SURE_HEAD = re.compile(
    r"(?i)\b(?:(?:days?|weeks?|mornings?|afternoons?|evenings?|work\w*|jobs?|teach\w*|taught|"
    r"shifts?|years?|terms?|life) (?:at|for)|here at|back at|people at|"
    r"(?:some|no|any|every)(?:one|body) at) $"
)
_TAIL = re.compile(
    r"(?i)(?:['’]s?)?[ _-](?:school|nurser(?:y|ies)|academy|college|club|preschool|staff|kids|"
    r"children|pupils|parents|families|students|teachers?|team|lot|logo|crest|badge|uniform|"
    r"hoodie|jumper|open (?:day|evening)|fair|fete|fête|head|headteacher|office|website|page|"
    r"community|governors|pta|class|year \d|reception|playground|gate)\b"
)
_VERB = re.compile(r"(?i)(?:['’]s| (?:is|was|has|are|were)\b)")
_ONE = re.compile(r"(?i) (?:is|was|has|does|isn['’]t|wasn['’]t)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n(“\"–—-])\W*$")


def means_us(ours: Organisation, text: str) -> bool:
    """Whether a text names the organisation, and not hats, acorns or a rainbow."""
    everyday = tuple(name for name in ours.names if _is_everyday(name))
    others = tuple(name for name in ours.names if name not in everyday)
    if holds_our_name(ours.model_copy(update={"names": others}), text):
        return True
    return any(_named(name, text) for name in everyday)


def _is_everyday(name: str) -> bool:
    words = plain_words(name)
    return len(words) <= _MOST_WORDS and all(is_known(word) for word in words)


def _named(name: str, text: str) -> bool:
    """Whether any place bears the name, and the word is nowhere counted like a thing."""
    form = r"[\W_]+".join(re.escape(word) for word in plain_words(name))
    found = list(re.finditer(rf"(?i)(?<![^\W_]){form}(?![^\W_])", text))
    if any(_has_cue(name, text, match) for match in found):
        return True
    if any(_QUANTITY.search(text[max(0, match.start() - 40) : match.start()]) for match in found):
        return False
    return any(_is_written(name, text, match) for match in found)


def _has_cue(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether the words around leave no doubt: `at Acorns`, `the hats fair`, `acorns is shut`."""
    if _TAIL.match(text, match.end()):
        return True
    if match.group().casefold().endswith("s") and _ONE.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    if _SURE_HEAD.search(before):
        return True
    bare = text == text.lower()
    return (bare or _bears_capitals(name, match)) and _HEAD.search(before) is not None


def _is_written(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether it is written like the name; a first word has its capital anyway."""
    several = len(plain_words(name)) > 1
    if text == text.lower():
        return several or (name.isupper() and _ONE.match(text, match.end()) is not None)
    if not _bears_capitals(name, match):
        return False
    begins = _SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()])
    by_chance = begins and not several and not name.isupper()
    return not by_chance or _VERB.match(text, match.end()) is not None


def _bears_capitals(name: str, match: re.Match[str]) -> bool:
    written = re.findall(r"[^\W_]+", match.group())
    wanted = re.findall(r"[^\W_]+", name)
    if name.isupper():
        return match.group().isupper()
    return all(
        word[0].isupper() or not model[0].isupper()
        for word, model in zip(written, wanted, strict=False)
    )
