"""Waivers: dated exceptions to single findings, with a reason, and never for every clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from postcheck.config.model import Config, Severity
from postcheck.drafts.model import Waiver
from postcheck.findings import Finding
from postcheck.policy.rules import Policy

Fault = Literal["waiver-not-allowed", "waiver-expired", "waiver-too-long"]


@dataclass(frozen=True, slots=True)
class WaiverTerms:
    """Which rules may be waived on a day, and how far ahead."""

    policy: Policy
    longest: Mapping[Severity, int]
    today: date

    def fault(self, waiver: Waiver, severity: Severity) -> tuple[Fault, str] | None:
        """Why a waiver of a rule of this severity does not count, or None."""
        firm = [
            clause
            for clause in self.policy.rules[waiver.rule].clauses
            if not self.policy.clauses[clause].waivable
        ]
        if firm:
            return "waiver-not-allowed", f"clause {firm[0]} cannot be waived"
        if waiver.until < self.today:
            return "waiver-expired", f"it ended on {waiver.until}"
        days = self.longest.get(severity)
        if days is not None and waiver.until > self.today + timedelta(days):
            last = self.today + timedelta(days)
            return "waiver-too-long", f"it may reach {days} days ahead, to {last}"
        return None


def waiver_terms_of(policy: Policy, config: Config, today: date) -> WaiverTerms:
    """The policy's terms, with those of the configuration over them."""
    shipped = policy.about.waivers
    longest = {**(shipped.longest if shipped else {}), **config.waivers.longest}
    return WaiverTerms(policy, longest, today)


def names(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about a finding."""
    return waiver.rule == finding.rule and (waiver.match is None or waiver.match == finding.match)
