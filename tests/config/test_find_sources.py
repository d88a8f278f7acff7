"""Which configuration, register and accounts a draft is checked with."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.config.find import SourceFinder, load_sources
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import InputError
from postcheck.policy_document.store import kept_document


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def problems(path: Path) -> list[tuple[str, str, str | None]]:
    with pytest.raises(InputError) as caught:
        load_sources(path)
    return [(p.where(), p.message, p.remedy) for p in caught.value.problems]


CONTRACT = """
policy: [ele]
register: people.yaml
accounts: accounts.yaml
account: ele-instagram
organisation:
  names: [Early Life Enterprise, ELE]
  domains: [earlylife.example]
  phones: ["0113 496 0142"]
hashtags: {strict: no, approved: ["#TeamELE"], blocked: []}
verified_links:
  - {host: bbc.co.uk, verified_by: S09, verified_on: 2026-08-24, reverify_by: 2027-08-31}
confidential_terms:
  - {term: Project Lantern, public_from: 2027-03-01}
roles: {dsl: S02, slt: [S01, S03]}
interpretations: {}
"""


def test_the_contracts_example() -> None:
    write("people.yaml", "people: [{code: P017, role: pupil}]")
    write("accounts.yaml", "accounts: [{id: ele-instagram, 2fa: yes, logo_permission: no}]")
    sources = load_sources(write("postcheck.yaml", CONTRACT))
    assert sources.config.hashtags.strict is False
    assert sources.config.roles == {"dsl": "S02", "slt": ("S01", "S03")}
    assert sources.config.organisation.phones == ("0113 496 0142",)
    assert sources.register.get("P017") is not None
    account = sources.accounts["ele-instagram"]
    assert (account.two_factor, account.logo_permission) == (True, False)


def test_no_configuration_gives_the_defaults() -> None:
    sources = SourceFinder().for_folder(Path())
    assert sources.config.policy == ("ele",)
    assert (sources.config_path, dict(sources.register.people)) == (None, {})


def test_the_nearest_above_the_draft() -> None:
    write("postcheck.yaml", "account: outer")
    inner = write("a/b/postcheck.yml", "account: inner")
    Path("a/b/c/d").mkdir(parents=True)
    finder = SourceFinder()
    assert finder.for_folder(Path("a/b/c/d")).config.account == "inner"
    assert finder.for_folder(Path("a")).config.account == "outer"
    assert finder.config_for(Path("a/b/c")) == inner.absolute()
    assert finder.for_folder(Path("a/b")) is finder.for_folder(Path("a/b/c/d"))


def test_overrides() -> None:
    write("postcheck.yaml", "account: outer\nregister: nowhere.csv")
    other = write("other.yaml", "account: other")
    register = write("r.csv", "code,role,purpose,decision\nP1,pupil,image,yes\n")
    assert SourceFinder(config=other).for_folder(Path()).config.account == "other"
    sources = SourceFinder(register=register).for_folder(Path())
    assert (sources.config.account, list(sources.register.people)) == ("outer", ["P1"])


def test_an_empty_configuration_is_fine() -> None:
    assert load_sources(write("postcheck.yaml", "# later\n")).config.policy == ("ele",)


FAULTS = {
    "polcy: [ele]\nhashtags: {strict: maybe}": [
        ("postcheck.yaml:1:1", "unknown key `polcy`", "did you mean `policy`?"),
        ("postcheck.yaml:2:20", "`hashtags.strict` must be `yes` or `no`, not `maybe`", None),
    ],
    "policy: ele": [
        ("postcheck.yaml:1:9", "`policy` must be a list, not `ele`", "put it in `[ ]`")
    ],
    "register: people.csv\naccounts: accounts.yaml": [
        ("postcheck.yaml:1:11", "`register` names `people.csv`, and there is no such file", None),
        (
            "postcheck.yaml:2:11",
            "`accounts` names `accounts.yaml`, and there is no such file",
            None,
        ),
    ],
    "accounts: a.yaml\naccount: ele-instagarm": [
        (
            "postcheck.yaml:2:10",
            "`account` names `ele-instagarm`, which the accounts file does not have",
            "did you mean `ele-instagram`?",
        )
    ],
    "accounts: twice.yaml": [
        ("twice.yaml:3:8", "two entries have the id `a`; the first is in line 2", None)
    ],
    "register: r.docx": [("r.docx", "a register is a .csv or .yaml file", None)],
    "face_matching: {tolerance: 2}": [
        ("postcheck.yaml:1:28", "`face_matching.tolerance` must be at most 1.0, not `2`", None)
    ],
    "roles: {dsl: {a: b}}": [
        ("postcheck.yaml:1:14", "`roles.dsl` must be text or a list, not keys with values", None)
    ],
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.items(), ids=range(len(FAULTS)))
def test_faults(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    write("a.yaml", "accounts: [{id: ele-instagram}]")
    write("twice.yaml", "accounts:\n- {id: a}\n- {id: a}")
    write("r.docx", "x")
    assert problems(write("postcheck.yaml", text)) == expected


def test_the_same_error_each_time() -> None:
    write("postcheck.yaml", "polcy: []")
    finder, errors = SourceFinder(), []
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            finder.for_folder(Path())
        errors.append(caught.value)
    assert errors[0] is errors[1]


@pytest.mark.parametrize(
    ("config", "draft", "root"),
    [
        ("{}", "a/b", "."),
        ("content_root: a", "a/b", "a"),
        ("content_root: a", "b", "a"),
        ("{}", "../elsewhere", "../elsewhere"),
    ],
)
def test_content_root(config: str, draft: str, root: str) -> None:
    sources = load_sources(write("postcheck.yaml", config))
    assert sources.content_root(Path(draft)).resolve() == Path(root).resolve()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ((), "`brand` names `brand`, which is no folder"),
        (("brand/crest.svg", "brand/read-me.txt"), "`brand` names `brand`, which holds no logo"),
    ],
)
def test_a_brand_folder_holds_logos(files: tuple[str, ...], says: str) -> None:
    for name in files:
        write(name, "")
    config = write("postcheck.yaml", "brand: brand\n")
    assert problems(config) == [("postcheck.yaml:1:8", says, None)]


def test_the_logos_are_the_pictures_of_the_brand_folder() -> None:
    for name in ("brand/words.PNG", "brand/crest.webp", "brand/crest.svg"):
        write(name, "")
    Path("brand/older.png").mkdir()
    found = load_sources(write("postcheck.yaml", "brand: brand\n").absolute()).logos
    assert found == (Path("brand/crest.webp"), Path("brand/words.PNG"))


def test_portraits_lie_beside_the_configuration() -> None:
    config = write("school/postcheck.yaml", "face_matching: {portraits: faces}\n")
    bench = Workbench(load_sources(config), Wishes())
    assert bench.setting.portraits == Path("school/faces")
    assert (
        Workbench(load_sources(write("postcheck.yaml", "{}\n")), Wishes()).setting.portraits is None
    )


def test_a_ledger_must_be_there_and_is_no_draft() -> None:
    config = write("postcheck.yaml", "ledger: used.jsonl\n")
    ((where, _, remedy),) = problems(config)
    assert (where, remedy) == ("postcheck.yaml:1:9", "make an empty one to begin it")
    write("used.jsonl", "")
    sources = load_sources(config)
    assert sources.ledger.uses == ()
    assert Path("used.jsonl") in sources.owned()


UNKNOWN = """\
rules: {no-such-rule: {enabled: no}}
overrides:
  - {paths: [a], rules: {name-form: {enabled: no}, other: {enabled: no}}}
sign_offs:
  signed_by: {"4.99": dsl}
  whole_draft: ["4.5", "9.9"]
interpretations:
  no-such: {choice: x, decided_by: S01, decided_on: 2026-09-14}
policy_document: none.yaml
"""


def test_what_the_policy_does_not_know_is_told_where_it_stands() -> None:
    sources = load_sources(write("postcheck.yaml", UNKNOWN))
    with pytest.raises(InputError) as caught:
        Workbench(sources, Wishes())
    assert [(p.where(), p.message.partition(" has no ")[2]) for p in caught.value.problems] == [
        ("postcheck.yaml:1:9", "rule “no-such-rule”"),
        ("postcheck.yaml:3:26", "rule “name-form”"),
        ("postcheck.yaml:3:52", "rule “other”"),
        ("postcheck.yaml:8:3", "interpretation “no-such”"),
        ("postcheck.yaml:5:15", "clause `4.99`"),
        ("postcheck.yaml:6:24", "clause `9.9`"),
    ]
    with pytest.raises(InputError) as caught:
        kept_document(sources)
    assert [p.where() for p in caught.value.problems] == ["postcheck.yaml:9:18"]
