"""How fast postcheck is, timed on whole processes: `python benchmarks/speed.py`.

- `facts` and `check` on 2,000 one-line drafts in one .jsonl: drafts a second once the first batches
  are out, and the process's memory early and at the end (Linux only).
- one draft of text from a cold start, against `import spacy` in the same Python;
- one draft with one photo of 12 megapixels, from a cold start;
- a sweep of 10,000 published posts against a register of 2,000 people, from a cold start.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
FIGURES = HERE / "figures.json"
START = 256
"""Drafts that are out before the clock of the rate starts: models are loaded by then."""
FLOORS = {
    "facts_drafts_a_second": (150, "at least"),
    "check_drafts_a_second": (150, "at least"),
    "facts_memory_growth": (1.1, "at most"),
    "check_memory_growth": (1.1, "at most"),
    "cold_text_to_import_spacy": (2, "at most"),
    "photo_12_megapixels_s": (3, "at most"),
    "sweep_s": (60, "at most"),
}
_OPENINGS = (
    "Well done {name}, first in the {event}!",
    "Our {event} was a joy. Thank you to {name} and all helpers.",
    "{name} read to Year 2 today 📚",
    "The {event} starts at 9. Bring a coat!",
    "Do you know Beatrix Potter? Year 3 does.",
    "Lunch menus: https://www.bbc.co.uk/food",
    "Ring the office on 0113 496 0142 about the {event}.",
)
_NAMES = ("Amira K", "Oliver Bennett-Shaw", "Ivy Thornbury", "Mrs Ashdown", "Zofia Lis", "Tomek")
_EVENTS = ("Science Fair", "sports day", "spelling bee", "harvest walk", "winter fair")
_TAGS = ("#TeamELE", "#SportsDay #Proud", "#bookweek", "")


def main() -> int:
    """Measure, print a table, and say which floor is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--drafts", type=int, default=2000)
    parser.add_argument("--repeats", type=int, default=5, help="for the cold starts")
    parser.add_argument("--photo", type=Path, help="a photo of your own instead of the drawn one")
    parser.add_argument("--write", action="store_true", help="keep the figures in figures.json")
    parser.add_argument("--floors", action="store_true", help="exit with 1 when one is missed")
    options = parser.parse_args()
    measured_on = machine()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), options.drafts, options.repeats, options.photo)
    missed = show(figures)
    if options.write:
        kept = {"machine": measured_on, "drafts": options.drafts, "figures": figures}
        FIGURES.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return 1 if options.floors and missed else 0


def measure(folder: Path, drafts: int, repeats: int, photo: Path | None) -> dict[str, float]:
    """Every figure by name; what this system cannot tell is left out."""
    for name in ("postcheck.yaml", "people.yaml", "accounts.yaml"):
        shutil.copy(EXAMPLES / name, folder)
    lines, text, post = write_drafts(folder, drafts, photo)
    figures: dict[str, float] = {}
    for command in (["facts"], ["check", "--format", "jsonl"]):
        figures |= stream([*command, str(lines)], drafts, command[0])
    cold, spacy = [], []
    for _ in range(repeats):
        spacy.append(seconds([sys.executable, "-c", "import spacy"]))
        cold.append(seconds([*postcheck(), "check", str(text)]))
    figures["import_spacy_s"] = statistics.median(spacy)
    figures["cold_text_s"] = statistics.median(cold)
    figures["cold_text_to_import_spacy"] = figures["cold_text_s"] / figures["import_spacy_s"]
    figures["help_s"] = statistics.median(seconds([*postcheck(), "--help"]) for _ in range(repeats))
    figures["photo_12_megapixels_s"] = statistics.median(
        seconds([*postcheck(), "check", str(post)]) for _ in range(repeats)
    )
    figures["sweep_s"] = seconds([*postcheck(), "sweep", "--quiet", str(write_published(folder))])
    return {name: round(value, 3) for name, value in figures.items()}


def postcheck() -> list[str]:
    """The command line of the installation under this Python."""
    return [sys.executable, "-m", "postcheck"]


