"""What a property is that a rule's `where` may ask about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postcheck.checks.case import Case
from postcheck.facts.kinds import AttributeType
from postcheck.facts.model import Fact, Value

Get = Callable[[Case, Fact], Value]


@dataclass(frozen=True, slots=True)
class Property:
    """One property; `needs` are the kinds of facts that it stands on."""

    sentence: str
    type: AttributeType
    get: Get
    needs: tuple[str, ...] = ()
