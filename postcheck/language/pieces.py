"""How the case of each word reaches a model whose word pieces know no case.

The pieces are lower-cased and without accents; what capitals say is told beside them, as the token type.
"""

from __future__ import annotations

from collections.abc import Sequence

LOWER, TITLE, UPPER, MIXED = range(4)


def case_of(word: str) -> int:
    """The case of one word: LOWER (also for what has no letters), TITLE, UPPER or MIXED."""
    if word == word.lower():
        return LOWER
    if word[1:] == word[1:].lower():
        return TITLE
    return UPPER if word == word.upper() else MIXED


def cases(
    text: str, word_ids: Sequence[int | None], offsets: Sequence[tuple[int, int]]
) -> list[int]:
    """The case of the word that each piece belongs to; LOWER for special pieces.

    `offsets` are code points of `text`, `word_ids` come from the tokenizer.
    """
    out = [LOWER] * len(word_ids)
    at = 0
    while at < len(word_ids):
        word = word_ids[at]
        stop = at + 1
        while stop < len(word_ids) and word_ids[stop] == word:
            stop += 1
        if word is not None:
            found = case_of(text[offsets[at][0] : offsets[stop - 1][1]])
            out[at:stop] = [found] * (stop - at)
        at = stop
    return out
