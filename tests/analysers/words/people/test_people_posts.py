"""A small labelled set of invented posts: how many names are found, how many are made up.

`posts.tsv`: whether the register is known, the form that the bracketed names have (`none` for
posts without people), and the text; after a colon stands the code of a registered person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from postcheck.analysers.words.people import PeopleAnalyser
from postcheck.facts.model import Fact

_NAME = re.compile(r"\[([^\[\]]*?)(?::(\w+|-))?\]")


class Post(NamedTuple):
    known: bool
    form: str
    text: str
    people: dict[tuple[int, int], str | None]


def read(row: str) -> Post:
    known, form, marked = row.split("\t")
    text, people, position = "", {}, 0
    marked = marked.replace("\\n", "\n")
    for match in _NAME.finditer(marked):
        text += marked[position : match.start()]
        people[len(text), len(text) + len(match[1])] = match[2]
        text += match[1]
        position = match.end()
    return Post(known == "yes", form, text + marked[position:], people)


POSTS = [
    read(row)
    for row in (Path(__file__).parent / "posts.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def called(fact: Fact) -> str:
    if fact.attributes["public_figure"]:
        return "public"
    return "titled" if fact.attributes["reading"] == "titled" else str(fact.attributes["form"])


def count(
    look: Callable[..., list[Fact]], **options: PeopleAnalyser
) -> tuple[list[str], list[str]]:
    """Names that were missed, and spans in a form that matters that are no names."""
    missed, invented = [], []
    for post in POSTS:
        found = {(f.start, f.end): f for f in look(post.text, known=post.known, **options)}
        for span, person in post.people.items():
            fact = found.pop(span, None)
            right = fact is not None and called(fact) == post.form
            if right and post.known:
                right = fact.attributes["person"] == (None if person == "-" else person)
            if not right:
                missed.append(post.text[slice(*span)])
        invented += [
            str(fact.text)
            for fact in found.values()
            if called(fact) in ("full", "last", "handle", "title-last")
        ]
    return missed, invented


def test_half_of_the_posts_name_nobody() -> None:
    assert len(POSTS) > 250
    assert sum(not post.people for post in POSTS) > 100


def test_without_the_model(look) -> None:
    missed, invented = count(look)
    assert len(missed) <= 2, missed
    assert len(invented) <= 1, invented


@pytest.mark.model
def test_with_the_model(look) -> None:
    missed, invented = count(look, analyser=PeopleAnalyser())
    assert len(missed) <= 2, missed
    assert len(invented) <= 4, invented
