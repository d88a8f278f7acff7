"""The policy that docs/rules.md writes out can be loaded, and its words are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from postcheck.checks import CHECKS
from postcheck.checks.properties import PROPERTIES
from postcheck.policy.load import load_policy

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_example_policy_loads_beside_the_shipped_one(tmp_path: Path) -> None:
    files = re.findall(r"```yaml\n# (our-policy/\S+)\n(.*?)```", PAGE, re.DOTALL)
    assert len(files) == 4
    for name, text in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    policy = load_policy(["our-policy"], tmp_path)
    assert [rule.id for rule in policy.rules_of("OUR.1")] == ["village-misspelt"]
    assert "4.4b" in policy.clauses


def test_the_page_names_every_check_and_every_property() -> None:
    for name in (*CHECKS, *PROPERTIES):
        assert f"`{name}`" in PAGE, name
