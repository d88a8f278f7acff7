"""Whatever a draft holds: no analyser of words fails, and every offset is exact."""

from __future__ import annotations

import string
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postcheck.analysers.base import Scene, TextAnalyser
from postcheck.analysers.words.links.address import read_address
from postcheck.analysers.words.links.analyser import LinkAnalyser
from postcheck.analysers.words.listed import ListedAnalyser
from postcheck.analysers.words.personal_data.analyser import PersonalDataAnalyser
from postcheck.analysers.words.tags import TagAnalyser
from postcheck.config.model import Config, Organisation, VerifiedLink
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.facts.kinds import KINDS
from postcheck.facts.model import Fact
from postcheck.language.splitting import split
from postcheck.people.accounts import Account
from postcheck.policy.lists import Emits, ListFile
from postcheck.setting import Setting

WORDS = ListFile(
    id="words",
    title="words",
    emits=Emits(kind="text.abuse", category="insult"),
    source="invented",
    as_of=date(2026, 11, 22),
    entries=("dratted", "ß", "ﬁe", "a b"),
)
SETTING = Setting(
    config=Config(
        organisation=Organisation(domains=("earlylife.example",), phones=("0113 496 0142",)),
        verified_links=(VerifiedLink(host="bbc.co.uk"),),
    ),
    lists={"words": WORDS},
)
PIECES = st.sampled_from(
    ["#", "@", "＠", "＃", "://", "http://", ".", ".co.uk", "[", "]", "[::1]", "%", "%zz", "xn--",
     "xn--a", "bbc", "/", "\\", "?", "(", ")", ":", "0113 496 0142", "07", "4111 1111 1111 1111",
     "AB12 CDE", "LS1 3AA", "born ", "31/02/2020", "aged 7", "password: ", "dr4tted", "İ", "ß", "ﬁ",
     "🎂", "\u200d", "é", "日本", "e\u0301", " ", "\n", "\x00", "\ud7ff", "WIFI:P:", "a", "Z", "1",
     "0x", "-", "_", "'", "１"]
)  # fmt: skip
PRINTABLE = st.text(string.printable, max_size=4)
TEXTS = st.lists(PIECES | PRINTABLE, max_size=14).map("".join) | st.text()
ANALYSERS: list[TextAnalyser] = [
    LinkAnalyser(),
    TagAnalyser(),
    PersonalDataAnalyser(),
    ListedAnalyser(),
]


@pytest.mark.parametrize("analyser", ANALYSERS, ids=lambda analyser: analyser.name)
@given(text=TEXTS, name=st.sampled_from(["text", "links[0]", "media[0].file-name"]))
@settings(max_examples=60, deadline=None)
def test_offsets_are_exact(analyser: TextAnalyser, text: str, name: str) -> None:
    surface = Surface(name, text, compound=name.endswith("file-name"))
    scene = Scene(
        draft=Draft(text="x"), account=Account(id="a"), setting=SETTING, surfaces=(surface,)
    )
    (seen,) = analyser.analyse([scene])
    for fact in seen:
        assert isinstance(fact, Fact)
        assert fact.start is not None
        assert fact.end is not None
        assert fact.start < fact.end
        assert fact.text == text[fact.start : fact.end]
        assert fact.attributes.keys() == KINDS[fact.kind].attributes.keys()


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_address_can_be_read(text: str) -> None:
    address = read_address(text)
    assert address.host.isascii() or address.host == ""


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_splits_are_in_order_and_apart(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
