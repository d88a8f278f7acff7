"""The hash that sign-offs are bound to: what is published, and nothing that is said about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from postcheck.drafts.model import Draft

_ABOUT_THE_DRAFT = {"sign_offs", "waivers", "schema_address"}
_CHUNK = 1 << 20


def content_sha256(draft: Draft, media: Sequence[Path]) -> str:
    """Hash the canonical draft and the bytes of its media; any later change changes it.

    A medium that cannot be read counts as absent, which is a change too.
    """
    content = draft.model_dump(mode="json", exclude=_ABOUT_THE_DRAFT)
    content["media_sha256"] = [_file_sha256(path) for path in media]
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _file_sha256(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()
