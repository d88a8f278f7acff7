"""`far-from-sites`: a place in the data of a picture must be none of the organisation's own."""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import Field

from postcheck.checks.base import Answer, Check, Failed, Options, Unknown
from postcheck.checks.case import Case
from postcheck.checks.fields import read
from postcheck.config.model import Site
from postcheck.facts.model import Fact

EARTH = 6_371_000
"""Metres from the middle of the earth to its surface, on average."""


class FarFromSitesOptions(Options):
    """The field that holds latitude and longitude: `53.80100, -1.54900`."""

    field: Annotated[str, Field(min_length=1)] = "value"


def judge(fact: Fact, options: FarFromSitesOptions, case: Case) -> Answer:
    """Measure how far the place is from each site of the configuration."""
    place = _place(read(fact, options.field))
    if place is None:
        return Unknown("the place in the file cannot be read")
    reached = [
        (apart, site)
        for site in case.setting.config.sites
        if (apart := metres(place, site)) <= site.metres
    ]
    if not reached:
        return None
    apart, site = min(reached, key=lambda found: found[0])
    return Failed({"site": site.name, "metres": f"{apart:,.0f}"})


def metres(place: tuple[float, float], site: Site) -> float:
    """The way over the surface of the earth (haversine)."""
    down, across = math.radians(place[0]), math.radians(place[1])
    there_down, there_across = math.radians(site.lat), math.radians(site.lon)
    half = (
        math.sin((there_down - down) / 2) ** 2
        + math.cos(down) * math.cos(there_down) * math.sin((there_across - across) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


def _place(written: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = (float(part) for part in written.split(","))
    except ValueError:
        return None
    return latitude, longitude


CHECK = Check(
    "far-from-sites",
    "A place in the data of a picture must be none of the organisation's own.",
    FarFromSitesOptions,
    judge,
    slots=frozenset({"site", "metres"}),
)
