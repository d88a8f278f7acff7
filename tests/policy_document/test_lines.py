"""Lines become paragraphs again: items in letters, words parted at a line's end, rows, notes."""

from __future__ import annotations

import pytest

from postcheck.policy_document.hyphens import Hyphens
from postcheck.policy_document.items import counts_on
from postcheck.policy_document.read import read_sections

Sections = dict[str, dict[str, str]]
LONG = (
    "Every picture is looked at by a second person who knows the register, and "
    + "so on and " * 3
    + "on"
)


def imported(text: str) -> Sections:
    return {
        section.number: {one.number: one.text for one in section.passages}
        for section in read_sections(text.encode(), "policy.txt")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.1 Never\n(a) tag pupils\n(b) name\nplaces",
            {"start": {"1.1": "Never", "1.1a": "tag pupils", "1.1b": "name places"}},
        ),
        (
            "1.1 Never:\ni. tag\nii. name\niii. sell",
            {"start": {"1.1": "Never:", "1.1i": "tag", "1.1ii": "name", "1.1iii": "sell"}},
        ),
        ("1.1 As said in\n(a) above.", {"start": {"1.1": "As said in (a) above."}}),
        ("1.1 Take plan\nb. for now", {"start": {"1.1": "Take plan b. for now"}}),
        ("1.1 Ask.[1] Wait.\n\n[1] In\nwriting.", {"start": {"1.1": "Ask. Wait.\nIn writing."}}),
        ("1.1 Ask.\n\n[1] Aloud.", {"start": {"1.1": "Ask.\n[1] Aloud."}}),
        ("1.1 Ask.\n_______\nThe end.", {"start": {"1.1": "Ask.\nThe end."}}),
        (
            f"1. Posts\n1.1 {LONG}.\n* one\n2. Names\n2.1 First.",
            {"1": {"1.1": f"{LONG}.\none"}, "2": {"2.1": "First."}},
        ),
        (
            "1. Duties\n\nRole     Duty\n\nHead     Approves\n         accounts\nDSL      Reads",
            {"1": {"1/1": "Role Duty", "1/2": "Head Approves accounts", "1/3": "DSL Reads"}},
        ),
        ("1.    Ask.\n-    Aloud", {"start": {"1": "Ask.\nAloud"}}),
        (
            "Contents\n1. Faces .... 2\n2. Names .... 3\n\n1. Faces\n\nAsk.\n\n2. Names\n\nAsk.",
            {"1": {"1/1": "Ask."}, "2": {"2/1": "Ask."}},
        ),
    ],
)
def test_plain_text(text: str, expected: Sections) -> None:
    assert imported(text) == expected


@pytest.mark.parametrize(
    ("lines", "more", "expected"),
    [
        (("a photo-", "graph"), ("the photograph",), "a photograph"),
        (("a provision-", "sanctioned page"), (), "a provision-sanctioned page"),
        (("well-", "known"), ("well-known",), "well-known"),
        (("pre-", "and after-school"), (), "pre- and after-school"),
        (("pho\u00ad", "tograph"), (), "photograph"),
        (("photo-", "Ask"), (), "photo- Ask"),
        (("2024-", "then"), (), "2024- then"),
        (("www.a.uk/the-", "use"), (), "www.a.uk/the-use"),
        (("a safe-", "guarding lead"), ("docu-", "ment", "pub-", "lish"), "a safeguarding lead"),
        (("a safe-", "place rule"), ("docu-", "ment", "safe", "place"), "a safe-place rule"),
    ],
)
def test_hyphens_at_the_end_of_lines(
    lines: tuple[str, ...], more: tuple[str, ...], expected: str
) -> None:
    assert Hyphens([*lines, *more]).joined(lines) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("(b) x", "(a) x", True),
        ("(ii) x", "(i) x", True),
        ("(j) x", "(i) x", True),
        ("vi. x", "v. x", True),
        ("12) x", "11) x", True),
        ("(c) x", "(a) x", False),
        ("b) x", "(a) x", False),
        ("b x", "a x", False),
        ("(b)", "(a) x", False),
    ],
)
def test_counting_on(text: str, before: str, *, expected: bool) -> None:
    assert counts_on(text, before) is expected
