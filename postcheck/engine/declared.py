"""Facts that need no looking: what the draft declares, and what the policy says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from postcheck.checks.case import Case
from postcheck.facts.model import Fact, Value
from postcheck.policy.model import PolicyFile

_SOURCE = "declared/1"


def declared_facts(case: Case, about: PolicyFile) -> Iterator[Fact]:
    """The draft, its platforms, its media and the people declared on them; and the policy."""
    yield Fact("draft", "draft", source=_SOURCE, attributes={"kind": case.draft.kind})
    yield _policy(about, case.setting.today)
    for channel in case.draft.platforms or filter(None, (case.account.platform,)):
        yield _platform(case, channel)
    for index, medium in enumerate(case.draft.media):
        surface = f"media[{index}]"
        yield Fact(
            "declared.picture",
            surface,
            source=_SOURCE,
            attributes={
                "path": medium.path,
                "people": len(medium.people),
                "bystanders": medium.bystanders,
                "activity": medium.activity,
            },
        )
        for code in medium.people:
            yield _person(case, surface, code)


def _platform(case: Case, channel: str) -> Fact:
    platform = case.platforms.get(channel.casefold())
    age = platform.limits.get("min-age") if platform else None
    attributes: dict[str, Value] = {
        "platform": channel,
        "known": platform is not None,
        "title": platform.title if platform else None,
        "min_age": age.value if age else None,
    }
    return Fact("declared.platform", "draft", channel, source=_SOURCE, attributes=attributes)


def _person(case: Case, surface: str, code: str) -> Fact:
    person = case.setting.register.get(code)
    left = person is not None and person.left_on is not None and person.left_on < case.day
    return Fact(
        "declared.person",
        surface,
        code,
        source=_SOURCE,
        attributes={
            "person": code,
            "role": person.role if person else None,
            "known": person is not None,
            "left": left,
        },
    )


def _policy(about: PolicyFile, today: date) -> Fact:
    return Fact(
        "policy",
        "policy",
        source=_SOURCE,
        attributes={
            "last_review": about.last_review,
            "review_due": about.next_review,
            "review_overdue": overdue(about.next_review, today),
            "days_to_month": days_to_month(about.next_review, today),
        },
    )


def days_to_month(month: str | None, today: date) -> int | None:
    """Days until the first day of a month; negative afterwards."""
    return None if month is None else (date.fromisoformat(f"{month}-01") - today).days


def overdue(month: str | None, today: date) -> bool:
    """Whether a month has wholly passed: a review due in June is overdue from the first of July."""
    if month is None:
        return False
    year, number = month.split("-")
    return (today.year, today.month) > (int(year), int(number))
