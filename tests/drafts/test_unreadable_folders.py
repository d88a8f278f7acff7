"""A folder that cannot be looked into is told, and never passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postcheck.config.find import SourceFinder
from postcheck.drafts.load import LoadedDraft, Refused, load_drafts


def test_a_folder_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.json").write_text('{"text": "Hello"}', encoding="utf-8")
    scan = os.scandir

    def closed(path: str) -> object:  # permissions mean nothing to root, who may run this
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = list(load_drafts([str(tmp_path)], SourceFinder()))
    assert [item.draft.text for item in found if isinstance(item, LoadedDraft)] == ["Hello"]
    [refused] = [item for item in found if isinstance(item, Refused)]
    assert refused.problems[0].message == "the folder cannot be read: Permission denied"
    assert refused.problems[0].path == (tmp_path / "shut").as_posix()


def test_a_configuration_that_cannot_be_used_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "postcheck.yaml").write_text("text: [", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"text": "Hello"}', encoding="utf-8")
    found = list(load_drafts([str(tmp_path)], SourceFinder()))
    problems = [problem for item in found if isinstance(item, Refused) for problem in item.problems]
    assert len({problem.message for problem in problems}) == len(problems)
    assert len([item for item in found if isinstance(item, Refused)]) == 1
