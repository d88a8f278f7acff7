"""Explanations of rules and clauses in plain words."""

from pathlib import Path

import pytest

from postcheck.commands.explain import run
from postcheck.errors import InputError, UsageError
from postcheck.policy.load import load_policy
from postcheck.policy_document.words import hash_of

SHIPPED = load_policy(("ele",), Path())

POLICY = """\
id: small
title: Small policy
roles:
  - {id: slt, title: Leadership, duty: decides}
  - {id: dsl, title: Safeguarding Lead}
interpretations:
  - id: tags
    clause: T.1
    question: May tags shout?
    options: {yes-please: They may., no-thanks: They may not.}
    default: no-thanks
    why: Shouting is rude.
"""
CLAUSES = """\
clauses:
  - {id: T.1, section: Tags, duty: No shouting tags., binds: [official, staff],
     enforcement: [automatic, sign-off], how: Tags are read., limit: Emoji are not read.,
     waivable: false}
  - {id: T.2, section: Tags, duty: Few tags., binds: [process], enforcement: [not-checkable],
     how: Nobody counts., not-yet: true}
"""
REASONS = """\
guidance:
  tags: {title: On tags, address: "https://tags.example/advice"}
reasons:
  - {clauses: [T.1], why: Tags are searched for., guidance: tags, ask: [dsl]}
  - {clauses: [T.2], why: Fewer are read.}
"""
RULES = """\
rules:
  - id: loud-tag
    clause: T.1
    given: image.face
    where:
      draft.kind: [post, story]
      fact.score: {at-least: 0.5}
      setting.tags: no-thanks
      fact.matched: {present: false}
    check: absent
    severity: warning
    message: shouts
    remedy: Ask the leadership.
    why: Shouting hurts.
    on-unknown: error
    tests:
      - pass: "Fine day"
      - fail: {text: "LOUD day", media: [{path: a.jpg, people: [P001], bystanders: 2}]}
        facts: [{kind: image.face, box: [1, 2, 3, 4], score: 0.9}]
        interpretations: {tags: no-thanks}
        on: 2026-11-22
"""
CONFIG = """\
policy: [small]
roles: {slt: [S01, S02]}
interpretations: {tags: {choice: yes-please, decided_by: slt, decided_on: 2026-09-14}}
rules:
  loud-tag: {severity: info}
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    files = {
        "postcheck.yaml": CONFIG,
        "small/policy.yaml": POLICY,
        "small/clauses/all.yaml": CLAUSES,
        "small/rules/all.yaml": RULES,
        "small/reasons.yaml": REASONS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "postcheck.yaml"


@pytest.mark.parametrize(
    "words",
    [
        "loud-tag a rule for T.1",
        "Duty (T.1) No shouting tags.",
        "Why Shouting hurts. Tags are searched for. More: On tags https://tags.example/advice",
        "What it looks at A face. (image.face)",
        "- only where draft.kind is post or story (The kind of draft)",
        "- only where its score is at least 0.5",
        "- only where the interpretation tags is no-thanks",
        "- only where its matched is not known",
        "What it cannot see Emoji are not read.",
        "Measured image.face: the detector found 0.",
        "Severity warning: a review, at which a person must look",
        "Your configuration makes it info: a note",
        "unknown, told as error.",
        "This it finds fault with “LOUD day”",
        "with the picture a.jpg, declared: P001, 2 bystanders",
        "in which is seen: image.face × 1",
        "where tags is read as “no-thanks” checked on 2026-11-22",
        "This it lets pass “Fine day”",
        "What to do Ask the leadership.",
        "Whom to ask Leadership (S01, S02): decides Safeguarding Lead",
        "small/rules/all.yaml:2",
    ],
)
def test_rule(config: Path, capsys: pytest.CaptureFixture[str], words: str) -> None:
    assert run("loud-tag", config) == 0
    assert words in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("T.1", "Duty No shouting tags."),
        ("T.1", "Whom it binds official accounts and personal accounts of staff"),
        ("T.1", "The tool decides; a person signs it off. Tags are read."),
        ("T.1", "Rules loud-tag (warning)"),
        ("T.1", "May tags shout? tags => yes-please: They may. no-thanks: They may not."),
        ("T.1", "Decided by slt on 2026-09-14."),
        ("T.1", "No waiver answers for it."),
        ("T.1", "Why Tags are searched for. More: On tags https://tags.example/advice"),
        ("T.1", "What is looked at A face. (image.face)"),
        ("T.1", "Measured image.face: the detector found 0."),
        ("T.1", "This it finds fault with “LOUD day”"),
        ("T.1", "This it lets pass “Fine day”"),
        ("T.1", "Whom to ask Leadership (S01, S02): decides Safeguarding Lead"),
        ("T.2", "Why Fewer are read. Whom it binds the management"),
        ("T.2", "What it cannot see Whether it is kept, as no post shows that."),
        ("T.2", "Not yet No rule enforces this in this version."),
        ("T.2", "No tool can check it from a post."),
        ("T.2", "It names nobody. The policy has: Leadership and Safeguarding Lead."),
    ],
)
def test_clause(config: Path, capsys: pytest.CaptureFixture[str], clause: str, words: str) -> None:
    assert run(clause, config) == 0
    assert words in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("rule", "shown", "hidden"),
    [
        ("party-politics", "text.topic, politics: ", "text.topic, family: "),
        ("strong-language", "text.abuse, profanity: ", "text.abuse, threat: "),
        ("full-name-without-permission", "text.person: ", "text.abuse"),
    ],
)
def test_measured_figures_are_of_what_the_rule_asks_for(
    capsys: pytest.CaptureFixture[str], rule: str, shown: str, hidden: str
) -> None:
    assert run(rule) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert shown in out
    assert hidden not in out


def test_clause_without_peculiarities_leaves_sections_out(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("T.2", config)
    out = capsys.readouterr().out
    for heading in ("Rules", "Waivers", "How it is read", "Measured", "policy's words", "More:"):
        assert heading not in out


def test_unknown_name_asks_back(config: Path) -> None:
    with pytest.raises(UsageError) as caught:
        run("lound-tag", config)
    assert caught.value.problems[0].remedy == "did you mean `loud-tag`?"


@pytest.mark.parametrize("name", [*SHIPPED.clauses, *SHIPPED.rules])
def test_everything_shipped_can_be_explained(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("postcheck.commands.explain.load_policy", lambda *_: SHIPPED)
    assert run(name) == 0
    assert "Duty" in capsys.readouterr().out


DOCUMENT = """\
source: {file: policy.md, sha256: %s, imported_on: 2026-11-25}
clauses:
  T.1: {at: "1.1", sha256: %s}
