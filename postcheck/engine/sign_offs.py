"""Sign-offs: whether each that a draft holds still counts, and why one does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from postcheck.config.model import Config, listed
from postcheck.documents.wording import listing
from postcheck.drafts.model import Draft, SignOff
from postcheck.engine.changes import Changes
from postcheck.engine.content import Content
from postcheck.engine.reach import Reach, reach_of
from postcheck.engine.redact import HIDDEN
from postcheck.people.register import Register
from postcheck.policy.rules import Policy

Fault = Literal["sign-off-void", "sign-off-unbound"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Who may sign what, how many readers a post with children needs, and what they all read."""

    roles: Mapping[str, Sequence[str]]
    signed_by: Mapping[str, Sequence[str]]
    readers_with_children: int
    whole_draft: frozenset[str]

    def refusal(self, clause: str, role: str, by: str, author: str | None) -> str | None:
        """Why somebody may not sign a clause in a role, or None."""
        allowed = self.signed_by.get(clause)
        if allowed is not None and role not in allowed:
            return f"clause {clause} is signed by {' or '.join(allowed)}, not by {role}"
        if by not in self.roles.get(role, ()):
            return f"{by} does not hold the role {role}"
        if author is not None and by.strip().casefold() == author.strip().casefold():
            return "an author cannot sign their own draft"
        return None


def terms_of(policy: Policy, config: Config) -> Terms:
    """The policy's terms, with those of the configuration over them."""
    shipped = policy.about.sign_offs
    signed_by = {**(shipped.signed_by if shipped else {}), **config.sign_offs.signed_by}
    readers = config.sign_offs.readers_with_children or (
        shipped.readers_with_children if shipped else None
    )
    return Terms(
        {role: listed(holders) for role, holders in config.roles.items()},
        {clause: listed(roles) for clause, roles in signed_by.items()},
        readers or 1,
        frozenset((*(shipped.whole_draft if shipped else ()), *config.sign_offs.whole_draft)),
    )


def ended(draft: Draft, today: date) -> bool:
    """Whether the sign-offs of a draft have ended, as they do with its publication."""
    return draft.publish_at is not None and draft.publish_at.date() < today


@dataclass(frozen=True, slots=True)
class Signing:
    """A draft before its sign-offs. `redact` keeps names and file names out of what is said."""

    policy: Policy
    draft: Draft
    content: Content
    terms: Terms
    register: Register
    today: date
    redact: bool = False

    def reach(self, clause: str) -> Reach:
        """What sign-offs of a clause are bound to."""
        return reach_of(self.policy, clause, self.terms.whole_draft)

    def fault(self, sign_off: SignOff) -> tuple[Fault, str] | None:
        """Why a sign-off does not count, or None."""
        refusal = self.terms.refusal(sign_off.clause, sign_off.role, sign_off.by, self.draft.author)
        if refusal is not None:
            return "sign-off-void", "they may not sign it" if self.redact else refusal
        if sign_off.sha256 is None:
            return "sign-off-unbound", "it says nothing of the content that it is for"
        if why := self._outgrown(sign_off):
            return "sign-off-void", why
        if ended(self.draft, self.today):
            return (
                "sign-off-void",
                f"it ended with the publication on {self.draft.publish_at:%Y-%m-%d}",
            )
        return None

    def holding(self) -> Mapping[str, set[str]]:
        """Who has signed each clause, sign-offs that count alone."""
        signed: dict[str, set[str]] = {}
        for sign_off in self.draft.sign_offs:
            if self.fault(sign_off) is None:
                signed.setdefault(sign_off.clause, set()).add(sign_off.by)
        return signed

    def shown(self, by: str) -> str:
        """How a report calls who signed: redacted, only by a code of the register."""
        return HIDDEN if self.redact and self.register.get(by) is None else by

    def _outgrown(self, sign_off: SignOff) -> str | None:
        """What has changed of that which a sign-off is bound to, in words, or None."""
        content = self.content.beside(sign_off.parts)
        if sign_off.sha256 == content.sha256:
            return None
        changed = content.changed(sign_off.parts) if sign_off.parts else ()
        if not changed:
            return "the draft has changed"
        reach = self.reach(sign_off.clause)
        touched = [part for part in changed if reach.covers(part)]
        tell = Changes(self.draft, content, self.register, sign_off.parts, self.redact)
        return listing(tell.of(touched)) if touched else None
