"""How a text is made ready for the word pieces of the language model, without moving a code point.

The pieces are lower-cased and without accents, so what capitals say is told beside them, as the
token type. What the pieces cannot know (styled letters, emoji, the ends of lines) is put in
other characters first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from postcheck.language.lexicon import NUMBERS, Lexicon

LOWER, TITLE, UPPER, MIXED = range(4)
CASES = 4
MARKS = CASES * NUMBERS

# White space says nothing to word pieces, and the end of a line often ends a name.
_LINE_END = "¶"
_KNOWN = {
    **dict.fromkeys("’‘ʼ", "'"),
    "‑": "-",
    **dict.fromkeys("\n\v\f\x85\u2028\u2029", _LINE_END),
}
# Punctuation, so a word of its own, and one that no word piece knows.
_STANDS_APART = "‽"


class _Plain(dict[int, str]):
    """What each code point becomes; always one code point for one."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        category = unicodedata.category(letter)
        if category == "Cs":
            plain = "\ufffd"
        elif category in ("So", "Sk") and point > 127:
            # An emoji glued to a name must not make the whole word unknown.
            plain = _STANDS_APART
        else:
            composed = unicodedata.normalize("NFKC", letter)
            plain = composed if len(composed) == 1 else letter
        self[point] = plain
        return plain


_PLAIN = _Plain({ord(letter): plain for letter, plain in _KNOWN.items()})


def clean(text: str) -> str:
    """The text with plain letters, emoji and line ends set apart and no lone surrogates.

    The result has as many code points as `text`, each in its place.
    """
    return text.translate(_PLAIN)


def case_of(word: str) -> int:
    """The case of one word: LOWER (also for what has no letters), TITLE, UPPER or MIXED."""
    if word == word.lower():
        return LOWER
    if word[1:] == word[1:].lower():
        return TITLE
    return UPPER if word == word.upper() else MIXED


def marks(
    text: str,
    word_ids: Sequence[int | None],
    offsets: Sequence[tuple[int, int]],
    lexicon: Lexicon,
) -> list[int]:
    """What the network is told of the word that each piece belongs to; 0 for special pieces.

    A mark is the word's case plus `CASES` times its number in the lexicon. `offsets` are code
    points of `text`, `word_ids` come from the tokenizer.
    """
    out = [LOWER] * len(word_ids)
    at = 0
    while at < len(word_ids):
        word = word_ids[at]
        stop = at + 1
        while stop < len(word_ids) and word_ids[stop] == word:
            stop += 1
        if word is not None:
            written = text[offsets[at][0] : offsets[stop - 1][1]]
            mark = case_of(written) + CASES * lexicon.number(written)
            out[at:stop] = [mark] * (stop - at)
        at = stop
    return out
