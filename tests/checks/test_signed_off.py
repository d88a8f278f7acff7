"""`signed-off`, and how long an event is over."""

from __future__ import annotations

import pytest
from world import case

from postcheck.checks.audience import days_since_event
from postcheck.checks.base import Failed
from postcheck.checks.signed_off import CHECK, SignedOffOptions
from postcheck.facts.model import Fact


@pytest.mark.parametrize(
    ("signed", "have"),
    [
        ({}, "0"),
        ({"T.1": {"S1"}}, "1"),
        ({"T.2": {"S1", "S2"}}, "0"),
        ({"T.1": {"S1", "S2"}}, None),
        ({"T.1": {"S1", "S2", "S3"}}, None),
    ],
)
def test_enough_people_must_have_signed_that_clause(
    signed: dict[str, set[str]], have: str | None
) -> None:
    options = SignedOffOptions(clause="T.1", by=2)
    answer = CHECK.judge(Fact("draft", "draft"), options, case(signed=signed))
    assert answer == (None if have is None else Failed({"have": have, "wanted": "2"}))


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ({"date": "2026-11-30"}, 1),
        ({"date": "2026-12-01T18:00:00Z"}, 0),
        ({"date": "2026-12-04"}, -3),
        ({"name": "Fair"}, None),
        (None, None),
    ],
)
def test_days_from_the_event_to_the_publishing_day(
    event: dict[str, str] | None, days: int | None
) -> None:
    assert days_since_event(case({"text": "Fair", "event": event})) == days
