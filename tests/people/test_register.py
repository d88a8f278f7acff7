"""Registers in both tables and in YAML, and what is said of broken ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from postcheck.errors import InputError, Problem
from postcheck.people.load import read_accounts, read_register, read_register_yaml
from postcheck.people.register import Person
from postcheck.people.register_csv import read_register_csv


def people(text: str, encoding: str = "utf-8") -> dict[str, Person]:
    return read_register_csv("r.csv", text.encode(encoding))


def problems(text: str | bytes) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        read_register_csv("r.csv", text.encode() if isinstance(text, str) else text)
    return list(caught.value.problems)


def answers(person: Person) -> list[tuple[str, str, str]]:
    return [(c.purpose, c.channel, c.decision) for c in person.consents]


LONG = """\ufeffCode,Role,First Name,Surname,Known As,Other names,Year Group,Left On,DOB,Handles,\
Purpose,Channel,Decision,Written,Given by,Decided on,Expires on,Evidence,Survives leaving
P017,Pupil,Amira,Khan,,Amy; Mira,Year 5,,14/03/2016,@amira,Image,any,Yes,Y,Mother,2026-09-08,\
31/08/2027,"form, 101",yes
P017,,,,,,,,,,Full name,Website,declined,,,,,,
P018,pupil,Zo\xeb,O'Neil,,,,,,,,,,,,,,,
"""


def test_the_long_form() -> None:
    found = people(LONG)
    amira = found["P017"]
    assert (amira.first_name, amira.surname, amira.role) == ("Amira", "Khan", "pupil")
    assert (amira.other_names, amira.handles) == (("Amy", "Mira"), ("@amira",))
    assert (amira.year, amira.birth_date) == ("Year 5", date(2016, 3, 14))
    assert answers(amira) == [("image", "any", "yes"), ("full_name", "website", "no")]
    first = amira.consents[0]
    assert (first.written, first.given_by, first.evidence) == ("yes", "parent", "form, 101")
    assert (first.decided_on, first.expires_on) == (date(2026, 9, 8), date(2027, 8, 31))
    assert first.survives_leaving is True
    assert (found["P018"].first_name, found["P018"].consents) == ("Zoë", ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_dialects(delimiter: str, end: str, encoding: str) -> None:
    rows = ["code,forename,SURNAME,image,photo: website", "P1,Zoë,Müller,Yes,No", ",,,,"]
    found = people(end.join(row.replace(",", delimiter) for row in rows), encoding)
    assert found["P1"].surname == "Müller"
    assert answers(found["P1"]) == [("image", "any", "yes"), ("image", "website", "no")]


def test_a_spreadsheets_hint_is_passed_over() -> None:
    assert list(people("sep=;\ncode;image\nP1;yes\n")) == ["P1"]


@pytest.mark.parametrize(
    ("heading", "consent"),
    [
        ("image", ("image", "any")),
        ("Image:Website", ("image", "website")),
        ("image (instagram)", ("image", "instagram")),
        ("Photo - Website", ("image", "website")),
        ("Photographs on Social Media", ("image", "social-media")),
        ("Consent for photos", ("image", "any")),
        ("Photo Permission: Twitter", ("image", "x")),
        ("full name", ("full_name", "any")),
        ("Full_Name:facebook", ("full_name", "facebook")),
        ("Video (YouTube)", ("video", "youtube")),
        ("achievement", ("achievement", "any")),
        ("Biometrics", ("biometric", "any")),
    ],
)
def test_headings_of_the_wide_form(heading: str, consent: tuple[str, str]) -> None:
    (person,) = people(f"code,House,{heading}\nP1,Red,yes").values()
    assert answers(person) == [(*consent, "yes")]
    assert (person.role, person.consents[0].written) == ("pupil", "yes")


def test_columns_that_hold_for_the_whole_row() -> None:
    text = "code,image,video,Consent date,Expires,In writing\nP1,yes,no,2026-09-01,2027-08-31,no"
    (person,) = people(text).values()
    assert {(c.decided_on, c.expires_on, c.written) for c in person.consents} == {
        (date(2026, 9, 1), date(2027, 8, 31), "no")
    }


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        ("Yes", "yes"), ("y", "yes"), ("TRUE", "yes"), ("1", "yes"), ("Accepted", "yes"),
        ("✓", "yes"), ("✔️", "yes"), ("☑", "yes"), ("✅", "yes"),
        ("No", "no"), ("N", "no"), ("0", "no"), ("Declined", "no"), ("✗", "no"), ("❌", "no"),
        ("Withdrawn", "withdrawn"),
        ("", "pending"), ("  ", "pending"), ("Pending", "pending"), ("unknown", "pending"),
        ("Not known", "pending"), ("?", "pending"), ("-", "pending"), ("☐", "pending"),
    ],
)  # fmt: skip
def test_answers(cell: str, decision: str) -> None:
    (person,) = people(f"code,first name,image\nP1,Amira,{cell}").values()
    assert answers(person) == [("image", "any", decision)]


@pytest.mark.parametrize("cell", ["x", "Yes - website only", "yes and no", "2", "maybe"])
def test_answers_that_are_not_guessed(cell: str) -> None:
    (problem,) = problems(f"code,image\nP1,{cell}")
    assert problem.message == "`image` must be yes, no, withdrawn, pending or blank"
    assert (problem.line, problem.excerpt) == (2, None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("13/02/2026", date(2026, 2, 13)),
        ("02/13/2026", date(2026, 2, 13)),
        ("05/05/2026", date(2026, 5, 5)),
        ("31.12.2026", date(2026, 12, 31)),
        ("03/04/2026", "may be two different dates; write it as 2026-12-31"),
        ("31/02/2026", "is no day of the calendar"),
        ("2026-02-30", "is no day of the calendar"),
        ("12 March", "must be a date such as 2026-12-31"),
        ("45678", "must be a date such as 2026-12-31"),
    ],
)
def test_dates(cell: str, expected: date | str) -> None:
    text = f"code,role,left_on,purpose,decision\nP1,pupil,{cell},image,yes"
    if isinstance(expected, date):
        assert people(text)["P1"].left_on == expected
    else:
        (problem,) = problems(text)
        assert problem.message.startswith(f"`left_on` {expected}")


def lines(text: str | bytes) -> list[str]:
    return [
        f"{p.line} {p.message}" + (f" [{p.remedy}]" if p.remedy else "") for p in problems(text)
    ]


BROKEN: dict[str | bytes, list[str]] = {
    "": ["None the register is empty"],
    "name,image\nAmira,yes": ["1 the register has no column `code` [give every person a code]"],
    "code,role,purpose\nP1,pupil,image": [
        "1 the register has no column `decision` [add `decision`]"
    ],
    "code,rôle,purpose,decision,decidedon\n": [
        "1 unknown column `rôle` [did you mean `role`?]",
        "1 unknown column `decidedon` [did you mean `decided_on`?]",
    ],
    "code,image,Photo\nP1,yes,no": ["1 two columns say the same: `image:any` [keep one]"],
    "code,photo and video\nP1,yes": [
        "1 the column `photo and video` sounds like a consent and is not understood "
        "[name it by purpose and channel: `image`, `image:website`, `full name`]"
    ],
    "code,image\n,yes": ["2 the row has no code"],
    "code,image\nP1,yes,no": ["2 the row has more cells than the heading [check its quotes]"],
    "code,first name,image\nP1,Amira,yes\nP2,Bo,no\nP1,Zara,no": [
        "4 two people have the code `P1`: lines 2 and 4 differ in `first_name` "
        "[give each person their own code]"
    ],
    "code,role,purpose,decision\nP1,pupil,images,yes\nP2,pupal,image,yes\nP3,,image,yes": [
        "2 `purpose` cannot be this value [did you mean `image`?]",
        "3 `role` cannot be this value [did you mean `pupil`?]",
        "4 `role` is missing [add `role`]",
    ],
    "code,role,purpose,decision\nP1,pupil,,yes": [
        "2 the row has no purpose [say what the consent is for]"
    ],
    "code,image\nP1,perhaps\nP2,yes\nP3,perhaps": [
        "2 `image` must be yes, no, withdrawn, pending or blank "
        "(2 cells; the first is in this line)"
    ],
    'code,image\nP1,"yes': ["2 the table cannot be read: unexpected end of data"],
    "code,image\nP1,yes".encode("utf-16"): [
        "None the file is UTF-16, not UTF-8 [save it as UTF-8]"
    ],
    b"code,image\nP\x81,yes": ["2 the file is not UTF-8: byte 13 is 0x81 [save it as UTF-8]"],
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.items(), ids=range(len(BROKEN)))
def test_broken_tables(text: str | bytes, expected: list[str]) -> None:
    assert lines(text) == expected


def test_lines_of_rows_after_a_cell_with_a_line_break() -> None:
    assert lines('code,surname,image\nP1,"Khan\nAli",yes\n\nP2,Lee,perhaps') == [
        "5 `image` must be yes, no, withdrawn, pending or blank"
    ]


def test_contradictions_are_kept_for_the_resolution() -> None:
    (person,) = people("code,image\nP1,yes\nP1,no").values()
    assert answers(person) == [("image", "any", "yes"), ("image", "any", "no")]


def test_the_contracts_yaml() -> None:
    found = read_register_yaml(
        "p.yaml",
        """
