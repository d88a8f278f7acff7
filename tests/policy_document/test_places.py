"""Where clauses stand in a document, and whether their words are those of their rules."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import MARKDOWN

from postcheck.policy.background import Wording
from postcheck.policy.model import Clause, PolicyFile
from postcheck.policy.rules import Policy
from postcheck.policy_document.model import Kept, PolicyDocument, Source
from postcheck.policy_document.places import Standing, drifted, standings
from postcheck.policy_document.read import read_sections
from postcheck.policy_document.words import hash_of

DUTIES = {
    "1.1a": ("Pictures", "Ask before you post."),
    "1.1b": ("Pictures", "Then ask again."),
    "1.2": ("Pictures", "Nobody posts after six. It is kind to wait until morning."),
    "2a": ("Names", "First names are enough."),
    "2b": ("Names", "Nicknames are not."),
    "QH.1": ("Quiet hours", "Phones rest at night."),
}
"""Clauses with their section and the words that their rules were written for."""


def policy(*, hashed: bool = True, **places: str) -> Policy:
    clauses = {
        name: Clause(
            id=name, section=section, duty="A duty.", binds=(), enforcement=(), how="Somehow."
        )
        for name, (section, _) in DUTIES.items()
    }
    wordings = {
        name: Wording(at=places.get(name), sha256=hash_of(words) if hashed else None)
        for name, (_, words) in DUTIES.items()
    }
    about = PolicyFile(id="small", title="Small policy")
    return Policy(about=about, clauses=clauses, rules={}, wordings=wordings)


def document(text: str = MARKDOWN, **clauses: Kept) -> PolicyDocument:
    source = Source(file="policy.md", sha256="0" * 64, imported_on=date(2026, 11, 25))
    sections = read_sections(text.encode(), "policy.md")
    kept = {name.replace("_", "."): value for name, value in clauses.items()}
    return PolicyDocument(source=source, clauses=kept, document=sections)


def test_all_words_are_found_where_they_stand() -> None:
    found = standings(policy(), document())
    assert {name: (one.state, one.at, one.words) for name, one in found.items()} == {
        "1.1a": ("same", "1.1", "Ask before you post."),
        "1.1b": ("same", "1.1", "Then ask again."),
        "1.2": ("same", "1.2", DUTIES["1.2"][1]),
        "2a": ("same", "2", "First names are enough."),
        "2b": ("same", "2", "Nicknames are not."),
        "QH.1": ("same", "quiet-hours", "Phones rest at night."),
    }
    assert drifted(policy(), document()) == ()


def test_the_only_clause_of_a_section_is_told_by_its_own_number() -> None:
    one = document("# 1. Pictures\n\n1.1 Ask before you post.\n\n# 2. Names\n\n2.1 Wait.\n")
    assert standings(policy(), one)["1.1a"].where == "1.1"


@pytest.mark.parametrize(
    ("old", "new", "clause", "expected"),
    [
        ("Then ask again", "Then ask twice", "1.1b", ("changed", "1.1", "Then ask twice.")),
        ("Then ask again", "then ask again", "1.1b", ("changed", "1.1", None)),
        ("Then ask again", "Then  ask\nagain", "1.1b", ("same", "1.1", None)),
        (" Then ask again.", "", "1.1b", ("missing", None, "")),
        ("Ask before", "Sing. Ask before", "1.1a", ("same", "1.1", None)),
        ("Ask before", "Sing. Ask before", "1.1b", ("same", "1.1", None)),
        ("**1.2.**", "**1.7.**", "1.2", ("moved", "1.7", None)),
        ("**1.1.**", "**1.9.**", "1.1b", ("moved", "1.9", "Then ask again.")),
        ("Phones rest", "Phones sleep", "QH.1", ("changed", "quiet-hours", None)),
        ("Quiet hours", "Our quiet hours", "QH.1", ("same", "our-quiet-hours", None)),
        ("Quiet hours", "Night", "QH.1", ("same", "night", None)),
        ("Phones rest at night.", "", "QH.1", ("changed", "quiet-hours", "Quiet hours")),
        ("Nicknames are not.", "", "2b", ("missing", None, "")),
        ("Nicknames are not.", "Nicknames too.", "2b", ("changed", "2", "Nicknames too.")),
    ],
)
def test_a_change_is_told_of_the_clause_it_touches(
    old: str, new: str, clause: str, expected: tuple[str, str | None, str | None]
) -> None:
    changed = MARKDOWN.replace(old, new)
    assert changed != MARKDOWN
    found = standings(policy(), document(changed))
    state, at, words = expected
    assert (found[clause].state, found[clause].at) == (state, at)
    assert words is None or found[clause].words == words


def test_a_change_touches_no_other_clause() -> None:
    changed = document(MARKDOWN.replace("Nicknames are not", "Nicknames too"))
    assert [one.clause for one in drifted(policy(), changed)] == ["2b"]


@pytest.mark.parametrize("clause", DUTIES)
def test_without_a_hash_nobody_knows_what_the_words_were(clause: str) -> None:
    found = standings(policy(hashed=False), document())[clause]
    assert found.state == "unrecorded"
    assert DUTIES[clause][1] in found.words


def test_words_that_somebody_has_accepted_are_those_of_the_rule() -> None:
    changed = MARKDOWN.replace("Then ask again", "Then ask twice")
    kept = {"1_1b": Kept(at="1.1", sha256=hash_of("Then ask twice."))}
    assert drifted(policy(), document(changed, **kept)) == ()
    assert drifted(policy(), document(MARKDOWN, **kept)) == ()
    again = MARKDOWN.replace("Then ask again", "Then ask thrice")
    assert [one.clause for one in drifted(policy(), document(again, **kept))] == ["1.1b"]


def test_accepted_words_stay_open_to_a_neighbour_that_shares_them() -> None:
    changed = MARKDOWN.replace("Ask before you post. Then ask again.", "Ask us.")
    found = standings(policy(), document(changed, **{"1_1a": Kept(sha256=hash_of("Ask us."))}))
    assert (found["1.1a"].state, found["1.1b"].state) == ("same", "changed")
    assert found["1.1b"].words == "Ask us."


def test_a_place_on_record_goes_before_the_number() -> None:
    renumbered = MARKDOWN.replace("**1.2.**", "**1.7.**").replace("after six", "after ten")
    lost = standings(policy(), document(renumbered))["1.2"]
    assert lost == Standing("1.2", "missing", None, "1.2")
    found = standings(policy(), document(renumbered, **{"1_2": Kept(at="1.7")}))["1.2"]
    assert (found.state, found.at, found.expected) == ("changed", "1.7", "1.7")


def test_a_place_that_is_gone_does_not_hide_the_words() -> None:
    found = standings(policy(), document(**{"1_2": Kept(at="8.8")}))["1.2"]
    assert (found.state, found.at, found.expected) == ("moved", "1.2", "8.8")
