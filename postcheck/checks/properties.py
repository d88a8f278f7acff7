"""The properties of drafts, accounts and media that a rule's `where` may ask about."""

from __future__ import annotations

from collections.abc import Callable

from postcheck.checks.accounts import run_for_us
from postcheck.checks.audience import (
    account_holds_our_name,
    answers_official,
    author_publishes,
    author_too_young,
    consents_alone,
    consents_too_young,
    days_since_event,
    event_to_come,
    is_about_us,
    is_on_file,
    person_age,
    profile_names_employer,
    recipient_role,
    rights_stated,
    roles_named,
)
from postcheck.checks.case import Case
from postcheck.checks.media_properties import MEDIA
from postcheck.checks.nearby import (
    child_assent,
    names_organisation,
    pupil_declared,
    term_released,
)
from postcheck.checks.nearby_properties import NEARBY
from postcheck.checks.property import Get, Property
from postcheck.drafts.model import Draft
from postcheck.facts.model import Value
from postcheck.people.accounts import Account


def _draft(read: Callable[[Draft], Value]) -> Get:
    return lambda case, _: read(case.draft)


def _account(read: Callable[[Account], Value]) -> Get:
    return lambda case, _: read(case.account)


def _case(read: Callable[[Case], Value]) -> Get:
    return lambda case, _: case.once(read)


def _shared_from_official(case: Case) -> bool:
    account = case.shared_account()
    return account is not None and account.kind == "official"


def _children_pictured(case: Case) -> bool:
    return any(case.children_in(index) for index in range(len(case.draft.media)))


def _topics(case: Case) -> Value:
    return tuple(
        sorted({str(fact.attributes.get("category")) for fact in case.facts.of("text.topic")})
    )


def _notice_given(draft: Draft) -> bool | None:
    return draft.event.notice_given if draft.event else None


_FACES = ("image.face",)
_NAMES = ("text.person",)
_TOPICS = ("text.topic",)
_TAGS = ("text.hashtag", "text.mention")


