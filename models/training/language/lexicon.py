"""Write lexicon.txt, what the network is told of single words: `python lexicon.py --out FOLDER`.

Made once with a model, from models/name-lists and models/words as they are then.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from pools import HERE

from postcheck.language.lexicon import FIRST_NAME, SURNAME, WORD, key

MODELS = HERE.parents[1]
USUAL, USUAL_PLACE = 30, 40_000
"""From these weights on a first name is a common one; a place of that name asks for more."""


def rows(path: Path) -> list[list[str]]:
    """The fields of every line after the heading."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def numbers() -> dict[str, int]:
    """The number of every listed word."""
    firsts: dict[str, int] = {}
    surnames: set[str] = set()
    ordinary = {key(row[0]) for row in rows(MODELS / "words/words.tsv")}
    for name, _, weight, also in rows(MODELS / "name-lists/first-names.tsv"):
        common = int(weight) >= (USUAL_PLACE if "place" in also else USUAL)
        for part in map(key, name.split()):
            firsts[part] = max(firsts.get(part, 0), 2 if common else 1)
        if "word" in also or "month" in also:
            ordinary.add(key(name))
    for name, _, _, also in rows(MODELS / "name-lists/surnames.tsv"):
        surnames.update(key(part) for part in name.replace("'", " ").split() if len(part) > 2)
        if "word" in also or "month" in also:
            ordinary.add(key(name))
    return {
        word: FIRST_NAME * firsts.get(word, 0)
        + SURNAME * (word in surnames)
        + WORD * (word in ordinary)
        for word in firsts.keys() | surnames | ordinary
        if " " not in word
    }


def main() -> None:
    """Read the options and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    groups: dict[int, list[str]] = defaultdict(list)
    for word, number in sorted(numbers().items()):
        groups[number].append(word)
    lines = [f"{number}\t{' '.join(words)}\n" for number, words in sorted(groups.items()) if number]
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "lexicon.txt").write_text("".join(lines), encoding="utf-8")
    print({number: len(words) for number, words in sorted(groups.items())})


if __name__ == "__main__":
    main()
