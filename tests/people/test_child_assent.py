"""A child that does not agree itself is not shown, and nothing tells why."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.people.consent import ConsentState, consent_for
from postcheck.people.register import Consent, Person


@pytest.mark.parametrize(
    ("assent", "expected"),
    [
        ("yes", ConsentState(available=True)),
        ("unknown", ConsentState(available=True)),
        (None, ConsentState(available=True)),
        ("no", ConsentState(available=False, reason="none")),
    ],
)
def test_only_a_recorded_no_of_the_child_closes(assent: str | None, expected: ConsentState) -> None:
    consent = Consent.model_validate(
        {
            "purpose": "image",
            "decision": "yes",
            "written": "yes",
            "given_by": "parent",
            "child_assent": assent,
        }
    )
    person = Person(code="P1", role="pupil", consents=(consent,))
    assert consent_for(person, "image", "instagram", date(2026, 11, 22)) == expected
