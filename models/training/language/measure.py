"""Measure the names of a model on the development sets: `python measure.py --model FOLDER`.

Of the model alone, without register, lists and fusion; benchmarks/accuracy measures those.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpora import Sample, development_words, joined, marked_posts
from pools import Pool, written_by_hand

from postcheck.language.encoder import LanguageEncoder
from postcheck.language.entities import Entity

HERE = Path(__file__).resolve().parent


def development(data: Path) -> dict[str, list[Sample]]:
    """The development sets with spaces between all words, and our invented school posts."""
    sets = {
        name: [joined(words, natural=False) for words in sentences]
        for name, sentences in development_words(data).items()
    }
    return sets | {
        "school": marked_posts(HERE / "school-dev.txt") + marked_posts(HERE / "dev" / "names.txt")
    }


def after_handle(sample: Sample, entity: Entity) -> bool:
    """Whether an entity is a handle, which the sets label in unlike ways."""
    return sample.text[: entity.start].rstrip(" ").endswith("@")


def figures(
    made: list[Sample], found: list[list[Entity]], label: str, least: float = 0.0
) -> dict[str, float]:
    """Precision, recall and F1 of exact spans, and the share of full names touched at all."""
    counts: Counter[str] = Counter()
    for sample, entities in zip(made, found, strict=True):
        gold = {(s, e) for s, e, kind in sample.spans if kind == label}
        mine = {
            (e.start, e.end)
            for e in entities
            if e.label == label and e.score >= least and not after_handle(sample, e)
        }
        counts["right"] += len(gold & mine)
        counts["gold"] += len(gold)
        counts["mine"] += len(mine)
        for start, end in gold:
            touched = any(s < end and start < e for s, e in mine)
            counts["touched"] += touched
            if " " in sample.text[start:end]:
                counts["full"] += 1
                counts["full touched"] += touched
    precision = counts["right"] / max(counts["mine"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "touched": counts["touched"] / max(counts["gold"], 1),
        "full": counts["full"],
        "full touched": counts["full touched"] / max(counts["full"], 1),
    }


def reliability(
    made: list[Sample], found: list[list[Entity]]
) -> Iterator[tuple[float, float, int]]:
    """(mean score, share of exact spans, number) of person spans in five bins of score."""
    pairs = [
        (e.score, (e.start, e.end, e.label) in sample.spans)
        for sample, entities in zip(made, found, strict=True)
        for e in entities
        if e.label == "PERSON" and not after_handle(sample, e)
    ]
    edges = (0.0, 0.5, 0.7, 0.9, 0.97, 1.01)
    for low, high in itertools.pairwise(edges):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            yield mean, sum(right for _, right in inside) / len(inside), len(inside)


def renamed(sample: Sample, pool: Pool, chance: random.Random) -> Sample:
    """The post with every person given a name of one origin."""
    text, spans, at = "", [], 0
    firsts, lasts = sorted(pool.first), sorted(pool.last)
    for start, end, label in sample.spans:
        name = chance.choice(firsts)
        if " " in sample.text[start:end]:
            name += f" {chance.choice(lasts)}"
        text += sample.text[at:start]
        spans.append((len(text), len(text) + len(name), label))
        text += name
        at = end
    return Sample(text + sample.text[at:], tuple(spans))


def by_origin(encoder: LanguageEncoder, posts: list[Sample]) -> None:
    """Print how many full names and single names are touched, for each origin."""
    chance = random.Random(1)
    named = [post for post in posts if post.spans]
    for origin, pool in written_by_hand().items():
        made = [renamed(post, pool, chance) for post in named for _ in range(3)]
        got = figures(
            made, encoder.entities([post.text for post in made]), "PERSON", encoder.person
        )
        print(
            f"{origin}: f1 {got['f1']:.3f}, touched {got['touched']:.3f},"
            f" full names touched {got['full touched']:.3f} of {got['full']:.0f}"
        )


def print_faults(made: list[Sample], found: list[list[Entity]]) -> None:
    """Every person missed or invented."""
    for sample, entities in zip(made, found, strict=True):
        gold = {(s, e) for s, e, kind in sample.spans if kind == "PERSON"}
        mine = {(e.start, e.end) for e in entities if e.label == "PERSON"}
        missed = [sample.text[s:e] for s, e in sorted(gold - mine)]
        invented = [sample.text[s:e] for s, e in sorted(mine - gold)]
        if missed or invented:
            print(f"  missed {missed} invented {invented} in {sample.text!r}")


def main() -> None:
    """Read the options and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--origins", action="store_true")
    options = parser.parse_args()
    sets = development(options.data)
    encoder = LanguageEncoder(options.model)
    if options.origins:
        by_origin(encoder, sets["school"])
        return
    for name, made in sets.items():
        found = encoder.entities([sample.text for sample in made])
        for label in ("PERSON", "ORG", "LOC") if name != "school" else ("PERSON",):
            least = encoder.person if label == "PERSON" else 0.0
            row = " ".join(f"{k} {v:.3f}" for k, v in figures(made, found, label, least).items())
            print(f"{name} {label}: {row}")
        for mean, right, number in reliability(made, found):
            print(f"{name} scores around {mean:.2f}: {right:.2f} of {number} are exact")
        if options.faults:
            print_faults(made, found)


if __name__ == "__main__":
    main()
