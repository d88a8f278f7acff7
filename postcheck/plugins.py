"""Plug-ins: found by entry point without being imported, named in every failure.

Installed is not active: a plug-in is loaded when a rule or an option names what it gives. In the
groups `postcheck.analysers` an entry point is named after the kind of fact it provides, in
`postcheck.checks` and `postcheck.reporters` after the check or format, in `postcheck.rules` after
the policy pack.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Literal, TypeVar

from postcheck.door import Crashed, attempt
from postcheck.errors import PostcheckError, Problem

T = TypeVar("T")
R = TypeVar("R")

Group = Literal["analysers", "checks", "reporters", "rules"]


def find(group: Group) -> dict[str, EntryPoint]:
    """Every installed plug-in of a group by name, sorted, none of them imported."""
    found = entry_points(group=f"postcheck.{group}")
    return {point.name: point for point in sorted(found, key=lambda point: point.name)}


def load(group: Group, name: str, wanted: type[T], what: str) -> T | None:
    """The object that a plug-in gives under a name; None when there is none.

    `what` says for the message what a `wanted` is. Raises PostcheckError, naming the package, when
    it cannot be imported or gives something else.
    """
    point = find(group).get(name)
    if point is None:
        return None
    given = guarded(group, name, point.load)
    if isinstance(given, wanted):
        return given
    raise unfit(group, name, f"gives no {what}")


def guarded(group: Group, name: str, call: Callable[[], R]) -> R:
    """Call into a plug-in. Raises PostcheckError, naming the package, whatever goes wrong there."""

    def told() -> R:
        try:
            return call()
        except ImportError as error:
            raise unfit(group, name, f"cannot be loaded: {error}") from error

    result = attempt(called(group, name), told)
    if isinstance(result, Crashed):
        if result.expected:
            raise PostcheckError(result.problems)
        raise unfit(group, name, result.message.removeprefix(f"{called(group, name)} "))
    return result.value


def called(group: Group, name: str) -> str:
    """How messages call a plug-in."""
    return f"the plug-in “{name}” of the package {package_of(group, name)}"


def package_of(group: Group, name: str) -> str:
    """The package that brings a plug-in."""
    point = find(group).get(name)
    if point is None:
        return "that gave it"
    return point.dist.name if point.dist else point.value


def unfit(group: Group, name: str, fault: str) -> PostcheckError:
    """The error that says what is wrong with a plug-in, such as `gives no Entry`."""
    package = package_of(group, name)
    message = f"{called(group, name)} {fault}"
    return PostcheckError(Problem(message, remedy=f"repair or remove the package {package}"))
