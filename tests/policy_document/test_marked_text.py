"""Markdown as Google Docs, pandoc and people write it."""

from __future__ import annotations

import pytest

from postcheck.policy_document.read import read_sections

Sections = dict[str, dict[str, str]]


def imported(text: str) -> Sections:
    return {
        section.number: {one.number: one.text for one in section.passages}
        for section in read_sections(text.encode(), "policy.md")
    }


GOOGLE = """\
# **Our policy** {#our-policy}

[**1\\. Pictures\t2**](#1.-pictures)

[2\\. Names\t3](#2.-names)

# **1\\. Pictures** {#1.-pictures}

**1.1** Ask before you post.[^1] Then ask again.

**1.2.** Nobody posts after six\\.\x20\x20
1\\.3 It is kind to wait\\!

* \\[ \\] Ask the head\x20\x20

![][image1]

## 2\\. Names {#2.-names}

| Role | Duty |
| :---- | :---- |
| **Head** | Reads every post.[^2] |
|  |  |

[^1]:  In *writing*.

    By the form.

[^2]: Aloud.

[image1]: <data:image/png;base64,iVBORw0KGgo=>
"""


def test_a_document_of_google_docs() -> None:
    assert imported(GOOGLE) == {
        "our-policy": {},
        "1": {
            "1.1": "Ask before you post. Then ask again.\nIn writing. By the form.",
            "1.2": "Nobody posts after six.",
            "1.3": "It is kind to wait!\nAsk the head",
        },
        "2": {"2/1": "Role\nDuty", "2/2": "Head\nReads every post.\nAloud."},
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Ours\ndate: May\n---\n\n1.1 Ask.", {"start": {"1.1": "Ask."}}),
        ("---\n\n1.1 Ask.\n\n---\n", {"start": {"1.1": "Ask."}}),
        ("1.1 Ask.\n1.2 Wait\nfor it.", {"start": {"1.1": "Ask.", "1.2": "Wait for it."}}),
        ("1.1 As in\n4.2 of the law.", {"start": {"1.1": "As in 4.2 of the law."}}),
        (
            "1.1 Ask.\n\n[^1]: Nobody speaks of it.",
            {"start": {"1.1": "Ask.\n[^1]: Nobody speaks of it."}},
        ),
        (
            "1.1 Ask[^a].\n\n[^a]: Now\nand then.\n\n1.2 Wait.",
            {"start": {"1.1": "Ask.\nNow and then.", "1.2": "Wait."}},
        ),
        (
            "1.1 A.[^1]\n1.2 B.[^2][^1]\n\n[^1]: c\n[^2]: d",
            {"start": {"1.1": "A.\nc", "1.2": "B.\nd\nc"}},
        ),
        ("1.1 Ask.[^9]", {"start": {"1.1": "Ask.[^9]"}}),
    ],
)
def test_markdown_of_all_kinds(text: str, expected: Sections) -> None:
    assert imported(text) == expected
