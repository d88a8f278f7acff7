"""The base of every model that is read from a file."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """A frozen model that refuses unknown keys; its fields are the file's schema."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