def write_drafts(folder: Path, count: int, photo: Path | None) -> tuple[Path, Path, Path]:
    """The .jsonl of many drafts, a draft of text, and a draft with a photo."""
    many, text, post = folder / "many.jsonl", folder / "one.txt", folder / "photo.json"
    with many.open("w", encoding="utf-8") as file:
        for number in range(count):
            words = _taken(_OPENINGS, number).format(
                name=_taken(_NAMES, number // 2), event=_taken(_EVENTS, number)
            )
            draft = {"id": f"draft-{number}", "text": f"{words} {_taken(_TAGS, number)}".strip()}
            file.write(json.dumps(draft) + "\n")
    text.write_text("Well done Amira K, first in the Science Fair! #TeamELE\n", encoding="utf-8")
    if photo is None:
        draw_photo(folder / "photo.jpg")
    else:
        shutil.copy(photo, folder / "photo.jpg")
    medium = {"path": "photo.jpg", "alt": "A path between hills", "bystanders": 2}
    post.write_text(json.dumps({"text": "What a day!", "media": [medium]}), encoding="utf-8")
    return many, text, post


def write_published(folder: Path, posts: int = 10_000, people: int = 2_000) -> Path:
    """A .jsonl of published posts, in a folder of its own with a register."""
    place = folder / "published"
    place.mkdir()
    rows = ["code,role,first_name,surname,purpose,channel,decision,written,given_by,expires_on"]
    for number in range(people):
        first = _syllables(number % 50)
        ends = "2026-01-31" if number % 40 == 0 else ""
        name = f"{first},{_syllables(number // 50 + 60)}stow"
        rows.append(f"P{number:04},pupil,{name},image,any,yes,yes,parent,{ends}")
    (place / "people.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (place / "postcheck.yaml").write_text("register: people.csv\n", encoding="utf-8")
    lines = place / "posts.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(posts):
            person = number * 7 % people
            name = f"{_syllables(person % 50)} {_syllables(person // 50 + 60)[0]}"
            words = _taken(_OPENINGS, number).format(name=name, event=_taken(_EVENTS, number))
            medium = {"path": "photo.jpg", "people": [f"P{person:04}"]}
            post = {"id": f"post-{number}", "text": words, "media": [medium]}
            file.write(json.dumps(post) + "\n")
    return lines


def _syllables(number: int) -> str:
    """An invented name for each number."""
    starts, ends = ("Ba", "Ke", "Lo", "Mi", "Nu", "Re", "So", "Ta", "Vi", "Zu"), "dlmnrstvxz"
    return f"{starts[number % 10]}{ends[number // 10 % 10]}e{ends[number % 7]}"


def _taken(choices: tuple[str, ...], number: int) -> str:
    return choices[number % len(choices)]


def draw_photo(path: Path) -> None:
    """12 megapixels with grain, two puppets and some words."""
    import numpy as np
    from PIL import Image

    page = Image.open(EXAMPLES / "posts/harvest-walk.jpg").resize((4000, 3000))
    puppet = Image.open(EXAMPLES / "posts/winter-fair/puppet.png").convert("RGB")
    page.paste(puppet, (500, 1800))
    page.paste(puppet.resize((320, 320)), (2600, 1500))
    page.paste(Image.open(EXAMPLES / "posts/winter-fair/stall.png").convert("RGB"), (3000, 2200))
    grain = np.random.default_rng(1).normal(0, 6, (3000, 4000, 1))
    grainy = (np.asarray(page, dtype=np.float32) + grain).clip(0, 255).astype(np.uint8)
    Image.fromarray(grainy).save(path, quality=90)


def stream(arguments: list[str], drafts: int, name: str) -> dict[str, float]:
    """Rate and memory of one process that prints a line a draft."""
    figures: dict[str, float] = {}
    began = time.perf_counter()
    out = 0
    early = start = None
    with subprocess.Popen(
        [*postcheck(), *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        for _ in process.stdout or ():
            out += 1
            if out == START:
                start = time.perf_counter()
                figures[f"{name}_first_{START}_s"] = start - began
            if out == drafts // 4:
                early = resident(process.pid)
            if out == drafts - 1:
                late = resident(process.pid)
                end = time.perf_counter()
    if start is None or out < drafts:
        raise SystemExit(f"postcheck {name} printed {out} of {drafts} drafts")
    figures[f"{name}_drafts_a_second"] = (drafts - 1 - START) / (end - start)
    if early and late:
        figures[f"{name}_memory_early_mb"] = early
        figures[f"{name}_memory_late_mb"] = late
        figures[f"{name}_memory_growth"] = late / early
    return figures


def resident(process: int) -> float | None:
    """Resident memory in MB; None where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return None
    found = next((row for row in status.splitlines() if row.startswith("VmRSS:")), None)
    return int(found.split()[1]) / 1024 if found else None


def seconds(command: list[str]) -> float:
    """Wall-clock time of a process; one that ends with 2 or a crash is no measurement."""
    with timed() as clock:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return clock[0]


@contextmanager
def timed() -> Iterator[list[float]]:
    """A list that holds the seconds once the block is left."""
    clock: list[float] = []
    began = time.perf_counter()
    yield clock
    clock.append(time.perf_counter() - began)


def machine() -> dict[str, str | int | float | None]:
    """What the figures were measured on, and how busy it was with other work."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }


def show(figures: dict[str, float]) -> list[str]:
    """Print the table; gives the names of figures that miss their floor."""
    missed = []
    for name, value in figures.items():
        floor, kind = FLOORS.get(name, (None, ""))
        word = ""
        if floor is not None:
            good = value >= floor if kind == "at least" else value <= floor
            word = f"{kind} {floor}: {'yes' if good else 'NO'}"
            missed += [] if good else [name]
        print(f"{name:32} {value:10.3f}   {word}".rstrip())
    return missed


if __name__ == "__main__":
    sys.exit(main())
