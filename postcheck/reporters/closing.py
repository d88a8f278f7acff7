"""The last lines of a report: what was checked, what could not be, and what no tool can."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from postcheck.documents.wording import listing
from postcheck.findings import DraftReport, Header, Totals
from postcheck.reporters.wording import KINDS_IN_WORDS, count, outcomes

_SHOWN_CAUSES = 5
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(slots=True)
class Closing:
    """Gathers over the drafts what the last lines say."""

    _kinds: dict[str, dict[str, None]] = field(default_factory=dict)
    _places: Counter[str] = field(default_factory=Counter)
    _clauses: dict[str, set[str]] = field(default_factory=dict)
    _notes: int = 0
    _rests_on: set[str] = field(default_factory=set)

    def add(self, report: DraftReport) -> None:
        """Take in one draft."""
        self._notes += sum(finding.outcome == "note" for finding in report.findings)
        for finding in report.findings:
            if finding.status == "open":
                self._rests_on.update(finding.interpretations)
        seen: set[tuple[str, str]] = set()
        for missing in report.missing:
            kinds = self._kinds.setdefault(missing.because, {})
            kinds[KINDS_IN_WORDS.get(missing.kind, missing.kind)] = None
            seen.add((missing.because, medium_of(missing.surface)))
        self._places.update(because for because, _ in seen)
        for clause, state in report.clauses.items():
            if state in ("not-checkable", "not-enforced"):
                self._clauses.setdefault(state, set()).add(clause)

    def remarks(self, header: Header) -> list[str]:
        """What must be known beside the result, one sentence each."""
        said = [*self._not_looked_at()]
        due = header.policy.review_due
        if header.policy.review_overdue and due is not None:
            said.append(f"The review of “{header.policy.title}” was due by {_month(due)}.")
        return [*said, *self.readings(header)]

    def result(self, totals: Totals, header: Header) -> str:
        """The very last line."""
        if not totals.drafts:
            return f"No {header.what} was checked."
        rules = header.rules
        checked = count(totals.drafts, header.what)
        if totals.media:
            checked += f" with {count(totals.media, 'picture')}"
        found = outcomes(totals, notes=self._notes)
        beyond = self._beyond_tools()
        if totals.violations:
            said = f"{checked} checked by {count(rules, 'rule')}: {', '.join(found)}; {beyond}."
        else:
            said = f"{checked} checked. No violation found by {count(rules, 'rule')}; {beyond}."
            said += f" Beside that: {', '.join(found)}." if found else ""
        if totals.problems:
            said += f" Not all the work could be done: {count(len(totals.problems), 'problem')}."
        return said

    def readings(self, header: Header) -> list[str]:
        """How the vague places are read that open findings rest on, or that were read anew."""
        shipped, decided = [], []
        for item in header.policy.interpretations:
            if item.decided_by is not None:
                if item.changed or item.id in self._rests_on:
                    who = f"{item.clause}; {item.decided_by} on {item.decided_on}"
                    decided.append(f"{item.id} is “{item.choice}” ({who})")
            elif item.id in self._rests_on:
                shipped.append(f"{item.id} is “{item.choice}” ({item.clause})")
        said = []
        if shipped:
            note = "shipped, not yet decided by your organisation"
            said.append(f"Where the policy is vague, it is read so ({note}): {listing(shipped)}.")
        if decided:
            said.append(f"Your organisation reads it so: {listing(decided)}.")
        return said

    def _beyond_tools(self) -> str:
        beyond = len(self._clauses.get("not-checkable", ()))
        words = f"{count(beyond, 'clause')} no tool can check"
        unwritten = len(self._clauses.get("not-enforced", ()))
        if unwritten:
            has = "has" if unwritten == 1 else "have"
            words += f", {unwritten} {has} no rule yet"
        return words

    def _not_looked_at(self) -> list[str]:
        said = []
        for because, places in self._places.most_common(_SHOWN_CAUSES):
            kinds = listing(list(self._kinds[because]))
            said.append(f"Could not look in {count(places, 'place')} for {kinds}: {because}.")
        rest = len(self._places) - _SHOWN_CAUSES
        if rest > 0:
            said.append(f"Could not look for {count(rest, 'other cause')} either.")
        return said


def medium_of(surface: str) -> str:
    """The medium that a surface belongs to; of another surface itself."""
    return surface.split(".")[0] if surface.startswith("media[") else surface


def _month(written: str) -> str:
    year, number = written.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"
