"""Faces found against faces counted: `python benchmarks/faces.py FOLDER`.

FOLDER holds pictures and a truth.csv with the columns path, faces_min and faces_max: what a person
counted, as a range where one would be unsure. The pictures are not part of the repository.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from pathlib import Path
from typing import NamedTuple

MOST_SECONDS = 3.0
"""A picture may take so long at most, on the mean."""
LEAST_IN_RANGE = 0.9
"""The share of pictures whose count must lie within the range."""
LEAST_FOUND = 0.95
"""Faces found of those that are certainly there, no picture counting for more than it has."""


class Count(NamedTuple):
    """One picture: faces found, and the range that a person counted."""

    name: str
    found: int
    least: int
    most: int

    @property
    def fits(self) -> bool:
        """Whether the count lies within the range."""
        return self.least <= self.found <= self.most


def main() -> int:
    """Count, print a line a picture, and exit with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    began = time.perf_counter()
    counts = [
        Count(
            row["path"],
            count_faces(folder / row["path"]),
            int(row["faces_min"]),
            int(row["faces_max"]),
        )
        for row in rows
    ]
    mean = (time.perf_counter() - began) / len(counts)
    for count in counts:
        word = "" if count.fits else "outside the range"
        print(f"{count.name:40} {count.found:4}  {count.least} to {count.most}  {word}".rstrip())
    in_range = sum(count.fits for count in counts) / len(counts)
    certain = sum(count.least for count in counts)
    found = sum(min(count.found, count.least) for count in counts) / certain
    print(f"within the range {in_range:.2f} (at least {LEAST_IN_RANGE})")
    print(f"of {certain} certain faces {found:.3f} (at least {LEAST_FOUND})")
    print(f"{mean:.2f} s a picture (at most {MOST_SECONDS})")
    good = in_range >= LEAST_IN_RANGE and found >= LEAST_FOUND and mean <= MOST_SECONDS
    return 0 if good else 1


def count_faces(path: Path) -> int:
    """How many faces the analyser finds in a picture."""
    from postcheck.analysers.pictures.faces import FaceAnalyser
    from postcheck.drafts.model import Medium
    from postcheck.drafts.pictures import open_picture
    from postcheck.setting import Setting

    with open_picture(path, "media[0]") as picture:
        return len(list(FaceAnalyser().analyse(picture, Medium(path=path.name), Setting())))


if __name__ == "__main__":
    sys.exit(main())
