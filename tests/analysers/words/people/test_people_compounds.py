"""Names run together: hashtags, handles, links, e-mail addresses, file names, OCR."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "written", "form", "person"),
    [
        ("#WellDoneAmeliaBrown", "AmeliaBrown", "full", "P2"),
        ("#welldoneameliabrown", "ameliabrown", "full", "P2"),
        ("#AmeliaBrown2026", "AmeliaBrown", "full", "P2"),
        ("@ameliabrown", "@ameliabrown", "handle", "P2"),
        ("@amelia.brown09", "@amelia.brown09", "handle", "P2"),
        ("@LivvyB", "@LivvyB", "handle", "P11"),
        ("https://s.example/news/amelia-brown-wins", "amelia-brown", "full", "P2"),
        ("https://s.example/p?c=olivia%20bennett&y=5", "olivia%20bennett", "full", "P11"),
        ("amelia.brown@pupils.example", "amelia.brown", "handle", "P2"),
        ("#EthanBailey", "EthanBailey", "full", None),
        ("#ConnorBrzeczko", "ConnorBrzeczko", "full", None),
        ("https://s.example/ethan-bailey", "ethan-bailey", "full", None),
    ],
)
def test_in_texts(look, text: str, written: str, form: str, person: str | None) -> None:
    (fact,) = look(text)
    assert (fact.text, fact.attributes["form"]) == (written, form)
    assert fact.attributes["person"] == person
    assert text[fact.start : fact.end] == written


@pytest.mark.parametrize(
    ("name", "written", "last"),
    [
        ("amelia_brown_y4.jpg", "amelia_brown", "brown"),
        ("IMG_OliviaBennettY4.jpg", "OliviaBennett", "Bennett"),
        ("Amelia Brown.jpg", "Amelia Brown", "Brown"),
        ("2026-bennett-olivia.png", "bennett-olivia", "bennett"),
        ("Zoë_Smith-Jones.jpg", "Zoë_Smith-Jones", "Smith-Jones"),
        ("ethan_bailey.jpg", "ethan_bailey", "bailey"),
    ],
)
def test_in_file_names(look, name: str, written: str, last: str) -> None:
    (fact,) = look(name, name="media[0].file-name", compound=True)
    assert (fact.text, fact.attributes["last"]) == (written, last)
    assert fact.attributes["reading"] == "run-together"


@pytest.mark.parametrize(
    "name", ["sports_day_2026.jpg", "mayday.jpg", "rose_garden.jpg", "DSC00042.JPG", ".jpg"]
)
def test_file_names_without_people(look, name: str) -> None:
    assert look(name, name="media[0].file-name", compound=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "#SportsDay",
        "#JohnLewis",
        "#MayDay",
        "#ConnorBakeathon",
        "#ConnorABC",
        "#ConnorReads",
        "#RoseHouse",
        "@bbcnews",
        "https://brown.example/amelia",
    ],
)
def test_compounds_without_people(look, text: str) -> None:
    assert look(text) == []


def test_words_that_ocr_ran_together(look) -> None:
    text = "CERTIFICATE\nAWARDEDTOOLIVIABENNETT"
    (fact,) = look(text, name="media[0].image-text")
    assert (fact.text, fact.attributes["person"]) == ("OLIVIABENNETT", "P11")
