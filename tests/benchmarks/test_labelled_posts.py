"""The labelled posts are whole: every label is found again in its post or in the policy."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from postcheck.config.find import load_sources
from postcheck.drafts.model import Draft

ROOT = Path(__file__).resolve().parents[2]
POSTS = ROOT / "benchmarks" / "accuracy" / "posts"
SETTING = {"people.yaml", "accounts.yaml", "postcheck.yaml"}
MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
KEYS = {"id", "draft", "unregistered", "names_in_tags", "tags", "links", "findings", "names"}
AT_LEAST = 340
CLEAN_AT_LEAST = 0.4
OF_EACH_ORIGIN_AT_LEAST = 12

Entry = dict[str, Any]


def posts() -> list[Entry]:
    """Every labelled post of every theme."""
    files = sorted(path for path in POSTS.rglob("*.yaml") if path.name not in SETTING)
    return [entry for path in files for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def texts(value: object) -> Iterator[str]:
    """Every text in a draft, with its marks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def words(entry: Entry) -> str:
    """The words of a draft without marks, in one line."""
    return " ".join(MARK.sub(r"\1", "\n".join(texts(entry["draft"]))).split())


def unmarked(value: Any) -> Any:
    """A draft as postcheck reads it."""
    if isinstance(value, str):
        return MARK.sub(r"\1", value)
    if isinstance(value, dict):
        return {key: unmarked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unmarked(inner) for inner in value]
    return value


ALL = posts()


def clauses() -> set[str]:
    """The ids of all clauses of the shipped policy."""
    files = (ROOT / "rules" / "ele" / "clauses").glob("*.yaml")
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return {str(clause["id"]) for page in read for clause in page["clauses"]}


CLAUSES = clauses()


def test_there_are_enough_posts_and_enough_clean_ones() -> None:
    clean = sum(not entry["findings"] for entry in ALL)
    assert len(ALL) >= AT_LEAST
    assert clean / len(ALL) >= CLEAN_AT_LEAST


def test_no_id_stands_twice() -> None:
    assert [
        name for name, times in Counter(entry["id"] for entry in ALL).items() if times > 1
    ] == []


@pytest.mark.parametrize("config", sorted(POSTS.rglob("postcheck.yaml")), ids=str)
def test_register_accounts_and_configuration_are_sound(config: Path) -> None:
    sources = load_sources(config)
    assert {account.kind for account in sources.accounts.values()} == {
        "official",
        "staff",
        "pupil",
        "parent",
    }


def test_every_origin_has_its_share_of_names() -> None:
    names = {(name, origin) for entry in ALL for name, origin in entry["names"].items()}
    shares = Counter(origin for _, origin in names)
    assert len(shares) >= 22
    assert min(shares.values()) >= OF_EACH_ORIGIN_AT_LEAST


def test_every_entry_has_the_known_keys_and_a_sound_draft() -> None:
    for entry in ALL:
        assert {"id", "draft", "tags", "links", "findings", "names"} <= set(entry) <= KEYS, entry
        assert Draft.model_validate_json(json.dumps(unmarked(entry["draft"]), default=str))


def test_marks_are_balanced_and_none_is_empty() -> None:
    for entry in ALL:
        for text in texts(entry["draft"]):
            rest = MARK.sub("", text)
            assert "[[" not in rest, entry["id"]
            assert "]]" not in rest, entry["id"]
            for name in MARK.findall(text):
                assert name == name.strip(), entry["id"]
                assert "[" not in name, entry["id"]


def test_labelled_tags_and_links_stand_in_the_text_in_order() -> None:
    for entry in ALL:
        whole = words(entry)
        for labels in (entry["tags"], entry["links"]):
            place = 0
            for label in labels:
                place = whole.find(label, place) + 1
                assert place, (entry["id"], label)
        assert {tag["tag"] for tag in entry.get("names_in_tags", [])} <= set(entry["tags"])


def test_labelled_names_are_marked() -> None:
    for entry in ALL:
        marked = {
            " ".join(name.split()) for text in texts(entry["draft"]) for name in MARK.findall(text)
        }
        assert set(entry["names"]) <= marked, entry["id"]


def test_findings_name_clauses_of_the_policy_and_words_of_the_post() -> None:
    for entry in ALL:
        for finding in entry["findings"]:
            assert set(finding) - {"or"} == {"clause", "outcome", "text"}, entry["id"]
            assert {finding["clause"], *finding.get("or", [])} <= CLAUSES, entry["id"]
            assert finding["outcome"] in {"violation", "review"}, entry["id"]
            text = finding["text"]
            assert text is None or " ".join(text.split()) in words(entry), (entry["id"], text)
