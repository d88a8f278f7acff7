"""The file beside a draft that holds its sign-offs and waivers, where the draft cannot."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from postcheck.documents.files import read_text
from postcheck.documents.model import Document
from postcheck.documents.read import read_yaml
from postcheck.drafts.model import Draft, SignOff, Waiver

ENDING = ".records.yaml"
"""What the name of the file ends with, after the draft's whole name: `notice.txt.records.yaml`."""


class Records(Document):
    """What people have recorded about one draft."""

    schema_address: str | None = Field(default=None, alias="$schema")
    sign_offs: tuple[SignOff, ...] = ()
    waivers: tuple[Waiver, ...] = ()


def records_beside(path: Path) -> Path:
    """Where the records of a draft's file are, if there are any."""
    return path.with_name(path.name + ENDING)


def is_records(path: Path) -> bool:
    """Whether a file is somebody's records and no draft."""
    return path.name.lower().endswith(ENDING)


def with_records(draft: Draft, path: Path) -> Draft:
    """The draft with what stands beside its file. Raises InputError."""
    file = records_beside(path)
    if not file.is_file():
        return draft
    records = read_yaml(file.as_posix(), read_text(file, file.as_posix()), Records)
    return draft.model_copy(
        update={
            "sign_offs": (*draft.sign_offs, *records.sign_offs),
            "waivers": (*draft.waivers, *records.waivers),
        }
    )
