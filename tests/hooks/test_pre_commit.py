"""Real commits through pre-commit: refused while a post breaks the policy, accepted when mended.

The hooks are our own `.pre-commit-hooks.yaml`, run with the Python of the tests: what pre-commit
would add, installing postcheck with everything it needs into an environment of its own, takes
minutes and a package index.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from postcheck.commands import init

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
SMALL_POLICY = {
    "postcheck.yaml": "policy: [small]\n",
    "small/policy.yaml": "id: small\ntitle: Small policy\n",
    "small/clauses/all.yaml": """\
clauses:
  - {id: T.1, section: Tags, duty: No shouting tags., binds: [official],
     enforcement: [automatic], how: Tags are read.}
""",
    "small/rules/all.yaml": """\
rules:
  - id: loud-tag
    clause: T.1
    given: text.hashtag
    check: pattern
    with: {must: never-match, expression: "[A-Z]{4}"}
    severity: error
    message: “{text}” shouts.
    remedy: Use small letters.
    tests: [{pass: "#Fine"}, {fail: "#LOUD"}]
""",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="without git there is no commit"),
]

Git = Callable[..., "subprocess.CompletedProcess[str]"]


def _here(hook: dict[str, Any]) -> dict[str, Any]:
    """A hook that runs this checkout instead of an installed postcheck."""
    command = f'"{Path(sys.executable).as_posix()}" -m postcheck'
    assert hook["entry"].startswith("postcheck check")
    return {**hook, "language": "system", "entry": hook["entry"].replace("postcheck", command, 1)}


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in a new content repository, away from anybody's configuration and caches."""
    content = tmp_path / "content"
    content.mkdir()
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env |= {
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    settings = "[user]\n  name = Test\n  email = test@example.org\n"
    (tmp_path / "gitconfig").write_text(settings, encoding="utf-8")

    def run(*args: str, program: tuple[str, ...] = ("git",)) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, *args],
            cwd=content,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    assert run("init", "-q").returncode == 0
    return run


@pytest.fixture
def content(git: Git, tmp_path: Path) -> Path:
    return tmp_path / "content"


def write(content: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")


def install(git: Git, content: Path, config: dict[str, Any]) -> None:
    write(content, {".pre-commit-config.yaml": yaml.safe_dump(config)})
    done = git("install", program=(sys.executable, "-m", "pre_commit"))
    assert done.returncode == 0, done.stdout + done.stderr


def commit(git: Git) -> tuple[bool, str]:
    """Whether a commit of everything was accepted, and what was said."""
    assert git("add", "-A").returncode == 0
    done = git("commit", "-m", "A post")
    return done.returncode == 0, done.stdout + done.stderr


def test_manifest_is_valid(git: Git) -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    done = git("validate-manifest", manifest, program=(sys.executable, "-m", "pre_commit"))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_commit_is_refused_and_accepted_after_the_mend(
    git: Git, content: Path, hook: dict[str, Any]
) -> None:
    install(git, content, {"repos": [{"repo": "local", "hooks": [_here(hook)]}]})
    write(content, {**SMALL_POLICY, "posts/day.yaml": "text: 'Sports day #LOUD'\n"})
    accepted, said = commit(git)
    assert not accepted
    assert "violation T.1 loud-tag" in said
    assert git("rev-parse", "--verify", "HEAD").returncode != 0

    write(content, {"posts/day.yaml": "text: 'Sports day #Fine'\n"})
    accepted, said = commit(git)
    assert accepted, said
    assert "Passed" in said


def test_files_that_are_no_drafts_are_left_alone(git: Git, content: Path) -> None:
    install(git, content, {"repos": [{"repo": "local", "hooks": [_here(HOOKS[0])]}]})
    others = {
        "package.json": '{"name": "x"}',
        "posts/README.md": "How we write posts, #LOUD",
        "posts/.hidden.yaml": "text: '#LOUD'\n",
        "posts/picture.svg": "<svg>#LOUD</svg>",
    }
    write(content, {**SMALL_POLICY, **others})
    accepted, said = commit(git)
    assert accepted, said
    assert "(no files to check)Skipped" in said


def test_one_bad_post_among_many_refuses_all(git: Git, content: Path) -> None:
    install(git, content, {"repos": [{"repo": "local", "hooks": [_here(HOOKS[0])]}]})
    posts = {f"drafts/{number}.txt": f"Day {number}" for number in range(30)}
    write(content, {**SMALL_POLICY, **posts, "drafts/many.jsonl": '{"text": "#LOUD"}\n'})
    accepted, said = commit(git)
    assert not accepted
    assert "drafts/many.jsonl:1" in said
    assert "31 drafts checked" in said


@pytest.mark.model
def test_what_init_writes_refuses_a_full_name(git: Git, content: Path) -> None:
    init.run(content)
    config = yaml.safe_load((content / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    config["repos"][0]["hooks"] = [_here(hook) for hook in config["repos"][0]["hooks"]]
    install(git, content, config)
    post = content / "posts" / "first-post.yaml"
    clean = post.read_text(encoding="utf-8")
    post.write_text(clean.replace("Well done Amira K ", "Well done Amira Khan "), encoding="utf-8")
    accepted, said = commit(git)
    assert not accepted
    assert "violation 4.4b" in said

    post.write_text(clean, encoding="utf-8")
    accepted, said = commit(git)
    assert accepted, said