people:
  - code: P017
    role: pupil                 # pupil | staff | parent | visitor | public
    first_name: Amira
    known_as: null
    other_names: []
    surname: Khan
    year: Year 5
    left_on: null
    birth_date: 2016-03-14
    handles: []
    consents:
      - {purpose: image, channel: any, decision: "yes", written: yes, given_by: parent,
         decided_on: 2026-09-08, expires_on: 2027-08-31, evidence: form-2026-101}
      - {purpose: full_name, decision: NO, written: }
""",
    )
    assert answers(found["P017"]) == [("image", "any", "yes"), ("full_name", "any", "no")]
    assert found["P017"].birth_date == date(2016, 3, 14)


def test_yaml_with_two_people_of_one_code() -> None:
    text = "people:\n- {code: P1, role: pupil, surname: Khan}\n- {code: P1, role: pupil}\n"
    with pytest.raises(InputError) as caught:
        read_register_yaml("p.yaml", text)
    (problem,) = caught.value.problems
    assert problem.where() == "p.yaml:3:10"
    assert problem.message == "two entries have the code `P1`; the first is in line 2"
    assert problem.excerpt is None


def test_no_name_in_any_problem(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("people:\n- {code: P1, role: Amira, first_name: [Amira], left_on: Amira}\n")
    with pytest.raises(InputError) as caught:
        read_register(path, "people.yaml")
    assert len(caught.value.problems) == 3
    assert "Amira" not in repr(caught.value.problems)


def test_other_files(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK")
    with pytest.raises(InputError, match=r"a register is a \.csv or \.yaml file"):
        read_register(path)


def test_accounts(tmp_path: Path) -> None:
    path = tmp_path / "accounts.yaml"
    path.write_text("accounts:\n- {id: a, logo_permission: yes}\n- {id: b, logo_permission: SLT}\n")
    found = read_accounts(path)
    assert [account.logo_permission for account in found.values()] == [True, "SLT"]


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ('"yes"', True),
        ('"no"', False),
        ("null", False),
        ('"S01, 2026-09-14"', True),
        ("{by: S01, role: managing_partner, on: 2026-09-14}", True),
        ('{managing_partner: "yes", on: 2026-09-14}', True),
        ("{managing_partner: S01}", True),
        ('{managing_partner: "no"}', False),
    ],
)
def test_permission_of_an_account(tmp_path: Path, written: str, given: bool) -> None:
    path = tmp_path / "accounts.yaml"
    path.write_text(f"accounts:\n- {{id: crew, kind: pupil, permission: {written}}}\n")
    assert bool(read_accounts(path)["crew"].permission) is given


def test_a_slip_in_a_permission_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "accounts.yaml"
    path.write_text('accounts:\n- {id: crew, permission: {managing_partnr: "yes"}}\n')
    with pytest.raises(InputError) as caught:
        read_accounts(path)
    (problem,) = caught.value.problems
    assert problem.message == "unknown key `managing_partnr`"
