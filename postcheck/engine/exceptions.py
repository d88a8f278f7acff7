"""What people have recorded about findings: waivers and sign-offs, honoured only as written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from postcheck.config.model import Config
from postcheck.drafts.model import Draft, SignOff, Waiver
from postcheck.findings import Finding
from postcheck.policy.rules import Policy


def settle(
    findings: Iterable[Finding],
    draft: Draft,
    policy: Policy,
    config: Config,
    content_sha256: str | None,
    today: date,
) -> list[Finding]:
    """Mark the findings that a valid waiver or sign-off answers.

    A waiver never answers for a clause that the policy holds unwaivable. A sign-off answers only
    reviews of its own clause, only for the content it was given for, and never its author's own.
    """
    settled = []
    for finding in findings:
        if _waived(finding, draft.waivers, policy, today):
            settled.append(replace(finding, status="waived"))
        elif finding.outcome == "review" and any(
            _holds(sign_off, finding, draft, config, content_sha256) for sign_off in draft.sign_offs
        ):
            settled.append(replace(finding, status="signed-off"))
        else:
            settled.append(finding)
    return settled


def _waived(finding: Finding, waivers: Iterable[Waiver], policy: Policy, today: date) -> bool:
    if not all(policy.clauses[clause].waivable for clause in (finding.clause, *finding.also)):
        return False
    return any(
        waiver.rule == finding.rule
        and waiver.until >= today
        and (waiver.match is None or waiver.match == finding.evidence)
        for waiver in waivers
    )


def _holds(
    sign_off: SignOff, finding: Finding, draft: Draft, config: Config, content_sha256: str | None
) -> bool:
    holders = config.roles.get(sign_off.role, ())
    named = (holders,) if isinstance(holders, str) else holders
    return (
        sign_off.clause == finding.clause
        and sign_off.by in named
        and sign_off.by != draft.author
        and sign_off.sha256 is not None
        and sign_off.sha256 == content_sha256
    )
