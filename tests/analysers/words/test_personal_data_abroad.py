"""Personal data as other countries write it, ages that people tell, and what only looks alike."""

from __future__ import annotations

import pytest

from postcheck.analysers.words.personal_data.analyser import finds_of
from postcheck.drafts.surfaces import Surface


def brief(text: str) -> list[tuple[str, str]]:
    finds = finds_of(Surface("text", text))
    return [(find.type, text[find.start : find.end]) for find in finds]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("401-023-2138", "401-023-2138"),
        ("at (212) 555-0199 or", "(212) 555-0199"),
        ("(212)555-0199x12.", "(212)555-0199x12"),
        ("212.555.0199", "212.555.0199"),
        ("1-212-555-0199", "1-212-555-0199"),
        ("1-212-555-0199 ext. 44", "1-212-555-0199 ext. 44"),
        ("212 555 0198", "212 555 0198"),
        ("(11) 1234-5678", "(11) 1234-5678"),
        ("05366/97251027", "05366/97251027"),
        ("06-12345678", "06-12345678"),
        ("05.65.69.72.51", "05.65.69.72.51"),
        ("+47 98 25 97 91", "+47 98 25 97 91"),
        ("+4702387652", "+4702387652"),
        ("Call me at 98 25 97 91", "98 25 97 91"),
        ("my number is 729 825 979", "729 825 979"),
        ("Tel 23/286-0129", "23/286-0129"),
        ("Ring 555-0199!", "555-0199"),
        ("text me, 7108273464", "7108273464"),
        ("710 827 346 is my new mobile", "710 827 346"),
        ("729 825 979 and nobody picked up", "729 825 979"),
    ],
)
def test_telephones(text: str, number: str) -> None:
    assert brief(text) == [("phone", number)]


def test_a_number_beside_an_email_is_a_telephone() -> None:
    assert brief("Jo\n509 666 545\njo@school.org") == [
        ("phone", "509 666 545"),
        ("email", "jo@school.org"),
    ]


def test_free_numbers_of_north_america_are_a_service() -> None:
    (find,) = finds_of(Surface("text", "Lifeline 1-800-273-8255"))
    assert find.public


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("How far is 09906 Pierce Harbors Apt. 040 from you", "09906 Pierce Harbors Apt. 040"),
        ("123 5th Avenue", "123 5th Avenue"),
        ("Parking on 8 Brett Plaza?", "8 Brett Plaza"),
        ("near 7168 Smith Path!", "7168 Smith Path"),
        ("Flat 7 Samantha View", "Flat 7 Samantha View"),
        ("PSC 3839, Box 1523\nAPO AA 67068", "PSC 3839, Box 1523\nAPO AA 67068"),
        ("Write to PO Box 27", "PO Box 27"),
        ("Hauptstraße 12", "Hauptstraße 12"),
        ("Klaus-Loos-Straße 10a, Bonn", "Klaus-Loos-Straße 10a"),
        ("Ellmauer Weg 3", "Ellmauer Weg 3"),
        ("Prins Hendrikstraat 34", "Prins Hendrikstraat 34"),
        ("Nørregade 5", "Nørregade 5"),
        ("Storgatan 92", "Storgatan 92"),
        ("Kossuth utca 12.", "Kossuth utca 12"),
        ("12, rue de la Paix", "12, rue de la Paix"),
        ("Chemin du Lavarin 12", "Chemin du Lavarin 12"),
        ("Via Santa Teresa 133", "Via Santa Teresa 133"),
        ("Calle Mayor 3", "Calle Mayor 3"),
        ("Plaza de Roberta Losa, 925", "Plaza de Roberta Losa, 925"),
        ("Rua São Vicente 12", "Rua São Vicente 12"),
        ("ul. Kopernika 78", "ul. Kopernika 78"),
        ("Koppenring 87\n8015 Graz", "Koppenring 87\n8015 Graz"),
        ("Horská 12, 28013 Praha", "Horská 12, 28013 Praha"),
        ("She lives at Horská 1234.", "Horská 1234"),
        ("His address is 12 Old Trafalgar.", "12 Old Trafalgar"),
        ("Left it at 36 Poppy Corners instead of ours", "36 Poppy Corners"),
        ("We used to live in 948 Penny Glen, no more", "948 Penny Glen"),
        ("Level 3 82 Quill Driveway", "Level 3 82 Quill Driveway"),
        ("Solbakken 64", "Solbakken 64"),
        ("Oskar-Quill-Ring 30", "Oskar-Quill-Ring 30"),
        ("Ladeira São Vicente, 22", "Ladeira São Vicente, 22"),
    ],
)
def test_addresses(text: str, span: str) -> None:
    assert ("address", span) in brief(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Springfield, IL 62704", "IL 62704"),
        ("Newtown NSW 2042", "NSW 2042"),
        ("Laval, QC J5S 3M1", "J5S 3M1"),
        ("Dublin D02 AF30", "D02 AF30"),
        ("my zip code is 90210", "90210"),
        ("Postcode: 50-588", "50-588"),
        ("What is the zip code of Newtown? I think it's 62704", "62704"),
    ],
)
def test_postcodes(text: str, code: str) -> None:
    assert brief(text) == [("postcode", code)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("12 Quill Street, Newtown 62704", ["62704"]),
        ("12 Quill Street\nNewtown\n2042\nAustralia", ["2042"]),
        ("Send it to Rua São Vicente 12, Newtown, 59566-254", ["59566-254"]),
        ("12 Quill Street, 2026 edition", []),
        ("12 Quill Street, 1030am", []),
        ("12 Quill Street. 62704 people came", []),
    ],
)
def test_postcodes_beside_addresses(text: str, codes: list[str]) -> None:
    assert [span for kind, span in brief(text) if kind == "postcode"] == codes


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("We have 12/05/1994 as your date of birth", "birth-date", "12/05/1994"),
        ("her birthday's on 04 July", "birth-date", "04 July"),
        ("At 78, she still runs", "age", "78"),
        ("just turned 50 and proud", "age", "50"),
        ("How old are you? A: 37", "age", "37"),
        ("219-09-9999", "social-security", "219-09-9999"),
        ("SSN 219 09 9999", "social-security", "219 09 9999"),
        ("her social security number: 219099999", "social-security", "219099999"),
        ("my driver's license is S708-7856-3910", "driving-licence", "S708-7856-3910"),
        ("Driving licence: H18216470", "driving-licence", "H18216470"),
        ("passport C01X1897Q", "passport", "C01X1897Q"),
        ("My passport number is 61AB83616.", "passport", "61AB83616"),
        ("213117508195455", "payment-card", "213117508195455"),
        ("501885431178", "payment-card", "501885431178"),
        ("card 570541373199", "payment-card", "570541373199"),
        ("my account is GB22XGUR7999316826962", "bank-account", "GB22XGUR7999316826962"),
        ("account no: 000123456789", "bank-account", "000123456789"),
        ("Routing number is 021000021", "bank-account", "021000021"),
        ("My licence is S1234567.", "driving-licence", "S1234567"),
        ("I'm 34.", "age", "34"),
        ("She'll be 40 next May", "age", "40"),
        ("I am thirty-five and happy", "age", "thirty-five"),
        ("My youngest daughter is 7 and sings", "age", "7"),
        ("She was 12, he was tall", "age", "12"),
        ("Mum is 40 years.", "age", "40"),
        ("a 52 y/o male", "age", "52 y/o"),
        ("34 years of age", "age", "34 years of age"),
        ("Jo Field, 34, of Leeds", "age", "34"),
        ("Jo Field (34) lives in Leeds", "age", "34"),
        ("Mr. Balan, 36, was there", "age", "36"),
        ("Jo was born in New Leeds on 3 May 2011", "birth-date", "3 May 2011"),
    ],
)
def test_numbers_and_ages(text: str, kind: str, span: str) -> None:
    assert brief(text) == [(kind, span)]


