"""What a check is: it judges one fact in its case and knows nothing of rules or clauses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from postcheck.checks.case import Case
from postcheck.documents.model import Document
from postcheck.facts.model import Fact


class Options(Document):
    """Base of a check's options: the schema of a rule's `with`."""


Reference = tuple[Literal["list", "interpretation", "figure", "clause"], str]
"""Something of the policy that options name: a list, an interpretation, a platform's
figure, a clause."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The demand is not met. `values` fill the slots of the rule's message."""

    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Whether the demand is met could not be told, and why."""

    because: str


Answer = Failed | Unknown | None
"""None says that the demand is met."""

OptionsT = TypeVar("OptionsT", bound=Options)


def _needs_nothing(_options: Options) -> frozenset[str]:
    return frozenset()


def _refers_to_nothing(_options: Options) -> tuple[Reference, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Check(Generic[OptionsT]):
    """One general demand; rules make it specific through its options.

    `judge` answers for one fact of the rule's `given` kind. `slots` names the values that `Failed`
    gives, so that a rule's message can be proved when it is loaded. `needs` tells the kinds of
    facts that are wanted beside the given one, `refers` what of the policy the options name.
    """

    name: str
    sentence: str
    options: type[OptionsT]
    judge: Callable[[Fact, OptionsT, Case], Answer]
    slots: frozenset[str] = frozenset()
    needs: Callable[[OptionsT], frozenset[str]] = _needs_nothing
    refers: Callable[[OptionsT], tuple[Reference, ...]] = _refers_to_nothing
