"""The marks of items in a list within a clause: (a), b), ii. and 3)."""

from __future__ import annotations

import re

ROMAN_OR_LETTER = "[a-z]|[ivx]{2,5}"
_ITEM = re.compile(rf"(?P<open>\(?)(?P<mark>{ROMAN_OR_LETTER}|\d{{1,2}})(?P<close>[.)])\s+(?=\S)")
_TEN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMANS = (*_TEN, *(f"x{one}" for one in _TEN))
_FIRST = ("a", "i")


def is_item(text: str) -> bool:
    """Whether a line begins with a letter or a Roman number as items have them."""
    found = _ITEM.match(text)
    return found is not None and not found["mark"].isdigit()


def first_item(text: str) -> bool:
    """Whether a line begins a list in letters: with (a), a), (i) or i)."""
    found = _ITEM.match(text)
    return found is not None and found["mark"] in _FIRST and found["close"] == ")"


def counts_on(text: str, before: str) -> bool:
    """Whether an item comes next after another: (b) after (a), iv. after iii."""
    now, last = _ITEM.match(text), _ITEM.match(before)
    if now is None or last is None or now["open"] != last["open"] or now["close"] != last["close"]:
        return False
    return now["mark"] in _next(last["mark"])


def _next(mark: str) -> set[str]:
    if mark.isdigit():
        return {str(int(mark) + 1)}
    following = {chr(ord(mark) + 1)} if len(mark) == 1 else set()
    if mark in _ROMANS[:-1]:
        following.add(_ROMANS[_ROMANS.index(mark) + 1])
    return following
