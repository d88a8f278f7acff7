"""Hashtags and mentions by the twitter-text rules."""

from __future__ import annotations

import pytest

from postcheck.analysers.base import Scene
from postcheck.analysers.words.tags import TagAnalyser, hashtag_spans, mention_spans
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.people.accounts import Account
from postcheck.setting import Setting


def look(text: str, platforms: tuple[str, ...] = (), account: str | None = None) -> list[Fact]:
    scene = Scene(
        draft=Draft(text="x", platforms=platforms),
        account=Account(id="a", platform=account),
        setting=Setting(),
        surfaces=(Surface("text", text),),
    )
    (seen,) = TagAnalyser().analyse([scene])
    facts = [item for item in seen if isinstance(item, Fact)]
    for fact in facts:
        assert fact.text == text[fact.start : fact.end]
    return facts


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#SportsDay", ["#SportsDay"]),
        ("a #b1 #2c #d_e!", ["#b1", "#2c", "#d_e"]),
        ("#日本語 ＃タグ 、#次", ["#日本語", "＃タグ", "#次"]),
        ("#𠮷野 🎉#yes", ["#𠮷野", "#yes"]),
        ("#été #Ünder #naïve", ["#été", "#Ünder", "#naïve"]),
        ("#שלום #مرحبا #हिन्दी #ไทย", ["#שלום", "#مرحبا", "#हिन्दी", "#ไทย"]),
        ("##a", ["#a"]),
        ("❤️#love", ["#love"]),
        ("(#a),#b.#c", ["#a", "#b", "#c"]),
        ("#a·b #café", ["#a·b", "#café"]),
        ("#1 #2026 #_ # a", []),
        ("a#b 日#c _#d &#39;", []),
        ("#a#b", []),
        ("#http://a.com #tag://x", []),
        ("#️⃣ #\u20e3", []),
        ("C# is a language", []),
        ("#cafe\u0301 #a\u200cb #x\u200dy", ["#cafe\u0301", "#a\u200cb", "#x\u200dy"]),
        ("#a・b #ゴルゴ・13 ・#c", ["#a・b", "#ゴルゴ・13"]),
        ("#גרשי׳ם #ж́ #한글 #ใส่ #Azərbaycan", ["#גרשי׳ם", "#ж́", "#한글", "#ใส่", "#Azərbaycan"]),
        ("#a's #b. #c-d #e#f #g##h", ["#a", "#b", "#c", "#h"]),
        ("🎉#a🎉 #b✊🏽 #ok2⃣", ["#a", "#b", "#ok2⃣"]),
        ("&#nbsp; &#a; RT#b .#c", ["#c"]),
    ],
)
def test_hashtags(text: str, tags: list[str]) -> None:
    assert [text[a:b] for a, b in hashtag_spans(text)] == tags


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("@user and @User_2.", ["@user", "@User_2"]),
        ("＠full .@dot (@bracket) “@quote”", ["＠full", "@dot", "@bracket", "@quote"]),
        ("日本@jp語", ["@jp"]),
        ("RT@a RT:@b rt @c", ["@a", "@b", "@c"]),
        ("@user/list-name", ["@user/list-name"]),
        ("@" + "a" * 20, ["@" + "a" * 20]),
        ("@user's @user: @user-x", ["@user", "@user", "@user"]),
        ("\n@next", ["@next"]),
        ("hi @b, mail @jo@school.org", ["@b"]),
        ("jo@school.org a_@b &@c $@d !@e #@f *@g", []),
        ("@a@b @c＠d", []),
        ("@useré @user://x", []),
        ("XRT@a", []),
        ("@ user @-a", []),
        ("@" + "a" * 21, ["@" + "a" * 20]),
        ("@a/b/c @a/1 @a/ @a/" + "l" * 26, ["@a/b", "@a", "@a", "@a/" + "l" * 25]),
        ("(@a)-@b.@c+@d~@e|@f/@g=@h", ["@a", "@b", "@c", "@d", "@e", "@f", "@g", "@h"]),
        ("あ@a、＠b。é@c", ["@a", "＠b", "@c"]),
        ("@http://a.com @ü @a\u0301", []),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    found = sorted(mention_spans(text))
    assert [text[start:end] for start, end, _ in found] == mentions


def test_long_names_where_the_platform_has_them() -> None:
    name = "@the.long_name.of.a.childrens.club"
    assert [fact.text for fact in look(f"hi {name}.", ("instagram",))] == [name]
    assert [fact.text for fact in look(f"hi {name}.", account="instagram")] == [name]
    assert [fact.text for fact in look(f"hi {name}.", ("x",))] == ["@the"]


@pytest.mark.parametrize("text", ["https://a.com/#top https://a.com/@me", "a.com/x#b", "jo@a.com"])
def test_nothing_within_links(text: str) -> None:
    assert look(text) == []


def test_a_tag_before_an_address_stays() -> None:
    assert [fact.text for fact in look("#日本語foo.com")] == ["#日本語foo"]


def test_attributes_say_the_words() -> None:
    tag, mention, server = sorted(
        look("#WellDoneAmira @amira_khan07 @jo@school.social", ("mastodon",)),
        key=lambda fact: fact.start or 0,
    )
    assert tag.attributes == {"tag": "WellDoneAmira", "words": ("Well", "Done", "Amira")}
    assert mention.attributes == {
        "handle": "amira_khan07",
        "words": ("amira", "khan", "07"),
        "own": False,
        "resembles": None,
    }
    assert server.attributes["handle"] == "jo@school.social"


def test_a_mention_of_an_own_account_is_told() -> None:
    scene = Scene(
        draft=Draft(text="x"),
        account=Account(id="a"),
        setting=Setting(accounts={"ours": Account(id="ours", handle="@earlylifeent")}),
        surfaces=(Surface("text", "@EarlyLifeEnt and @earlylifeent_"),),
    )
    (seen,) = TagAnalyser().analyse([scene])
    told = [
        (item.attributes["own"], item.attributes.get("resembles"))
        for item in seen
        if isinstance(item, Fact)
    ]
    assert told == [(True, None), (False, "@earlylifeent")]


@pytest.mark.parametrize("sign", ["#", "@", "@a@", "#@"])
def test_hostile_texts_stay_quick(sign: str) -> None:
    assert isinstance(look(sign * 20_000), list)
