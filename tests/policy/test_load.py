"""Policy packs: what is refused and in which words, and how later packs override earlier ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.errors import InputError
from postcheck.policy.load import load_policy

ABOUT = """\
id: ours
title: Our policy
interpretations:
  - {id: name-form, clause: "4.10", question: How?, default: first,
     options: {none: No name, first: First}, why: So it is.}
"""
CLAUSES = """\
clauses:
  - id: 4.10
    section: Names
    duty: Say no names.
    binds: [official]
    enforcement: [automatic]
    how: Names are looked for.
"""
RULE = """\
rules:
  - id: no-names
    clause: 4.10
    given: text.person
    where: {fact.role: pupil}
    check: absent
    severity: error
    message: “{text}” is a name.
    remedy: Take it out.
    tests:
      - pass: Hello
      - fail: Hello Amira
"""


def pack(folder: Path, name: str = "ours", **files: str) -> Path:
    """Write a small pack; files are given by their path with __ for /."""
    contents = {"policy": ABOUT, "clauses__all": CLAUSES, "rules__all": RULE} | files
    for key, text in contents.items():
        path = folder / name / f"{key.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / name


def test_scalars_stay_as_they_are_written(tmp_path: Path) -> None:
    clauses = CLAUSES.replace("Names\n", "NO\n")
    pack(tmp_path, clauses__all=clauses)
    policy = load_policy(["ours"], tmp_path)
    assert list(policy.clauses) == ["4.10"]
    assert policy.clauses["4.10"].section == "NO"
    assert policy.rules["no-names"].source.endswith("all.yaml:2")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "complaint"),
    [
        ("clause: 4.10", "clause: 4.1", 3, 13, "no clause `4.1`"),
        ("given: text.person", "given: text.persona", 4, 12, "no kind of fact `text.persona`"),
        ("check: absent", "check: absnt", 6, 12, "no check `absnt`"),
        ("fact.role", "fact.rank", 5, 13, "has no `rank`"),
        ("severity: error", "severity: fatal", 7, 15, "`rules[0].severity` cannot be `fatal`"),
        ("    remedy:", "    remedi:", 9, 5, "unknown key `remedi`"),
        ("{text}", "{txet}", 8, 14, "nothing fills the slot `{txet}`"),
        ("      - fail: Hello Amira\n", "", 10, 5, "no test that must fail"),
        ("- fail: Hello Amira", "- fails: Hello Amira", 12, 9, "unknown key `fails`"),
        ("check: absent", "check: absent\n    with: {a: b}", 7, 12, "unknown key `a`"),
        ("check: absent", "check: on-list\n    with: {list: x, must: be-on}", 7, 11, "no list `x`"),
        ("id: no-names", "id: no-names\n    id: other", 3, 5, "`id`"),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, column: int, complaint: str
) -> None:
    assert old in RULE
    pack(tmp_path, rules__all=RULE.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        load_policy(["ours"], tmp_path)
    problem = next(item for item in caught.value.problems if complaint in item.message)
    assert (problem.line, problem.column) == (line, column)
    assert problem.path is not None
    assert problem.path.endswith("all.yaml")
    assert problem.excerpt


def test_five_faults_are_told_at_once(tmp_path: Path) -> None:
    rule = (
        RULE.replace("clause: 4.10", "clause: 9.9")
        .replace("text.person", "text.persona")
        .replace("absent", "absnt")
        .replace("{text}", "{text}")
        .replace("      - fail: Hello Amira\n", "")
    )
    second = rule.replace("rules:\n", "")
    pack(tmp_path, rules__all=rule + second)
    with pytest.raises(InputError) as caught:
        load_policy(["ours"], tmp_path)
    messages = [problem.message for problem in caught.value.problems]
    assert len(messages) >= 5
    assert any("`no-names` is already written at" in message for message in messages)


def test_an_unknown_pack_names_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_policy(["elle"], tmp_path)
    problem = caught.value.problems[0]
    assert problem.message == "there is no policy “elle”"
    assert "ele" in (problem.expected or "")


def test_a_later_pack_overrides_and_extends(tmp_path: Path) -> None:
    listed = (
        "id: words\ntitle: Words\nsource: ours\nas_of: 2026-11-01\nentries: [one]\n"
        "emits: {kind: text.topic, category: politics}\n"
    )
    more = (
        "id: words\ntitle: Words\nsource: ours\nas_of: 2026-11-02\nextend: true\nentries: [two]\n"
    )
    pack(tmp_path, "ours", lists__words=listed)
    pack(
        tmp_path,
        "theirs",
        policy="id: theirs\ntitle: Their policy\nextends: ours\n",
        clauses__all="clauses: []\n",
        rules__all=RULE.replace("severity: error", "severity: warning"),
        lists__words=more,
    )
    policy = load_policy(["theirs"], tmp_path)
    assert policy.about.title == "Their policy"
    assert policy.rules["no-names"].severity == "warning"
    assert list(policy.clauses) == ["4.10"]
    assert policy.lists["words"].entries == ("one", "two")
    assert policy.lists["words"].emits is not None
    assert policy.interpretations == {"name-form": "first"}


def test_a_list_with_an_unreadable_pattern_is_refused(tmp_path: Path) -> None:
    listed = (
        "id: odd\ntitle: Odd\nsource: ours\nas_of: 2026-11-01\nmatch: pattern\nentries: ['(']\n"
    )
    pack(tmp_path, lists__odd=listed)
    with pytest.raises(InputError, match=r"the pattern `\(` cannot be read"):
        load_policy(["ours"], tmp_path)


LAGOONS = "id: odd\ntitle: Odd\nsource: ours\nas_of: 2026-11-01\nentries: [lagoon]\n"


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("{all: [[today, '(we']]}", r"the pattern `\(we` cannot be read: missing \)"),
        ("{none: [went, '(?i)was']}", r"the pattern `\(\?i\)was` cannot be read: global flags"),
        ("{none: [' ']}", "an empty pattern"),
        ("{all: [[today], []]}", "every group of `all` at least one"),
        ("{}", "`all` or `none` needs words"),
        ("today", "within"),
    ],
)
def test_a_list_whose_sentences_cannot_be_told_is_refused(
    tmp_path: Path, within: str, expected: str
) -> None:
    pack(tmp_path, lists__odd=f"{LAGOONS}within: {within}\n")
    with pytest.raises(InputError, match=expected):
        load_policy(["ours"], tmp_path)


def test_a_list_that_extends_another_counts_in_the_same_sentences(tmp_path: Path) -> None:
    pack(tmp_path, lists__odd=f"{LAGOONS}within: {{none: [went]}}\n")
    more = f"{LAGOONS}extend: true\n"
    pack(tmp_path, "theirs", policy="id: theirs\ntitle: T\n", lists__odd=more)
    kept = load_policy(["ours", "theirs"], tmp_path).lists["odd"].within
    assert kept is not None
    assert kept.none == ("went",)


def test_a_list_extends_none_whose_entries_are_of_another_sort(tmp_path: Path) -> None:
    pack(tmp_path, lists__odd=f"{LAGOONS}match: pattern\n")
    more = f"{LAGOONS}extend: true\n"
    pack(tmp_path, "theirs", policy="id: theirs\ntitle: T\n", lists__odd=more)
    with pytest.raises(
        InputError, match="the list `odd` that this one extends has `match: pattern"
    ):
        load_policy(["ours", "theirs"], tmp_path)


def test_packs_that_extend_each_other_come_to_an_end(tmp_path: Path) -> None:
    pack(tmp_path, "ours", policy=ABOUT + "extends: theirs\n")
    pack(tmp_path, "theirs", policy="id: theirs\ntitle: T\nextends: ours\n")
    assert set(load_policy(["ours"], tmp_path).rules) == {"no-names"}


def test_an_impossible_default_is_refused(tmp_path: Path) -> None:
    pack(tmp_path, policy=ABOUT.replace("default: first", "default: full"))
    with pytest.raises(InputError, match="must be one of the options none, first"):
        load_policy(["ours"], tmp_path)


def test_roles_that_sign_a_clause_that_is_not_there_are_refused(tmp_path: Path) -> None:
    pack(tmp_path, policy=ABOUT + "sign_offs: {signed_by: {4.11: [dsl]}}\n")
    with pytest.raises(InputError, match=r"no clause `4\.11`"):
        load_policy(["ours"], tmp_path)


def test_a_pack_keeps_the_terms_of_the_one_that_it_extends(tmp_path: Path) -> None:
    pack(tmp_path, "ours", policy=ABOUT + "waivers: {longest: {error: 9}}\n")
    pack(tmp_path, "theirs", policy="id: theirs\ntitle: T\nextends: ours\n")
    terms = load_policy(["theirs"], tmp_path).about.waivers
    assert terms is not None
    assert terms.longest == {"error": 9}


READINGS = """\
    readings:
      name-form:
        none: {severity: warning, where: {fact.form: full}, message: "“{text}” is a name."}
