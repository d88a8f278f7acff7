"""Plug-ins: found by entry point without being imported, named in every failure.

Installed is not active: a plug-in is loaded when a rule or an option names what it gives. In the
groups `postcheck.analysers` an entry point is named after the kind of fact it provides, in
`postcheck.checks` and `postcheck.reporters` after the check or format, in `postcheck.rules` after
the policy pack.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Literal

from postcheck.errors import PostcheckError, Problem

Group = Literal["analysers", "checks", "reporters", "rules"]


def find(group: Group) -> dict[str, EntryPoint]:
    """Every installed plug-in of a group by name, sorted, none of them imported."""
    found = entry_points(group=f"postcheck.{group}")
    return {point.name: point for point in sorted(found, key=lambda point: point.name)}


def load(group: Group, name: str) -> object | None:
    """The object that a plug-in gives under a name; None when there is none.

    Raises PostcheckError, naming the package, when it cannot be imported.
    """
    point = find(group).get(name)
    if point is None:
        return None
    try:
        given: object = point.load()
    except (ImportError, AttributeError, SystemExit) as error:
        package = point.dist.name if point.dist else point.value
        raise PostcheckError(
            Problem(
                f"the plug-in “{name}” of the package {package} cannot be loaded: {error}",
                remedy=f"repair or remove the package {package}",
            )
        ) from error
    return given
