"""The labelled school posts of `benchmarks/accuracy`, as far as limits are fitted on them.

The second set written blind, the fifth to the ninth and other organisations' are left out, so that
they stay a check.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from benchmarks.accuracy import posts  # noqa: E402 - it lies at the project's root
from benchmarks.accuracy.posts import Post  # noqa: E402 - as well

KEPT_BACK = ("blind-b-", "blind-e-", "blind-f-", "blind-g-", "blind-h-", "blind-i-")


def school_posts() -> list[Post]:
    """All labelled posts but those kept back."""
    return [
        post
        for post in posts.read()
        if post.folder == posts.FOLDER and not any(name in post.sample.id for name in KEPT_BACK)
    ]


def ordinary_texts() -> list[str]:
    """The texts of posts that need no finding: what is told of them is a false alarm."""
    return [post.sample.draft["text"] for post in school_posts() if post.clean]
