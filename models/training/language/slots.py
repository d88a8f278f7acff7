"""Fills the slots of templates: `Filler.fill` gives a text and the spans of the names in it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import yaml
from corpora import Sample
from faker import Faker
from pools import HERE, Namer, count_column, title

SLOT = re.compile(r"\{([A-Z]+)\}")
FAKER_LOCALES = ("en_GB", "en_GB", "en_US", "en_AU", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL")
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Mrs.")
Filled = tuple[str, list[tuple[int, int, str]]]


class Filler:
    """Fills slots; `data` is the folder of open data, `chance` the only source of chance."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self._chance = chance
        self.namer = Namer(data, chance)
        self._words: dict[str, list[str]] = {}
        for path in (HERE / "words.yaml", HERE / "abuse" / "words.yaml"):
            self._words |= yaml.safe_load(path.read_text(encoding="utf-8"))
        slurs = HERE.parents[2] / "rules/ele/lists/slurs.yaml"
        listed = yaml.safe_load(slurs.read_text(encoding="utf-8"))["entries"]
        self._words["SLURS"] = [word for word in listed if word.endswith("s") and " " not in word]
        self._words["SLUR"] = [word for word in listed if word + "s" in self._words["SLURS"]]
        heads = data / "name-lists/school-eng-data"
        self._schools = _column(heads / "data__alpha__school-eng__schools.tsv")
        self._streets = [
            title(name) for name in _column(heads / "data__discovery__street__streets.tsv")
        ]
        self._towns = [name for name, _ in count_column(heads / "counts__Town.tsv")]
        self._fakers = [Faker(locale) for locale in FAKER_LOCALES]
        for number, faker in enumerate(self._fakers):
            faker.seed_instance(chance.random() + number)

    def fill(self, template: str) -> Sample:
        """The template with every slot filled."""
        text, spans, at = "", [], 0
        for slot in SLOT.finditer(template):
            text += template[at : slot.start()]
            filled, inner = self._slot(slot[1])
            spans += [(len(text) + a, len(text) + b, label) for a, b, label in inner]
            text += filled
            at = slot.end()
        return Sample(text + template[at:], tuple(spans))

    def _slot(self, slot: str) -> Filled:
        chance = self._chance
        if slot in ("L", "N"):
            return self._list(newlines=slot == "N")
        if slot == "COUPLE":
            return self._couple()
        if slot in ("FAMOUS", "NEE", "SURFIRST", "FAMILYNAME") or slot in "PFGITS":
            text = self._person(slot)
            return text, [(0, len(text), "PERSON")]
        if slot in ("HOUSE", "BRAND", "SCHOOL", "SAINT", "COMPANY"):
            text = self._organisation(slot)
            return text, [(0, len(text), "ORG")]
        if slot in ("TOWN", "CITY", "COUNTRY", "STREET"):
            text = self._place(slot)
            return text, [(0, len(text), "LOC")]
        if slot in self._words:
            text = chance.choice(self._words[slot])
            return ("bloody" if text is None else str(text)), []
        return self._faked(slot), []

    def _organisation(self, slot: str) -> str:
        chance = self._chance
        if slot == "COMPANY":
            return str(chance.choice(self._fakers).company())
        if slot == "SAINT":
            return f"St {self.namer.name()[0]}'s"
        if slot != "SCHOOL":
            return chance.choice(self._words[slot])
        if chance.random() < 0.5:
            return chance.choice(self._schools).split(",")[0]
        first, last = self.namer.name()
        kind = chance.choice(("Primary School", "Academy", "High School", "Junior School", "CE"))
        saint = chance.choice((f"St {first}'s", last, f"{first} {last}", f"The {last}"))
        return f"{saint} {kind}"

    def _place(self, slot: str) -> str:
        chance = self._chance
        if slot == "TOWN":
            return chance.choice(self._towns)
        if slot != "STREET":
            return chance.choice(self._words[slot])
        if chance.random() < 0.4:
            name = chance.choice(self.namer.name())
            return f"{name} {chance.choice(('Street', 'Road', 'Close', 'Lane', 'Avenue'))}"
        return chance.choice(self._streets)

    def _faked(self, slot: str) -> str:
        chance, faker = self._chance, self._chance.choice(self._fakers)
        if slot == "ADDRESS":
            address = str(faker.address())
            return address if chance.random() < 0.5 else address.replace("\n", ", ")
        if slot == "HANDLE":
            return f"@{faker.user_name()}"
        if slot == "DATE":
            return str(faker.date_object().strftime(chance.choice(("%d/%m/%Y", "%d %B %Y", "%B"))))
        made = {
            "PHONE": faker.phone_number,
            "EMAIL": faker.email,
            "IBAN": faker.iban,
            "CARD": faker.credit_card_number,
            "URL": faker.url,
            "NUMBER": lambda: str(
                chance.choice((chance.randint(2, 99), chance.randint(100, 9999)))
            ),
        }
        return str(made[slot]())

    def _person(self, slot: str) -> str:
        chance = self._chance
        if slot == "FAMOUS":
            return chance.choice(self._words[slot])
        first, last = self.namer.name()
        form = chance.choices("FGIAB", (10, 4, 3, 1, 1))[0] if slot == "P" else slot
        name = {
            "F": f"{first} {last}",
            "G": first,
            "I": f"{first} {last[0]}{chance.choice(('', '', '.'))}",
            "A": f"{first[0]}{chance.choice(('', '.'))} {last}",
            "B": f"{last}, {first}",
            "SURFIRST": f"{last}{chance.choice((', ', ' '))}{first}",
            "NEE": f"{first} {last} {chance.choice(('Jr.', 'Sr.', 'III', last + '-Hale'))}",
        }.get(form, last)
        if form == "F" and chance.random() < 0.08:
            middle = self.namer.name()[0]
            name = f"{first} {chance.choice((middle, middle[0], middle[0] + '.'))} {last}"
        roll = chance.random()
        if roll < 0.04:
            return name.upper()
        return name.lower() if roll < 0.1 and form in "FGI" else name

    def _couple(self) -> Filled:
        first, last = self.namer.name()
        joint = self._chance.choice((" and ", " & "))
        start = len(first) + len(joint)
        other = f"{self.namer.name()[0]} {last}"
        return (
            f"{first}{joint}{other}",
            [(0, len(first), "PERSON"), (start, start + len(other), "PERSON")],
        )

    def _list(self, *, newlines: bool) -> Filled:
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
            text += chance.choice(("- ", "• ", "", f"{index + 1}. ")) if newlines else ""
            spans.append((len(text), len(text) + len(name), "PERSON"))
            text += name
            if newlines and chance.random() < 0.3:
                text += chance.choice((" (Y3)", " - kindness", " 6B", " - 12 points", ": maths"))
        return text, spans


def templates(path: Path) -> list[str]:
    """The lines of a file without comments; a backslash and n is a line break."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line.strip() and line[:1] != "#"]


def _column(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return sorted({line.split("\t")[1].strip() for line in lines if line.split("\t")[1].strip()})
