"""Personal data: what is found, with exact offsets, and near-misses that are nobody's data."""

from __future__ import annotations

from time import process_time

import pytest
from personal_data_seen import brief, look

FOUND: list[tuple[str, str, str, bool | None]] = [
    ("The bag is at hers, 63 Cooper Row", "address", "63 Cooper Row", None),
    ("Bring the scooters to Ivy Cottage, Church Lane", "address", "Ivy Cottage, Church Lane", None),
    ("left at the gate of 19 Tanner Green", "address", "19 Tanner Green", None),
    ("Intake: Dara (1 September 2021)", "birth-date", "1 September 2021", True),
    ("Fern C, born 4/5/19", "birth-date", "4/5/19", True),
    ("Meet: code is wvb-hjrw-mzo and passcode x", "password", "wvb-hjrw-mzo", None),
    ("Gate is 2580 then the tick", "password", "2580", None),
    ("Zoom: 84422109035, see you", "password", "84422109035", None),
    ("Meeting passcode is kestrel", "password", "kestrel", None),
    ("Class code: VQZTRW", "password", "VQZTRW", None),
    ("user kofi77 pw jungle", "password", "jungle", None),
    ("ring O77OO 9OO123", "phone", "O77OO 9OO123", None),
    (
        "it's oh double seven double oh nine hundred one two three",
        "phone",
        "oh double seven double oh nine hundred one two three",
        None,
    ),
    ("jobloggs42 at icloud.com please", "email", "jobloggs42 at icloud.com", None),
    ("jo_bloggs(a)gmail.com", "email", "jo_bloggs(a)gmail.com", None),
    ("black Corsa CP 16 HHB in the bus bay", "vehicle", "CP 16 HHB", True),
    ("Write to amira.k+pe@mail.school.co.uk!", "email", "amira.k+pe@mail.school.co.uk", True),
    ("mailto:o'neill@school.org.", "email", "o'neill@school.org", True),
    ("🎉 é: jo@school.sch.uk", "email", "jo@school.sch.uk", True),
    ("jo@school.notatld", "email", "jo@school.notatld", False),
    ("mail jo (at) school (dot) org", "email", "jo (at) school (dot) org", None),
    ("mail jo at school dot org dot uk", "email", "jo at school dot org dot uk", None),
    ("https://x.org/?email=jo@school.org", "email", "jo@school.org", True),
    ("Call 0113 496 0199 now", "phone", "0113 496 0199", True),
    ("Call (0113) 496 0199.", "phone", "(0113) 496 0199", True),
    ("(07700 900123)", "phone", "07700 900123", True),
    ("text 07911123456 by 4", "phone", "07911123456", True),
    ("+44 7911 123456", "phone", "+44 7911 123456", True),
    ("+44 (0)20 7946 0018", "phone", "+44 (0)20 7946 0018", True),
    ("0044 20 7946 0018", "phone", "0044 20 7946 0018", True),
    ("+33 1 42 68 53 00", "phone", "+33 1 42 68 53 00", True),
    ("WhatsApp 7911 123456", "phone", "7911 123456", True),
    ("07911 123456 2 pupils", "phone", "07911 123456", True),
    ("Ring 07000 12345", "phone", "07000 12345", False),
    ("https://wa.me/447911123456", "phone", "447911123456", True),
    ("NHS number 401-023-2137", "nhs-number", "401-023-2137", True),
    ("221 395 1837", "nhs-number", "221 395 1837", True),
    ("4857773457", "nhs-number", "4857773457", True),
    ("NHS: 485 777 3456", "nhs-number", "485 777 3456", False),
    ("AA 12 34 56 B", "ni-number", "AA 12 34 56 B", True),
    ("hh010203d", "ni-number", "hh010203d", True),
    ("NI number QQ 12 34 56 C", "ni-number", "QQ 12 34 56 C", False),
    ("National Insurance: AA123456", "ni-number", "AA123456", None),
    ("UPN A801200001001", "upn", "A801200001001", False),
    ("passport AB1234567", "passport", "AB1234567", None),
    ("AB1234567", "passport", "AB1234567", None),
    ("Her passport is 123456789", "passport", "123456789", None),
    ("MORGA657054SM9IJ", "driving-licence", "MORGA657054SM9IJ", True),
    ("licence MORGA 657054 SM9IJ 35", "driving-licence", "MORGA 657054 SM9IJ 35", True),
    ("LI999702312XX9AB", "driving-licence", "LI999702312XX9AB", False),
    ("sort code 12-34-56", "bank-account", "12-34-56", None),
    ("12-34-56 12345678", "bank-account", "12-34-56 12345678", None),
    ("Sort code 12-34-56, account 12345678", "bank-account", "12-34-56, account 12345678", None),
    ("account number 12345678", "bank-account", "12345678", None),
    ("GB29 NWBK 6016 1331 9268 19", "bank-account", "GB29 NWBK 6016 1331 9268 19", True),
    ("GB29 NWBK 6016 1331 9268 18", "bank-account", "GB29 NWBK 6016 1331 9268 18", False),
    ("IBAN DE89370400440532013000", "bank-account", "DE89370400440532013000", True),
    ("4111 1111 1111 1111", "payment-card", "4111 1111 1111 1111", True),
    ("4111111111111111", "payment-card", "4111111111111111", True),
    ("3782 822463 10005", "payment-card", "3782 822463 10005", True),
    ("4111 1111 1111 1112", "payment-card", "4111 1111 1111 1112", False),
    ("AB51 CDE", "vehicle", "AB51 CDE", True),
    ("ab12cde", "vehicle", "ab12cde", True),
    ("A123 BCD", "vehicle", "A123 BCD", True),
    ("ABC 123D", "vehicle", "ABC 123D", True),
    ("Q123 BCD", "vehicle", "Q123 BCD", True),
    ("abc 123d", "vehicle", "abc 123d", True),
    ("ABC 120K", "vehicle", "ABC 120K", True),
    ("no.4010232137", "nhs-number", "4010232137", True),
    ("reg AIZ 1234", "vehicle", "AIZ 1234", None),
    ("Whose car is Y6 AND", "vehicle", "Y6 AND", True),
    ("server 192.168.0.1", "ip-address", "192.168.0.1", True),
    ("10.20.30.40", "ip-address", "10.20.30.40", True),
    ("2001:db8::8a2e:370:7334", "ip-address", "2001:db8::8a2e:370:7334", True),
    ("Fair at 14 Amber Street.\nBash the rat, cakes", "address", "14 Amber Street.", None),
    ("Born 14/03/2016", "birth-date", "14/03/2016", True),
    ("DOB: 14.3.16", "birth-date", "14.3.16", True),
    ("date of birth 2016-03-14", "birth-date", "2016-03-14", True),
    ("born on the 14th of March 2016", "birth-date", "14th of March 2016", True),
    ("her birthday is 14 March", "birth-date", "14 March", None),
    ("d.o.b. March 14, 2016", "birth-date", "March 14, 2016", True),
    ("DOB 31/02/2016", "birth-date", "31/02/2016", False),
    ("14/03/2016 (DOB)", "birth-date", "14/03/2016", True),
    ("Amira, aged 7, won", "age", "aged 7", None),
    ("our 7-year-old star", "age", "7-year-old", None),
    ("beaten by a 7-year-old, Amira", "age", "7-year-old", None),
    ("Amira, aged 30 months, sang", "age", "aged 30 months", None),
    ("a seven year old girl", "age", "seven year old", None),
    ("Amira turns 8 today", "age", "turns 8", None),
    ("She is 8 today!", "age", "is 8 today", None),
    ("Happy 8th birthday Amira", "age", "8th birthday", None),
    ("Happy birthday Amira, 9 today!", "age", "9 today", None),
    ("DOB: 2016/03/14", "birth-date", "2016/03/14", True),
    ("d.o.b 14 03 2016", "birth-date", "14 03 2016", True),
    ("born 14 Mar 16", "birth-date", "14 Mar 16", True),
    ("Birthday: 14/3", "birth-date", "14/3", None),
    ("Birthday 14 March 16:00", "birth-date", "14 March", None),
    ("gb33bukb20201555555555", "bank-account", "gb33bukb20201555555555", True),
    ("DE89-3704-0044-0532-0130-00", "bank-account", "DE89-3704-0044-0532-0130-00", True),
    ("Join our Google Classroom with code abc12de", "password", "abc12de", None),
    ("Wifi for visitors: password Sunshine99", "password", "Sunshine99", None),
    ("Seesaw home learning code: ABCD-EFGH", "password", "ABCD-EFGH", None),
    ("Kahoot game PIN: 745 2210", "password", "745 2210", None),
    ("Alarm code 4471", "password", "4471", None),
    ("username oak1 and password treehouse", "password", "treehouse", None),
    ("user oak_09 pw treehouse!3 be quick", "password", "treehouse!3", None),
    ("login: oak1, pass: treehouse", "password", "treehouse", None),
    ("login is oakandelm and the pass is Tree_2012! thx", "password", "Tree_2012", None),
    ("On the wifi choose Guests and type custard44, nothing else", "password", "custard44", None),
    ("keep my streak, it's oak_09 and then Tree!2012", "password", "Tree!2012", None),
    ("October birthdays\nAmira 14/03/2016, Mo", "birth-date", "14/03/2016", True),
    ("acc oak1 and the pass is tree77house", "password", "tree77house", None),
    ("Chess is on a call, the code is abc-defg-hij", "password", "abc-defg-hij", None),
    ("Knitters paste wqzkvt into Classroom", "password", "wqzkvt", None),
    ("Blooket at six, put in 7741920", "password", "7741920", None),
    ("The choir page is up and you get in with tuba-31-goose", "password", "tuba-31-goose", None),
    ("wifi by the pool is Swim and the pass is still otter5512", "password", "otter5512", None),
    ("do my spellings for me its oak14 then teapot77 ta", "password", "teapot77", None),
    ("Year 1 code is k7mq2xd", "password", "k7mq2xd", None),
    ("The shed opens with 6620 after four", "password", "6620", None),
    ("To get in, type three words: amber kettle mole", "password", "amber kettle mole", None),
    ("Password: Sunflower22", "password", "Sunflower22", None),
    ("here's my login: tobias / Blue1234", "password", "Blue1234", None),
    ("Login details: oak1, Blue1234!", "password", "Blue1234", None),
    ("password: sunflower", "password", "sunflower", None),
    ("The password is “dragon”", "password", "dragon", None),
    ("passcode 8Hs2kQ", "password", "8Hs2kQ", None),
    ("Class code: x7k2p9q", "password", "x7k2p9q", None),
    ("join code is ABCD12.", "password", "ABCD12", None),
    ("PIN 4821", "password", "4821", None),
    ("wifi password = Hunter2!", "password", "Hunter2", None),
    ("Meeting ID: 123 4567 8901", "password", "123 4567 8901", None),
    ("https://meet.google.com/abc-defg-hij", "password", "abc-defg-hij", None),
    ("https://zoom.us/w?pwd=Zm9vYmFy", "password", "Zm9vYmFy", None),
    ("WIFI:T:WPA;S:School;P:s3cret;;", "password", "s3cret", None),
]