@pytest.mark.parametrize(
    "text",
    [
        "000-12-3456 and 666-12-3456 and 900-12-3456 and 123-00-4567",
        "ISBN 0-306-40615-2 and ISBN 978-0-14-103614-4",
        "Order 203-1234567-1234567, invoice 2026-00123, parcel 4500123456",
        "Registered charity number 1234567, company number 01234567",
        "Call the office. Charity no 1145678",
        "Text books 1234567 were ordered",
        "The deal number is 759933",
        "Open 08.30-12.45 and 13.15 - 15.10; 2026-27; 03 09 2026 - 18 12 2026",
        "Rugby tens 35-0 21-14 07-12 10-05 00-17",
        "Supergrass Is 10 (2004) and (2019) 123 456",
        "U9 12 34 56 78\nU10 11 22 33 44",
        "Draw: 12 24 36 48 51 59",
        "Amira moved to 4 Oak. We lived on 5 Continents and in 3 Different Countries.",
        "Rose House 12, Oak House 10, Class 5, 1200 Points, May 14, 2026 Fair",
        "Our 3 Peaks Trail; 1250 Miles Walk, 500 Words, 365 Day Challenge",
        "Unit 3 Mountains, Rivers and Lakes; page 12, Chapter 3 River Valleys",
        "Via Teams 3 classes joined, Boys Brigade 12 met Auntie 5 and Agata 7",
        "Bus 42 to High Street; the 1969 album Abbey Road; the 2011 film Drive",
        "Located at 3 Sites, delivered to 40 Local Families, at Gate 3, Block 12",
        "Address 12 Key Questions. Zip 12 coats! @M94Rx",
        "I'm 5 minutes away; he's 2 goals up; she was 3rd and I was 1 of 12. I am one.",
        "Blessing Etim (3) and Holly Marsh (2) scored. Leeds Town, 34, Hull City, 12",
        "The hall is 34 years young. It was 100 degrees.",
        "We won 36 House Corners and 12 Forest Glens. Just turned: page 50 and so on",
        "At 15, Hall B; at 18.30 she sings; how old is the oak? 300 years, they say",
        "Grip the iPad 9, Amelia 7, Spring 12",
        "TV licence number 1234567, music licence no. 998877",
        "I passed my driving licence test in May 2025 with 12 faults",
        "1234 56789012 is no Maestro, nor is 5900 0000 0000",
    ],
)
def test_near_misses(text: str) -> None:
    assert brief(text) == []
