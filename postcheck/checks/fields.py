"""Reading one field of a fact as text: its own text, or one of its attributes."""

from __future__ import annotations

from postcheck.facts.model import Fact


def read(fact: Fact, field: str) -> str:
    """The field as text; empty when the fact has none."""
    value = fact.text if field == "text" else fact.attributes.get(field)
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)
