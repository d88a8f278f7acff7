"""Facts of the policy itself that its own data and the tables of `lint/` tell."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from postcheck.config.model import Config, listed
from postcheck.engine.declared import days_to_month
from postcheck.facts.model import Fact, Value
from postcheck.policy.lint_model import LintTables, Outdated, OutdatedName
from postcheck.policy.model import PolicyFile
from postcheck.policy.rules import Policy
from postcheck.policy_document.model import PolicyDocument
from postcheck.policy_document.places import drifted

SOURCE = "tables/1"


def fact(kind: str, text: str | None, attributes: Mapping[str, Value]) -> Fact:
    """A fact of the policy at no place of a text."""
    return Fact(kind, "policy", text, source=SOURCE, attributes=attributes)


def record_facts(about: PolicyFile, lint: LintTables, today: date) -> Iterator[Fact]:
    """What holds whatever the text says: dates, related documents, contradictions, remarks."""
    yield _review(about, today)
    for document in about.related:
        attributes: dict[str, Value] = {
            "title": document.title,
            "address": document.address,
            "version": document.version,
            "review_due": document.review_due,
            "days": days_left(document.review_due, today),
            "supplied": document.supplied,
            "listed": document.listed,
            "clauses": document.clauses,
        }
        yield fact("policy.related", document.title, attributes)
    for pair in lint.contradictions:
        told: dict[str, Value] = {"why": pair.why, "reading": pair.reading}
        yield fact("policy.contradiction", None, {**told, "clauses": pair.clauses})
    for remark in lint.remarks:
        if not remark.words:
            told = {"sort": remark.sort, "why": remark.why, "clauses": remark.clauses}
            yield fact("policy.remark", remark.about, told)


def cited_facts(lint: LintTables, today: date) -> Iterator[Fact]:
    """What the tables know of the text where the text itself is not at hand."""
    for cited in lint.cited_names:
        found = _known(cited.text, lint.outdated_names)
        sort: dict[str, Value] = {"sort": found.sort if found else None}
        told = {**sort, **outdated(found, today), "clauses": cited.clauses}
        yield fact("policy.name", cited.text, told)
    for term in lint.terms:
        told = {"defined": False, "expected": term.expected, "clauses": term.clauses}
        yield fact("policy.term", term.term, told)
    for silence in lint.silences:
        yield fact("policy.silence", silence.subject, {"why": silence.why})
    for remark in lint.remarks:
        if remark.words:
            told = {"sort": remark.sort, "why": remark.why, "clauses": remark.clauses}
            yield fact("policy.remark", remark.about, told)


def role_facts(about: PolicyFile, config: Config) -> Iterator[Fact]:
    """How many people of the configuration hold each role of the policy."""
    for role in about.roles:
        holders = len(set(listed(config.roles.get(role.id, ()))))
        yield fact("policy.role", role.title, {"title": role.title, "holders": holders})


def wording_facts(policy: Policy, document: PolicyDocument) -> Iterator[Fact]:
    """The clauses whose words changed in the organisation's document, or that it has not."""
    for one in drifted(policy, document):
        told: dict[str, Value] = {"state": one.state, "where": one.where or None}
        yield fact("policy.wording", one.clause, {**told, "clauses": (one.clause,)})


def outdated(found: Outdated | None, today: date) -> dict[str, Value]:
    """What the tables say of a name or an address; nothing is out of date before its day."""
    if found is None or found.since > today.isoformat():  # 2018 and 2018-05 come before 2018-05-01
        return {"outdated": False}
    return {
        "outdated": True,
        "since": found.since,
        "because": found.because,
        "replacement": found.replacement,
        "source": found.source,
    }


def days_left(month: str | None, today: date) -> int | None:
    """Days until a month has wholly passed; negative afterwards."""
    if month is None:
        return None
    year, number = (int(part) for part in month.split("-"))
    return (date(year, number, monthrange(year, number)[1]) - today).days


def _review(about: PolicyFile, today: date) -> Fact:
    attributes: dict[str, Value] = {
        "last": about.last_review,
        "due": about.next_review,
        "days": days_left(about.next_review, today),
        "days_to_month": days_to_month(about.next_review, today),
    }
    return fact("policy.review", about.title, attributes)


def _known(name: str, table: Iterable[OutdatedName]) -> OutdatedName | None:
    wanted = name.casefold()
    for entry in table:
        if wanted in (written.casefold() for written in (entry.name, *entry.also)):
            return entry
    return None
