"""An account that is in order, the shipped policy, and what is told of accounts."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from program import Ended, Program

from postcheck.engine import workbench
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy

CONFIG = """\
accounts: accounts.yaml
organisation: {names: [Early Life Enterprise, ELE], domains: [earlylife.example]}
roles: {managing_partner: S01, slt: [S01, S03], dsl: S02}
"""
WHOLE = {
    "id": "ele-instagram",
    "kind": "official",
    "platform": "instagram",
    "handle": "@TeamELE",
    "email": "social@earlylife.example",
    "created_by_role": "SLT",
    "approved_by": "S01",
    "approved_on": "2026-09-01",
    "owner": "S09",
    "deputy": "S03",
    "last_monitored": "2026-11-16",
    "profile": {
        "name": "Early Life Enterprise",
        "bio": "Official / Provision Approved Site",
        "links": ["https://earlylife.example/online-safety"],
        "about_links": [
            "https://earlylife.example/social-media",
            "https://earlylife.example/online-safety",
        ],
    },
    "credentials": {
        "custodian_role": "slt",
        "last_rotated": "2026-09-01",
        "vault_ref": "bitwarden/ele-instagram",
    },
    "moderation": {"comments": "limited", "moderators": ["S09"], "escalation": ["S02", "S01"]},
    "logo_permission": "yes",
    "2fa": "yes",
    "login_alerts": "yes",
}
Postcheck = Callable[..., Ended]


@cache
def shipped() -> Policy:
    """The shipped policy, read once for all tests."""
    return load_policy(["ele"], Path.cwd())


def accounts(folder: Path, *listed: dict) -> None:
    # JSON is YAML too
    text = json.dumps({"accounts": listed})
    (folder / "accounts.yaml").write_text(text, encoding="utf-8")


def told(postcheck: Postcheck, *args: str, text: str = "") -> tuple[int, set[tuple[str, str]]]:
    """The exit code, and clause and outcome of everything that is found."""
    wanted = ("--on", "2026-11-22", "--severity", "info", "--format", "json")
    code, out, _ = postcheck(*args, *wanted, text=text)
    drafts = json.loads(out)["drafts"]
    return code, {(f["clause"], f["outcome"]) for d in drafts for f in d["findings"]}


def kept_in(folder: Path) -> Path:
    """Write the configuration and the account that is in order."""
    (folder / "postcheck.yaml").write_text(CONFIG, encoding="utf-8")
    accounts(folder, WHOLE)
    return folder


def in_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    """The command in a folder, with the shipped policy."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(workbench, "load_policy", lambda *_: shipped())
    return partial(Program(monkeypatch, capsys), "account")
