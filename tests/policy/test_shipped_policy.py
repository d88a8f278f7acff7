"""The shipped policy as data: complete, consistent in itself, and quiet on ordinary posts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from program import Program

from postcheck.engine.selftest import run_tests
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy

ORDINARY = """
Year 2 performed The Ugly Duckling, and Dick Whittington got the loudest applause.
Cock-a-doodle-doo! The hens and the peacocks have arrived; so has the shuttlecock for Year 6.
Scunthorpe, Penistone, Essex, Middlesex, Cumbria and Lightwater sent teams.
Bloody Mary Tudor, Bloody Sunday and the Black Death: a horrible history day.
Damp classrooms no more: the dam of our pond holds. What a class act!
An exclusion zone for hedgehogs, dog grooming at the fair, and a runaway success for the choir.
Assessment week starts on Monday, and Anti-Bullying Week on Tuesday.
The school fair is on Friday at 3pm. Everyone is welcome!
Open evening on Thursday at 6pm, Christmas play on 10 December at 2pm.
Stay and Play every Tuesday at 10am in the nursery.
Vote for your school council! Year 6 visited Parliament and learnt about democracy.
It was a labour of love for our green team, who reformed the conservative look of the garden.
We raised £250 for Cancer Research, and the tallest tower of spaghetti was worth the bid.
Faggots and peas for lunch, a Maine Coon in the classroom, and a walk along Offa's Dyke.
Our cockerel, the bass guitar, the assassin bug and the Titanic model are on show.
We are proud of our Muslim, Jewish, Sikh and gay pupils, staff and families.
In history the children were evacuated to the countryside, and the Romans took over.
We love the shell beach, and found hell-bent crabs and a shag.
Sex education letters go home; RSE week follows.
Thank you to the RAF and to everyone who made yesterday's match a smashing success.
The Grinch stole the show, and the naughty elf is back.
Half term begins on Friday. School reopens on Monday 3 November.
We are going to learn about Eid on Monday, and we are off to a great start this week.
We are now recruiting, and the children are now experts on volcanoes.
We are in the middle of Space Week all week, and on our way to our target.
Thank you for checking in to see how we are today.
"""


@cache
def policy() -> Policy:
    return load_policy(["ele"], Path.cwd())


def test_every_clause_of_the_map_is_there() -> None:
    assert len(policy().clauses) == 116


def test_a_clause_is_enforced_or_says_why_not() -> None:
    for clause in policy().clauses.values():
        ruled = bool(policy().rules_of(clause.id))
        nobody_can = clause.enforcement == ("not-checkable",)
        assert [ruled, clause.not_yet, nobody_can].count(True) == 1, clause.id


def test_no_clause_is_left_for_later() -> None:
    assert not [clause.id for clause in policy().clauses.values() if clause.not_yet]


def test_what_is_out_of_date_is_so_since_a_day_that_has_been() -> None:
    lint = policy().lint
    for entry in (*lint.outdated_names, *lint.outdated_addresses):
        assert entry.since <= entry.as_of.isoformat(), entry.id


def test_a_name_or_an_address_that_the_policy_has_is_known_under_one_entry() -> None:
    names = [
        written.casefold()
        for entry in policy().lint.outdated_names
        for written in (entry.name, *entry.also)
    ]
    assert len(names) == len(set(names))


def test_consent_and_names_cannot_be_waived() -> None:
    firm = {clause.id for clause in policy().clauses.values() if not clause.waivable}
    assert firm == {"4.4a", "4.4b"}


def test_a_rule_binds_whom_its_clause_binds() -> None:
    """A rule for one kind of account stands under a clause that binds it, or could never run."""
    for rule in policy().rules.values():
        kind = rule.entry.where.get("account.kind")
        binds = policy().clauses[rule.entry.clause].binds
        if rule.entry.given.startswith("account.") and "account" in binds:
            continue
        if isinstance(kind, str):
            assert kind in binds or (kind == "pupil" and "pupil-run" in binds), rule.id


def test_no_words_promise_safety_or_tell_of_a_refusal() -> None:
    never = re.compile(r"(?i)\b(?:safe|suitable|refus\w+|declined|withdr[ae]w\w*|opted)\b")
    for rule in policy().rules.values():
        assert not never.search(rule.entry.message), rule.id
        assert not never.search(rule.entry.remedy), rule.id


def test_lists_hold_nothing_twice_and_say_their_source() -> None:
    for listed in policy().lists.values():
        folded = [entry.casefold() for entry in listed.entries]
        if listed.match != "pattern":
            assert len(folded) == len(set(folded)), listed.id
        assert listed.source, listed.id
        assert set(folded).isdisjoint(phrase.casefold() for phrase in listed.exceptions), listed.id


def test_interpretations_are_all_asked_for() -> None:
    asked = {name for rule in policy().rules.values() for name in rule.interpretations}
    assert {item.id for item in policy().about.interpretations} == asked


@pytest.mark.model
def test_ordinary_posts_are_not_found_fault_with(tmp_path: Path, program: Program) -> None:
    lines = [json.dumps({"text": text}) for text in ORDINARY.strip().splitlines()]
    (tmp_path / "posts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = program("check", str(tmp_path / "posts.jsonl"), "--format", "json")
    drafts = json.loads(done.out)["drafts"]
    assert len(drafts) == len(lines)
    found = [(one["rule"], one["evidence"]) for draft in drafts for one in draft["findings"]]
    assert [rule for rule in found if rule[0] != "review-overdue"] == []


@pytest.mark.model
def test_the_examples_beside_the_rules_come_out_as_they_say() -> None:
    results, problems = run_tests(policy(), policy().rules.values())
    wrong = [
        f"{item.rule.id} {item.number}: {item.complaint}" for item in results if item.complaint
    ]
    assert wrong == []
    assert problems == []
