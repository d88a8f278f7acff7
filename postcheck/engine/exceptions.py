"""What people have recorded about findings: waivers and sign-offs, honoured only as written.

Records that do not count are told as findings of their own: a sign-off that the content has
outgrown is a violation, a waiver that is expired or unused a review.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from postcheck.checks import on_register
from postcheck.config.model import Severity
from postcheck.documents.wording import listing
from postcheck.drafts.model import Waiver
from postcheck.engine.sign_offs import Signing
from postcheck.engine.waivers import WaiverTerms, names
from postcheck.findings import OUTCOME_OF, Finding, fingerprint
from postcheck.policy.rules import Policy

RECORDS: Mapping[str, tuple[Severity, str]] = {
    "sign-off-void": ("error", "Have it looked at again, then `postcheck sign-off`."),
    "sign-off-unbound": ("warning", "Give it with `postcheck sign-off`, which binds it."),
    "sign-off-incomplete": ("warning", "Ask a second reader to look and to sign."),
    "waiver-not-allowed": ("warning", "Take the waiver out, and mend what it was for."),
    "waiver-expired": ("warning", "Take the waiver out, or decide anew until when."),
    "waiver-too-long": ("warning", "Set an earlier `until`."),
    "waiver-unused": ("warning", "Take the waiver out, or mend its `rule` and `match`."),
}
"""Findings about the records themselves, with severity and remedy: the policy has no rule for
them."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The records of one draft, ready to be held against its findings.

    `severities` are those of the rules that ran, `clauses` those whose records are wanted.
    `children` tells whether a child may be pictured.
    """

    policy: Policy
    signing: Signing
    terms: WaiverTerms
    severities: Mapping[str, Severity]
    clauses: Collection[str]
    path: str
    children: bool = False

    def settle(self, findings: Iterable[Finding]) -> list[Finding]:
        """Mark the findings that a valid waiver or sign-off answers, and tell of the others.

        A waiver never answers for a clause that the policy holds unwaivable. A sign-off answers
        only reviews of its own clause and rules that are `signable`, and never for a consent that
        is missing.
        """
        found = list(findings)
        signed = self.signing.holding()
        settled = [replace(self._settled(one, signed), match=None) for one in found]
        return [*settled, *self._of_sign_offs(signed), *self._of_waivers(found)]

    def _settled(self, finding: Finding, signed: Mapping[str, set[str]]) -> Finding:
        if any(
            names(waiver, finding)
            and self.terms.fault(waiver, self.severities[finding.rule]) is None
            for waiver in self.signing.draft.waivers
        ):
            return replace(finding, status="waived")
        readers = len(signed.get(finding.clause, ()))
        if readers >= self._readers and self._signable(finding):
            return replace(finding, status="signed-off")
        return finding

    @property
    def _readers(self) -> int:
        return self.signing.terms.readers_with_children if self.children else 1

    def _signable(self, finding: Finding) -> bool:
        """Whether a sign-off answers it: a review, or a rule whose clause asks for a sign-off.

        It never answers for a missing consent, however mild the configuration makes it.
        """
        rule = self.policy.rules[finding.rule]
        firm = rule.check.name == on_register.CHECK.name and rule.severity == "error"
        return not firm and (finding.outcome == "review" or rule.entry.signable)

    def _of_sign_offs(self, signed: Mapping[str, set[str]]) -> Iterator[Finding]:
        """Those that do not count, unless their clause has been signed anew."""
        for index, sign_off in enumerate(self.signing.draft.sign_offs):
            have = len(signed.get(sign_off.clause, ()))
            if have >= self._readers or sign_off.clause not in self.clauses:
                continue
            clause, fault = sign_off.clause, self.signing.fault(sign_off)
            record = fault[0] if fault else "sign-off-incomplete"
            if fault is not None:
                who = self.signing.shown(sign_off.by)
                said = f"The sign-off of {who} for clause {clause} does not hold: {fault[1]}."
            else:
                said = (
                    f"Clause {clause} has {have} of {self._readers} sign-offs: where a child may "
                    f"be pictured, {self._readers} different people look."
                )
            yield self._record(record, clause, said, f"sign_offs[{index}]")

    def _of_waivers(self, found: Iterable[Finding]) -> Iterator[Finding]:
        for index, waiver in enumerate(self.signing.draft.waivers):
            if waiver.rule not in self.severities:  # it did not run, and nothing can be said
                continue
            fault: tuple[str, str] | None = self.terms.fault(waiver, self.severities[waiver.rule])
            if fault is None and not any(names(waiver, finding) for finding in found):
                fault = "waiver-unused", self._unused(waiver, found)
            if fault is not None:
                record, why = fault
                clause = self.policy.rules[waiver.rule].entry.clause
                said = f"The waiver of {waiver.rule} does not count: {why}."
                yield self._record(record, clause, said, f"waivers[{index}]")

    def _unused(self, waiver: Waiver, found: Iterable[Finding]) -> str:
        """Why a waiver answers nothing, with the texts that its `match` could have named."""
        texts = [finding.match for finding in found if finding.rule == waiver.rule]
        if not texts:
            return "there is no such finding"
        if self.signing.redact or None in texts:
            return "its `match` names none of the findings"
        named = listing([f"“{text}”" for text in dict.fromkeys(texts)])
        return f"its `match` names none of the findings, which are {named}"

    def _record(self, record: str, clause: str, message: str, surface: str) -> Finding:
        severity, remedy = RECORDS[record]
        return Finding(
            rule=record,
            clause=clause,
            outcome=OUTCOME_OF[severity],
            severity=severity,
            message=message,
            duty=self.policy.clauses[clause].duty,
            remedy=remedy,
            surface=surface,
            fingerprint=fingerprint(record, self.path, surface, message),
        )
