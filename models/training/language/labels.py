"""What is known of a training text, for each class that the package names."""

from __future__ import annotations

from collections.abc import Iterable

from postcheck.language.classes import CLASSES

IGNORE = -100
NOT_A_PERSON = -101
"""The tag of a word of which only this is known: no person's name, but perhaps another's."""
UNKNOWN = -1.0

Target = tuple[float, ...]
"""For each class 1 (it is so), 0 (it is not) or UNKNOWN."""

NOTHING_KNOWN: Target = (UNKNOWN,) * len(CLASSES)


def target(yes: Iterable[str] = (), no: Iterable[str] = (), base: Target = NOTHING_KNOWN) -> Target:
    """`base` with the classes `yes` set to 1 and those of `no` to 0."""
    values = list(base)
    for names, value in ((no, 0.0), (yes, 1.0)):
        for name in names:
            values[CLASSES.index(name)] = value
    return tuple(values)


def union(targets: Iterable[Target]) -> Target:
    """What holds for texts put together: 1 where one has it, 0 where all lack it."""
    return tuple(
        1.0 if 1.0 in column else 0.0 if set(column) == {0.0} else UNKNOWN
        for column in zip(*targets, strict=True)
    )
