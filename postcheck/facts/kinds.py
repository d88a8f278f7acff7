"""Every kind of fact: one sentence, and its attributes with their types.

`declared.*` and `draft` facts come from the draft itself; they let rules speak of drafts, pictures
and the people declared on them in the same words as of what was seen. `policy.*` facts are of the
policy itself, for `postcheck policy lint`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

AttributeType = Literal["text", "number", "flag", "list"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact."""

    sentence: str
    attributes: Mapping[str, AttributeType] = field(default_factory=dict)


_OUTDATED: dict[str, AttributeType] = {
    "outdated": "flag",
    "since": "text",
    "because": "text",
    "replacement": "text",
    "source": "text",
}
_IN_TEXT: dict[str, AttributeType] = {"clauses": "list", "lines": "list", "numbers": "list"}

KINDS: dict[str, Kind] = {
    "policy": Kind(
        "The policy that the draft is held against.",
        {
            "last_review": "text",
            "review_due": "text",
            "review_overdue": "flag",
            "days_to_month": "number",
        },
    ),
    "policy.review": Kind(
        "When the policy was reviewed and is to be reviewed again.",
        {"last": "text", "due": "text", "days": "number", "days_to_month": "number"},
    ),
    "policy.related": Kind(
        "Another document that the policy leans on.",
        {
            "title": "text",
            "address": "text",
            "version": "text",
            "review_due": "text",
            "days": "number",
            "supplied": "flag",
            "listed": "flag",
            "clauses": "list",
        },
    ),
    "policy.role": Kind(
        "A role that the policy names, under a configuration.",
        {"title": "text", "holders": "number"},
    ),
    "policy.wording": Kind(
        "A clause whose words in the organisation's document are no longer those of its rules.",
        {"state": "text", "where": "text", "clauses": "list"},
    ),
    "policy.name": Kind(
        "A law, body, service or guidance that the policy names.",
        {"sort": "text", **_OUTDATED, **_IN_TEXT},
    ),
    "policy.address": Kind(
        "A web address that the policy prints.",
        {"host": "text", "scheme": "text", **_OUTDATED, **_IN_TEXT},
    ),
    "policy.contradiction": Kind(
        "Duties of the policy that cannot all be kept.",
        {"why": "text", "reading": "text", "clauses": "list"},
    ),
    "policy.term": Kind(
        "A term of which the policy may have no definition.",
        {"defined": "flag", "expected": "text", **_IN_TEXT},
    ),
    "policy.silence": Kind("A subject on which the policy says nothing.", {"why": "text"}),
    "policy.remark": Kind(
        "Something else in the policy's text that wants mending.",
        {"sort": "text", "why": "text", **_IN_TEXT},
    ),
    "draft": Kind("The draft itself.", {"kind": "text"}),
    "account.record": Kind(
        "What the accounts file says of how an account is run.",
        {
            "address": "text",
            "created_by_role": "text",
            "approved_by": "text",
            "approved_on": "text",
            "approver_roles": "list",
            "approvers": "number",
            "owner": "text",
            "deputy": "text",
            "last_monitored": "text",
            "days_since_monitored": "number",
            "permission_role": "text",
            "custodian_role": "text",
            "access_roles": "list",
            "last_rotated": "text",
            "vault_ref": "text",
            "comments": "text",
            "moderators": "number",
            "escalation": "number",
            "logo_permission": "flag",
            "two_factor": "flag",
            "login_alerts": "flag",
        },
    ),
    "account.email": Kind(
        "The email address of an account.", {"address": "text", "own": "flag", "shared": "flag"}
    ),
    "account.profile": Kind(
        "What the public sees of an account.",
        {
            "name": "text",
            "employer": "text",
            "says": "text",
            "label": "text",
            "room": "number",
            "room_for_label": "flag",
            "policies": "list",
            "about_policies": "list",
            "own_links": "text",
            "own_about_links": "text",
            "length": "number",
        },
    ),
    "declared.platform": Kind(
        "A platform that the draft is meant for.",
        {"platform": "text", "known": "flag", "title": "text", "min_age": "number"},
    ),
    "declared.picture": Kind(
        "A picture or other medium that the draft names.",
        {"path": "text", "people": "number", "bystanders": "number", "activity": "text"},
    ),
    "declared.person": Kind(
        "A person whom the draft declares to be in a picture.",
        {"person": "text", "role": "text", "known": "flag", "left": "flag"},
    ),
    "text.person": Kind(
        "A person's name.",
        {
            "first": "text",
            "last": "text",
            "form": "text",
            "person": "text",
            "role": "text",
            "reading": "text",
            "public_figure": "flag",
        },
    ),
    "text.hashtag": Kind("A hashtag, with its sign.", {"tag": "text", "words": "list"}),
    "text.mention": Kind(
        "A mention, with its sign.",
        {"handle": "text", "words": "list", "own": "flag", "resembles": "text"},
    ),
    "text.link": Kind(
        "A web address.",
        {
            "url": "text",
            "host": "text",
            "domain": "text",
            "scheme": "text",
            "path": "text",
            "shortener": "flag",
            "look_alike_of": "text",
            "unicode": "text",
            "punycode": "flag",
            "mixed_script": "flag",
            "ip_host": "flag",
            "credentials": "flag",
            "executable": "flag",
            "shared_document": "flag",
            "form": "flag",
            "own": "flag",
        },
    ),
    "text.personal-data": Kind(
        "Personal data: an address, a number, a date, a password.",
        {
            "type": "text",
            "valid": "flag",
            "own": "flag",
            "public": "flag",
            "value": "text",
        },
    ),
    "text.abuse": Kind("Abusive words.", {"category": "text", "list": "text", "term": "text"}),
    "text.topic": Kind(
        "Words of a sensitive subject.", {"category": "text", "list": "text", "term": "text"}
    ),
    "image.face": Kind("A face.", {"matched": "text", "distance": "number"}),
    "image.exposure": Kind("An exposed part of a body.", {"label": "text", "activity": "text"}),
    "image.metadata": Kind(
        "Data that travels inside a picture file.", {"field": "text", "value": "text"}
    ),
    "image.text": Kind("Words read in a picture.", {}),
    "image.code": Kind("A QR or bar code.", {"payload": "text", "format": "text"}),
    "image.logo": Kind(
        "A logo of the organisation, as a file of the brand folder shows it.",
        {"logo": "text", "share": "number", "altered": "list"},
    ),
    "image.seen-before": Kind(
        "A picture that the ledger of published pictures knows from an earlier post.",
        {
            "distance": "number",
            "mirrored": "flag",
            "date": "text",
            "channels": "list",
            "purpose": "text",
            "draft": "text",
            "only": "flag",
            "remove_by": "text",
        },
    ),
    "image.size": Kind(
        "Size and format of a picture.",
        {
            "width": "number",
            "height": "number",
            "format": "text",
            "frames": "number",
            "bytes": "number",
        },
    ),
}
