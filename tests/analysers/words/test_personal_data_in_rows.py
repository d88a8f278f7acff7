"""Several personal data in one sentence, or in one list, are as many facts."""

from __future__ import annotations

from personal_data_seen import brief


def test_two_codes_in_one_sentence_are_two() -> None:
    found = brief("Join on Meet, the code is wvb-hjrw-mzo and the passcode Lapwing42.")
    assert [text for kind, text, *_ in found if kind == "password"] == ["wvb-hjrw-mzo", "Lapwing42"]


def test_birth_dates_of_a_list() -> None:
    found = brief("Dara A (03/02/2021), Tam D (19/11/2019), Wren W")
    assert [(kind, text) for kind, text, *_ in found] == [
        ("birth-date", "03/02/2021"),
        ("birth-date", "19/11/2019"),
    ]
