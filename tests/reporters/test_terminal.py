"""What people read."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from reporters.made_reports import (
    CLEAN,
    DARK,
    FACE,
    FULL,
    LINK,
    NAME,
    NOTE,
    PROBLEM,
    WAIVED,
    printed,
    report,
)
from rich.cells import cell_len

from postcheck.findings import DraftReport, Excerpt, Finding
from postcheck.reporters.base import Style
from postcheck.reporters.terminal import TerminalReporter

GOLDEN = Path(__file__).parent / "golden"


def shown(*reports: DraftReport, quiet: bool = False, **more: object) -> str:
    return printed(TerminalReporter, *reports, style=Style(quiet=quiet), **more)  # type: ignore[arg-type]


def test_full_report() -> None:
    text = shown(CLEAN, FULL, DARK, CLEAN, problems=(PROBLEM,))
    assert text == (GOLDEN / "terminal.txt").read_text(encoding="utf-8")


def test_lines_fit_and_end_without_blanks() -> None:
    for line in shown(CLEAN, FULL, DARK).splitlines():
        assert cell_len(line) <= 80
        assert line == line.rstrip()


def test_no_colour_means_no_escape() -> None:
    assert "\x1b" not in shown(FULL)


def test_colour_changes_no_word() -> None:
    coloured = printed(TerminalReporter, FULL, DARK, style=Style(colour=True))
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == shown(FULL, DARK).splitlines()


def test_clean_draft_is_one_line() -> None:
    text = shown(CLEAN)
    assert text.splitlines()[0] == "posts/clubs.jsonl:3: no finding"
    assert text.splitlines()[-1] == (
        "1 draft checked. No violation found by 41 rules; 1 clause no tool can check."
    )


def test_reviews_alone_are_told_beside_a_result_without_violation() -> None:
    flat = " ".join(shown(report(FACE)).split())
    assert "1 draft with 1 picture checked. No violation found by 41 rules" in flat
    assert flat.endswith("Beside that: 1 review.")


@pytest.mark.parametrize("word", ["safe", "suitable", "approved"])
@pytest.mark.parametrize("draft", [CLEAN, DARK])
def test_nothing_is_called_safe(draft: DraftReport, word: str) -> None:
    assert word not in shown(draft).casefold()


def test_finding_below_the_shown_severity_is_not_called_clean() -> None:
    hidden = replace(report(FACE), findings=())
    assert "posts/sports-day.json: review, of lower severity than is shown" in shown(hidden)


def test_quiet_leaves_clean_drafts_and_remarks_out() -> None:
    text = shown(CLEAN, FULL, quiet=True)
    assert "clubs" not in text
    assert "due by" not in text
    assert "2 drafts with 1 picture checked" in text


def test_duty_is_said_once_for_each_draft() -> None:
    again = replace(NAME, start=40, column=41)
    assert shown(report(NAME, again)).count("Policy: Publish only") == 1
    assert shown(report(NAME), report(again)).count("Policy: Publish only") == 2


def test_unknown_of_one_medium_is_said_once() -> None:
    text = shown(DARK)
    assert text.count("could not be checked") == 1
    assert "unknown 4.4a 4.4b PD.2 (3 rules)" in text


def test_same_words_about_another_medium_are_said_again() -> None:
    other = replace(DARK.findings[0], surface="media[1]")
    assert shown(report(*DARK.findings, other)).count("could not be checked") == 2


def test_violations_with_the_same_words_stay_apart() -> None:
    assert shown(report(NAME, replace(NAME, start=40, column=41))).count("Do: Write") == 2


def test_settled_findings_are_short() -> None:
    text = shown(report(WAIVED, replace(FACE, status="signed-off")))
    assert "  waived 4.6b link-not-verified  text 2:4\n" in text
    assert "  signed-off 4.4a more-faces-than-people  media[0], 88 × 104 pixels at" in text
    assert WAIVED.message not in text


@pytest.mark.parametrize(
    ("finding", "lines"),
    [
        (NAME, ["    Put: Amira K  (read it before you take it)"]),
        (NOTE, ["    Put: #SportsDay", "    media[0].alt"]),
        (FACE, ["    media[0], 88 × 104 pixels at 640, 212  score 0.81"]),
        (LINK, ["    text 1:52"]),
    ],
)
def test_place_and_repair(finding: Finding, lines: list[str]) -> None:
    text = shown(report(finding)).splitlines()
    for line in lines:
        assert line in text


def test_hostile_words_stay_words() -> None:
    hostile = "\x1b[2J\u202e[red]x[/red] :smile: \x07"
    finding = replace(
        NAME,
        message=hostile,
        remedy=hostile,
        evidence=hostile,
        excerpt=Excerpt(hostile, 0, len(hostile)),
    )
    text = printed(
        TerminalReporter, report(finding, path="a\x1b[0m\nb.json", id=hostile), style=Style()
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+001B>[2J<U+202E>[red]x[/red] :smile: <U+0007>" in text
    assert "a<U+001B>[0m b.json" in text


def test_long_words_stay_whole_and_endless_ones_are_cut() -> None:
    address = "https://www.example.org/" + "a" * 90
    text = shown(report(replace(NAME, message=f"See {address} now", remedy="x" * 90_000)))
    assert f"    See\n    {address}\n    now\n" in text
    assert len(text) < 4000


def test_without_policy_there_are_no_last_lines() -> None:
    assert shown(header=None, problems=(PROBLEM,)) == ""


def test_no_draft_is_never_a_result() -> None:
    assert shown().splitlines()[-1] == "No draft was checked."


def test_readings_are_told_that_findings_rest_on_or_that_are_the_organisations_own() -> None:
    own = "Your organisation reads it so: naming is “none” (4.4b; S01 on 2026-09-14)."
    assert own in flat(shown(CLEAN))
    assert "shortened is" not in shown(CLEAN)
    shipped = "it is read so (shipped, not yet decided by your organisation): shortened is “refuse”"
    assert shipped in flat(shown(report(LINK)))
    settled = replace(LINK, status="signed-off")
    assert "shortened is" not in shown(report(settled))


def flat(text: str) -> str:
    return " ".join(text.split())
