"""No answer lets a reader tell a refusal from another lack of consent."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.people.consent import ConsentState, consent_for
from postcheck.people.register import Person

DAY = date(2026, 12, 1)
YES: dict[str, object] = {"purpose": "image", "decision": "yes", "written": "yes"}
WEBSITE = {**YES, "channel": "website"}
EXPIRED = {**YES, "expires_on": "2026-11-30"}
SPOKEN = {**YES, "written": "no"}
OWN = {**YES, "given_by": "pupil"}
REFUSALS = ("no", "withdrawn")


def answers(*consents: dict[str, object], **person: object) -> list[ConsentState]:
    """What is answered for every channel that the tables name, and for any."""
    read = Person.model_validate({"code": "P1", "role": "pupil", **person, "consents": consents})
    return [consent_for(read, "image", name, DAY) for name in ("instagram", "website", "any")]


def refusal(decision: str, channel: str) -> dict[str, object]:
    return {"purpose": "image", "channel": channel, "decision": decision}


@pytest.mark.parametrize("decision", REFUSALS)
@pytest.mark.parametrize("channel", ["instagram", "social media"])
@pytest.mark.parametrize("others", [[], [WEBSITE], [EXPIRED], [SPOKEN], [OWN], [WEBSITE, EXPIRED]])
def test_a_refusal_beside_other_consents_is_like_nothing_on_record(
    decision: str, channel: str, others: list[dict[str, object]]
) -> None:
    refused = answers(*others, refusal(decision, channel))
    assert refused == answers(*others, refusal("pending", channel)) == answers(*others)


@pytest.mark.parametrize("decision", REFUSALS)
def test_a_channel_refused_out_of_all_is_like_one_that_was_never_granted(decision: str) -> None:
    assert answers(YES, refusal(decision, "instagram")) == answers(WEBSITE)


@pytest.mark.parametrize("decision", REFUSALS)
def test_all_channels_refused_is_like_nothing_on_record(decision: str) -> None:
    assert answers(YES, refusal(decision, "any")) == answers()


@pytest.mark.parametrize("decision", REFUSALS)
def test_a_refusal_stays_graver_than_leaving(decision: str) -> None:
    gone: dict[str, object] = {"left_on": "2026-07-20"}
    assert answers(YES, **gone)[0].reason == "left"
    assert answers(YES, refusal(decision, "any"), **gone) == answers(**gone)
    assert answers(YES, refusal(decision, "instagram"), **gone)[0] == answers(WEBSITE, **gone)[0]
