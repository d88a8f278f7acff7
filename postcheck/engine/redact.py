"""Problems of a draft without the draft's own words, for redacted runs."""

from __future__ import annotations

import re
from dataclasses import replace

from postcheck.config.model import Config
from postcheck.drafts.model import Draft
from postcheck.errors import Problem

HIDDEN = "[…]"
"""What stands for the words of a draft in a redacted report."""

_QUOTED = re.compile(r"`([^`]*)`|“([^”]*)”")
_KEYS = frozenset(
    field.alias or name for model in (Draft, Config) for name, field in model.model_fields.items()
)


def redacted(problem: Problem) -> Problem:
    """The problem with its place, and without what the file says there."""
    return replace(
        problem,
        message=_bare(problem.message),
        remedy=problem.remedy and _bare(problem.remedy),
        excerpt=None,
    )


def _bare(words: str) -> str:
    return _QUOTED.sub(_quoted, words)


def _quoted(match: re.Match[str]) -> str:
    # a message names keys and values alike in such marks; keys of ours tell nothing
    said = match[1] or match[2] or ""
    known = re.split(r"[.\[]", said)[0] in _KEYS and " " not in said
    return match[0] if known else f"{match[0][0]}{HIDDEN}{match[0][-1]}"
