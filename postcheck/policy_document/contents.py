"""Lists of contents that look like any other text: they tell every heading a second time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from postcheck.policy_document.numbering import starts_with_number

_ENTRY = re.compile(r"(?P<title>.*[^\W\d_].*?)[\s.·…_]*[\s.·…](?P<page>\d{1,3})")
_TITLE = re.compile(r"(?:table of |list of )?contents:?", re.IGNORECASE)


def entries(texts: Sequence[str]) -> set[int]:
    """Which of the lines or paragraphs belong to a list of contents, with its title.

    Such lines end with a page, none before the last one's, and most of them stand again below
    without it; so no list of telephone numbers or scores is taken for one.
    """
    told = Counter(_words(text) for text in texts)
    found: set[int] = set()
    for row in _rows(texts):
        again = sum(told[_words(_title(texts[at]))] > 0 for at in row)
        if len(row) > 1 and 2 * again >= len(row):
            found |= {*row}
            if row[0] > 0 and _TITLE.fullmatch(texts[row[0] - 1].strip()):
                found.add(row[0] - 1)
    return found


def _rows(texts: Sequence[str]) -> Iterator[list[int]]:
    """Lines that follow each other and end with pages that do not fall."""
    row: list[int] = []
    last = 0
    for at, text in enumerate(texts):
        entry = _ENTRY.fullmatch(text.strip())
        page = int(entry["page"]) if entry else -1
        if page < last and row:
            yield row
            row = []
        if entry:
            row.append(at)
        last = page if entry else 0
    yield row


def _title(text: str) -> str:
    entry = _ENTRY.fullmatch(text.strip())
    return entry["title"] if entry else text


def _words(text: str) -> str:
    """The words of a title without its number, which Word may write in one place only."""
    text = text.strip()
    number = starts_with_number(text)
    bare = text.removeprefix(number).lstrip(".):") if number else text
    return " ".join(bare.casefold().split())
