"""Fit how far names are believed that the model alone sees: `python fit_told.py --data DATA`.

Names that lists know are told without a score, so that what is left are the model's doubtful ones,
and its own probabilities are too high for them. The whole tool looks at the open development sets
and at the labelled school posts; scale and shift of the logistic function are fitted to what it
tells on the model's word alone, each of the two weighing as much. Run it after assemble.py, with
the project installed in place (`pip install -e`), so that the tool reads models/language; it writes
`told` into thresholds.json there.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from fit import platt
from school import ROOT, school_posts

from benchmarks.accuracy import open_sets, persons, posts
from benchmarks.accuracy.running import look
from benchmarks.accuracy.sample import Sample, Span
from postcheck.resources import models_folder

THRESHOLDS = ROOT / "models/language/encoder/thresholds.json"


def pairs(samples: list[Sample]) -> list[tuple[float, bool]]:
    """Score, and whether the span is exactly right, of every name of the model alone."""
    out = []
    for answer in look(samples):
        seen, true = persons.seen(answer), set(answer.sample.persons or ())
        for fact in answer.of("text.person"):
            span = Span(fact["surface"], fact["start"], fact["end"])
            if fact["score"] is not None and span in seen:
                out.append((fact["score"], span in true))
    return out


def main() -> None:
    """Fit, print what it leads to, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    options = parser.parse_args()
    samples, absent = open_sets.names(options.data)
    assert not absent, f"not in {options.data}: {absent}"
    assert models_folder() == ROOT / "models", f"the tool reads {models_folder()}"
    content = json.loads(THRESHOLDS.read_text(encoding="utf-8"))
    write(content | {"told": {"scale": 1.0, "shift": 0.0}})
    opened = pairs(samples)
    school = pairs([posts.without_register(post.sample) for post in school_posts()])
    times = max(1, round(len(opened) / max(len(school), 1)))
    both = opened + school * times
    scores = np.array([score for score, _ in both]).clip(1e-6, 1 - 1e-6)
    right = np.array([float(is_right) for _, is_right in both])
    scale, shift = platt(np.log(scores / (1 - scores)), right)
    print(f"{len(opened)} names in open sets, {len(school)} in posts ({times} times)")
    print(f"scale {scale:.3f} shift {shift:.3f}; right {right.mean():.3f}")
    write(content | {"told": {"scale": round(scale, 3), "shift": round(shift, 3)}})


def write(content: dict[str, object]) -> None:
    """thresholds.json as fit.py writes it."""
    THRESHOLDS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
