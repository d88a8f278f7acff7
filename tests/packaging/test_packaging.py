"""What is shipped, and that the texts about it are true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import postcheck

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
NAME = re.compile(r"[A-Za-z0-9_.-]+")


def name_of(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found
    return found[0]


def test_one_version() -> None:
    assert PROJECT["version"] == postcheck.__version__


@pytest.mark.parametrize(
    "requirement",
    [*PROJECT["dependencies"], *(item for items in EXTRAS.values() for item in items)],
)
def test_every_dependency_is_in_the_notices(requirement: str) -> None:
    name = name_of(requirement)
    if name != "postcheck":
        notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").casefold()
        assert re.search(rf"(?<![\w-]){re.escape(name.casefold())}(?![\w-])", notices)


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_extra_is_in_the_readme(extra: str) -> None:
    assert f"| `{extra}` |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_is_under_the_agpl_is_not_in_the_core() -> None:
    assert "nudenet" not in {name_of(item).casefold() for item in PROJECT["dependencies"]}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_rules_models_and_licences(unpacked: Path) -> None:
    data = unpacked / "postcheck" / "_data"
    assert (data / "rules" / "ele" / "policy.yaml").is_file()
    assert (data / "models" / "centerface" / "centerface.onnx").is_file()
    assert (data / "models" / "centerface" / "LICENSE").is_file()
    assert not (data / "models" / "training").exists()
    licences = {path.name for path in unpacked.glob("*.dist-info/licenses/**/*") if path.is_file()}
    own = {path.name for path in (ROOT / "licences").iterdir()}
    assert licences == {"LICENSE", "THIRD_PARTY_NOTICES.md", *own}


@pytest.mark.slow
def test_everything_of_the_checkout_that_is_shipped_is_in_the_wheel(unpacked: Path) -> None:
    for folder in ("rules", "models"):
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT)
            if path.is_file() and not {"training", "__pycache__"}.intersection(inside.parts):
                assert (unpacked / "postcheck" / "_data" / inside).is_file(), inside


@pytest.mark.slow
def test_the_wheel_uses_its_own_rules_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    code = "from postcheck.resources import *; print(rules_folder()); print(models_folder())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    for place in done.stdout.split("\n")[:2]:
        assert Path(place).is_relative_to(unpacked)
