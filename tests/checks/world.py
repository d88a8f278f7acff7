"""A small invented world for tests of checks: people, accounts, a draft, and facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from postcheck.checks.case import Case
from postcheck.config.model import Config
from postcheck.drafts.model import Draft
from postcheck.facts.model import Fact, FactSet, Missing
from postcheck.people.accounts import Account
from postcheck.people.register import Person, Register
from postcheck.setting import Setting

DAY = date(2026, 12, 1)

PEOPLE = [
    {
        "code": "P1",
        "role": "pupil",
        "first_name": "Amira",
        "surname": "Khan",
        "consents": [
            {
                "purpose": "image",
                "channel": "website",
                "decision": "yes",
                "written": "yes",
                "given_by": "parent",
                "decided_on": "2026-09-01",
            },
        ],
    },
    {"code": "P2", "role": "pupil", "first_name": "Owen", "surname": "Pryce"},
    {
        "code": "S1",
        "role": "staff",
        "first_name": "Dana",
        "surname": "Reid",
        "consents": [
            {
                "purpose": "image",
                "channel": "any",
                "decision": "yes",
                "decided_on": "2026-09-01",
                "given_by": "self",
            }
        ],
    },
]


def case(
    draft: dict[str, Any] | None = None,
    facts: list[Fact] | None = None,
    missing: list[Missing] | None = None,
    config: dict[str, Any] | None = None,
    **more: Any,
) -> Case:
    """A case about an invented draft."""
    people = [Person.model_validate(person) for person in PEOPLE]
    setting = Setting(
        config=Config.model_validate(config or {}),
        register=Register({person.code: person for person in people}),
        accounts={"ours": Account(id="ours", handle="@ours", platform="instagram")},
        lists=more.pop("lists", {}),
        today=DAY,
    )
    return Case(
        draft=Draft.model_validate(draft or {"text": "Hello"}),
        account=more.pop("account", Account(id="ours")),
        setting=setting,
        facts=FactSet(facts or [], missing or []),
        day=DAY,
        channels=more.pop("channels", ("website",)),
        **more,
    )


def picture(people: list[str], bystanders: int = 0) -> dict[str, Any]:
    """A draft with one picture."""
    return {"media": [{"path": "a.jpg", "people": people, "bystanders": bystanders}]}


def faces(count: int, score: float | None = 0.9) -> list[Fact]:
    """As many faces in the first picture."""
    return [Fact("image.face", "media[0]", score=score) for _ in range(count)]
