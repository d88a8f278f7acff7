"""Waivers and sign-offs in a draft: what they answer, and what is said of those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine.test_judge import NAME, PICTURE, report

from postcheck.facts.model import Fact

TEXT = "👏 Hi\r\nhey\n Amira Khan!"
WAIVER = {"rule": "no-names", "reason": "agreed", "by": "SLT", "until": "2026-11-22"}
FACE = Fact("image.face", "media[0]", score=0.9)
ROLES = {"roles": {"dsl": "S2", "slt": ["S1", "S3"]}}


def told(found) -> dict[str, str]:
    """The findings about the records themselves, by name."""
    return {f.rule: f.message for f in found.findings if f.rule.startswith(("waiver", "sign-off"))}


@pytest.mark.parametrize(
    ("change", "outcome", "record"),
    [
        ({}, "clean", None),
        ({"match": "Amira Khan"}, "clean", None),
        ({"match": "Amira"}, "violation", "waiver-unused"),
        ({"until": "2026-11-21"}, "violation", "waiver-expired"),
        ({"until": "2026-12-23"}, "violation", "waiver-too-long"),
        ({"until": "2026-12-22"}, "clean", None),
        ({"rule": "no-pictures"}, "violation", "waiver-not-allowed"),
    ],
)
@pytest.mark.parametrize("redact", [False, True])
def test_waivers_are_honoured_as_written(
    tmp_path: Path, change: dict, outcome: str, record: str | None, redact: bool
) -> None:
    draft = {"text": TEXT, "waivers": [WAIVER | change]}
    config = {"waivers": {"longest": {"error": 30}}}
    found = report(tmp_path, draft, [NAME], config, redact=redact)
    assert found.outcome == outcome
    assert set(told(found)) == ({record} if record else set())
    assert all(finding.match is None for finding in found.findings)


@pytest.mark.parametrize(
    ("text", "redact", "said"),
    [
        (TEXT, False, "names none of the findings, which are “Amira Khan”."),
        (TEXT, True, "its `match` names none of the findings."),
        ("Hello", False, "there is no such finding."),
    ],
)
def test_a_waiver_that_misses_is_told_what_it_could_name(
    tmp_path: Path, text: str, redact: bool, said: str
) -> None:
    draft = {"text": text, "waivers": [WAIVER | {"match": "Amira"}]}
    found = report(tmp_path, draft, [NAME] if text == TEXT else [], redact=redact)
    assert told(found)["waiver-unused"].endswith(said)


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused(tmp_path: Path) -> None:
    draft = {"text": TEXT, "waivers": [WAIVER]}
    assert not told(report(tmp_path, draft, select=("staff-only",)))
    assert set(told(report(tmp_path, draft))) == {"waiver-unused"}


def test_an_unwaivable_clause_stays(tmp_path: Path) -> None:
    waived = PICTURE | {"waivers": [WAIVER | {"rule": "no-pictures"}]}
    found = report(tmp_path, waived, [FACE])
    assert found.outcome == "review"
    assert "clause P.1 cannot be waived" in told(found)["waiver-not-allowed"]


def signed(tmp_path: Path, draft: dict, config: dict, **change: object) -> dict:
    """The draft with a sign-off for its content as it is."""
    content = report(tmp_path, draft, [FACE], config).content_sha256
    sign_off = {"clause": "P.1", "role": "dsl", "by": "S2", "at": "2026-11-20T10:00:00Z"}
    entry = {**sign_off, "sha256": content, **change}
    return draft | {"sign_offs": [*draft.get("sign_offs", []), entry]}


@pytest.mark.parametrize(
    ("change", "status", "record", "said"),
    [
        ({}, "signed-off", None, ""),
        ({"by": "S9"}, "open", "sign-off-void", "S9 does not hold the role dsl"),
        ({"role": "slt"}, "open", "sign-off-void", "S2 does not hold the role slt"),
        ({"role": "hr"}, "open", "sign-off-void", "S2 does not hold the role hr"),
        ({"sha256": "0" * 64}, "open", "sign-off-void", "the draft has changed"),
        ({"sha256": None}, "open", "sign-off-unbound", "nothing of the content"),
        ({"clause": "4.10"}, "open", None, ""),
    ],
)
def test_a_sign_off_answers_for_its_clause_and_content_alone(
    tmp_path: Path, change: dict, status: str, record: str | None, said: str
) -> None:
    found = report(tmp_path, signed(tmp_path, PICTURE, ROLES, **change), [FACE], ROLES)
    assert [f.status for f in found.findings if f.rule == "no-pictures"] == [status]
    assert set(told(found)) == ({record} if record else set())
    assert said in "".join(told(found).values())


def test_a_sign_off_answers_a_violation_only_where_the_rule_says_so(tmp_path: Path) -> None:
    blog = signed(tmp_path, PICTURE | {"kind": "blog", "text": "Amira Khan"}, ROLES, clause="4.10")
    found = report(tmp_path, blog, [NAME, FACE], ROLES)
    assert {f.rule: f.status for f in found.findings if f.clause == "4.10"} == {
        "no-names": "open",
        "no-blogs": "signed-off",
    }


@pytest.mark.parametrize("author", ["S2", " s2"])
def test_an_author_cannot_sign_their_own(tmp_path: Path, author: str) -> None:
    own = signed(tmp_path, PICTURE | {"author": author}, ROLES)
    found = report(tmp_path, own, [FACE], ROLES)
    assert found.outcome == "violation"
    assert "an author cannot sign their own draft" in told(found)["sign-off-void"]


def test_who_may_sign_is_configured(tmp_path: Path) -> None:
    config = ROLES | {"sign_offs": {"signed_by": {"P.1": "slt"}}}
    by_dsl = report(tmp_path, signed(tmp_path, PICTURE, config), [FACE], config)
    assert "clause P.1 is signed by slt, not by dsl" in told(by_dsl)["sign-off-void"]
    by_slt = signed(tmp_path, PICTURE, config, role="slt", by="S3")
    assert report(tmp_path, by_slt, [FACE], config).outcome == "clean"


@pytest.mark.parametrize(
    ("second", "outcome", "record"),
    [
        (None, "review", "sign-off-incomplete"),
        ({"by": "S2"}, "review", "sign-off-incomplete"),
        ({"by": "S1", "role": "slt"}, "clean", None),
        ({"by": "S1", "role": "slt", "sha256": "0" * 64}, "violation", "sign-off-void"),
    ],
)
def test_a_child_in_the_picture_needs_two_readers(
    tmp_path: Path, second: dict | None, outcome: str, record: str | None
) -> None:
    config = ROLES | {"sign_offs": {"readers_with_children": 2}}
    draft = signed(tmp_path, PICTURE, config)
    if second is not None:
        draft = signed(tmp_path, draft, config, **second)
    found = report(tmp_path, draft, [FACE], config)
    assert found.outcome == outcome
    assert (record is None and not told(found)) or record in told(found)


def test_a_post_without_children_needs_one_reader(tmp_path: Path) -> None:
    config = ROLES | {
        "sign_offs": {"readers_with_children": 2},
        "rules": {"no-names": {"severity": "warning"}},
    }
    content = report(tmp_path, {"text": TEXT}, [NAME], config).content_sha256
    entry = {"clause": "4.10", "role": "dsl", "by": "S2", "at": "2026-11-20T10:00:00Z"}
    draft = {"text": TEXT, "sign_offs": [{**entry, "sha256": content}]}
    assert report(tmp_path, draft, [NAME], config).outcome == "clean"


def test_a_new_sign_off_heals_an_old_one(tmp_path: Path) -> None:
    draft = signed(tmp_path, PICTURE, ROLES, sha256="0" * 64, by="S1", role="slt")
    found = report(tmp_path, signed(tmp_path, draft, ROLES), [FACE], ROLES)
    assert found.outcome == "clean"
    assert not told(found)


@pytest.mark.parametrize(
    ("publish_at", "outcome"),
    [("2026-11-22T08:00:00Z", "clean"), ("2026-11-21T08:00:00Z", "violation")],
)
def test_a_sign_off_ends_with_the_publication(
    tmp_path: Path, publish_at: str, outcome: str
) -> None:
    draft = signed(tmp_path, PICTURE | {"publish_at": publish_at}, ROLES)
    found = report(tmp_path, draft, [FACE], ROLES)
    assert found.outcome == outcome
    if outcome == "violation":
        assert "ended with the publication on 2026-11-21" in told(found)["sign-off-void"]


def test_redacted_records_name_nobody_who_is_not_registered(tmp_path: Path) -> None:
    draft = signed(tmp_path, PICTURE, ROLES, by="Mrs Plonk", role="Mr Grumble")
    found = report(tmp_path, draft, [FACE], ROLES, redact=True)
    said = repr([f for f in found.findings if f.rule == "sign-off-void"])
    assert "sign-off-void" in said
    assert "Plonk" not in said
    assert "Grumble" not in said
