"""`used-before`: earlier uses against the draft, once for each picture."""

from __future__ import annotations

from typing import Any

import pytest
from world import case

from postcheck.checks import CHECKS
from postcheck.checks.base import Answer, Failed
from postcheck.checks.used_before import UsedBeforeOptions
from postcheck.facts.model import Fact, Value


def use(surface: str = "media[0]", **attributes: Value) -> Fact:
    told: dict[str, Value] = {"date": "2026-09-20", "channels": ("website",), **attributes}
    return Fact("image.seen-before", surface, attributes=told)


WEB_NEWS = use(purpose="news", draft="d1")
ONLY = use(purpose="news", only=True, draft="d2")
OLD = use(remove_by="2026-11-30", draft="d3", date="2025-09-20")


def answers(compare: str, facts: list[Fact], **more: Any) -> list[Answer]:
    options = UsedBeforeOptions.model_validate({"compare": compare})
    scene = case(facts=facts, **more)
    return [CHECKS["used-before"].judge(fact, options, scene) for fact in facts]


@pytest.mark.parametrize(
    ("compare", "facts", "draft", "channels", "told"),
    [
        ("channels", [WEB_NEWS], {}, ("website",), None),
        ("channels", [WEB_NEWS], {}, ("website", "x"), {"channels": "x", "earlier": "website"}),
        ("channels", [WEB_NEWS, use(channels=("x",))], {}, ("website", "x"), None),
        ("purpose", [WEB_NEWS], {"purpose": " NEWS"}, ("x",), None),
        ("purpose", [WEB_NEWS], {"purpose": "advert"}, ("x",), {"purpose": "advert"}),
        ("purpose", [WEB_NEWS], {}, ("x",), {"purpose": "no purpose given", "earlier": "news"}),
        ("purpose", [use()], {"purpose": "advert"}, ("x",), None),
        ("only", [WEB_NEWS], {"purpose": "advert"}, ("x",), None),
        ("only", [ONLY], {"purpose": "news"}, ("website",), None),
        ("only", [ONLY], {"purpose": "news"}, ("x",), {"earlier": "website, for news"}),
        ("only", [ONLY], {"purpose": "advert"}, ("website",), {"earlier": "website, for news"}),
        ("only", [ONLY, use(channels=("x",), only=True)], {"purpose": "advert"}, ("x",), None),
        ("remove-by", [OLD], {}, ("x",), {"until": "2026-11-30"}),
        ("remove-by", [use(remove_by="2026-12-01")], {}, ("x",), None),
        ("remove-by", [WEB_NEWS], {}, ("x",), None),
    ],
)
def test_comparisons(
    compare: str,
    facts: list[Fact],
    draft: dict[str, str],
    channels: tuple[str, ...],
    told: dict[str, str] | None,
) -> None:
    first, *others = answers(compare, facts, draft={"text": "Hello", **draft}, channels=channels)
    assert others == [None] * (len(facts) - 1)
    if told is None:
        assert first is None
    else:
        assert isinstance(first, Failed)
        assert first.values.items() >= told.items()


def test_the_last_of_the_earlier_days_is_told() -> None:
    (first, _) = answers("channels", [OLD, WEB_NEWS], channels=("x",))
    assert isinstance(first, Failed)
    assert first.values["date"] == "2026-09-20"


def test_a_drafts_own_use_is_no_earlier_one() -> None:
    own = use(draft="here", channels=("x",))
    draft = {"id": "here", "text": "Hello"}
    assert answers("channels", [own], draft=draft, channels=("website",)) == [None]
    found = answers("channels", [own, WEB_NEWS], draft=draft, channels=("x",))
    assert [type(answer) for answer in found] == [type(None), Failed]


def test_each_picture_is_told_by_itself() -> None:
    found = answers("channels", [WEB_NEWS, use("media[1]"), use("media[1]")], channels=("x",))
    assert [type(answer) for answer in found] == [Failed, Failed, type(None)]
