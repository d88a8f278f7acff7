"""Workflow commands of GitHub Actions."""

from dataclasses import replace

import pytest
from reporters.made_reports import (
    CLEAN,
    DARK,
    FACE,
    FULL,
    NAME,
    NOTE,
    PROBLEM,
    WAIVED,
    printed,
    report,
)

from postcheck.errors import Problem
from postcheck.findings import DraftReport, Excerpt
from postcheck.reporters.github import GithubReporter


def commands(*reports: DraftReport, problems: tuple[Problem, ...] = ()) -> list[str]:
    lines = printed(GithubReporter, *reports, problems=problems).splitlines()
    return [line for line in lines if line.startswith("::")]


@pytest.mark.parametrize(
    ("draft", "head"),
    [
        (report(NAME), "::error file=posts/sports-day.json,title=4.4b full-name-"),
        (report(FACE), "::warning file=posts/sports-day.json,title=4.4a more-faces"),
        (report(NOTE), "::notice file=posts/sports-day.json,title=4.6c hashtag-words"),
        (replace(DARK, findings=DARK.findings[:1]), "::warning file=posts/trip.md,title=4.4a"),
        (report(NAME, line=7), "::error file=posts/sports-day.json,line=7,title="),
        (
            report(NAME, text_line=5),
            "::error file=posts/sports-day.json,line=5,col=11,endColumn=21,title=",
        ),
        (report(FACE, text_line=5), "::warning file=posts/sports-day.json,title="),
        (report(NAME, path="a,b:c%.md"), "::error file=a%2Cb%3Ac%25.md,title=4.4b full"),
    ],
)
def test_command(draft: DraftReport, head: str) -> None:
    (line,) = commands(draft)
    assert line.startswith(head)


def test_message_names_place_and_remedy() -> None:
    (line,) = commands(report(NAME))
    assert line.partition("permission::")[2] == (
        "“Amira Khan” is the full name of a pupil, and a permission is not available. (text)"
        "%0AWrite “Amira K”, or record a current permission in the register."
    )


def test_columns_only_within_one_line() -> None:
    over_two_lines = replace(NAME, end=40, excerpt=Excerpt("Well done Amira", 10, 15))
    (line,) = commands(report(over_two_lines, text_line=1))
    assert line.startswith("::error file=posts/sports-day.json,line=1,title=")


def test_words_cannot_become_commands() -> None:
    hostile = replace(NAME, message="100%\n::add-mask::x\r\x1b[0m", remedy="")
    lines = printed(GithubReporter, report(hostile, path="a\n::error ::b")).splitlines()
    assert [line.partition(":")[0] for line in lines] == ["", "postcheck", "postcheck"]
    assert "title=4.4b full-name-without-permission::100%25%0A::add-mask::x" in lines[0]
    assert "\x1b" not in lines[0]
    assert lines[0].startswith("::error file=a%0A%3A%3Aerror %3A%3Ab,")


def test_settled_and_clean_give_no_command() -> None:
    assert commands(report(WAIVED), CLEAN) == []


def test_problems_are_errors() -> None:
    (line,) = commands(problems=(PROBLEM,))
    assert line == (
        "::error file=posts/broken.json,line=2,col=3,title=postcheck could not do this::"
        "unknown key `txt`%0Aexpected: one of text, title%0Adid you mean `text`?"
    )


def test_last_line_says_what_was_checked() -> None:
    text = printed(GithubReporter, FULL).splitlines()[-1]
    assert text.startswith("postcheck: 1 draft with 1 picture checked by 41 rules: 2 violations")
