"""How a text becomes numbers, for training: pieces, the case of their words, and tags.

The pieces are made ready by the package's own code, so that training and running cannot differ.
"""

from __future__ import annotations

from tokenizers import Encoding

from postcheck.language.pieces import cases, clean

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
IGNORE = -100


def tags(encoding: Encoding, spans: tuple[tuple[int, int, str], ...]) -> list[int]:
    """A tag for the first piece of every word, IGNORE for all other pieces."""
    out = []
    word_before = None
    spans_left = list(spans)
    opened: tuple[int, int, str] | None = None
    for word, (start, end) in zip(encoding.word_ids, encoding.offsets, strict=True):
        if word is None or word == word_before or start == end:
            out.append(IGNORE)
            continue
        word_before = word
        while spans_left and spans_left[0][1] <= start:
            spans_left.pop(0)
        inside = spans_left[0] if spans_left and spans_left[0][0] < end else None
        if inside is None:
            out.append(0)
        else:
            out.append(TAGS.index(f"{'I' if inside == opened else 'B'}-{inside[2]}"))
        opened = inside
    return out


__all__ = ["IGNORE", "TAGS", "cases", "clean", "tags"]
