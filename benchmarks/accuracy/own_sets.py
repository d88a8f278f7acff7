"""The project's own development sets: written for measuring, never trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.sample import ALL, Sample, by_length, of_text, unmarked

_TRAINING = Path(__file__).resolve().parents[2] / "models/training/language"
ORIGINS = _TRAINING / "origins.yaml"
_NAMES = {
    "school-dev": _TRAINING / "school-dev.txt",
    "names-dev": _TRAINING / "dev/names.txt",
}
_ABUSE = _TRAINING / "dev/abuse.txt"
_TOPICS = {
    "topics-dev": _TRAINING / "dev/topics-ten.txt",
    "topics-all-dev": _TRAINING / "dev/topics-all.txt",
}
ATTACK = "identity-attack"


def names() -> Iterator[Sample]:
    """Posts with their persons marked."""
    for set_, path in _NAMES.items():
        lines = (line for _, line in _lines(path))
        for number, line in enumerate(lines):
            text, persons = unmarked(line.replace("\\n", "\n"))
            yield of_text(set_, number, text, slices=(ALL, by_length(text)), persons=persons)


def abuse() -> Iterator[Sample]:
    """Texts with their categories of abuse, none for those that only sound abusive."""
    for number, (heading, labels, text) in enumerate(_labelled(_ABUSE)):
        slices = (ALL, f"about: {heading}")
        hateful = ATTACK in labels
        yield of_text("abuse-dev", number, text, slices=slices, abuse=labels, hateful=hateful)


def topics() -> Iterator[Sample]:
    """Texts with their sensitive topics, none for plain school life."""
    for set_, path in _TOPICS.items():
        for number, (_, labels, text) in enumerate(_labelled(path)):
            yield of_text(set_, number, text, topics=labels)


def _labelled(path: Path) -> Iterator[tuple[str, frozenset[str], str]]:
    """(heading, categories, text) of lines such as `insult threat: Wait for it`."""
    for heading, line in _lines(path):
        labels, _, text = line.partition(": ")
        yield heading, frozenset(labels.split()) - {"none"}, text.replace("\\n", "\n")


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """(heading, line); a line that begins with a sign and a space is a comment."""
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            yield heading, line
