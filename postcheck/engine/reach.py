"""What the sign-off of a clause reaches: the parts of a draft that its findings rest on.

It follows from the kinds of facts that the clause's rules ask for, so that a new rule is covered
without a word here. What is not known to rest on less rests on everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from postcheck.policy.rules import Policy, Rule

Group = Literal[
    "author, account, platforms, addressees and date",
    "the words",
    "the pictures and what is said of them",
    "the consents for pictures",
    "the permissions for names",
    "the event",
    "the day of removal",
    "everything else",
]
"""Parts of a draft that are looked at together, by what they are called."""

_DESTINATION: Group = "author, account, platforms, addressees and date"
_WORDS: Group = "the words"
_PICTURES: Group = "the pictures and what is said of them"
_SHOWN: Group = "the consents for pictures"
_NAMED: Group = "the permissions for names"
_EVENT: Group = "the event"
_REMOVAL: Group = "the day of removal"
_REST: Group = "everything else"
EVERYTHING = (_DESTINATION, _WORDS, _PICTURES, _SHOWN, _NAMED, _EVENT, _REMOVAL, _REST)

_OF_KEY: dict[str, tuple[Group, ...]] = {
    "title": (_WORDS,),
    "text": (_WORDS,),
    "first_comment": (_WORDS,),
    "links": (_WORDS,),
    "media": (_WORDS, _PICTURES),
    "event": (_EVENT,),
    "remove_by": (_REMOVAL,),
    "author": (_DESTINATION,),
    "account": (_DESTINATION,),
    "platforms": (_DESTINATION,),
    "kind": (_DESTINATION,),
    "purpose": (_DESTINATION,),
    "recipient": (_DESTINATION,),
    "audience": (_DESTINATION,),
    "publish_at": (_DESTINATION,),
    "shared_from": (_DESTINATION,),
    "id": (_REST,),
}
_OF_MEDIUM: dict[str, tuple[Group, ...]] = {
    "alt": (_WORDS,),
    "caption": (_WORDS,),
    "people": (_PICTURES,),
    "bystanders": (_PICTURES,),
    "activity": (_PICTURES,),
    "rights": (_PICTURES,),
}
_OF_CONSENT: dict[str, tuple[Group, ...]] = {
    "image": (_SHOWN,),
    "full_name": (_NAMED,),
    "name": (_NAMED,),
}

_KINDS: dict[str, tuple[Group, ...]] = {
    "policy": (),
    "draft": EVERYTHING,
    "account": (),
    "declared.platform": (),
    "declared.picture": (_WORDS, _PICTURES, _SHOWN),
    "declared.person": (_WORDS, _PICTURES, _SHOWN),
    "image": (_WORDS, _PICTURES, _SHOWN),
    "text.person": (_WORDS, _NAMED),
    "text": (_WORDS,),
}
"""What facts rest on, by their kind or the first word of it: pictures are read with the words
beside them, and words also where they stand in pictures. What is asked of the draft itself is
asked of all of it."""

_KEYS: dict[str, tuple[Group, ...]] = {
    "draft.event-notice": (_EVENT,),
    "draft.event-to-come": (_EVENT,),
    "draft.remove-by": (_REMOVAL,),
    "draft.removal-due": (_REMOVAL,),
    "draft.has-media": (_PICTURES,),
    "draft.children-pictured": (_PICTURES, _SHOWN),
    "draft.pupil-declared": (_PICTURES, _SHOWN),
    "draft.rights-stated": (_PICTURES,),
    "nearby.pupil": (_PICTURES,),
    "nearby.pupil-in-sentence": (_PICTURES,),
    "media": (_PICTURES, _SHOWN),
    "person.child-assent": (_SHOWN,),
}
"""What properties rest on beside the facts that they need, by their name or its first word."""

_CHECKS: dict[str, tuple[Group, ...]] = {"consent-lasts": (_REMOVAL,), "name-form": (_PICTURES,)}
"""What checks read beside the facts that they are given."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The groups of parts that a sign-off is bound to."""

    groups: tuple[Group, ...]

    def covers(self, part: str) -> bool:
        """Whether a part, by its name in the content, is within."""
        return not set(self.groups).isdisjoint(groups_of(part))


def reach_of(policy: Policy, clause: str, whole_draft: Collection[str]) -> Reach:
    """What a sign-off of a clause is bound to.

    That is everything where the whole draft is read for the clause, and where the clause has no
    rules to tell. Where and when a draft goes always counts: a sign-off is for one publication.
    """
    rules = policy.rules_of(clause)
    if not rules or clause in whole_draft:
        return Reach(EVERYTHING)
    found = {_DESTINATION, *(group for rule in rules for group in _groups(rule))}
    return Reach(tuple(group for group in EVERYTHING if group in found))


def groups_of(part: str) -> tuple[Group, ...]:
    """The groups that a part belongs to, by its name in the content."""
    if not part.endswith("]"):
        inner, found, key = part.rpartition("].")
        if found and inner.startswith("media["):
            return _OF_MEDIUM.get(key, EVERYTHING)
        if found and inner.startswith("consent["):
            return _OF_CONSENT.get(key, EVERYTHING)
    elif part.startswith("media["):
        return _WORDS, _PICTURES
    return _OF_KEY.get(part, EVERYTHING)


def _groups(rule: Rule) -> Iterator[Group]:
    for kind in rule.needs:
        yield from _KINDS.get(kind, _KINDS.get(kind.partition(".")[0], EVERYTHING))
    for condition in rule.conditions:
        yield from _KEYS.get(condition.key, _KEYS.get(condition.key.partition(".")[0], ()))
    yield from _CHECKS.get(rule.check.name, ())
