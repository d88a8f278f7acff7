"""Splitting words that are run together."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.errors import AnalyserError
from postcheck.language import splitting
from postcheck.language.splitting import all_splits, split


def parts(word: str) -> list[str]:
    return [word[start:end] for start, end in split(word)]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("SportsDay", ["Sports", "Day"]),
        ("WellDoneAmeliaBrown", ["Well", "Done", "Amelia", "Brown"]),
        ("welldoneameliabrown", ["well", "done", "amelia", "brown"]),
        ("ameliabrown", ["amelia", "brown"]),
        ("amelia_brown_y4.jpg", ["amelia", "brown", "y", "4", "jpg"]),
        ("Year6Leavers2026", ["Year", "6", "Leavers", "2026"]),
        ("TeamELE", ["Team", "ELE"]),
        ("NHSWales", ["NHS", "Wales"]),
        ("PTAs", ["PTAs"]),
        ("thebestdayever", ["the", "best", "day", "ever"]),
        ("THEBESTDAYEVER", ["THE", "BEST", "DAY", "EVER"]),
        ("susanalbumparty", ["susan", "album", "party"]),
        ("kidsexchange", ["kids", "exchange"]),
        ("safeguarding", ["safeguarding"]),
        ("therapist", ["therapist"]),
        ("ChloéMüller", ["Chloé", "Müller"]),
        ("日本語", ["日本語"]),
        ("PE", ["PE"]),
        ("", []),
        ("__..", []),
    ],
)
def test_likeliest_words(word: str, words: list[str]) -> None:
    assert parts(word) == words


@pytest.mark.parametrize(
    ("word", "unlucky"),
    [
        ("susanalbumparty", "anal"),
        ("whorepresents", "whore"),
        ("expertsexchange", "sex"),
        ("penisland", "penis"),
    ],
)
def test_unlucky_readings(word: str, unlucky: str) -> None:
    readings = all_splits(word, {"anal", "whore", "sex", "penis"})
    assert readings
    assert any(unlucky in [word[a:b] for a, b in reading] for reading in readings)


@pytest.mark.parametrize(
    ("word", "read"),
    [("classexhibition", ["clas", "sex", "hibition"]), ("essexday", None), ("ClassExams", None)],
)
def test_striking_words_are_read_beside_what_is_no_word(word: str, read: list[str] | None) -> None:
    assert all_splits(word, {"sex"}) == []
    readings = [[word[a:b] for a, b in spans] for spans in all_splits(word, {"sex"}, {"sex"})]
    assert readings == ([read] if read else [])


@pytest.mark.parametrize(
    "word",
    ["SusanAlbumParty", "ExpertsExchange", "therapist", "peacockpride", "sussexday", "assembly",
     "scunthorpeunited", "SportsDay", "classof2026"],
)  # fmt: skip
def test_lucky_readings(word: str) -> None:
    assert all_splits(word, {"anal", "sex", "cock", "ass", "rapist", "cunt", "tsda"}) == []


def test_offsets_hold_for_characters_that_change_length() -> None:
    assert parts("İstanbulTrip") == ["İstanbul", "Trip"]
    assert "".join(parts("ﬁnalday")) == "ﬁnalday"


def test_long_words_stay_quick() -> None:
    assert parts("ab" * 40_000)
    assert all_splits("ab" * 40_000, {"aba"}) == []


def test_missing_lists_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splitting, "models_folder", lambda: tmp_path)
    caches = (splitting.split, splitting._likeliest, splitting._costs)
    for cached in caches:
        cached.cache_clear()
    try:
        with pytest.raises(AnalyserError, match=r"words\.tsv"):
            split("welldoneall")
        assert parts("PE_Y6") == ["PE", "Y", "6"]
    finally:
        for cached in caches:
            cached.cache_clear()
