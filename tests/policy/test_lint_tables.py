"""The tables of `lint/`: what is refused and in which words, and how packs build on each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.errors import InputError
from postcheck.policy.lint_tables import GIVEN
from postcheck.policy.load import load_policy

CLAUSES = """\
clauses:
  - {id: A.1, section: A, duty: One., binds: [process], enforcement: [governance], how: Examined.}
  - {id: A.2, section: A, duty: Two., binds: [process], enforcement: [governance], how: Examined.}
"""
RULES = "rules:\n" + "".join(
    f"""\
  - id: rule-{number}
    clause: A.1
    given: {kind}
    check: absent
    severity: warning
    message: told
    remedy: Mend it.
    tests: [{{pass: Hello}}, {{fail: Hello}}]
"""
    for number, kind in enumerate(sorted({kind for kind in GIVEN.values() if kind}))
)
TABLES = """\
outdated_names:
  - id: old-act
    name: Old Act 1990
    sort: law
    since: 2010-10
    because: It was repealed.
    replacement: the New Act 2010
    source: https://law.example/new-act
    as_of: 2026-11-25
outdated_addresses:
  - {id: gone, address: gone.example/page, since: "2020", because: It closed.,
     replacement: leave it out, source: "https://gone.example/", as_of: 2026-11-25}
definitions: ["{term} means"]
contradictions:
  - {id: both, clauses: [A.1, A.2], why: One asks for what the other forbids., reading: A.1 holds.}
terms:
  - {id: neat, term: neat clothing, clauses: [A.1], expected: what counts}
silences:
  - {id: chats, subject: Group chats, why: nothing is said., words: [group chat]}
remarks:
  - {id: council, sort: borrowed-wording, about: council, why: there is none., words: [council]}
cited_names:
  - {text: Old Act 1990, clauses: [A.2]}
"""


def pack(folder: Path, tables: str = TABLES, *, name: str = "ours", rules: str = RULES) -> None:
    """Write a small pack with its tables; one that is not called `ours` builds on that."""
    about = f"id: {name}\ntitle: Our policy\n" + ("" if name == "ours" else "extends: ours\n")
    files = {"policy.yaml": about, "lint/tables.yaml": tables}
    if name == "ours":
        files |= {"clauses/all.yaml": CLAUSES, "rules/all.yaml": rules}
    for file, text in files.items():
        path = folder / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_tables_are_read(tmp_path: Path) -> None:
    pack(tmp_path)
    lint = load_policy(["ours"], tmp_path).lint
    assert lint.outdated_names[0].replacement == "the New Act 2010"
    assert [len(getattr(lint, name)) for name in GIVEN] == [1, 0, 1, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint", "help_"),
    [
        ("[A.1], expected", "[A.3], expected", 17, "no clause `A.3`", "did you mean"),
        ("clauses: [A.2]", "clauses: [B]", 23, "no clause `B`", "a clause of"),
        ("since: 2010-10", "since: 2010-13", 5, "since` cannot be `2010-13`", "a year, a month"),
        ("sort: law", "sort: laww", 4, "sort` cannot be `laww`", "did you mean `law`?"),
        ("source: https://law.example/new-act", "source: a book", 8, "source` cannot be", "http"),
        ("    as_of: 2026-11-25\nout", "    as_of: 2026-02-30\nout", 9, "no day of the", "a date"),
        ("    because: It was repealed.\n", "", 2, "because` is missing", "add `because`"),
        ("gone.example/page", "https://gone.example", 11, "address` cannot be", "a host in small"),
        ("{term} means", "means", 13, "`means` must be words around one {term}", ""),
        ("clauses: [A.1, A.2]", "clauses: [A.1, A.1]", 15, "between different clauses", ""),
        ("clauses: [A.1, A.2]", "clauses: [A.1]", 15, "at least 2 are needed", ""),
        (", words: [group chat]", ", words: []", 19, "words` may not be empty", ""),
        ("sort: borrowed-wording", "sort: odd", 21, "sort` cannot be `odd`", "open-question"),
        ("terms:", "term:", 16, "unknown key `term`", "did you mean `terms`?"),
        ("cited_names:", "replaces: [names]\ncited_names:", 22, "cannot be `names`", "silences"),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, complaint: str, help_: str
) -> None:
    assert old in TABLES
    pack(tmp_path, TABLES.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        load_policy(["ours"], tmp_path)
    problem = next(item for item in caught.value.problems if complaint in item.message)
    assert problem.path is not None
    assert problem.path.endswith("lint/tables.yaml")
    assert problem.line == line
    assert problem.excerpt
    assert help_ in f"{problem.expected} {problem.remedy}"


def test_an_entry_stands_once_in_a_pack(tmp_path: Path) -> None:
    twice = "  - {id: chats, subject: Chats, why: nothing., words: [chat]}\nremarks:"
    pack(tmp_path, TABLES.replace("remarks:", twice))
    with pytest.raises(InputError, match=r"`chats` is already written at .*tables\.yaml:19"):
        load_policy(["ours"], tmp_path)


@pytest.mark.parametrize("kind", sorted({kind for kind in GIVEN.values() if kind}))
def test_a_table_that_no_rule_speaks_of_is_refused(tmp_path: Path, kind: str) -> None:
    pack(tmp_path, rules=RULES.replace(f"given: {kind}\n", "given: draft\n"))
    if kind == "policy.address":
        expected = ["outdated_addresses"]
    else:
        expected = [name for name, given in GIVEN.items() if given == kind]
    with pytest.raises(InputError) as caught:
        load_policy(["ours"], tmp_path)
    told = [problem.message for problem in caught.value.problems]
    assert [name for name in GIVEN if any(f"`{name}`" in message for message in told)] == expected
    assert all(f"given: {kind}" in str(problem.expected) for problem in caught.value.problems)


def test_tables_that_others_build_on_need_no_rule(tmp_path: Path) -> None:
    pack(tmp_path, TABLES.partition("definitions")[0], rules="rules: []\n")
    for part in ("clauses", "rules"):
        (tmp_path / "ours" / part / "all.yaml").unlink()
    assert len(load_policy(["ours"], tmp_path).lint.outdated_names) == 1


def test_a_later_pack_adds_and_overrides_entry_by_entry(tmp_path: Path) -> None:
    pack(tmp_path)
    more = """\
