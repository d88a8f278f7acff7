"""School posts made from templates, with spans."""

from __future__ import annotations

import random
import re
from pathlib import Path

import yaml
from corpora import Sample
from pools import HERE, Namer, count_column, title

SLOT = re.compile(r"\{([A-Z]+)\}")
CLOSERS = (
    "",
    "",
    "",
    "",
    " 🎉",
    " 👏👏",
    "!",
    " #proud",
    " #school",
    " 💙",
    " ⭐⭐⭐",
    "\n",
    " 😀",
)
OPENERS = ("", "", "", "", "", "🎉 ", "⭐ ", "NEWS: ", "Y5: ", "- ", "• ", "📣 ")


class Writer:
    """Writes posts; `data` is the folder of open data, `chance` the only source of chance."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self._chance = chance
        self._namer = Namer(data, chance)
        lines = (HERE / "posts.txt").read_text(encoding="utf-8").splitlines()
        self._templates = [line.replace("\\n", "\n") for line in lines if line[:1] not in ("", "#")]
        with (HERE / "words.yaml").open(encoding="utf-8") as file:
            self._words: dict[str, list[str]] = yaml.safe_load(file)
        heads = data / "name-lists/school-eng-data"
        self._schools = _column(heads / "data__alpha__school-eng__schools.tsv")
        self._streets = [
            title(name) for name in _column(heads / "data__discovery__street__streets.tsv")
        ]
        self._towns = [name for name, _ in count_column(heads / "counts__Town.tsv")]

    def post(self) -> Sample:
        """One post of one to three templates."""
        pieces = [self._one() for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3)))]
        text, spans = "", []
        for piece in pieces:
            text += self._chance.choice((" ", "\n", "\n\n")) if text else ""
            spans += [(len(text) + a, len(text) + b, label) for a, b, label in piece.spans]
            text += piece.text
        return Sample(text, tuple(spans))

    def _one(self) -> Sample:
        template = self._chance.choice(self._templates)
        text, spans, at = self._chance.choice(OPENERS), [], 0
        for slot in SLOT.finditer(template):
            text += template[at : slot.start()]
            filled, inner = self._fill(slot[1])
            spans += [(len(text) + a, len(text) + b, label) for a, b, label in inner]
            text += filled
            at = slot.end()
        text += template[at:] + self._chance.choice(CLOSERS)
        return Sample(text, tuple(spans))

    def _fill(self, slot: str) -> tuple[str, list[tuple[int, int, str]]]:
        chance = self._chance
        if slot in ("THING", "PLAIN"):
            return chance.choice(self._words[slot]), []
        if slot in ("L", "N"):
            return self._list(newlines=slot == "N")
        text, label = self._single(slot)
        return text, [(0, len(text), label)]

    def _single(self, slot: str) -> tuple[str, str]:
        chance = self._chance
        if slot == "FAMOUS":
            return chance.choice(self._words[slot]), "PERSON"
        if slot in ("HOUSE", "BRAND"):
            return chance.choice(self._words[slot]), "ORG"
        if slot == "TOWN":
            return chance.choice(self._towns), "LOC"
        if slot == "STREET":
            first, last = self._namer.name()
            return (
                f"{chance.choice((first, last))} {chance.choice(('Street', 'Road', 'Close'))}"
                if chance.random() < 0.4
                else chance.choice(self._streets)
            ), "LOC"
        if slot == "SCHOOL":
            return self._school(), "ORG"
        if slot == "SAINT":
            return f"St {self._namer.name()[0]}'s", "ORG"
        return self._person(slot), "PERSON"

    def _school(self) -> str:
        chance = self._chance
        if chance.random() < 0.5:
            return chance.choice(self._schools).split(",")[0]
        first, last = self._namer.name()
        kind = chance.choice(("Primary School", "Academy", "High School", "Junior School", "CE"))
        saint = chance.choice((f"St {first}'s", last, f"{first} {last}", f"The {last}"))
        return f"{saint} {kind}"

    def _person(self, slot: str) -> str:
        chance = self._chance
        first, last = self._namer.name()
        form = slot
        if slot == "P":
            form = chance.choices("FGIAB", (10, 4, 3, 1, 1))[0]
        name = {
            "F": f"{first} {last}",
            "G": first,
            "I": f"{first} {last[0]}{chance.choice(('', '', '.'))}",
            "A": f"{first[0]}{chance.choice(('', '.'))} {last}",
            "B": f"{last}, {first}",
            "T": last,
            "S": last,
        }[form]
        roll = chance.random()
        if roll < 0.04:
            return name.upper()
        return name.lower() if roll < 0.1 and form in "FGI" else name

    def _list(self, *, newlines: bool) -> tuple[str, list[tuple[int, int, str]]]:
        chance = self._chance
        form = chance.choice("FFFGIP")
        count = chance.randint(2, 7)
        text, spans = "", []
        divider = "\n" if newlines else chance.choice((", ", ", ", ", ", " / ", "; ", " - "))
        for index in range(count):
            if index:
                last = index == count - 1 and divider == ", "
                text += chance.choice((" and ", " & ", ", and ")) if last else divider
            name = self._person(form)
            text += chance.choice(("- ", "• ", "")) if newlines else ""
            spans.append((len(text), len(text) + len(name), "PERSON"))
            text += name
            if newlines and chance.random() < 0.3:
                text += chance.choice((" (Y3)", " - kindness", " 6B", " - 12 points", ": maths"))
        return text, spans


def _column(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return sorted({line.split("\t")[1].strip() for line in lines if line.split("\t")[1].strip()})
