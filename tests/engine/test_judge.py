"""Judging: places, words, unknowns, clause states, waivers and sign-offs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from policy.test_load import CLAUSES, RULE, pack

from postcheck.analysers.base import Scene
from postcheck.config.find import Sources
from postcheck.config.model import Config
from postcheck.drafts.load import LoadedDraft
from postcheck.drafts.model import Draft
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import PostcheckError
from postcheck.facts.model import Fact, Missing
from postcheck.findings import DraftReport
from postcheck.policy.load import load_policy

MORE_CLAUSES = """\
  - {id: N.1, section: S, duty: D, binds: [official], enforcement: [not-checkable], how: By hand.}
  - {id: L.1, section: S, duty: D, binds: [official], how: H, not-yet: true,
     enforcement: [automatic]}
  - {id: P.1, section: S, duty: D, binds: [official], how: H, waivable: false,
     enforcement: [automatic]}
  - {id: S.1, section: S, duty: D, binds: [staff], enforcement: [automatic], how: H}
"""
MORE_RULES = """\
  - id: no-pictures
    clause: P.1
    given: declared.picture
    check: reconcile
    with: {fails: more-seen}
    severity: warning
    message: “{media}” shows {seen}, {declared} declared.
    remedy: Declare them.
    on-unknown: error
    tests: [{pass: Hello}, {fail: Hello}]
  - id: no-blogs
    clause: "4.10"
    given: draft
    where: {fact.kind: blog}
    check: absent
    severity: error
    signable: true
    message: A blog.
    remedy: Ask.
    tests: [{pass: Hello}, {fail: Hello}]
  - id: staff-only
    clause: S.1
    given: draft
    check: absent
    severity: error
    message: Not here.
    remedy: Leave.
    tests: [{pass: Hello}, {fail: Hello}]
"""
NAME = Fact(
    "text.person",
    "text",
    "Amira Khan",
    11,
    21,
    attributes={"role": "pupil", "first": "Amira", "last": "Khan"},
)


def report(
    tmp_path: Path,
    draft: dict | None = None,
    facts: list[Fact | Missing] | None = None,
    config: dict | None = None,
    **wishes: object,
) -> DraftReport:
    rules = RULE.replace(
        "    tests:", '    fix: {replace: "{first} {initial}", safety: review}\n    tests:'
    )
    pack(tmp_path, clauses__all=CLAUSES + MORE_CLAUSES, rules__all=rules + MORE_RULES)
    policy = load_policy(["ours"], tmp_path)
    sources = Sources(Config.model_validate(config or {}))
    bench = Workbench(sources, Wishes(today=date(2026, 11, 22), **wishes), policy)
    read = Draft.model_validate(draft or {"text": "👏 Hi\r\nhey\n Amira Khan!"})
    loaded = LoadedDraft(read, "d.json", tmp_path, sources)
    scene = bench.scene(loaded)
    from postcheck.drafts.surfaces import declared

    scene.surfaces = tuple(declared(read))
    for item in facts or []:
        scene.facts.add(item)
    assert isinstance(scene, Scene)
    return bench.report(loaded, scene)


def test_a_finding_names_clause_place_and_repair(tmp_path: Path) -> None:
    found = report(tmp_path, facts=[NAME]).findings
    assert len(found) == 1
    one = found[0]
    assert (one.rule, one.clause, one.outcome, one.severity) == (
        "no-names",
        "4.10",
        "violation",
        "error",
    )
    assert (one.line, one.column, one.start, one.end) == (3, 2, 11, 21)
    assert one.message == "“Amira Khan” is a name."
    assert one.duty == "Say no names."
    assert one.fix is not None
    assert one.fix.replacement == "Amira K"
    assert one.excerpt is not None
    assert one.excerpt.line[one.excerpt.start : one.excerpt.end] == "Amira Khan"


def test_redaction_leaves_no_word_of_the_draft(tmp_path: Path) -> None:
    one = report(tmp_path, facts=[NAME], redact=True).findings[0]
    assert "Amira" not in repr(one)
    assert "Khan" not in repr(one)
    assert one.message == "“[…]” is a name."


def test_every_clause_has_a_state(tmp_path: Path) -> None:
    states = report(tmp_path, facts=[NAME]).clauses
    assert states == {
        "4.10": "violation",
        "N.1": "not-checkable",
        "L.1": "not-enforced",
        "P.1": "not-applicable",
        "S.1": "not-applicable",
    }
    assert report(tmp_path).clauses["4.10"] == "pass"
    assert report(tmp_path, select=("staff-only",)).clauses["4.10"] == "not-selected"
    staff = {"text": "x", "account": {"kind": "staff"}}
    assert report(tmp_path, staff).clauses["S.1"] == "violation"
    assert report(tmp_path, staff).clauses["4.10"] == "not-applicable"


PICTURE = {"media": [{"path": "a.jpg"}]}


def test_what_could_not_be_had_is_unknown_and_never_a_pass(tmp_path: Path) -> None:
    lost = Missing("image.face", "media[0]", "the file is torn")
    found = report(tmp_path, PICTURE, [lost])
    assert found.outcome == "unknown"
    assert found.clauses["P.1"] == "unknown"
    assert found.findings[0].severity == "error"
    assert "the file is torn" in found.findings[0].message


NEARBY = """\
rules:
  - id: private-matter
    clause: 4.10
    given: text.topic
    where: {nearby.pupil: true}
    check: absent
    severity: error
    message: Private.
    remedy: Take it out.
    tests: [{pass: Hello}, {fail: Hello}]
