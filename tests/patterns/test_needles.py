"""Needles: no text in which a pattern matches may lack all of them."""

from __future__ import annotations

import re

import pytest
import yaml

from postcheck.patterns.needles import Haystack, folded, needles
from postcheck.resources import rules_folder

PATTERNS = {
    r"(?i)\bstrike (?:day|ballot)\b": {"strike "},
    r"(?i)\b(?:walk|march)(?:ed|ing)? out\b": {" out"},
    r"(?i)\b(?:walk|march)(?:ed)?\b": {"walk", "march"},
    r"colou?r": {"colo"},
    r"(?i)hel+o there": {"o there"},
    r"ab(?:cd)?ef": None,
    r"(?:abcd)+x": {"abcd"},
    r"(?:abcd){0,2}x": None,
    r"abc|x": None,
    r"abc|def": {"abc", "def"},
    r"a\.bc\b": {"a.bc"},
    r"(?=never)(?<!not)here(?! and now)": {"here"},
    r"\d{3} pupils?": {" pupil"},
    r"(?-i:[A-Z])head": {"head"},
    r"[\]a-z]rest\w+": {"rest"},
    r"(?P<one>first)": {"first"},
    r"one{2}": None,
    r"p{lain": {"p{lain"},
    r"(?P=one)late": None,
    r"(?(1)yes|nope)": None,
    r"(?#remark)late": None,
    r"\x41bcde": None,
    r"(?x) spaced out": None,
    r"[!?]{4,}": None,
}


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS.items())
def test_needles(pattern: str, expected: set[str] | None) -> None:
    assert needles(pattern) == expected


@pytest.mark.parametrize("text", ["STRAſSE", "ſtrike", "Kelvin", "ılk", "İlk", "STRIKE"])
def test_folding_keeps_what_patterns_take_for_alike(text: str) -> None:
    for pattern in ("straſse", "strike", "kelvin", "ilk"):
        if re.search(f"(?i){pattern}", text):
            assert all(needle in folded(text) for needle in needles(pattern) or ())


LISTED = [
    entry
    for path in sorted((rules_folder() / "ele" / "lists").glob("*.yaml"))
    for listed in [yaml.safe_load(path.read_text(encoding="utf-8"))]
    if listed.get("match") == "pattern"
    for entry in listed["entries"]
]
EXAMPLES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((rules_folder() / "ele" / "rules").glob("*.yaml"))
).splitlines()


def test_no_shipped_pattern_matches_without_its_needle() -> None:
    sought = [(re.compile(entry), needles(entry)) for entry in LISTED]
    assert sum(found is not None for _, found in sought) > len(sought) / 2
    matched = 0
    for line in EXAMPLES:
        hay = folded(line)
        for pattern, found in sought:
            if pattern.search(line):
                matched += 1
                assert found is None or any(needle in hay for needle in found), pattern.pattern
    assert matched > 100


def test_the_haystack_tries_what_asking_each_would_try() -> None:
    sought = [needles(entry) for entry in LISTED]
    haystack = Haystack(sought)
    for line in (*EXAMPLES, "", "ab"):
        hay = folded(line)
        expected = [
            place
            for place, words in enumerate(sought)
            if words is None or any(word in hay for word in words)
        ]
        assert haystack.tried(hay) == expected
