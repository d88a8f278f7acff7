"""What one epoch is made of."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from corpora import Sample, samples, training_words
from encoding import Reader, Row
from labelled import Labelled, open_sets, own
from labels import target
from noise import misspelt, recased, wrapped
from persons import MARKED_AGAIN, marked, marked_again
from pools import Namer
from posts import Writer
from slots import Filler

from postcheck.language.classes import ABUSE, TOPICS

CLEAN_OF = {
    "wikigold": set(ABUSE),
    "crossner": set(ABUSE),
    "uner-ewt": set(ABUSE) - {"insult", "profanity"},
    "btc": {"identity-attack", "threat", "harassment"},
    "wnut17": {"identity-attack", "threat", "harassment"},
}
"""The abuse that a set of names hardly holds."""


@dataclass(frozen=True)
class Shares:
    """How much of each source an epoch takes.

    `names` and `opened` are shares of the sets of names and of the open sets of abuse; `own` and
    `topics` say how often our own texts come, all of them and those on topics again. `marked` takes
    the names of persons that this project marked in open sets. `recased` says how many times as
    many texts with names as usual change their letter case.
    """

    names: float
    opened: float
    own: int
    topics: int
    twice: tuple[str, ...]
    marked: bool = False
    recased: float = 1.0


SHARES = {
    "broad": Shares(1.0, 1.0, 1, 0, ("wnut17",)),
    "classes": Shares(0.25, 0.5, 2, 3, ("wnut17",)),
    "settle": Shares(1.0, 0.5, 1, 2, ("wnut17", "btc")),
    "even": Shares(1.0, 1.0, 1, 1, ("wnut17", "btc")),
    "later": Shares(1.0, 1.0, 1, 2, ("wnut17", "btc")),
    "closing": Shares(0.4, 0.5, 1, 2, ("wnut17", "btc")),
    "names": Shares(1.0, 0.0, 0, 0, ("wnut17", "btc"), marked=True),
    "cases": Shares(1.0, 0.0, 0, 0, ("wnut17", "btc"), marked=True, recased=1.7),
}
"""First `broad`, then `classes`, which dwells on them, then `settle`, which mends names again, and
`even`, which mends attacks on groups. `later` brought texts that were written after these, and
`closing` dwelt on them; `settle` mended names once more. `names` and `cases` are for the tags' own
layers."""
POST_HAS_NOT = set(ABUSE) | set(TOPICS) - {"location", "routine", "health", "family"}


def swapped(sample: Sample, namer: Namer, chance: random.Random) -> Sample:
    """The sample with 40 % of its persons given other names."""
    text, spans, at = "", [], 0
    for start, end, label in sample.spans:
        text += sample.text[at:start]
        old = new = sample.text[start:end]
        if label == "PERSON" and chance.random() < 0.4 and not old.startswith("#"):
            first, last = namer.name()
            words = old.split()
            after_title = text.rstrip(". ").lower().endswith(("mr", "mrs", "ms", "miss", "dr"))
            one = last if after_title or chance.random() < 0.3 else first
            new = one if len(words) == 1 else f"{first} {last}"
            if old == old.lower():
                new = new.lower()
            elif old == old.upper() and len(old) > 2:
                new = new.upper()
        spans.append((len(text), len(text) + len(new), label))
        text += new
        at = end
    return replace(sample, text=text + sample.text[at:], spans=tuple(spans))


def epoch(
    data: Path, seed: int, reader: Reader, *, posts: int, others: int, shares: Shares
) -> list[Row]:
    """All rows of one epoch, freshly swapped, filled and put together."""
    chance = random.Random(seed)
    filler = Filler(data, chance)
    writer = Writer(filler, chance)
    rows: list[Row] = []
    for name, sentences in training_words(data).items():
        if shares.marked and name in MARKED_AGAIN:
            sentences = marked_again(name, sentences)
        for _ in range(2 if name in shares.twice else 1):
            made = [
                recased(swapped(sample, filler.namer, chance), chance, shares.recased)
                for sample in samples(sentences, chance)
                if chance.random() < shares.names
            ]
            rows += reader.named(made, target(no=CLEAN_OF[name]))
    if shares.marked:
        made = [
            recased(swapped(sample, filler.namer, chance), chance, shares.recased)
            for sample in marked(data)
        ]
        rows += reader.named(made)
    made = [wrapped(recased(writer.post(), chance, shares.recased), chance) for _ in range(posts)]
    rows += reader.named(made, target(no=POST_HAS_NOT))
    made = [wrapped(recased(writer.other(), chance, shares.recased), chance) for _ in range(others)]
    rows += reader.named(made, target(no=ABUSE))
    return rows + reader.labelled(groups(data, filler, writer, chance, shares))


def groups(
    data: Path, filler: Filler, writer: Writer, chance: random.Random, shares: Shares
) -> list[list[Labelled]]:
    """Texts with classes; a third of our own stand together with others, as in a longer post."""
    opened = [part for part in open_sets(data, chance) if chance.random() < shares.opened]
    out = [[_noisy(part, chance)] for part in opened]
    mine = [_noisy(part, chance) for _ in range(shares.own) for part in own(filler)]
    mine += [
        _noisy(part, chance) for _ in range(shares.topics) for part in own(filler, topics=True)
    ]
    chance.shuffle(mine)
    clean = target(no=POST_HAS_NOT)
    while mine:
        group = [mine.pop()]
        while chance.random() < 0.33 and len(group) < 4:
            if mine and chance.random() < 0.4:
                group.append(mine.pop())
            else:
                group.append(Labelled(writer.post().text, clean))
        chance.shuffle(group)
        out.append(group)
    return out


def _noisy(part: Labelled, chance: random.Random) -> Labelled:
    text = misspelt(part.text, chance)
    return Labelled(recased(Sample(text, ()), chance).text, part.target)
