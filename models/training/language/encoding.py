"""How texts become numbers for training: pieces, marks, tags and stretches with their classes.

The pieces are made ready by the package's own code, so that training and running cannot differ.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from corpora import Sample
from labelled import Labelled
from labels import IGNORE, NOT_A_PERSON, NOTHING_KNOWN, UNKNOWN, Target, union
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from postcheck.language.classes import TAGS
from postcheck.language.lexicon import Lexicon
from postcheck.language.pieces import CASES, clean, marks

LONGEST = 160


@dataclass
class Row:
    """One training text. A stretch is pieces `start` to `stop` and what is known of them."""

    pieces: list[int]
    marks: list[int]
    tags: list[int]
    stretches: list[tuple[int, int, Target]]


def tags(encoding: Encoding, sample: Sample) -> list[int]:
    """A tag for the first piece of every word, IGNORE for all other pieces."""
    out = []
    word_before = None
    spans_left = list(sample.spans)
    other = NOT_A_PERSON if sample.persons_alone else TAGS.index("O")
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
            out.append(other)
        else:
            out.append(TAGS.index(f"{'I' if inside == opened else 'B'}-{inside[2]}"))
        opened = inside
    return out


class Reader:
    """Makes rows. Some words lose their number in the lexicon, so that it is not all there is.

    `hidden` is the share of words whose pieces are masked, so that the words around must tell.
    """

    def __init__(
        self, tokenizer: Tokenizer, lexicon: Lexicon, chance: random.Random, hidden: float
    ) -> None:
        self._tokenizer, self._lexicon, self._chance = tokenizer, lexicon, chance
        self._hidden, self._mask = hidden, tokenizer.token_to_id("[MASK]")

    def named(self, made: list[Sample], known: Target = NOTHING_KNOWN) -> list[Row]:
        """Rows of texts with names, all with the same classes."""
        texts = [clean(sample.text) for sample in made]
        rows = []
        for sample, text, one in zip(made, texts, self._encoded(texts), strict=True):
            row = self._row(text, one, tags(one, sample))
            row.stretches = _kept([(1, len(row.pieces) - 1, known)])
            rows.append(row)
        return rows

    def labelled(self, groups: list[list[Labelled]]) -> list[Row]:
        """Rows of texts with classes; the texts of one group are put together."""
        rows = []
        for group in groups:
            gap = self._chance.choice((" ", "\n", "\n\n"))
            texts = [clean(part.text) for part in group]
            text = gap.join(texts)
            one = self._encoded([clean(text)])[0]
            row = self._row(clean(text), one, [IGNORE] * len(one.ids))
            ends, at = [], 0
            for part in texts:
                at += len(part) + len(gap)
                ends.append(at)
            row.stretches = _kept(_stretches(one, ends, group, len(row.pieces)))
            rows.append(row)
        return rows

    def _encoded(self, texts: list[str]) -> list[Encoding]:
        found: list[Encoding] = self._tokenizer.encode_batch(texts)
        return found

    def _row(self, text: str, one: Encoding, tagged: list[int]) -> Row:
        marked = marks(text, one.word_ids, one.offsets, self._lexicon)
        lost = 1.0 if self._chance.random() < 0.12 else 0.08
        word, dropped, masked = None, False, False
        ids = list(one.ids)
        for index, word_id in enumerate(one.word_ids):
            if word_id != word:
                word, dropped = word_id, self._chance.random() < lost
                masked = word_id is not None and self._chance.random() < self._hidden
            if dropped:
                marked[index] %= CASES
            if masked:
                ids[index] = self._mask
        return Row(ids[:LONGEST], marked[:LONGEST], tagged[:LONGEST], [])


def _stretches(
    one: Encoding, ends: list[int], group: list[Labelled], length: int
) -> list[tuple[int, int, Target]]:
    """The pieces of each text of a group, and of all of them with what holds for the whole."""
    out, start = [], 1
    for end, part in zip(ends, group, strict=True):
        stop = start
        while stop < length - 1 and one.offsets[stop][0] < end:
            stop += 1
        if stop > start:
            out.append((start, stop, part.target))
        start = stop
    if len(out) > 1:
        out.append((1, out[-1][1], union(known for _, _, known in out)))
    return out


def _kept(stretches: list[tuple[int, int, Target]]) -> list[tuple[int, int, Target]]:
    return [one for one in stretches if one[0] < one[1] and set(one[2]) != {UNKNOWN}]


@dataclass
class Batch:
    """Tensors of several rows. `owner` says to which row a stretch belongs."""

    pieces: Tensor
    mask: Tensor
    marks: Tensor
    tags: Tensor
    owner: Tensor
    within: Tensor
    targets: Tensor


def batch_of(rows: list[Row]) -> Batch:
    """The rows padded to one width."""
    width = max(len(row.pieces) for row in rows)

    def padded(name: str, fill: int) -> Tensor:
        values = [getattr(row, name) for row in rows]
        return torch.tensor([value + [fill] * (width - len(value)) for value in values])

    owners, within, targets = [], [], []
    for number, row in enumerate(rows):
        for start, stop, known in row.stretches:
            owners.append(number)
            within.append([start <= place < stop for place in range(width)])
            targets.append(known)
    pieces = padded("pieces", 0)
    return Batch(
        pieces,
        (pieces != 0).long(),
        padded("marks", 0),
        padded("tags", IGNORE),
        torch.tensor(owners, dtype=torch.long),
        torch.tensor(within, dtype=torch.bool).reshape(-1, width),
        torch.tensor(targets, dtype=torch.float32).reshape(-1, len(NOTHING_KNOWN)),
    )


def batches(table: list[Row], most: int, chance: random.Random) -> list[list[Row]]:
    """Batches of rows of like length with at most `most` padded pieces, in random order."""
    chance.shuffle(table)
    out: list[list[Row]] = []
    for start in range(0, len(table), 2000):
        block = sorted(table[start : start + 2000], key=lambda row: len(row.pieces))
        held: list[Row] = []
        for row in block:
            if held and (len(held) + 1) * len(row.pieces) > most:
                out.append(held)
                held = []
            held.append(row)
        out.append(held)
    chance.shuffle(out)
    return out
