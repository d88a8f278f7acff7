"""Lists of contents are known by their pages and by the headings that stand again below."""

from __future__ import annotations

import pytest

from postcheck.policy_document.contents import entries


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Contents", "1. Faces\t2", "2. Names\t2", "1. Faces", "Ask.", "2. Names"], {0, 1, 2}),
        (["1. Faces ..... 2", "2. Names. . . . 13", "1. Faces", "2. Names"], {0, 1}),
        (["Faces\u2026\u2026 2", "Names 3", "Faces", "NAMES"], {0, 1}),
        (["1.\tFaces\t2", "2.\tNames\t3", "Faces", "Names"], {0, 1}),
        (["Faces 2", "Names 3", "Untold 4", "Faces", "Names"], {0, 1, 2}),
        (["Faces 2", "Faces"], set()),
        (["Faces 9", "Names 3", "Faces", "Names"], set()),
        (["Ambulance\t112", "Police\t999", "Faces"], set()),
        (["We are 12", "They are 13"], set()),
        (["Contents", "Faces", "Names"], set()),
        ([], set()),
    ],
)
def test_entries(texts: list[str], expected: set[int]) -> None:
    assert entries(texts) == expected
