"""The contract's rules of consent, one table each, near-misses first."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.people.consent import ConsentState, canonical, consent_for
from postcheck.people.register import Consent, Person

DAY = date(2026, 12, 1)
YES: dict[str, object] = {"purpose": "image", "decision": "yes", "written": "yes"}
NO: dict[str, object] = {"purpose": "image", "decision": "no"}


def state(
    *consents: dict[str, object],
    channel: str = "instagram",
    purpose: str = "image",
    on: date = DAY,
    **person: object,
) -> ConsentState:
    values = {"code": "P1", "role": "pupil", **person, "consents": list(consents)}
    return consent_for(Person.model_validate(values), purpose, channel, on)  # type: ignore[arg-type]  # the table gives text


@pytest.mark.parametrize(
    ("consents", "reason"),
    [
        ([YES], None),
        ([], "none"),
        ([{**YES, "decision": "pending"}], "none"),
        ([{**YES, "decision": ""}], "none"),
        ([{**YES, "decision": "unknown"}], "none"),
        ([{**YES, "decision": None}], "none"),
        ([{**YES, "decision": "withdrawn"}], "none"),
        ([{**YES, "purpose": "video"}], "none"),
        ([{**YES, "channel": "website"}], "wrong-channel"),
        ([{**YES, "channel": "Instagram"}], None),
        ([{**YES, "channel": "social media"}], None),
        ([{**YES, "written": "no"}], "not-written"),
        ([{**YES, "written": ""}], "not-written"),
        ([{**YES, "expires_on": "2026-11-30"}], "expired"),
        ([{**YES, "expires_on": "2026-12-01"}], None),
        ([{**YES, "decided_on": "2026-12-01"}], None),
        ([{**YES, "decided_on": "2026-12-02"}], "none"),
        ([{**YES, "expires_on": "2026-11-30"}, YES], None),
        ([{**YES, "expires_on": "2026-11-30"}, {**YES, "channel": "website"}], "expired"),
    ],
)
def test_a_pupils_picture(consents: list[dict[str, object]], reason: str | None) -> None:
    found = state(*consents)
    assert found.available == (reason is None)
    assert found.reason == (reason or "none")


@pytest.mark.parametrize(
    ("consents", "channel", "available"),
    [
        ([YES, NO], "instagram", False),
        ([YES, {**NO, "decision": "withdrawn"}], "instagram", False),
        ([{**YES, "channel": "instagram"}, NO], "instagram", False),
        ([YES, {**NO, "channel": "website"}], "instagram", True),
        ([YES, {**NO, "channel": "website"}], "website", False),
        ([YES, {**NO, "channel": "social media"}], "facebook", False),
        ([YES, {**NO, "channel": "social media"}], "website", True),
        ([YES, {**NO, "channel": "twitter"}], "x", False),
        ([YES, {**NO, "purpose": "full_name"}], "instagram", True),
        ([YES, {**NO, "expires_on": "2026-01-01"}], "instagram", False),
        ([YES, {**NO, "decided_on": "2027-01-01"}], "instagram", False),
        ([YES, {**NO, "decision": "pending"}], "instagram", True),
        ([YES], "any", True),
        ([YES, {**NO, "channel": "website"}], "any", False),
        ([{**YES, "channel": "website"}], "any", False),
    ],
)
def test_refusals(consents: list[dict[str, object]], channel: str, available: bool) -> None:
    for order in (consents, consents[::-1]):
        assert state(*order, channel=channel).available == available


def test_a_refusal_has_no_reason_of_its_own() -> None:
    assert state(NO) == state(YES, NO) == state()


ASSESSED = {"competence_assessed_by": "S02", "competence_assessed_on": "2026-09-01"}


@pytest.mark.parametrize(
    ("extra", "available"),
    [
        ({}, False),
        ({"competence_assessed_by": "S02"}, False),
        ({"competence_assessed_on": "2026-09-01"}, False),
        ({**ASSESSED, "competence_assessed_on": "2026-12-02"}, False),
        (ASSESSED, True),
    ],
)
@pytest.mark.parametrize("giver", ["pupil", "self"])
def test_pupils_who_consent_for_themselves(
    giver: str, extra: dict[str, object], available: bool
) -> None:
    found = state({**YES, "given_by": giver, **extra})
    assert found.available == available
    assert found.reason == ("none" if available else "pupil-without-assessment")


@pytest.mark.parametrize("role", ["staff", "parent", "visitor", "public"])
def test_adults_may_speak(role: str) -> None:
    assert state({**YES, "written": "no", "given_by": "self"}, role=role).available
    assert not state(role=role).available


@pytest.mark.parametrize(
    ("purpose", "available"),
    [("image", False), ("video", False), ("biometric", False), ("full_name", True)],
)
def test_what_must_be_written_for_a_pupil(purpose: str, available: bool) -> None:
    consent = {**YES, "purpose": purpose, "written": "no"}
    assert state(consent, purpose=purpose).available == available


@pytest.mark.parametrize(
    ("left_on", "survives", "reason"),
    [
        ("2026-11-30", None, "left"),
        ("2026-11-30", False, "left"),
        ("2026-11-30", True, None),
        ("2026-12-01", None, None),
        (None, None, None),
    ],
)
@pytest.mark.parametrize("role", ["pupil", "staff"])
def test_leavers(role: str, left_on: str | None, survives: bool | None, reason: str | None) -> None:
    found = state({**YES, "survives_leaving": survives}, role=role, left_on=left_on)
    assert found.available == (reason is None)
    assert found.reason == (reason or "none")


def test_a_leaver_without_consent_is_no_leavers_case() -> None:
    assert state(left_on="2026-01-01").reason == "none"
    assert state({**YES, "expires_on": "2026-01-01"}, left_on="2026-01-01").reason == "expired"


@pytest.mark.parametrize(
    ("written", "name"),
    [("Twitter", "x"), ("Social_Media", "social-media"), ("", "any"), ("ALL", "any")],
)
def test_channels_have_one_spelling(written: str, name: str) -> None:
    assert canonical(written) == name


def test_the_model_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="decision"):
        Consent.model_validate({"purpose": "image", "decision": "maybe"})
