"""`far-from-sites`: how far places in picture files are from ours."""

from __future__ import annotations

import pytest
from world import case

from postcheck.checks import CHECKS
from postcheck.checks.base import Answer, Failed, Unknown
from postcheck.checks.far_from_sites import FarFromSitesOptions, metres
from postcheck.config.model import Site
from postcheck.facts.model import Fact

NORTH = {"name": "North site", "lat": 53.8, "lon": -1.55}
SOUTH = {"name": "South site", "lat": 53.798, "lon": -1.55, "metres": 1000}


def answer(value: str, *sites: dict[str, object]) -> Answer:
    fact = Fact("image.metadata", "media[0]", attributes={"field": "gps", "value": value})
    seen = case(config={"sites": list(sites)})
    return CHECKS["far-from-sites"].judge(fact, FarFromSitesOptions(), seen)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("53.80000, -1.55000", ("North site", "0")),
        ("53.80250, -1.55000", ("North site", "278")),
        ("53.80290, -1.55000", ("South site", "545")),
        ("53.79800, -1.55400", ("South site", "263")),
        ("53.81500, -1.55000", None),
        ("-53.80000, 1.55000", None),
    ],
)
def test_the_nearest_site_within_its_reach_is_told(
    value: str, told: tuple[str, str] | None
) -> None:
    found = answer(value, NORTH, SOUTH)
    if told is None:
        assert found is None
    else:
        assert isinstance(found, Failed)
        assert (found.values["site"], found.values["metres"]) == told


def test_without_sites_every_place_is_far() -> None:
    assert answer("53.80000, -1.55000") is None


@pytest.mark.parametrize("value", ["", "somewhere", "53.8", "1, 2, 3"])
def test_a_place_that_cannot_be_read_is_unknown(value: str) -> None:
    assert isinstance(answer(value, NORTH), Unknown)


def test_distances_over_the_date_line_are_short() -> None:
    site = Site(name="Far", lat=0, lon=179.999)
    assert metres((0, -179.999), site) == pytest.approx(222.4, abs=0.1)
