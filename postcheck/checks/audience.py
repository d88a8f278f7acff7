"""Who speaks to whom: the account, its author and the recipient, as rules may ask about them."""

from __future__ import annotations

import re
from datetime import date

from postcheck.checks.case import Case
from postcheck.checks.nearby import names_organisation
from postcheck.drafts.model import AccountReference
from postcheck.facts.model import Fact
from postcheck.people.accounts import Account
from postcheck.people.ours import (
    bare_handle,
    handle_holds_our_name,
    holds_our_name,
    own_account,
    with_short_names,
)
from postcheck.people.register import Person

OWN = "own-"
"""Categories of topics that speak of the writer's own work begin so: own-pupils, own-workplace."""
_TELLING_FORMS = ("full", "title-last", "first-initial", "handle")
_YEAR = re.compile(r"(?i)\b(?:year|y)\s?(\d{1,2})\b")
_YEAR_TO_AGE = 5
"""The age that nobody in Year 1 has passed is 6, and so on."""


def recipient_role(case: Case) -> str | None:
    """The role of whoever is answered or written to: of the register, `media` or `official`.

    A recipient is named by code, by handle, or by the id of an account.
    """
    named = (case.draft.recipient or "").strip()
    if not named:
        return None
    person = case.setting.register.get(named) or _by_handle(case, named)
    if person is not None:
        return person.role
    account = own_account(case.setting.accounts, named)
    if account is not None:
        return account.kind
    media = {bare_handle(name) for name in case.setting.config.organisation.media_handles}
    return "media" if bare_handle(named) in media else None


def answers_official(case: Case) -> bool:
    """Whether the draft shares, or replies to, a post of a registered official account."""
    shared = case.shared_account()
    if shared is not None and shared.kind == "official":
        return True
    return case.draft.kind == "reply" and recipient_role(case) == "official"


def is_about_us(case: Case) -> bool:
    """Whether the draft names the organisation or its people, or speaks of the writer's work."""
    return (
        names_organisation(case)
        or bool(roles_named(case))
        or any(_is_own(topic) for topic in _topics(case))
    )


def _is_own(topic: Fact) -> bool:
    # What a model takes for the writer's work is too little to decide what else counts.
    return topic.attributes.get("list") is not None and str(
        topic.attributes.get("category")
    ).startswith(OWN)


def roles_named(case: Case) -> tuple[str, ...]:
    """The roles of registered people whom the draft names by more than a first name."""
    named = (
        str(fact.attributes.get("role"))
        for fact in case.facts.of("text.person")
        if fact.attributes.get("person")
        and fact.attributes.get("form") in _TELLING_FORMS
        and not fact.attributes.get("public_figure")
    )
    return tuple(sorted(set(named)))


def is_on_file(case: Case) -> bool:
    """Whether the account is in the accounts file.

    One described in the draft counts, unless it is official and has an id: nobody approved it.
    """
    accounts = case.setting.accounts
    named = case.draft.account if case.draft.account is not None else case.setting.config.account
    if not accounts or named is None:
        return True
    if isinstance(named, AccountReference):
        return named.kind != "official" or named.id is None or named.id in accounts
    return named in accounts


def account_holds_our_name(case: Case) -> bool:
    """Whether the account's id, handle, name or address holds the organisation's name."""
    account, ours = case.account, with_short_names(case.setting.config.organisation)
    profile_name = account.profile.name if account.profile else None
    return any(
        handle_holds_our_name(ours, word)
        for word in (account.id, account.handle or "", profile_name or "", account.url or "")
    )


def profile_names_employer(case: Case) -> bool:
    """Whether the profile gives the organisation as the place of work."""
    profile = case.account.profile
    if profile is None:
        return False
    ours = case.setting.config.organisation
    return any(holds_our_name(ours, text) for text in (profile.bio or "", profile.employer or ""))


def author_publishes(account: Account, author: str | None) -> bool:
    """Whether the author is among those who publish on the account, where they are on file."""
    return not author or not account.publishers or author in account.publishers


def author_too_young(case: Case, fact: Fact) -> bool:
    """Whether the author, a pupil of the register, is below the platform's age on that day."""
    wanted = fact.attributes.get("min_age")
    person = case.setting.register.get(case.draft.author or case.account.owner or "")
    if not isinstance(wanted, int) or person is None or person.role != "pupil":
        return False
    age = _most_years(person, case.day)
    return age is not None and age < wanted


def consents_too_young(case: Case, fact: Fact) -> bool:
    """Whether a pupil's own consent is all there is, below the age that is configured for it."""
    least = case.setting.config.consent.pupil_min_age
    age = person_age(case, fact)
    return least is not None and age is not None and age < least and consents_alone(case, fact)


def consents_alone(case: Case, fact: Fact) -> bool:
    """Whether a pupil's own consent, to a picture or a full name, is all there is."""
    person = case.setting.register.get(str(fact.attributes.get("person") or ""))
    if person is None or person.role != "pupil":
        return False
    purpose = "image" if fact.kind == "declared.person" else "full_name"
    given = [one for one in person.consents if one.purpose == purpose and one.decision == "yes"]
    return bool(given) and all(one.given_by in ("pupil", "self") for one in given)


def person_age(case: Case, fact: Fact) -> int | None:
    """How old the given person can be at most on the publishing day, as far as is known."""
    person = case.setting.register.get(str(fact.attributes.get("person") or ""))
    return None if person is None else _most_years(person, case.day)


def event_to_come(case: Case) -> bool:
    """Whether the draft tells place and day of an event that is not over on the publishing day."""
    event = case.draft.event
    if event is None or event.date is None or not event.place:
        return False
    return event.date.date() >= case.day


def days_since_event(case: Case) -> int | None:
    """Days from the event to the publishing day, below 0 where it is still to come."""
    event = case.draft.event
    return (case.day - event.date.date()).days if event and event.date else None


def rights_stated(case: Case) -> bool:
    """Whether every medium of the draft says whose it is."""
    return all(medium.rights for medium in case.draft.media)


def _topics(case: Case) -> tuple[Fact, ...]:
    return case.facts.of("text.topic")


def _by_handle(case: Case, named: str) -> Person | None:
    wanted = bare_handle(named)
    for person in case.setting.register.people.values():
        if wanted in map(bare_handle, person.handles):
            return person
    return None


def _most_years(person: Person, day: date) -> int | None:
    """The age on a day; from the year group alone, the most that anybody in it can be."""
    born = person.birth_date
    if born is not None:
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    year = _YEAR.search(person.year or "")
    return int(year[1]) + _YEAR_TO_AGE if year else None
