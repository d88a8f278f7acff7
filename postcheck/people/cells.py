"""The values of a register table: answers, dates and lists as people type them."""

from __future__ import annotations

import re
from datetime import date

# a lone x may be a tick or a cross, so it is neither
_YES = frozenset(["yes", "y", "true", "1", "ok", "accepted", "accept", "granted", "agreed"])
_TICKS = frozenset(["✓", "✔", "☑", "✅"])
_NO = frozenset(["no", "n", "false", "0", "declined", "decline", "refused", "denied"])
_CROSSES = frozenset(["✗", "✘", "✕", "×", "☒", "❌"])
_WITHDRAWN = frozenset(["withdrawn", "revoked"])
_OPEN = frozenset(["", "pending", "unknown", "not known", "?", "-", "–", "n/a", "none", "☐"])
_WAITING = frozenset(["awaiting", "requested", "no response", "not answered", "tbc"])
_MEANINGS = (
    (_YES | _TICKS, "yes"),
    (_NO | _CROSSES, "no"),
    (_WITHDRAWN, "withdrawn"),
    (_OPEN | _WAITING, "pending"),
)
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class CellError(ValueError):
    """A cell that cannot be read; the message says what it should be."""


def decision(cell: str) -> str:
    """An answer as a decision: `yes`, `no`, `withdrawn` or `pending`. Raises CellError."""
    word = " ".join(cell.casefold().replace("\ufe0f", "").split())
    for words, meaning in _MEANINGS:
        if word in words:
            return meaning
    raise CellError("must be yes, no, withdrawn, pending or blank")


def day(cell: str) -> str:
    """A date as 2026-12-31. Raises CellError, also where day and month may be swapped."""
    if _ISO.fullmatch(cell):
        return cell
    found = _BRITISH.fullmatch(cell)
    if found is None:
        raise CellError("must be a date such as 2026-12-31")
    first, second, year = (int(part) for part in found.groups())
    if first <= 12 and second <= 12 and first != second:
        raise CellError("may be two different dates; write it as 2026-12-31")
    number, month = (first, second) if second <= 12 else (second, first)
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        raise CellError("is no day of the calendar") from None


def parts(cell: str) -> list[str]:
    """Several values in one cell, with `;`, `|` or a comma between them."""
    return [part.strip() for part in re.split(r"[;|,]", cell) if part.strip()]
