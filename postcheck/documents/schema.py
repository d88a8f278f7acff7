"""JSON Schema of a model, for editors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file that is read as `model`.

    Editors check YAML with the same schema, and there our reader takes every scalar as text: a
    plain `4.10` is a number to them, and to some a plain `yes` is true. So where text is expected
    numbers pass too, and `yes` and `no` pass as either.
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
    """A copy of the schema in which bare numbers pass as text, and yes and no as what they are."""
    if isinstance(node, list):
        return [_lenient(item) for item in node]
    if not isinstance(node, dict):
        return node
    # pydantic's titles repeat the key; a property that is called `title` holds a schema
    copy = {
        key: _lenient(value)
        for key, value in node.items()
        if key != "title" or isinstance(value, dict)
    }
    if copy.get("type") == "boolean":
        del copy["type"]
        copy["enum"] = [True, False, "yes", "no"]
    elif "yes" in copy.get("enum", ()):
        copy.pop("type", None)
        copy["enum"] = [*copy["enum"], True, False]
    elif copy.get("type") == "string" and not {"format", "enum", "const"} & copy.keys():
        copy["type"] = ["string", "number"]
    return copy
