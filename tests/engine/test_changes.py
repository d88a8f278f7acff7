"""What has changed since a sign-off, in words; redacted, without a file's name or a person's."""

from __future__ import annotations

import pytest

from postcheck.drafts.model import Draft
from postcheck.engine.changes import Changes
from postcheck.engine.content import Content
from postcheck.people.register import Person, Register

DRAFT = Draft.model_validate({"text": "Hi", "media": [{"path": "img/amira.jpg", "people": ["P1"]}]})
REGISTER = Register({"P1": Person(code="P1", role="pupil")})
NOW = ("text", "media", "media[img/amira.jpg]", "media[img/amira.jpg].alt", "consent[P1].image")


def told(part: str, *, recorded: bool = True, redact: bool = False) -> list[str]:
    content = Content("", dict.fromkeys(NOW, "1"), frozenset({"consent[P1].image"}))
    before = {part: "0"} if recorded else {}
    return Changes(DRAFT, content, REGISTER, before, redact).of([part])


@pytest.mark.parametrize(
    ("part", "recorded", "said", "redacted"),
    [
        ("text", True, "the text has changed", None),
        ("remove_by", True, "the day of removal has changed", None),
        ("id", True, "`id` has changed", None),
        ("Amira Khan", True, "more has changed", None),
        ("media", True, "the list of pictures has changed", None),
        (
            "media[img/amira.jpg]",
            True,
            "the picture amira.jpg has been swapped",
            "the picture media[0] has been swapped",
        ),
        (
            "media[img/amira.jpg]",
            False,
            "the picture amira.jpg has been added",
            "the picture media[0] has been added",
        ),
        (
            "media[khan.jpg]",
            True,
            "the picture khan.jpg has been taken away",
            "the picture […] has been taken away",
        ),
        (
            "media[img/amira.jpg].alt",
            True,
            "the alternative text of amira.jpg has changed",
            "the alternative text of media[0] has changed",
        ),
        (
            "consent[P1].image",
            True,
            "consent for the picture of P1 is not available any more",
            None,
        ),
        ("consent[P2].name", False, "the consent for the name of somebody has changed", None),
        ("consent[Amira].full_name", True, "the consent for the full name of somebody", None),
    ],
)
def test_each_change_has_its_words(
    part: str, recorded: bool, said: str, redacted: str | None
) -> None:
    assert told(part, recorded=recorded)[0].startswith(said)
    assert told(part, recorded=recorded, redact=True)[0].startswith(redacted or said)
