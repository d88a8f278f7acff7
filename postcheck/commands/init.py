"""`postcheck init`: a first configuration with everything around it; nothing is overwritten."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from postcheck.config.find import CONFIG_NAMES
from postcheck.errors import Problem, UsageError
from postcheck.reporters.paper import Paper
from postcheck.reporters.style import style_of

FILES: Mapping[str, tuple[str, str]] = {
    "postcheck.yaml": ("postcheck.yaml", "the configuration: put your own names into it"),
    "people.yaml": ("people.yaml", "an example register of invented people"),
    "accounts.yaml": ("accounts.yaml", "the accounts that you post from"),
    "posts/first-post.yaml": ("first-post.yaml", "a first post"),
    ".pre-commit-config.yaml": ("pre-commit-config.yaml", "checks posts before each commit"),
    ".github/workflows/postcheck.yml": ("workflow.yml", "checks posts of pull requests on GitHub"),
}
"""Where each file goes, which template it is, and what it is for."""

_YEAR = timedelta(days=365)


def run(folder: Path = Path()) -> int:
    """Write the files that are not there yet, and say what was written and what was kept."""
    paper = Paper(sys.stdout, style_of(sys.stdout))
    kept = []
    for name, (template, purpose) in FILES.items():
        target = folder / name
        if _is_there(target):
            kept.append(name)
            continue
        _write(target, _filled(template))
        paper.words(("wrote  ", "green"), (name, "bold"), (f"  {purpose}", "dim"))
    for name in kept:
        paper.words(("kept   ", "yellow"), (name, "bold"), ("  it was there already", "dim"))
    paper.gap()
    paper.words((f"Now: `postcheck check {(folder / 'posts').as_posix()}`", ""))
    return 0


def _is_there(target: Path) -> bool:
    if target.name in CONFIG_NAMES:
        return any((target.parent / name).exists() for name in CONFIG_NAMES)
    # a link that leads nowhere would be written through
    return target.exists() or target.is_symlink()


def _filled(template: str) -> str:
    """A template with dates that hold today, so that the first check comes out clean."""
    today = date.today()
    slots = {
        "VERIFIED_ON": today,
        "REVERIFY_BY": today + _YEAR,
        "DECIDED_ON": today,
        "EXPIRES_ON": today + _YEAR,
    }
    text = (files("postcheck.commands") / "init_files" / template).read_text(encoding="utf-8")
    for slot, day in slots.items():
        text = text.replace(slot, day.isoformat())
    return text


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(
            Problem(
                f"the file cannot be written: {error.strerror}",
                target.as_posix(),
                remedy="name another folder, or mend its permissions",
            )
        ) from error
