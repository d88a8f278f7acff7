"""What stands beside the clauses: a hash of each one's words, why it exists, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from postcheck.documents.model import Document
from postcheck.errors import Problem

if TYPE_CHECKING:
    from postcheck.policy.packs import Pack, Written

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Wording(Document):
    """Where a clause stands in the policy's document, and a hash of the words its rules are for.

    The hash is that of postcheck/policy_document/words.py; it tells no word.
    """

    at: str | None = None
    sha256: Sha256 | None = None


class WordingFile(Document):
    """`wording.yaml`: the wording of each clause."""

    schema_address: str | None = Field(default=None, alias="$schema")
    clauses: dict[str, Wording]


class Guidance(Document):
    """A page on which more is said."""

    title: str
    address: Annotated[str, Field(pattern=r"^https://\S+$")]


class Reason(Document):
    """Why some clauses exist, where more is said, and the roles that know more."""

    clauses: Annotated[tuple[str, ...], Field(min_length=1)]
    why: str
    guidance: str | None = None
    ask: tuple[str, ...] = ()


class ReasonsFile(Document):
    """`reasons.yaml`: pages of guidance by name, and the reasons of clauses."""

    schema_address: str | None = Field(default=None, alias="$schema")
    guidance: dict[str, Guidance] = Field(default_factory=dict)
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """Why a clause exists."""

    why: str
    guidance: Guidance | None = None
    ask: tuple[str, ...] = ()


@dataclass(slots=True)
class Background:
    """What all packs say beside their clauses; a clause that one writes anew loses what was."""

    wordings: dict[str, Wording] = field(default_factory=dict)
    reasons: dict[str, Because] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merged_background(packs: Sequence[Pack], clauses: Set[str], roles: Set[str]) -> Background:
    """What packs say beside the clauses, in the order of their precedence."""
    merged = Background()
    for pack in packs:
        for written in pack.clauses:
            merged.wordings.pop(written.value.id, None)
            merged.reasons.pop(written.value.id, None)
        if pack.wording is not None:
            merged.wordings.update(pack.wording.value.clauses)
            merged.problems += _unknown_wordings(pack.wording, clauses)
        if pack.reasons is not None:
            merged.reasons.update(_reasons(pack.reasons.value))
            merged.problems += _unknown_in_reasons(pack.reasons, clauses, roles)
    return merged


def _reasons(file: ReasonsFile) -> Iterator[tuple[str, Because]]:
    for reason in file.reasons:
        page = file.guidance.get(reason.guidance or "")
        for clause in reason.clauses:
            yield clause, Because(reason.why, page, reason.ask)


def _unknown_wordings(written: Written[WordingFile], clauses: Set[str]) -> Iterator[Problem]:
    for clause in written.value.clauses:
        if clause not in clauses:
            message = f"the policy has no clause `{clause}`"
            yield written.problem(message, "clauses", clause, key=True)


def _unknown_in_reasons(
    written: Written[ReasonsFile], clauses: Set[str], roles: Set[str]
) -> Iterator[Problem]:
    for index, reason in enumerate(written.value.reasons):
        for place, clause in enumerate(reason.clauses):
            if clause not in clauses:
                message = f"the policy has no clause `{clause}`"
                yield written.problem(message, "reasons", index, "clauses", place)
        for place, role in enumerate(reason.ask):
            if role not in roles:
                yield written.problem(
                    f"the policy has no role `{role}`", "reasons", index, "ask", place
                )
        if reason.guidance is not None and reason.guidance not in written.value.guidance:
            message = f"`guidance` of this file has no page `{reason.guidance}`"
            yield written.problem(message, "reasons", index, "guidance")