"""


@pytest.mark.parametrize(
    ("surface", "state"), [("text", "unknown"), ("media[0].image-text", "pass")]
)
def test_a_condition_on_what_could_not_be_had_is_unknown(
    tmp_path: Path, surface: str, state: str
) -> None:
    pack(tmp_path, clauses__all=CLAUSES, rules__all=NEARBY)
    sources = Sources(Config())
    bench = Workbench(sources, Wishes(), load_policy(["ours"], tmp_path))
    loaded = LoadedDraft(Draft(text="asthma"), "d.json", tmp_path, sources)
    scene = bench.scene(loaded)
    scene.facts.add(Fact("text.topic", "text", "asthma", 0, 6))
    scene.facts.add(Missing("text.person", surface, "no model"))
    assert bench.report(loaded, scene).clauses["4.10"] == state


def test_what_is_missing_elsewhere_does_not_matter_here(tmp_path: Path) -> None:
    draft = {"media": [{"path": "a.jpg"}, {"path": "b.jpg"}]}
    found = report(tmp_path, draft, [Missing("image.face", "media[1]", "torn")])
    assert [item.surface for item in found.findings] == ["media[1]"]


def test_a_missing_given_kind_is_unknown_once(tmp_path: Path) -> None:
    lost = [Missing("text.person", "text", "no model"), Missing("text.person", "text", "no model")]
    found = report(tmp_path, facts=lost)
    assert [item.outcome for item in found.findings] == ["unknown"]


@pytest.mark.parametrize(
    ("settings", "outcome"),
    [
        ({}, "violation"),
        ({"rules": {"no-names": {"severity": "warning"}}}, "review"),
        ({"rules": {"no-names": {"severity": "info"}}}, "clean"),
        ({"rules": {"no-names": {"enabled": "false"}}}, "clean"),
        (
            {"overrides": [{"paths": ["d.*"], "rules": {"no-names": {"severity": "warning"}}}]},
            "review",
        ),
        (
            {"overrides": [{"paths": ["e.*"], "rules": {"no-names": {"severity": "warning"}}}]},
            "violation",
        ),
        (
            {"overrides": [{"accounts": ["x"], "rules": {"no-names": {"enabled": False}}}]},
            "violation",
        ),
    ],
)
def test_an_organisation_sets_rules(tmp_path: Path, settings: dict, outcome: str) -> None:
    assert report(tmp_path, facts=[NAME], config=settings).outcome == outcome


def decided(key: str, choice: str, on: str = "2026-09-14") -> dict:
    return {"interpretations": {key: {"choice": choice, "decided_by": "S01", "decided_on": on}}}


@pytest.mark.parametrize(
    ("config", "wishes", "complaint"),
    [
        ({"rules": {"no-name": {}}}, {}, "no rule “no-name”"),
        (decided("name-from", "first"), {}, "no interpretation “name-from”"),
        (decided("name-form", "last"), {}, "cannot be “last”"),
        (decided("name-form", "first", "2999-01-01"), {}, "dated 2999-01-01, in the future"),
        ({"sign_offs": {"signed_by": {"4.11": "dsl"}}}, {}, "no clause `4.11`"),
        ({}, {"select": ("no-nmes",)}, "no rule or clause “no-nmes”"),
        ({}, {"ignore": ("4.11",)}, "no rule or clause “4.11”"),
    ],
)
def test_settings_that_name_nothing_are_refused(tmp_path, config, wishes, complaint) -> None:
    with pytest.raises(PostcheckError, match=complaint):
        report(tmp_path, config=config, **wishes)