"""


def read_so(text: str = READINGS) -> str:
    return RULE.replace("    tests:\n", f"{text}    tests:\n")


def test_a_rule_is_otherwise_under_an_option(tmp_path: Path) -> None:
    pack(tmp_path, rules__all=read_so())
    policy = load_policy(["ours"], tmp_path)
    plain, none = policy.rules["no-names"], policy.under({"name-form": "none"}).rules["no-names"]
    assert policy.under({"name-form": "first"}).rules["no-names"] == plain
    assert (plain.severity, none.severity) == ("error", "warning")
    assert [item.key for item in none.conditions] == ["fact.role", "fact.form"]
    assert plain.interpretations == ("name-form",)


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("name-form:", "name-from:", "no interpretation `name-from`"),
        ("none:", "nothing:", "`name-form` is one of none, first"),
        ("fact.form", "fact.from", "has no `from`"),
        ("{text}” is", "{txt}” is", "nothing fills the slot `{txt}`"),
        ("where: {fact.form: full}", "with: {list: x}", "unknown key `list`"),
    ],
)
def test_impossible_readings_are_refused(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    assert right in READINGS
    pack(tmp_path, rules__all=read_so(READINGS.replace(right, wrong)))
    with pytest.raises(InputError) as caught:
        load_policy(["ours"], tmp_path)
    assert complaint in " ".join(problem.message for problem in caught.value.problems)


def test_an_interpretation_of_no_clause_is_refused(tmp_path: Path) -> None:
    pack(tmp_path, policy=ABOUT.replace('"4.10"', '"4.11"'))
    with pytest.raises(InputError, match=r"the policy has no clause `4\.11`"):
        load_policy(["ours"], tmp_path)