silences:
  - {id: chats, subject: Chats of parents, why: ours., words: [parents' chat]}
  - {id: drones, subject: Drones, why: ours., words: [drone]}
"""
    pack(tmp_path, more, name="theirs")
    lint = load_policy(["theirs"], tmp_path).lint
    assert [item.subject for item in lint.silences] == ["Chats of parents", "Drones"]
    assert len(lint.terms) == 1


def test_a_later_pack_replaces_whole_tables(tmp_path: Path) -> None:
    pack(tmp_path)
    pack(tmp_path, "replaces: [contradictions, terms]\n", name="theirs")
    lint = load_policy(["theirs"], tmp_path).lint
    assert (lint.contradictions, lint.terms) == ((), ())
    assert len(lint.outdated_names) == 1


@pytest.mark.parametrize(
    ("dates", "due"),
    [
        ("last_review: 2026-09\nreview_due: 2027-01\nreview_every: 24\n", "2027-01"),
        ("last_review: 2026-09\nreview_every: 12\n", "2027-09"),
        ("last_review: 2026-09\nreview_every: 3\n", "2026-12"),
        ("last_review: 2026-09\nreview_every: 4\n", "2027-01"),
        ("last_review: 2026-12\nreview_every: 36\n", "2029-12"),
        ("review_every: 12\n", None),
        ("last_review: 2026-09\n", None),
    ],
)
def test_the_next_review_is_written_or_counted(tmp_path: Path, dates: str, due: str | None) -> None:
    pack(tmp_path)
    path = tmp_path / "ours" / "policy.yaml"
    path.write_text(path.read_text() + dates)
    assert load_policy(["ours"], tmp_path).about.next_review == due


@pytest.mark.parametrize(
    ("dates", "line", "complaint"),
    [
        ("last_review: 2026-09\nreview_due: 2026-08\n", 4, "due before the last one, 2026-09"),
        ("last_review: September 2026\n", 3, "`last_review` cannot be `September 2026`"),
        ("review_every: 0\n", 3, "`review_every` must be at least 1"),
        ("review_every: 999999\n", 3, "`review_every` must be at most 240"),
        ("review_every: yearly\n", 3, "`review_every` must be a whole number"),
    ],
)
def test_dates_of_review_that_cannot_be_are_refused(
    tmp_path: Path, dates: str, line: int, complaint: str
) -> None:
    pack(tmp_path)
    path = tmp_path / "ours" / "policy.yaml"
    path.write_text(path.read_text() + dates)
    with pytest.raises(InputError, match=complaint) as caught:
        load_policy(["ours"], tmp_path)
    assert caught.value.problems[0].line == line


def test_a_related_document_names_clauses_that_are_there(tmp_path: Path) -> None:
    pack(tmp_path)
    path = tmp_path / "ours" / "policy.yaml"
    path.write_text(path.read_text() + "related:\n  - {title: Code, clauses: [A.9]}\n")
    with pytest.raises(InputError, match=r"no clause `A\.9`") as caught:
        load_policy(["ours"], tmp_path)
    assert caught.value.problems[0].line == 4
