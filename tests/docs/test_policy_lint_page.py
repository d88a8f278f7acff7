"""docs/policy-lint.md names the rules and tables that there are, and its example can be read."""

from __future__ import annotations

import re
from pathlib import Path

from postcheck.engine.clauses import about_policy
from postcheck.policy.lint_tables import GIVEN
from postcheck.policy.load import load_policy

PAGE = (Path(__file__).parents[2] / "docs" / "policy-lint.md").read_text(encoding="utf-8")
CLAUSE = (
    "{{id: {0}, section: Ours, duty: D., binds: [process], enforcement: [governance], how: H.}}"
)


def test_every_rule_about_the_policy_is_told() -> None:
    rules = filter(about_policy, load_policy(["ele"], Path()).rules.values())
    table = {
        word for row in re.findall(r"^\|.*\|$", PAGE, re.M) for word in re.findall(r"`(.*?)`", row)
    }
    assert {rule.id for rule in rules} <= table


def test_every_table_is_told() -> None:
    assert all(f"`{name}`" in PAGE for name in GIVEN)


def test_the_example_can_be_read_beside_the_shipped_tables(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n# our-policy/lint/ours\.yaml\n(.*?)```", PAGE, re.DOTALL)
    (related,) = re.findall(r"```yaml\n(last_review:.*?)```", PAGE, re.DOTALL)
    files = {
        "policy.yaml": f"id: our-policy\ntitle: Ours\nextends: ele\n{related}",
        "clauses/ours.yaml": f"clauses: [{CLAUSE.format('OUR.1')}, {CLAUSE.format('OUR.2')}]\n",
        "lint/ours.yaml": example,
    }
    for name, text in files.items():
        path = tmp_path / "our-policy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    policy = load_policy(["our-policy"], tmp_path)
    assert policy.lint.outdated_names[-1].id == "friendface"
    assert policy.lint.contradictions[-1].clauses == ("OUR.1", "OUR.2")
    assert not policy.about.related[0].listed
