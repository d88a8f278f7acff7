"""Texts with classes: those written for this project, and the open sets of abuse."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from labels import Target, target
from pools import HERE
from slots import Filler, templates

from postcheck.language.classes import ABUSE, CLASSES, TOPICS

TOPIC_FOLDERS = {"ten": TOPICS[:10], "all": TOPICS}
"""The folders of `topics/`, and what is labelled in them; `none` means no abuse either."""
Row = dict[str, str]
LISTS = HERE.parents[2] / "rules/ele/lists"
GROUP_SLOTS = re.compile(r"\{(GROUPS?|MEMBER|OTHERS|THINGS|SLURS?|INSULT|MEAN)\}")


@dataclass(frozen=True)
class Labelled:
    """A text and what is known of it."""

    text: str
    target: Target


def _listed(name: str) -> re.Pattern[str]:
    entries = yaml.safe_load((LISTS / f"{name}.yaml").read_text(encoding="utf-8"))["entries"]
    words = "|".join(re.escape(str(entry).lower()) for entry in entries)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


PROFANE, SLUR = _listed("profanity"), _listed("slurs")


def _of(text: str, yes: Iterable[str] = (), no: Iterable[str] = ()) -> Labelled:
    """What a set says of a text, and whether a word of the list of strong language is in it."""
    profane = bool(PROFANE.search(text.lower()))
    known = target(["profanity"] if profane else [], [] if profane else ["profanity"])
    return Labelled(text, target(yes, no, known))


def own_lines(path: Path) -> list[tuple[tuple[str, ...], str]]:
    """(labels, template) pairs of a file of `label label: text` lines; `none` is no label."""
    out = []
    for line in templates(path):
        names, _, text = line.partition(": ")
        labels = tuple(name for name in names.split() if name != "none")
        assert text and set(labels) <= set(CLASSES), line
        out.append((labels, text))
    return out


def own(filler: Filler, *, topics: bool = False) -> Iterator[Labelled]:
    """Our own texts, freshly filled: those that speak of groups five times, others twice.

    With `topics` only those that are about topics.
    """
    for path in () if topics else sorted((HERE / "abuse").glob("*.txt")):
        for labels, template in own_lines(path):
            known = target(labels, set(ABUSE) - set(labels))
            for _ in range(5 if GROUP_SLOTS.search(template) else 2):
                yield Labelled(filler.fill(template).text, known)
    for folder, asked in TOPIC_FOLDERS.items():
        for path in sorted((HERE / "topics" / folder).glob("*.txt")):
            for labels, template in own_lines(path):
                absent = set(asked) - set(labels) if labels else {*ABUSE, *asked}
                for _ in range(3 if "{" in template else 2):
                    yield Labelled(filler.fill(template).text, target(labels, absent))


def rows(path: Path) -> Iterator[Row]:
    """The rows of a set's file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def hatemoji(data: Path, part: str) -> Iterator[Labelled]:
    """HatemojiBuild: `part` is train or validation."""
    for row in rows(data / "abuse/hatemoji/HatemojiBuild" / f"{part}.csv"):
        if row["label_gold"] == "0":
            yield _of(row["text"], [], ["identity-attack"])
        else:
            threat = ["threat"] if row["type"].startswith("threat") else []
            yield _of(row["text"], ["identity-attack", *threat])


def edos_text(row: Row) -> str:
    """The text of a row of EDOS, with a handle for its place holder."""
    return row["text"].replace("[USER]", "@user").replace("[URL]", "").strip()


def edos(data: Path, part: str) -> Iterator[Labelled]:
    """EDOS: sexism; `part` is train or dev. A slur in what is not sexist leaves it unknown."""
    for row in rows(data / "abuse/edos/edos_labelled_aggregated.csv"):
        if row["split"] != part:
            continue
        text = edos_text(row)
        if row["label_sexist"] == "sexist":
            threat = ["threat"] if row["label_category"].startswith("1") else []
            yield _of(text, ["identity-attack", *threat])
        else:
            yield _of(text, [], [] if SLUR.search(text.lower()) else ["identity-attack"])


def davidson_text(row: Row) -> str:
    """The text of a tweet without addresses and what stands for emoji."""
    return re.sub(r"&#\d+;|https?://\S+", "", row["tweet"]).replace("&amp;", "&").strip("! ")


def davidson(data: Path) -> Iterator[Labelled]:
    """Davidson et al.: hate, offensive, neither."""
    for row in rows(data / "abuse/davidson-hate-offensive/labeled_data.csv"):
        text = davidson_text(row)
        if row["class"] == "0":
            yield _of(text, ["identity-attack"])
        elif row["class"] == "1":
            yield _of(text, [], [] if SLUR.search(text.lower()) else ["identity-attack"])
        else:
            yield _of(text, [], ["identity-attack", "insult", "threat", "harassment"])


def stormfront(data: Path) -> Iterator[Labelled]:
    """Sentences of a forum of hate: hate or not."""
    for row in rows(data / "abuse/stormfront-vicomtech/stormfront.csv"):
        if row["label"] == "hate":
            yield _of(row["text"], ["identity-attack"])
        elif row["label"] == "noHate":
            yield _of(row["text"], [], ["identity-attack"])


def toxic_spans(data: Path) -> Iterator[Labelled]:
    """Comments whose toxic words are mostly insults."""
    for row in rows(data / "abuse/toxic-spans/SemEval2021/data/tsd_train.csv"):
        marked, text = json.loads(row["spans"]), row["text"]
        words = "".join(text[i] for i in marked if i < len(text)).lower()
        if words and len(text) < 400 and not PROFANE.fullmatch(words):
            yield _of(text, ["insult"])


def surge(data: Path) -> Iterator[Labelled]:
    """Comments that are not toxic."""
    for row in rows(data / "abuse/surge-toxicity/toxicity_en.csv"):
        if row["is_toxic"] == "Not Toxic" and len(row["text"]) < 400:
            yield _of(row["text"], [], set(ABUSE) - {"profanity"})


def open_sets(data: Path, chance: random.Random) -> Iterator[Labelled]:
    """What one epoch takes of the open sets, hate and its opposite about as often."""

    def some(made: Iterable[Labelled], most: int, hateful: bool | None = None) -> list[Labelled]:
        place = CLASSES.index("identity-attack")
        fit = [row for row in made if hateful is None or (row.target[place] == 1) == hateful]
        return chance.sample(fit, min(most, len(fit)))

    yield from hatemoji(data, "train")
    yield from some(edos(data, "train"), 2600, hateful=True)
    yield from some(edos(data, "train"), 3200, hateful=False)
    yield from some(davidson(data), 900, hateful=True)
    yield from some(davidson(data), 2200, hateful=False)
    yield from some(stormfront(data), 1200, hateful=True)
    yield from some(stormfront(data), 2000, hateful=False)
    yield from some(toxic_spans(data), 1500)
    yield from surge(data)
