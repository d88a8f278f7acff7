"""The texts name what there is, and what they name is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from postcheck.__main__ import CANNOT_WORK, INTERRUPTED
from postcheck.checks import CHECKS
from postcheck.cli import cli
from postcheck.config.model import Config
from postcheck.drafts.formats import ENDINGS
from postcheck.facts.kinds import KINDS
from postcheck.policy.load import load_policy
from postcheck.reporters import FORMATS

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("docs", "examples", "benchmarks", "models", "rules")
TEXTS = sorted({*ROOT.glob("*.md"), *(p for f in FOLDERS for p in (ROOT / f).rglob("*.md"))})
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)[^)]*\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(cli, "postcheck"))
OPTIONS = sorted(
    {
        (name, option)
        for name, command in COMMANDS.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_place_in_the_docs(name: str) -> None:
    headings = [line for line in read("docs/commands.md").splitlines() if line.startswith("## ")]
    assert any(f"`{name}" in heading for heading in headings)
    assert f"`{name}" in read("README.md")


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_told_under_its_command(command: str, option: str) -> None:
    sections = re.split(r"^## ", read("docs/commands.md"), flags=re.MULTILINE)
    section = next(part for part in sections if f"`{command}" in part.partition("\n")[0])
    assert re.search(rf"`[^`]*{re.escape(option)}\b", section), f"{option} of {command}"


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_is_told(check: str) -> None:
    assert f"| `{check}` |" in read("docs/how-it-works.md")


def test_every_room_of_the_code_is_told() -> None:
    told = read("docs/how-it-works.md")
    for path in (ROOT / "postcheck").iterdir():
        if path.is_dir() and path.name not in ("__pycache__", "_data"):
            assert f"`postcheck/{path.name}/" in told, path.name


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_is_told_with_its_attributes(kind: str) -> None:
    row = next(line for line in read("docs/json.md").splitlines() if line.startswith(f"| `{kind}`"))
    for attribute in KINDS[kind].attributes:
        assert f"`{attribute}`" in row


@pytest.mark.parametrize("key", [f.alias or n for n, f in Config.model_fields.items()])
def test_every_key_of_the_configuration_is_told(key: str) -> None:
    assert key == "$schema" or f"| `{key}` |" in read("docs/configuration.md")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_told(form: str) -> None:
    for name in ("docs/json.md", "docs/commands.md", "README.md"):
        assert re.search(rf"`(--format )?{form}`", read(name)) or form == "terminal"


@pytest.mark.parametrize("ending", sorted(ENDINGS - {".yml", ".markdown"}))
def test_an_example_shows_every_format_of_drafts(ending: str) -> None:
    assert any((ROOT / "examples" / "posts").rglob(f"*{ending}"))


@pytest.mark.parametrize("code", [0, 1, CANNOT_WORK, INTERRUPTED])
@pytest.mark.parametrize("name", ["README.md", "docs/json.md"])
def test_every_exit_code_is_told(name: str, code: int) -> None:
    assert f"| {code} |" in read(name)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash to parse them with")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shell_blocks_parse(path: Path) -> None:
    for language, block in BLOCK.findall(path.read_text(encoding="utf-8")):
        if language in ("sh", "bash"):
            done = subprocess.run(["bash", "-n"], input=block, text=True, capture_output=True)
            assert done.returncode == 0, f"{block}\n{done.stderr}"


def test_ci_runs_the_readme_s_test_command_as_written() -> None:
    first, second = [block.strip() for kind, block in BLOCK.findall(read("README.md"))][:2]
    assert "postcheck check examples/" in first
    assert "pytest" in second
    assert second in read(".ci/run").splitlines()


def test_the_readme_s_example_is_there() -> None:
    example = re.search(r"postcheck check (\S+)", read("README.md"))
    assert example
    assert (ROOT / example[1]).is_file()


def test_every_interpretation_is_told() -> None:
    page = read("docs/configuration.md")
    for item in load_policy(["ele"], ROOT).about.interpretations:
        others = [option for option in item.options if option != item.default]
        choices = ", ".join(f"`{option}`" for option in [item.default, *others])
        assert f"| `{item.id}` ({item.clause}) | {item.question} | {choices} |" in page