PROPERTIES: dict[str, Property] = {
    "draft.kind": Property("The kind of draft.", "text", _draft(lambda d: d.kind)),
    "draft.audience": Property("Whom it addresses.", "text", _draft(lambda d: d.audience)),
    "draft.has-media": Property(
        "It has pictures or other media.", "flag", _draft(lambda d: bool(d.media))
    ),
    "draft.children-pictured": Property(
        "A child may be in one of its pictures.", "flag", _case(_children_pictured), _FACES
    ),
    "draft.faces": Property(
        "How many faces its pictures show.",
        "number",
        _case(lambda c: len(c.facts.of("image.face"))),
        _FACES,
    ),
    "draft.shared": Property(
        "It shares somebody's post.", "flag", _draft(lambda d: bool(d.shared_from))
    ),
    "draft.shared-from-official": Property(
        "It shares a post of a registered official account.", "flag", _case(_shared_from_official)
    ),
    "draft.event-notice": Property(
        "People at the event were told that pictures may be published.",
        "flag",
        _draft(_notice_given),
    ),
    "draft.removal-due": Property(
        "Its date of removal has passed by the publishing day, or by today if it is published.",
        "flag",
        _case(lambda c: c.draft.remove_by is not None and c.draft.remove_by < c.day),
    ),
    "draft.remove-by": Property(
        "A date of removal is set.", "flag", _draft(lambda d: d.remove_by is not None)
    ),
    "draft.pupil-declared": Property(
        "A pupil of the register is declared in one of its pictures.", "flag", _case(pupil_declared)
    ),
    "draft.names-organisation": Property(
        "Its own words name the organisation.", "flag", _case(names_organisation), _TAGS
    ),
    "draft.about-us": Property(
        "It names the organisation or its people, or speaks of the writer's work there.",
        "flag",
        _case(is_about_us),
        (*_TAGS, *_NAMES, *_TOPICS),
    ),
    "draft.roles-named": Property(
        "Roles of people of the register whom it names by more than a first name.",
        "list",
        _case(roles_named),
        _NAMES,
    ),
    "draft.answers-official": Property(
        "It shares, or replies to, a post of a registered official account.",
        "flag",
        _case(answers_official),
    ),
    "draft.recipient": Property(
        "Whom it is written to, by code, handle or account.", "text", _draft(lambda d: d.recipient)
    ),
    "draft.recipient-role": Property(
        "The recipient's role: of the register, of an account, or media.",
        "text",
        _case(recipient_role),
    ),
    "draft.event-to-come": Property(
        "It gives place and day of an event that is not over.", "flag", _case(event_to_come)
    ),
    "draft.days-since-event": Property(
        "Days from its event to the publishing day, below 0 where it is still to come.",
        "number",
        _case(days_since_event),
    ),
    "draft.rights-stated": Property(
        "Every picture says whose it is.", "flag", _case(rights_stated)
    ),
    "draft.author-too-young": Property(
        "Its author, a pupil of the register, is younger than the platform asks.",
        "flag",
        author_too_young,
    ),
    "draft.topics": Property(
        "The sensitive subjects that it touches.", "list", _case(_topics), _TOPICS
    ),
    **NEARBY,
    "person.child-assent": Property(
        "What the child itself says of pictures: yes, no or unknown.", "text", child_assent
    ),
    "person.age": Property(
        "How old the person can be at most, by day of birth or year group.", "number", person_age
    ),
    "person.consents-alone": Property(
        "The person, a pupil, consented, and nobody else did for them.", "flag", consents_alone
    ),
    "person.consents-too-young": Property(
        "The person, a pupil, consented alone and is younger than `consent.pupil_min_age`.",
        "flag",
        consents_too_young,
    ),
    "config.term-released": Property(
        "The confidential term is public on the publishing day.", "flag", term_released
    ),
    "config.hashtags-strict": Property(
        "Only approved hashtags may be used.",
        "flag",
        _case(lambda c: c.setting.config.hashtags.strict),
    ),
    "config.devices-listed": Property(
        "The organisation's own devices are on record.",
        "flag",
        _case(lambda c: bool(c.setting.config.organisation.devices)),
    ),
    "config.logos-kept": Property(
        "A brand folder holds the organisation's logos.",
        "flag",
        _case(lambda c: c.setting.config.brand is not None),
    ),
    "config.ledger-kept": Property(
        "A ledger of published pictures is kept.",
        "flag",
        _case(lambda c: c.setting.config.ledger is not None),
    ),
    "config.roles-named": Property(
        "The configuration says who holds roles.",
        "flag",
        _case(lambda c: bool(c.setting.config.roles)),
    ),
    "account.kind": Property("The kind of account.", "text", _account(lambda a: a.kind)),
    "account.platform": Property("Its platform.", "text", _account(lambda a: a.platform)),
    "account.on-file": Property(
        "It is in the accounts file, or a private one described in the draft.",
        "flag",
        _case(is_on_file),
    ),
    "account.holds-our-name": Property(
        "Its name, handle or address holds the organisation's name.",
        "flag",
        _case(account_holds_our_name),
    ),
    "account.profile-names-employer": Property(
        "Its profile gives the organisation as place of work.",
        "flag",
        _case(profile_names_employer),
    ),
    "account.author-publishes": Property(
        "The author is among its publishers, where they are on file.",
        "flag",
        _case(lambda c: author_publishes(c.account, c.draft.author)),
    ),
    "account.permission": Property(
        "A permission is on record for it.", "flag", _account(lambda a: bool(a.permission))
    ),
    "account.logo-permission": Property(
        "A permission for the logo is on record for it.",
        "flag",
        _account(lambda a: bool(a.logo_permission)),
    ),
    "account.run-for-us": Property(
        "It is run in the organisation's name: official, or pupils' with a permission.",
        "flag",
        _account(run_for_us),
    ),
    **MEDIA,
}
