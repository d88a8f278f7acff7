"""A first configuration that works, and nothing overwritten."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from postcheck.commands.init import FILES, run
from postcheck.config.find import SourceFinder, load_sources
from postcheck.drafts.load import LoadedDraft, load_drafts
from postcheck.engine.select import prove_config
from postcheck.errors import UsageError
from postcheck.policy.load import load_policy


def test_all_files_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "new") == 0
    out = capsys.readouterr().out
    for name in FILES:
        assert (tmp_path / "new" / name).is_file()
        assert f"wrote  {name}" in out


def test_what_is_written_can_be_used(tmp_path: Path) -> None:
    run(tmp_path)
    sources = load_sources(tmp_path / "postcheck.yaml")
    prove_config(load_policy(sources.config.policy, tmp_path), sources, date.today())
    assert set(sources.register.people) >= {"P001", "P002"}
    assert sources.config.account in sources.accounts
    (loaded,) = load_drafts([str(tmp_path / "posts")], SourceFinder())
    assert isinstance(loaded, LoadedDraft)
    assert "Amira K" in loaded.draft.text
    for name in (".pre-commit-config.yaml", ".github/workflows/postcheck.yml"):
        assert yaml.safe_load((tmp_path / name).read_text(encoding="utf-8"))


def test_roles_of_the_configuration_are_on_the_register(tmp_path: Path) -> None:
    run(tmp_path)
    sources = load_sources(tmp_path / "postcheck.yaml")
    for holders in sources.config.roles.values():
        for code in (holders,) if isinstance(holders, str) else holders:
            assert code in sources.register.people


@pytest.mark.parametrize("kept", [*FILES, "postcheck.yml"])
def test_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kept: str
) -> None:
    (tmp_path / kept).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / kept).write_text("mine", encoding="utf-8")
    assert run(tmp_path) == 0
    assert (tmp_path / kept).read_text(encoding="utf-8") == "mine"
    out = capsys.readouterr().out
    assert out.count("kept ") == 1
    assert out.count("wrote ") == len(FILES) - 1
    assert not ((tmp_path / "postcheck.yaml").exists() and (tmp_path / "postcheck.yml").exists())


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    run(tmp_path)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        run(tmp_path / "file")
