"""JSON Schema of a model, for editors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file that is read as `model`.

    Editors check YAML with the same schema, and there our reader takes every scalar as text: a
    plain `4.10` or `2026-12-31` is a number or a date to them. So where text is expected, numbers
    pass too.
    """
    schema = model.model_json_schema(by_alias=True, mode="validation")
    slug = "-".join(title.casefold().split())
    schema.pop("title", None)
    schema.pop("description", None)
    return {
        "$schema": DIALECT,
        "$id": f"urn:postcheck:schema:{slug}",
        "title": title,
        **_lenient(schema),
    }


def _lenient(node: Any) -> Any:
    """A copy of the schema in which bare numbers pass as text."""
    if isinstance(node, list):
        return [_lenient(item) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _lenient(value) for key, value in node.items() if key != "title" or value is dict}
    plain_text = copy.get("type") == "string" and not {"format", "enum", "const"} & copy.keys()
    if plain_text:
        copy["type"] = ["string", "number"]
    return copy
