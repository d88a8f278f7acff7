"""What the lists know of single words, as one number a word that the network is told.

`lexicon.txt` lies beside the model and was made with it: the network has learnt what these numbers
mean, so a list that changes later must not change them. One line a number: the number, a tab, and
the words, folded as `key` does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

FIRST_NAME, SURNAME, WORD = 1, 3, 6
"""A word's number is the sum of: 1 for a rare first name or 2 for a common one, 3 for a surname,
6 for an ordinary word."""
NUMBERS = 12


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The numbers of the words that are listed; any other word has 0."""

    numbers: Mapping[str, int] = field(default_factory=dict)

    def number(self, word: str) -> int:
        """The number of a word as written."""
        return self.numbers.get(key(word), 0)

    @classmethod
    def read(cls, text: str) -> Lexicon:
        """The lexicon of a file's text. Raises ValueError when it is no lexicon."""
        numbers: dict[str, int] = {}
        for line in text.splitlines():
            number, _, words = line.partition("\t")
            if not 0 < int(number) < NUMBERS:
                raise ValueError(f"no such number: {number}")
            numbers.update(dict.fromkeys(words.split(" "), int(number)))
        return cls(numbers)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word in lower case without marks."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.replace("ß", "ss"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()
