"""The surfaces that pictures give: their words, their codes, and what is no words."""

from __future__ import annotations

import pytest

from postcheck.drafts.surfaces import Surface, from_pictures
from postcheck.facts.model import Fact
from postcheck.places import Box

CODE = Fact("image.code", "media[0]", "WIFI:S:Staff;P:Sunflower22;;", box=Box(100, 100, 200, 200))


def _line(text: str, box: Box | None, surface: str = "media[0]") -> Fact:
    return Fact("image.text", surface, text, box=box)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (_line("EE", Box(120, 140, 60, 40)), False),
        (_line("EE", Box(90, 190, 240, 20)), False),
        (_line("Scan me", Box(100, 320, 200, 40)), True),
        (_line("Scan me", Box(320, 190, 120, 40)), True),
        (_line("Scan me", Box(120, 140, 60, 40), "media[1]"), True),
        (_line("Scan me", None), True),
    ],
)
def test_what_was_read_in_a_code_is_no_words(line: Fact, words: bool) -> None:
    surfaces = {surface.name: surface.text for surface in from_pictures([line, CODE])}
    assert surfaces.pop("media[0].code") == CODE.text
    assert surfaces == ({f"{line.surface}.image-text": line.text} if words else {})


@pytest.mark.parametrize(
    ("name", "text", "prose"),
    [
        ("text", "Well done!", True),
        ("media[0].image-text", "Well done!", True),
        ("media[0].code", "WIFI:S:Staff;T:WPA;P:Sunflower22;;", False),
        ("links[0]", "https://www.earlylife.example", False),
        ("text", "1 2 3", False),
    ],
)
def test_prose_is_what_people_read(name: str, text: str, prose: bool) -> None:
    assert Surface(name, text).prose is prose
