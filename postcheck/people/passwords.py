"""Account files never hold a password: one that seems to is refused before it is read further.

Nothing that is said of it repeats the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.errors import InputError, Problem
from postcheck.places import LineTable

_KEY = (
    r"(?:\w+[ _-])?(?:pass[ _-]?(?:word|code|phrase|key)s?|passwd|passwort|pwd|secret(?:[ _-]key)?|"
    r"(?:access|auth|bearer|refresh|api)[ _-]?(?:token|key)|token|private[ _-]?key|otp|totp|"
    r"(?:recovery|backup|login|security|verification|2fa|mfa)[ _-]codes?|pin(?:[ _-]?code)?|"
    r"security[ _-]answers?)"
)
_NAMED = re.compile(
    rf"(?<![\w/.-])[\"']?(?P<key>{_KEY})[\"']?[ \t]*(?:[:=][ \t]*(?:\n[ \t]+)?|[ \t]+is[ \t]+)"
    r"(?!(?:null|~|\[\]|\{\}|\"\"|'')?[ \t]*(?:[,}\]#]|$))(?P<value>\S.*)",
    re.IGNORECASE | re.MULTILINE,
)
_ON_ITS_OWN = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|otpauth://|\bgh[oprsu]_\w{30,}|\bAKIA[0-9A-Z]{16}\b|"
    r"\bEAA[A-Za-z0-9]{40,}|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}|"
    r"://[^/\s:@\"']+:[^/\s@\"']+@|[?&](?:pwd|password|passcode|token|access_token)=[^&\s\"']+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[\s/\\:._-]")
_ITEM = re.compile(r"[a-z0-9]{26}")  # how 1Password numbers what it keeps
_SIGNS = frozenset("!$%^&*?~+=@#")


def refuse_passwords(text: str, name: str) -> None:
    """Raises InputError when a text seems to hold a password, a key or a code to log in with."""
    lines = LineTable(text)
    problems = [
        Problem(
            f"this seems to hold a password ({what}); its value is not repeated here",
            name,
            lines.locate(offset)[0],
            expected="who keeps the key, and where: `custodian_role`, `last_rotated`, `vault_ref`",
            remedy="take it out, and change it: whoever saw this file has seen it",
        )
        for offset, what in _found(text)
    ]
    if problems:
        raise InputError(problems)


def _found(text: str) -> Iterator[tuple[int, str]]:
    for match in _NAMED.finditer(text):
        yield match.start("key"), f"`{match['key']}`"
    for match in _ON_ITS_OWN.finditer(text):
        yield match.start(), "a key or a link with one"


def looks_like_password(value: str) -> bool:
    """Whether what should be the place of a key looks like the key itself."""
    if len(value) < 6 or _ITEM.fullmatch(value):
        return False
    kinds = (str.islower, str.isupper, str.isdigit, _SIGNS.__contains__)
    mixed = sum(any(map(kind, value)) for kind in kinds)
    if any(sign in _SIGNS for sign in value) and mixed > 2 and " " not in value:
        return True
    return mixed > 1 and any(map(str.isdigit, value)) and not _PLACE.search(value)
