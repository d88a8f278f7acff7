"""Sign-offs: whether each that a draft holds still counts, and why one does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from postcheck.config.model import Config, listed
from postcheck.documents.wording import listing
from postcheck.drafts.model import Draft, SignOff
from postcheck.engine.content import Content
from postcheck.engine.redact import HIDDEN
from postcheck.people.register import Register
from postcheck.policy.rules import Policy

_IN_WORDS = {
    "text": "the text has changed",
    "title": "the title has changed",
    "first_comment": "the first comment has changed",
    "links": "the links have changed",
    "media": "what is said of the pictures has changed",
    "publish_at": "the day or time of publishing has changed",
    "platforms": "the platforms have changed",
    "account": "the account has changed",
}
"""What a change of a part is called; other keys of a draft are called by their names."""


Fault = Literal["sign-off-void", "sign-off-unbound"]


@dataclass(frozen=True, slots=True)
class Terms:
    """Who may sign what, and how many different readers a post with children needs."""

    roles: Mapping[str, Sequence[str]]
    signed_by: Mapping[str, Sequence[str]]
    readers_with_children: int

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
    )


def ended(draft: Draft, today: date) -> bool:
    """Whether the sign-offs of a draft have ended, as they do with its publication."""
    return draft.publish_at is not None and draft.publish_at.date() < today


@dataclass(frozen=True, slots=True)
class Signing:
    """A draft before its sign-offs. `redact` keeps names and file names out of what is said."""

    draft: Draft
    content: Content
    terms: Terms
    register: Register
    today: date
    redact: bool = False

    def fault(self, sign_off: SignOff) -> tuple[Fault, str] | None:
        """Why a sign-off does not count, or None."""
        refusal = self.terms.refusal(sign_off.clause, sign_off.role, sign_off.by, self.draft.author)
        if refusal is not None:
            return "sign-off-void", "they may not sign it" if self.redact else refusal
        if sign_off.sha256 is None:
            return "sign-off-unbound", "it says nothing of the content that it is for"
        if sign_off.sha256 != self.content.sha256:
            changes = list(dict.fromkeys(self._changes(sign_off)))
            why = listing(changes) if changes else "the draft has changed"
            return "sign-off-void", why
        if ended(self.draft, self.today):
            return (
                "sign-off-void",
                f"it ended with the publication on {self.draft.publish_at:%Y-%m-%d}",
            )
        return None

    def shown(self, by: str) -> str:
        """How a report calls who signed: redacted, only by a code of the register."""
        return HIDDEN if self.redact and self.register.get(by) is None else by

    def _changes(self, sign_off: SignOff) -> Iterator[str]:
        changed = self.content.changed(sign_off.parts) if sign_off.parts else ()
        consents = [name for name in changed if name.startswith("consent[")]
        others = [name for name in changed if name not in consents]
        for name in others:
            yield self._change(name, sign_off)
        for name in consents:
            code = name[len("consent[") : -1]
            shown = code if self.register.get(code) is not None else "somebody"
            if name in sign_off.parts and code in self.content.unavailable:
                yield f"consent of {shown} is not available any more"
            elif not others:  # else it follows from the rest who is in the draft, and who is not
                yield f"the consent of {shown} has changed"

    def _change(self, name: str, sign_off: SignOff) -> str:
        if not name.startswith("media["):
            known = f"`{name}` has changed" if name in Draft.model_fields else "more has changed"
            return _IN_WORDS.get(name, known)
        if name not in self.content.parts:
            return "a picture has been taken away"
        index = int(name[len("media[") : -1])
        shown = name if self.redact else PurePosixPath(self.draft.media[index].path).name
        done = "swapped" if name in sign_off.parts else "added"
        return f"the picture {shown} has been {done}"
