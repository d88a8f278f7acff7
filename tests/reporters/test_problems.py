"""One clear word for each problem."""

from io import StringIO

import pytest
from reporters.made_reports import PROBLEM

from postcheck.errors import Problem
from postcheck.reporters.base import Style
from postcheck.reporters.problems import print_problems


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (
            PROBLEM,
            "posts/broken.json:2:3: error: unknown key `txt`\n"
            '    2 |   "txt": "Hello"\n'
            "      |   ^\n"
            "    expected: one of text, title\n"
            "    do: did you mean `text`?\n",
        ),
        (Problem("no draft was found"), "error: no draft was found\n"),
        (Problem("not a folder", "x\x1b[0m.json"), "x<U+001B>[0m.json: error: not a folder\n"),
        (
            Problem("wrong", "a.yaml", 12, 6, excerpt="日本: \tx"),
            "a.yaml:12:6: error: wrong\n    12 | 日本:   x\n       |         ^\n",
        ),
        (
            Problem("broken", "a.yaml", 3, excerpt="x: y"),
            "a.yaml:3: error: broken\n    3 | x: y\n",
        ),
    ],
)
def test_problem(problem: Problem, text: str) -> None:
    out = StringIO()
    print_problems([problem], out, Style())
    assert out.getvalue() == text


def test_long_message_is_wrapped() -> None:
    out = StringIO()
    print_problems([Problem("very long " * 20, "a.json", 1, 1)], out, Style(width=60))
    assert all(len(line) <= 60 for line in out.getvalue().splitlines())
