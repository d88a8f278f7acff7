"""The labelled posts: how they are read, and how reports are held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import judged, posts
from benchmarks.accuracy.figure import Figure
from benchmarks.accuracy.judged import Judged
from benchmarks.accuracy.sample import Answered
from postcheck.errors import InputError
from postcheck.findings import DraftReport, Finding, Outcome, Status, worst

ENTRIES = """\
- id: one
  draft:
    account: ele-staff
    title: For [[Amira]]
    text: "Well done [[Amira Khan]]! #WellDoneIvyThorn"
    media: [{path: "pics/[[amira]]-1.png", alt: "[[Mr Bell]] waves", bystanders: 2}]
  tags: ["#WellDoneIvyThorn"]
  links: [https://a.example]
  names_in_tags: [{tag: "#WellDoneIvyThorn", name: IvyThorn}]
  unregistered: true
  findings:
    - {clause: 4.4b, outcome: violation, text: Amira Khan, or: [4.4c]}
    - {clause: "4.5", outcome: review, text: null}
  names: {Amira Khan: pakistani-bangladeshi}
- id: two
  draft: {text: Hello}
"""
ACCOUNTS = "accounts: [{id: ele-staff, kind: staff}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "accounts.yaml").write_text(ACCOUNTS, encoding="utf-8")
    (tmp_path / "some.yaml").write_text(ENTRIES, encoding="utf-8")
    return tmp_path


def test_other_organisations_lie_in_folders_inside(folder: Path) -> None:
    other = folder / "other-school"
    other.mkdir()
    (other / "postcheck.yaml").write_text("policy: [ele]\n", encoding="utf-8")
    (other / "accounts.yaml").write_text("accounts: [{id: ours, kind: parent}]\n", encoding="utf-8")
    (other / "some.yaml").write_text("- {id: three, draft: {text: Hi, account: ours}}\n")
    found = posts.read(folder)
    assert [post.sample.id for post in found] == ["posts.one", "posts.two", "posts.three"]
    assert [post.folder for post in found] == [folder, folder, other]
    assert {"account: parent", "folder: other-school"} <= set(found[2].sample.slices)
    (other / "some.yaml").write_text("- {id: two, draft: {text: Hi}}\n")
    with pytest.raises(InputError, match="two posts have the id `two`"):
        posts.read(folder)


def test_marks_become_places_on_surfaces(folder: Path) -> None:
    one, two = posts.read(folder)
    sample = one.sample
    assert {(span.surface, sample.words(span)) for span in sample.persons or ()} == {
        ("title", "Amira"),
        ("text", "Amira Khan"),
        ("text", "IvyThorn"),
        ("media[0].file-name", "amira"),
        ("media[0].alt", "Mr Bell"),
    }
    assert sample.draft["media"][0] == {
        "path": "pics/amira-1.png", "alt": "Mr Bell waves", "bystanders": 2,
    }  # fmt: skip
    assert sample.draft["text"] == "Well done Amira Khan! #WellDoneIvyThorn"
    assert list(sample.origins.values()) == ["pakistani-bangladeshi"]
    assert "account: staff" in sample.slices
    assert (one.clean, two.clean) == (False, True)


def test_without_a_register_it_is_another_set(folder: Path) -> None:
    bare = posts.without_register(posts.read(folder)[0].sample)
    assert (bare.id, bare.draft["id"]) == ("posts-without-register.one",) * 2
    assert bare.set == "posts-without-register"
    assert bare.tags is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: two", "id: one", "two posts have the id `one`"),
        ("text: Hello", "text: Hello, txt: x", "unknown key `txt`"),
        ("outcome: review", "outcome: perhaps", "perhaps"),
        ("name: IvyThorn", "name: Ivy Thorn", "stands in no tag"),
    ],
)
def test_faults_are_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "accounts.yaml").write_text(ACCOUNTS, encoding="utf-8")
    (tmp_path / "some.yaml").write_text(ENTRIES.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        posts.read(tmp_path)
    assert any(message in f"{p.message} {p.expected}" for p in caught.value.problems)


def finding(
    clause: str, outcome: Outcome, evidence: str | None = None, status: Status = "open"
) -> Finding:
    more = {"message": "", "duty": "", "remedy": "", "surface": "text"}
    return Finding("rule", clause, outcome, "error", evidence=evidence, status=status, **more)


def report(*findings: Finding) -> DraftReport:
    return DraftReport("a.json", None, worst(findings), findings, {})


VIOLATION = finding("4.4b", "violation", "Khan")


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((VIOLATION,), {"violations": 1, "reviews": 0, "at_the_words": 1, "unlabelled": 0}),
        ((finding("4.4c", "violation", "Bell"),), {"violations": 1, "at_the_words": 0}),
        ((finding("4.4b", "review", "Khan"),), {"violations": 0, "reviews": 0}),
        ((finding("4.4b", "violation", "Khan", "waived"),), {"violations": 0}),
        ((finding("PD.2", "violation"),), {"violations": 0, "unlabelled": 1}),
        ((finding("4.5", "review"), finding("4.5", "review")), {"reviews": 1}),
    ],
)
def test_labels_are_answered_under_their_clause(
    folder: Path, findings: tuple[Finding, ...], expected: dict[str, float]
) -> None:
    one = posts.read(folder)[0]
    rows = {row.slice: row.figures for row in judged.rows([Judged(one, report(*findings))])}
    assert {name: rows["all"][name].value for name in expected} == expected
    assert set(rows["clause 4.5"]) == {"reviews"}


@pytest.mark.parametrize(
    ("findings", "failed", "reviewed"),
    [((), 0, 0), ((VIOLATION,), 1, 0), ((finding("4.5", "review"),), 0, 1)],
)
def test_clean_posts(
    folder: Path, findings: tuple[Finding, ...], failed: float, reviewed: float
) -> None:
    two = posts.read(folder)[1]
    figures = next(judged.rows([Judged(two, report(*findings))])).figures
    assert figures["failed"] == Figure(failed, 1)
    assert figures["reviewed"] == Figure(reviewed, 1)


def test_tags_and_links(folder: Path) -> None:
    sample = posts.read(folder)[0].sample
    facts = [
        {"kind": "text.hashtag", "text": "#welldoneivythorn"},
        {"kind": "text.link", "text": "https://b.example"},
    ]
    tags, links = judged.tags_and_links([Answered(sample, facts)])
    assert tags.figures["f1"] == Figure(1, 1)
    assert links.figures["f1"] == Figure(0, 1)
