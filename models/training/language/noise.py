"""What people do to words: letter case, slips, masks, figures for letters."""

from __future__ import annotations

import random
from dataclasses import replace

from corpora import Sample

FIGURES = {"a": "@4", "e": "3", "i": "1!", "o": "0", "s": "$5", "t": "7", "l": "1"}


def recased(sample: Sample, chance: random.Random, times: float = 1.0) -> Sample:
    """10 % in lower case, 4 % in upper case, 2 % in title case, where no length changes.

    With `times` that many times as many.
    """
    roll = chance.random() / times
    text = sample.text
    if roll < 0.10:
        text = text.lower()
    elif roll < 0.14:
        text = text.upper()
    elif roll < 0.16:
        text = text.title()
    return replace(sample, text=text) if len(text) == len(sample.text) else sample


def wrapped(sample: Sample, chance: random.Random) -> Sample:
    """6 % with a line end in place of some of the spaces, inside names too, as in wrapped text."""
    if chance.random() >= 0.06:
        return sample
    text = "".join(
        "\n" if letter == " " and chance.random() < 0.12 else letter for letter in sample.text
    )
    return replace(sample, text=text)


def misspelt(text: str, chance: random.Random) -> str:
    """12 % with slips in some of their longer words."""
    if chance.random() >= 0.12:
        return text
    words = text.split(" ")
    for index, word in enumerate(words):
        if len(word) > 3 and word.isalpha() and chance.random() < 0.35:
            words[index] = _slip(word, chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(6)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at] * chance.randint(2, 4) + word[at + 1 :]
    if kind == 3:
        return word[:at] + "*" + word[at + 1 :]
    if kind == 4:
        return " ".join(word) if len(word) < 8 else word[:at] + " " + word[at:]
    return "".join(
        chance.choice(FIGURES[letter]) if letter in FIGURES and chance.random() < 0.5 else letter
        for letter in word
    )
