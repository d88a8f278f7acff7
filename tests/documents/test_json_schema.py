from __future__ import annotations

from typing import Any

import pytest

from postcheck.config.model import Config
from postcheck.documents.model import Document
from postcheck.documents.schema import json_schema
from postcheck.drafts.model import Draft
from postcheck.people.register import RegisterFile


@pytest.mark.parametrize("model", [Draft, Config, RegisterFile])
def test_every_object_is_closed(model: type[Document]) -> None:
    schema = json_schema(model, "postcheck draft")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:postcheck:schema:postcheck-draft"
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False


def test_keys_are_those_of_the_file() -> None:
    properties = json_schema(Draft, "draft")["properties"]
    assert "$schema" in properties
    assert "schema_address" not in properties
    assert "title" in properties


@pytest.mark.parametrize(
    ("definition", "key", "expected"),
    [
        ("Consent", "channel", {"type": ["string", "number"], "default": "any"}),
        (
            "Consent",
            "written",
            {"enum": ["yes", "no", True, False], "default": "no"},
        ),
    ],
)
def test_yaml_forms_pass(definition: str, key: str, expected: dict[str, Any]) -> None:
    schema = json_schema(RegisterFile, "register")
    assert schema["$defs"][definition]["properties"][key] == expected
