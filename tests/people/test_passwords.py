"""A file that seems to hold a password is refused, and the password is never repeated."""

from __future__ import annotations

import pytest

from postcheck.errors import InputError
from postcheck.people.passwords import looks_like_password, refuse_passwords

KEY = "hunter2Sunny!"


@pytest.mark.parametrize(
    "text",
    [
        f"password: {KEY}",
        f"accounts:\n  - id: a\n    credentials: {{custodian_role: slt, password: {KEY}}}",
        f'{{"passcode": "{KEY}"}}',
        f"Insta-Password = {KEY}",
        f"the password is {KEY}",
        f"Pass word: {KEY}",
        f"pwd:{KEY}",
        f"password:\n    {KEY}",
        "pin: 4711",
        "PIN code: 4711",
        "2fa_codes: [112233, 445566]",
        "recovery code: 1122-3344",
        f"api_key: {KEY}",
        f"access token: {KEY}",
        f"client_secret: {KEY}",
        f"security answer: {KEY}",
        f"https://ele:{KEY}@social.example/",
        f"https://social.example/login?password={KEY}",
        "otpauth://totp/ele?issuer=x",
        "note: ghp_" + "a1" * 18,
        "note: AKIA" + "ABCD1234" * 2,
        "note: eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2lnbmF0dXJl",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
    ],
)
def test_what_seems_to_be_a_password_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InputError) as caught:
        refuse_passwords(text, "accounts.yaml")
    problem = caught.value.problems[0]
    assert problem.line is not None
    assert KEY not in repr(problem)
    assert problem.excerpt is None


@pytest.mark.parametrize(
    "text",
    [
        "credentials: {custodian_role: slt, last_rotated: 2026-09-01, vault_ref: bitwarden/ele}",
        "password:",
        "password: null",
        "password: ~\nowner: S01",
        'password: ""',
        "{password: , owner: S01}",
        "password_custodian: slt",
        "last_password_change: 2026-09-01",
        "bio: Spinning, a token of thanks, and a secret garden",
        "We never ask for your password.",
        "url: https://earlylife.example/password-policy",
        "links: [https://earlylife.example/secret: a-story]",
        "email: social@earlylife.example",
        "handle: '@pin_and_needle'",
    ],
)
def test_what_speaks_of_passwords_is_let_through(text: str) -> None:
    refuse_passwords(text, "accounts.yaml")


@pytest.mark.parametrize(
    ("value", "looks"),
    [
        ("hunter2Sunny!", True),
        ("Sunshine2026", True),
        ("xk83jd82", True),
        ("Tr0ub4dor&3", True),
        ("bitwarden/ele-instagram", False),
        ("1password:social/ele-2026", False),
        ("BW ELE 2026", False),
        ("kdbx entry 12", False),
        ("x7k2mqp3wn5b8v4c6z1y9t0r2a", False),
        ("7d444840-9dc0-11d1-b245-5ffdce74fad2", False),
        ("safe", False),
        ("HeadOffice", False),
    ],
)
def test_a_place_is_told_from_a_key(value: str, looks: bool) -> None:
    assert looks_like_password(value) is looks
