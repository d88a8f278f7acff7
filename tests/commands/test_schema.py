"""JSON Schemas: valid themselves, and agreeing with what our own reader takes."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from postcheck.checks import CHECKS
from postcheck.commands.schema import MODELS, run, schema_of
from postcheck.errors import UsageError
from postcheck.resources import rules_folder

PACK = rules_folder() / "ele"
COMMON = rules_folder() / "common"
SHIPPED = [
    *(("rules", path) for path in sorted(PACK.glob("rules/*.yaml"))),
    *(("clauses", path) for path in sorted(PACK.glob("clauses/*.yaml"))),
    *(("list", path) for path in sorted(PACK.glob("lists/*.yaml"))),
    *(("list", path) for path in sorted(COMMON.glob("lists/*.yaml"))),
    *(("lint", path) for path in sorted(PACK.glob("lint/*.yaml"))),
    *(("lint", path) for path in sorted(COMMON.glob("lint/*.yaml"))),
    ("policy", PACK / "policy.yaml"),
    ("policy", COMMON / "policy.yaml"),
    ("platforms", COMMON / "platforms.yaml"),
    ("tests", PACK / "tests.yaml"),
]


class _Yaml12(yaml.SafeLoader):
    """Reads as the schema checkers of editors do: dates are text, and so is `on`."""


_Yaml12.yaml_implicit_resolvers = {
    key: [
        (tag, re.compile("^(?:true|false)$") if tag.endswith(":bool") else expression)
        for tag, expression in resolvers
        if not tag.endswith(":timestamp")
    ]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(name: str, value: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema_of(name))
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", MODELS)
def test_schema_is_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("name", "path"), SHIPPED, ids=lambda item: getattr(item, "name", item))
def test_shipped_files_hold_to_their_schemas(name: str, path: Path) -> None:
    loaded = yaml.load(path.read_text(encoding="utf-8"), _Yaml12)  # noqa: S506 (a safe loader)
    assert complaints(name, loaded) == []


RULE = {
    "id": "loud-tag",
    "clause": "T.1",
    "given": "text.hashtag",
    "check": "pattern",
    "with": {"must": "never-match", "expression": "[A-Z]{4}"},
    "severity": "error",
    "message": "shouts",
    "remedy": "whisper",
    "tests": [{"pass": "#Fine"}, {"fail": "#LOUD"}],
}


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"check": "one-of-a-plug-in", "with": {"anything": 1}}, True),
        ({"given": "plugin.kind"}, True),
        ({"with": {"must": "never-match", "expression": "x", "colour": "red"}}, False),
        ({"with": {"must": "sometimes", "expression": "x"}}, False),
        ({"check": "absent", "with": {"expression": "x"}}, False),
        ({"severity": "fatal"}, False),
        ({"colour": "red"}, False),
    ],
)
def test_options_of_checks_are_known(change: dict[str, object], holds: bool) -> None:
    assert (complaints("rules", {"rules": [{**RULE, **change}]}) == []) is holds


def test_options_are_demanded_where_a_check_needs_them() -> None:
    bare = {key: value for key, value in RULE.items() if key != "with"}
    assert complaints("rules", {"rules": [bare]}) == ["'with' is a required property"]


def test_every_check_is_described() -> None:
    written = json.dumps(schema_of("rules"), ensure_ascii=False)
    for check in CHECKS.values():
        assert json.dumps(check.sentence, ensure_ascii=False) in written


def test_unknown_schema_asks_back() -> None:
    with pytest.raises(UsageError) as caught:
        run("drft")
    assert caught.value.problems[0].remedy == "did you mean `draft`?"
