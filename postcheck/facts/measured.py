"""What was measured of the analysers: `models/measured.yaml`, for `postcheck explain`."""

from __future__ import annotations

from postcheck.documents.files import read_text
from postcheck.documents.model import Day, Document
from postcheck.documents.read import read_yaml
from postcheck.resources import models_folder

NAME = "measured.yaml"


class Measure(Document):
    """One figure: for which kind of fact, what it says, on what it was measured, and when.

    With a `category`, it is about facts of that category alone.
    """

    kind: str
    category: str | None = None
    figure: str
    of: str
    as_of: Day


class MeasuredFile(Document):
    """The list of figures."""

    measured: tuple[Measure, ...]


def measures() -> tuple[Measure, ...]:
    """Every figure on record. Raises InputError when the file cannot be read."""
    path = models_folder() / NAME
    return read_yaml(NAME, read_text(path, NAME), MeasuredFile).measured
