"""What a draft's own setting says, before anybody looks at it."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.engine.declared import overdue


@pytest.mark.parametrize(
    ("month", "today", "late"),
    [
        ("2025-06", date(2025, 6, 30), False),
        ("2025-06", date(2025, 7, 1), True),
        ("2025-12", date(2026, 1, 1), True),
        ("2026-01", date(2025, 12, 31), False),
        (None, date(2025, 7, 1), False),
    ],
)
def test_a_review_is_overdue_once_its_month_has_wholly_passed(
    month: str | None, today: date, late: bool
) -> None:
    assert overdue(month, today) is late