@pytest.mark.parametrize(("text", "kind", "span", "valid"), FOUND)
def test_what_is_found(text: str, kind: str, span: str, valid: bool | None) -> None:
    assert brief(text) == [(kind, span, valid)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("SW1A 1AA", "SW1A 1AA"),
        ("ec1a1bb", "EC1A 1BB"),
        ("M1 1AE", "M1 1AE"),
        ("B33 8TH", "B33 8TH"),
        ("CR2 6XH", "CR2 6XH"),
        ("DN55 1PT", "DN55 1PT"),
        ("W1A 0AX", "W1A 0AX"),
        ("GIR 0AA", "GIR 0AA"),
        ("BFPO 801", "BFPO 801"),
        ("ls31 4qt", "LS31 4QT"),
    ],
)
def test_postcodes_in_every_format(written: str, value: str) -> None:
    (fact,) = look(f"Post it to {written}.")
    assert fact.text == written
    assert (fact.attributes["type"], fact.attributes["value"]) == ("postcode", value)


@pytest.mark.parametrize(
    "text",
    [
        "Well done Year 5, 3-2 in the final on 01/02/2026 at 10:30!",
        "We raised £1,234.56 and walked 10,000 steps on 2026-11-22.",
        "Room 204, tickets £5, doors 18.30",
        "In 1966 and 2022, 11 players, 90 minutes",
        "Order 01-02-2026 0900",
        "#LS31 is not a place, nor is Y4 5TH",
        "Q1 1AA and SW1A 1CA and A 1AA are no postcodes",
        "on the E3 2nd floor, B2 1st place, E1 5ft",
        "KS1 SATs and KS2 2DO",
        "BG123456A and AA 12 34 56 H",
        "4010232138",
        "ISBN 0306406152",
        "Serial number of the mixer that died: 0163-960-7714",
        "The part number on it is 07700 900444",
        "Cup: Beech Grove 4, High Road 2, after extra time",
        "our stamp and 0-306-40615-2 on the back",
        "The tablets are charged, then Year6 go first",
        "Log in and then 15minutes of reading",
        "Tablets out, and then @oakclub2026 posts",
        "Birthdays this week: party on 03/12/2099 in the hall",
        "1111111111",
        "Order AB1234567",
        "A1234567 ABC123456",
        "MORGA613054SM9IJ MORGA657004SM9IJ",
        "IN Y6 AND Y5 WE RAN THE 100M AND WON 200M, USA 400M, GBR 5K",
        "A012 BCD @AB12CDE @OME23Y y6 bcd",
        "change your password https://bbc.co.uk/x1",
        "a 40 yold cold case",
        "AB40 CDE and QA12 BCD and AB12 CQE",
        "1234 5678 9012 3456",
        "version 1.2.3.4 and section 4.3.2.1 and 300.1.1.1",
        "Shakespeare was born on 23 April 1564",
        "Sports day is on 14 March 2026",
        "children aged 7 and boys aged 9 to 11, aged 5-11, aged 7 and over",
        "our 7-year-olds love it",
        "beaten at draughts by a seven-year-old",
        "with a spelling age of 11",
        "the 100-year-old building and a 400-year-old oak",
        "our 50th birthday",
        "Password security is important; never share your password: please ask",
        "Passwords: keep them safe at home",
        "user group meets 30 hours pw 8am-4pm, £120 pw plus bills",
        "Every user needs a pass before Friday; log in here and pass this on",
        "username and password are the same; use code READ24 at the book fair",
        "Join our code club 2026, our code of conduct, and join code-breakers",
        "Happy birthdays to our team, 3 today, and we had 9 today",
        "birthday party 14 of us",
        "Join Year 7 for Hour of Code 2026!",
        "the password is required",
        "A word such as tuba-31-goose beats a pet's name, says our password assembly",
        "Meet the all-star-cast, the dress code is red-with-tan",
        "Type slowly into Classroom, and put A4-sized paper in",
        "Under11s get in with their boots on, and it ends at 10.15am",
        "Kits: order code KX4417, or log in to the shop with SPRING15 for 15% off",
        "Key dates: 2nd July for KS1, then 14th for KS2; join us in Room12b",
        "The last lock was 1066, and the escape room opens with a riddle",
        "Join in: the wifi café is step-by-step-friendly",
        "Login: use your name / your class",
        "Our account is @TeamELE and @TeamELE2",
        "Look at bbc.co.uk and @user and user@",
        "https://bbc.co.uk/news/4857773457/07911123456",
        "12 Happy Faces Way to go",
        "Top 10 reasons, 6 Green cups, 3 St Mary's pupils",
        "::1 and 12:30:45 and a::b",
        "double seven, double eight: bingo night",
        "Signed: Anna P 12/09/2023, Bert J 14/09/2023",
        "Summer Fair (03/07/2021), Winter Ball (04/12/2021)",
        "Class 4 Orchard Way is our new reading corner",
        "look at the menu at caterlink.co.uk and at outlook point",
        "wifi password is at the office, the passcode will arrive by email",
        "Gates open at 0845, the alarm went off at 1415",
    ],
)
def test_near_misses(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("She lives at 27 Beech Grove, Wexbourne now", "27 Beech Grove, Wexbourne"),
        ("221B Baker Street", "221B Baker Street"),
        ("Flat 3, 12 High Road", "Flat 3, 12 High Road"),
        ("lives at 9 mill lane", "9 mill lane"),
        ("Find 9 Mill Hill, LS31 4QA", "9 Mill Hill"),
    ],
)
def test_addresses(text: str, span: str) -> None:
    assert (span, "address") in [(f.text, f.attributes["type"]) for f in look(text)]


def test_several_in_one_text_keep_their_order() -> None:
    found = brief("Jo, aged 9, LS1 3AA, jo@school.org, 07911 123456, AB51 CDE")
    assert [kind for kind, _, _ in found] == ["age", "postcode", "email", "phone", "vehicle"]


@pytest.mark.parametrize("name", ["IMG_20260314_101500.jpg", "img07911123456.jpg", "AB1234567.png"])
def test_numbers_of_cameras_are_nobodys(name: str) -> None:
    assert look(name, "media[0].file-name", compound=True) == []


def test_a_file_name_may_hold_an_address() -> None:
    (fact,) = look("jo@school.org.pdf", "media[0].file-name", compound=True)
    assert fact.text == "jo@school.org.pdf"
    assert fact.attributes["type"] == "email"


@pytest.mark.parametrize(
    "piece", ["aged 7 ", "1 A B Street ", "4111 ", "WIFI:", "a(at)", "0 ", "code is a1-"]
)
def test_long_texts_stay_quick(piece: str) -> None:
    started = process_time()
    look((piece * 90_000)[:90_000])
    assert process_time() - started < 5
