"""First names and surnames by origin, from the open lists, from Faker and from `origins.yaml`.

Names are only ever combined by chance: no full name of a person is read or kept.
"""

from __future__ import annotations

import csv
import importlib
import random
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent

# Faker's locales in Latin letters, joined to the origins of `origins.yaml`.
LOCALES = {
    "en_GB": "english",
    "en_US": "english",
    "en_NZ": "english",
    "en_IE": "irish",
    "ga_IE": "irish",
    "en_IN": "indian",
    "en_PK": "pakistani-bangladeshi",
    "en_NG": "igbo",
    "ig_NG": "igbo",
    "yo_NG": "yoruba",
    "ha_NG": "hausa-fulani",
    "tw_GH": "ghanaian",
    "en_KE": "somali-east-african",
    "sw": "somali-east-african",
    "zu_ZA": "somali-east-african",
    "tr_TR": "turkish-kurdish-iranian",
    "az_AZ": "turkish-kurdish-iranian",
    "pl_PL": "polish-east-european",
    "ro_RO": "polish-east-european",
    "lt_LT": "polish-east-european",
    "lv_LV": "polish-east-european",
    "cs_CZ": "polish-east-european",
    "sk_SK": "polish-east-european",
    "hu_HU": "polish-east-european",
    "hr_HR": "polish-east-european",
    "zh_CN": "chinese-vietnamese-korean",
    "zh_TW": "chinese-vietnamese-korean",
    "ja_JP": "chinese-vietnamese-korean",
    "vi_VN": "chinese-vietnamese-korean",
    "pt_PT": "iberian-latin",
    "pt_BR": "iberian-latin",
    "es_ES": "iberian-latin",
    "es_MX": "iberian-latin",
    "fr_FR": "west-european",
    "de_DE": "west-european",
    "nl_NL": "west-european",
    "it_IT": "west-european",
    "sv_SE": "west-european",
    "fr_DZ": "arabic",
}

# Countries of popular-names-by-country that join an origin; the others form one group together.
COUNTRIES = {
    "GB": "english",
    "IE": "irish",
    "IN": "indian",
    "PK": "pakistani-bangladeshi",
    "BD": "pakistani-bangladeshi",
    "PL": "polish-east-european",
    "RO": "polish-east-european",
    "LT": "polish-east-european",
    "CN": "chinese-vietnamese-korean",
    "VN": "chinese-vietnamese-korean",
    "PT": "iberian-latin",
    "ES": "iberian-latin",
    "TR": "turkish-kurdish-iranian",
    "AE": "arabic",
    "SA": "arabic",
    "EG": "arabic",
    "FR": "west-european",
}


@dataclass
class Pool:
    """The names of one origin."""

    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters and looks like one name."""
    return 2 <= len(name) <= 24 and all(
        letter in " '’-." or "LATIN" in unicodedata.name(letter, "") for letter in name
    )


def title(name: str) -> str:
    """Capital first letters, also after a hyphen, an apostrophe and Mc."""
    out = []
    for index, letter in enumerate(name.lower()):
        before = name[index - 1] if index else " "
        # O'Neill and D'Arcy, but not Grace's
        opens = before in " -" or (before in "'’" and index <= 2)
        out.append(letter.upper() if opens else letter)
    text = "".join(out)
    if text.startswith("Mc") and len(text) > 4:
        return "Mc" + text[2].upper() + text[3:]
    return text


def _faker(locale: str) -> tuple[set[str], set[str]]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    first: set[str] = set()
    last: set[str] = set()
    for attribute in dir(provider):
        value = getattr(provider, attribute)
        if not isinstance(value, (tuple, list, dict)):
            continue
        names = {title(name) for name in value if isinstance(name, str) and latin(name)}
        if attribute.startswith("first_"):
            first |= names
        elif "last_" in attribute and "without" not in attribute:
            last |= names
    return first - {"Jane", "John"}, last - {"Doe"}


def country_names(data: Path, kind: str) -> Iterable[tuple[str, str]]:
    """(country, name) pairs of popular-names-by-country; `kind` is forenames or surnames."""
    path = data / "name-lists/popular-names-by-country" / f"common-{kind}-by-country.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for name in (row["Romanized Name"] or "").replace("/", ",").split(","):
                if latin(name.strip()):
                    yield row["Country"], name.strip()


def count_column(path: Path) -> Iterable[tuple[str, int]]:
    """(value, count) pairs of a `count<TAB>value` file; empty values and initials are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        count, _, value = line.partition("\t")
        if len(value.strip()) > 1:
            yield value.strip(), int(count)


def births(data: Path) -> Iterable[tuple[str, int]]:
    """(first name in lower case, births) of ukbabynames, most frequent first."""
    path = data / "name-lists/ukbabynames/uk_first_names_total.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], int(float(row["n"]))


def written_by_hand() -> dict[str, Pool]:
    """The origins of `origins.yaml`."""
    with (HERE / "origins.yaml").open(encoding="utf-8") as file:
        origins: dict[str, dict[str, list[str]]] = yaml.safe_load(file)
    return {
        origin: Pool(set(names["first"]), set(names["last"])) for origin, names in origins.items()
    }


def pools(data: Path) -> dict[str, Pool]:
    """Every origin with all its names; `data` is the folder of open data."""
    out = written_by_hand()
    for locale, origin in LOCALES.items():
        first, last = _faker(locale)
        out[origin].first |= first
        out[origin].last |= last
    everywhere = out.setdefault("everywhere", Pool())
    for country, name in country_names(data, "forenames"):
        out.get(COUNTRIES.get(country, ""), everywhere).first.add(name)
    for country, name in country_names(data, "surnames"):
        out.get(COUNTRIES.get(country, ""), everywhere).last.add(name)
    heads = data / "name-lists/school-eng-data"
    register = out.setdefault("registered-in-the-uk", Pool())
    register.first |= {title(name) for name, count in births(data) if count >= 60}
    register.last |= {
        name for name, count in count_column(heads / "counts__HeadLastName.tsv") if latin(name)
    }
    return {origin: pool for origin, pool in out.items() if pool.first and pool.last}


class Namer:
    """Draws names, every origin as often as any other."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self._chance = chance
        self._pools = [
            (sorted(pool.first), sorted(pool.last)) for _, pool in sorted(pools(data).items())
        ]
        # Names written by hand come up as often as those of the long lists.
        self._hand = [
            (sorted(pool.first), sorted(pool.last)) for _, pool in sorted(written_by_hand().items())
        ]

    def name(self) -> tuple[str, str]:
        """A first name and a surname, mostly of one origin."""
        source = self._pools if self._chance.random() < 0.6 else self._hand
        firsts, lasts = self._chance.choice(source)
        if self._chance.random() < 0.08:
            lasts = self._chance.choice(source)[1]
        first, last = self._chance.choice(firsts), self._chance.choice(lasts)
        if self._chance.random() < 0.04:
            other = self._chance.choice(lasts)
            last = f"{last}-{other}" if " " not in last + other else last
        if self._chance.random() < 0.04:
            first = f"{first} {self._chance.choice(firsts)}"
        return first, last
