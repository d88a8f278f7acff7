"""Who runs an account and who gave leave for it, as rules may ask about them."""

from __future__ import annotations

from collections.abc import Sequence

from postcheck.checks.case import Case
from postcheck.config.model import listed
from postcheck.people.accounts import Account, Permission
from postcheck.people.ours import plain_words


def run_for_us(account: Account) -> bool:
    """Whether an account is official, or run by pupils with a permission."""
    return account.kind == "official" or (account.kind == "pupil" and bool(account.permission))


def permission_role(account: Account, case: Case) -> str | None:
    """The role that gave an account its permission, or the words in which that is told."""
    permission = account.permission
    if not isinstance(permission, Permission):
        return canonical_role(permission, case) if isinstance(permission, str) else None
    if permission.managing_partner:
        return "managing_partner"
    if permission.role:
        return canonical_role(permission.role, case)
    return next(iter(roles_of(permission.by, case)), None)


def roles_of_all(people: Sequence[str], case: Case) -> tuple[str, ...]:
    """The roles that any of several people hold."""
    return tuple(dict.fromkeys(role for who in people for role in roles_of(who, case)))


def head_count(people: Sequence[str], case: Case) -> int:
    """How many people are named; a role that is named stands for those who hold it."""
    roles = case.setting.config.roles
    found: set[str] = set()
    for who in people:
        found.update(listed(roles.get(canonical_role(who, case), who)))
    return len(found)


def roles_of(who: str | None, case: Case) -> tuple[str, ...]:
    """The roles that somebody holds by the configuration; else how they are written."""
    if who is None:
        return ()
    held = [role for role, holders in case.setting.config.roles.items() if who in listed(holders)]
    return tuple(held) or (canonical_role(who, case),)


def canonical_role(written: str, case: Case) -> str:
    """A role's one spelling: the policy's id for it, else its words joined (`head_teacher`)."""
    words = "_".join(plain_words(written))
    return case.role_names.get(words, words)
