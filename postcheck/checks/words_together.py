"""`words-together`: a compound may not hold a word of each of several lists."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options, Reference
from postcheck.checks.case import Case
from postcheck.facts.model import Fact
from postcheck.policy.lists import ListFile


class WordsTogetherOptions(Options):
    """The lists, and whether the compound must be made of their words alone.

    A word of any list's exceptions makes the whole compound fine (`bird` in `#BabyBirdBath`).
    """

    lists: Annotated[tuple[str, ...], Field(min_length=2)]
    alone: bool = False


def judge(fact: Fact, options: WordsTogetherOptions, case: Case) -> Answer:
    """Look for one word of each list among the words that are run together."""
    split = fact.attributes.get("words")
    words = [word.casefold() for word in split] if isinstance(split, tuple) else []
    lists = [case.setting.lists[name] for name in options.lists]
    if options.alone and len(words) != len(lists):
        return None
    # A word that the splitter does not know comes in two pieces: `swim suit`.
    words += [one + other for one, other in pairwise(words)]
    if any(_holds(listed.exceptions, word) for listed in lists for word in words):
        return None
    found = [_first(words, listed) for listed in lists]
    told = [word for word in found if word is not None]
    return Failed({"words": "” and “".join(told)}) if len(told) == len(lists) else None


def _first(words: list[str], listed: ListFile) -> str | None:
    return next((word for word in words if _holds(listed.entries, word)), None)


def _holds(entries: tuple[str, ...], word: str) -> bool:
    return any(entry.casefold() == word for entry in entries)


def refers(options: WordsTogetherOptions) -> tuple[Reference, ...]:
    """The lists."""
    return tuple(("list", name) for name in options.lists)


CHECK = Check(
    "words-together",
    "Words that are run together may not hold a word of each of several lists.",
    WordsTogetherOptions,
    judge,
    slots=frozenset({"words"}),
    refers=refers,
)
