"""The labelled posts are whole: every label is found again in its post, and every clause in the policy."""

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
AT_LEAST = 140
CLEAN_AT_LEAST = 0.4

Entry = dict[str, Any]


def posts() -> list[Entry]:
    """Every labelled post of every theme."""
    files = sorted(path for path in POSTS.glob("*.yaml") if path.name not in SETTING)
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
EACH = pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=str(entry.get("id"))) for entry in ALL]
)


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


def test_register_accounts_and_configuration_are_sound() -> None:
    sources = load_sources(POSTS / "postcheck.yaml")
    assert {account.kind for account in sources.accounts.values()} == {
        "official",
        "staff",
        "pupil",
        "parent",
    }


@EACH
def test_an_entry_has_the_known_keys_and_a_sound_draft(entry: Entry) -> None:
    assert set(entry) <= KEYS
    assert {"id", "draft", "tags", "links", "findings", "names"} <= set(entry)
    assert Draft.model_validate_json(json.dumps(unmarked(entry["draft"]), default=str))


@EACH
def test_marks_are_balanced_and_none_is_empty(entry: Entry) -> None:
    for text in texts(entry["draft"]):
        rest = MARK.sub("", text)
        assert "[[" not in rest
        assert "]]" not in rest
        assert all(name == name.strip() and "[" not in name for name in MARK.findall(text))


@EACH
def test_labelled_tags_and_links_stand_in_the_text_in_order(entry: Entry) -> None:
    whole = words(entry)
    for labels in (entry["tags"], entry["links"]):
        place = 0
        for label in labels:
            place = whole.index(label, place) + 1
    assert {tag["tag"] for tag in entry.get("names_in_tags", [])} <= set(entry["tags"])


@EACH
def test_labelled_names_are_marked(entry: Entry) -> None:
    marked = {
        " ".join(name.split()) for text in texts(entry["draft"]) for name in MARK.findall(text)
    }
    assert set(entry["names"]) <= marked


@EACH
def test_findings_name_clauses_of_the_policy_and_words_of_the_post(entry: Entry) -> None:
    for finding in entry["findings"]:
        assert set(finding) - {"or"} == {"clause", "outcome", "text"}
        assert {finding["clause"], *finding.get("or", [])} <= CLAUSES
        assert finding["outcome"] in {"violation", "review"}
        assert finding["text"] is None or " ".join(finding["text"].split()) in words(entry)
