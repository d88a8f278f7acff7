"""Clauses in the organisation's own words, for reports that quote them."""

from __future__ import annotations

from collections.abc import Mapping

from postcheck.config.find import Sources, shown
from postcheck.errors import Problem, UsageError
from postcheck.findings import Quote
from postcheck.policy.rules import Policy
from postcheck.policy_document.places import standings
from postcheck.policy_document.store import kept_document


def quotes_of(policy: Policy, sources: Sources) -> Mapping[str, Quote]:
    """The words of every clause that was found in the configured document.

    Raises UsageError where no document is configured, and InputError where it cannot be read.
    """
    document = kept_document(sources)
    if document is None:
        place = shown(sources.config_path) if sources.config_path else None
        message = "--quote needs your own policy, and no `policy_document` is configured"
        remedy = "read it in with `postcheck policy import`, and name the file that this writes"
        raise UsageError(Problem(message, place, remedy=remedy))
    return {
        clause: Quote(one.words, one.where, changed=one.state == "changed")
        for clause, one in standings(policy, document).items()
        if one.at is not None
    }
