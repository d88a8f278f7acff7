"""What may stand between the two parts of one name: `Aisha (“Ash”) Khan`, `Aisha | Khan`."""

from __future__ import annotations

import re

LONGEST_BETWEEN = 6
"""Words that may stand between the parts of one name."""

_NICKNAME = (
    r"\s?[(\[][^()\[\]\n]{1,26}[)\]]\s?"
    r"|\s[\"“‘'«][^\"“”‘«»\n]{1,24}[\"”’'»]\s"
    r"|,?\s(?:aka|a\.k\.a\.?|(?:also |otherwise |better )?known as)\s[\w’'\" -]{1,20},?\s"
)
_CELLS = r"\s?[|/\\]\s?|\s?[(\[]|\."
_TOLD = r",? (?:whose|and (?:his|her|their)) (?:surname|last name|family name) is "
_BEFORE_SURNAME = r"[\s.,;|]{0,4}(?:surname|last name|family name)\s?(?:[:=|–—-]|is)?\s?"
_BEFORE_GIVEN = r"[\s.,;|]{0,4}(?:first name|forename|given name|name)\s?(?:[:=|–—-]|is)?\s?"
_TO_SURNAME = re.compile(rf"{_NICKNAME}|{_CELLS}|{_TOLD}|{_BEFORE_SURNAME}", re.IGNORECASE)
_TO_GIVEN = re.compile(rf"\s?[/\\]\s?|{_BEFORE_GIVEN}", re.IGNORECASE)


def leads_to_surname(between: str) -> bool:
    """Whether these characters may divide a first name from its surname."""
    return _TO_SURNAME.fullmatch(between) is not None


def leads_to_given(between: str) -> bool:
    """Whether these characters may divide a surname from the first name behind it."""
    return _TO_GIVEN.fullmatch(between) is not None
