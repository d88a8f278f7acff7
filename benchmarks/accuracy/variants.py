"""The same texts in another letter case, and with names of every origin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import yaml

from benchmarks.accuracy.own_sets import ORIGINS
from benchmarks.accuracy.sample import Sample, Span

WORDS = "traps"
"""The list in origins.yaml of names that are also words; it is no origin."""
SET = "origins"
_AFTER_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame)\.? $")
_FAMILY = re.compile(r" [Ff]amil(?:y|ies)\b")


class Names(NamedTuple):
    """First names and surnames of one origin."""

    first: Sequence[str]
    last: Sequence[str]


def in_cases(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Each text in lower and in upper case, for slices of its set; places stay as they are."""
    changes: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("case: lower", str.lower),
        ("case: upper", str.upper),
    )
    for sample in samples:
        for name, change in changes:
            text = "".join(_one(change(letter), letter) for letter in sample.text)
            yield _variant(sample, name, text, sample.persons or ())


def _one(changed: str, letter: str) -> str:
    return changed if len(changed) == 1 else letter


def of_origins(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Each text that names somebody, once for every origin, with names of that origin."""
    named = [sample for sample in samples if sample.persons]
    for origin, names in origins().items():
        counter = itertools.count()
        for sample in named:
            yield _renamed(sample, origin, names, counter)


def origins() -> dict[str, Names]:
    """The names of every origin in origins.yaml."""
    lists = yaml.safe_load(ORIGINS.read_text(encoding="utf-8"))
    return {origin: Names(names["first"], names["last"]) for origin, names in lists.items()}


def _renamed(sample: Sample, origin: str, names: Names, counter: Iterator[int]) -> Sample:
    text, spans, at = "", list[Span](), 0
    for surface, start, end in sample.persons or ():
        name = _name_like(sample.text, start, end, names, next(counter))
        text += sample.text[at:start]
        spans.append(Span(surface, len(text), len(text) + len(name)))
        text += name
        at = end
    changed = _variant(sample, f"origin: {origin}", text + sample.text[at:], tuple(spans))
    return replace(changed, set=SET)


def _name_like(text: str, start: int, end: int, names: Names, number: int) -> str:
    """A name in the form and the case of the one that stands there."""
    written = text[start:end]
    first = names.first[number % len(names.first)]
    last = names.last[(number * 7 + 3) % len(names.last)]
    surname = _AFTER_TITLE.search(text[:start]) or _FAMILY.match(text, end)
    if " " not in written:
        name = last if surname else first
    elif "," in written:
        name = f"{last}, {first}"
    elif len(written.rpartition(" ")[2].rstrip(".")) == 1:
        name = f"{first} {last[0]}"
    else:
        name = f"{first} {last}"
    if written.islower():
        return name.lower()
    return name.upper() if written.isupper() and len(written) > 1 else name


def _variant(sample: Sample, name: str, text: str, persons: tuple[Span, ...]) -> Sample:
    made = f"{sample.id}.{name.rpartition(' ')[2]}"
    draft, surfaces = {"id": made, "text": text}, {"text": text}
    return replace(sample, id=made, draft=draft, surfaces=surfaces, slices=(name,), persons=persons)