document:
  - number: "1"
    heading: Tags
    passages: [{number: "1.1", text: Nobody shouts in tags.}, {number: "1.2", text: Be brief.}]
"""


@pytest.mark.parametrize(
    ("words", "expected", "hidden"),
    [
        (
            "Nobody shouts in tags.",
            "In your policy's words (1.1) “Nobody shouts in tags.” Why",
            "not the words",
        ),
        (
            "Never shout in tags.",
            "(1.1) “Nobody shouts in tags.” These are not the words that its rules were written",
            "not found",
        ),
    ],
)
@pytest.mark.parametrize("name", ["T.1", "loud-tag"])
def test_the_organisation_s_own_words_are_quoted(
    config: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    words: str,
    expected: str,
    hidden: str,
) -> None:
    text = DOCUMENT % ("0" * 64, hash_of(words))
    (config.parent / "ours.yaml").write_text(text, encoding="utf-8")
    config.write_text(CONFIG + "policy_document: ours.yaml\n", encoding="utf-8")
    assert run(name, config) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert expected in out
    assert hidden not in out


def test_a_clause_that_the_document_has_not_is_told(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = DOCUMENT.replace("Tags", "Links") % ("0" * 64, hash_of("x"))
    (config.parent / "ours.yaml").write_text(text, encoding="utf-8")
    config.write_text(CONFIG + "policy_document: ours.yaml\n", encoding="utf-8")
    assert run("T.2", config) == 0
    assert "In your policy's words" in (out := capsys.readouterr().out)
    assert "It was not found in" in out


def test_a_document_that_is_named_and_not_there_is_an_error(config: Path) -> None:
    config.write_text(CONFIG + "policy_document: ours.yaml\n", encoding="utf-8")
    with pytest.raises(InputError, match="there is no such file"):
        run("T.1", config)


@pytest.mark.parametrize("clause", SHIPPED.clauses)
def test_every_shipped_clause_has_a_reason_a_page_and_somebody_to_ask(clause: str) -> None:
    because = SHIPPED.reasons[clause]
    assert because.why
    assert because.guidance is not None
    assert because.ask
    assert SHIPPED.wordings[clause].sha256 is not None
