"""A pack of one's own: the shipped examples hold whatever it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Program


@pytest.mark.model
@pytest.mark.parametrize(
    "about",
    [
        "",
        "last_review: 2026-05\n",
        "review_due: 2019-09\n",
        "last_review: 2018-09\nreview_every: 12\n",
        "last_review: 2026-05\nreview_due: 2099-05\n",
    ],
)
def test_the_shipped_examples_hold_whatever_an_own_pack_says_of_its_reviews(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    about: str,
) -> None:
    (tmp_path / "ours").mkdir()
    own = f"id: ours\ntitle: Ours\nextends: ele\n{about}"
    (tmp_path / "ours" / "policy.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "postcheck.yaml").write_text("policy: [ours]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reviews = ("--select", "HD.1", "--select", "HD.2")
    ended = Program(monkeypatch, capsys)("policy", "test", *reviews)
    assert ended.code == 0, ended.out + ended.err
