"""`postcheck policy coverage`, `interpretations` and `test`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from postcheck.commands._door import CANNOT_WORK, tell
from postcheck.config.find import SourceFinder, Sources
from postcheck.engine.interpretations import readings
from postcheck.engine.select import prove_config, prove_names
from postcheck.engine.selftest import run_tests
from postcheck.policy.load import load_policy
from postcheck.policy.model import Clause
from postcheck.policy.rules import Policy
from postcheck.policy_document.places import Standing, standings
from postcheck.policy_document.store import kept_document
from postcheck.reporters.paper import Paper
from postcheck.reporters.readings import print_reading
from postcheck.reporters.style import style_of
from postcheck.reporters.wording import count
from postcheck.setting import Setting


def coverage(config: Path | None, form: str) -> int:
    """Print every clause of the policy and how it is enforced."""
    sources = _sources(config)
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    document = kept_document(sources)
    found = standings(policy, document) if document else {}
    if form == "json":
        rows = [_row(policy, clause, found.get(clause.id)) for clause in policy.clauses.values()]
        json.dump(rows, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 0
    from postcheck.reporters.coverage import print_coverage

    print_coverage(policy, found, sys.stdout, style_of(sys.stdout))
    return 0


def interpretations(config: Path | None) -> int:
    """Print every vague place of the policy, how it is read, and who decided."""
    sources = _sources(config)
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    prove_config(policy, sources, date.today())
    told = readings(policy, Setting(sources.config, sources.register))
    paper = Paper(sys.stdout, style_of(sys.stdout))
    for item in told:
        paper.words((item.clause, "bold"))
        print_reading(paper, item)
        paper.gap()
    open_ones = sum(item.decided_by is None for item in told)
    paper.words((f"{count(len(told), 'interpretation')}, {open_ones} not yet decided.", "bold"))
    if open_ones:
        paper.words(("Decide or confirm one in postcheck.yaml, such as:", ""))
        first = next(item for item in told if item.decided_by is None)
        paper.exact(("interpretations:", ""))
        decision = f"{{choice: {first.choice}, decided_by: CODE, decided_on: {date.today()}}}"
        paper.exact((f"  {first.id}: {decision}", ""))
    return 0


def test(config: Path | None, select: Sequence[str]) -> int:
    """Run the tests beside the rules; exit code 1 when one does not come out as it says."""
    policy = _policy(config)
    prove_names(policy, select)
    rules = [
        rule
        for rule in policy.rules.values()
        if not select or not {rule.id, *rule.clauses}.isdisjoint(select)
    ]
    results, problems = run_tests(policy, rules)
    failed = [result for result in results if result.complaint]
    for result in failed:
        text = result.test.draft.text
        sys.stdout.write(
            f"{result.rule.source}: {result.rule.id}, test {result.number}: {result.complaint}\n"
            f"    {text}\n"
        )
    kinds = Counter(result.test.expected for result in results)
    said = f"{count(len(rules), 'rule')}, {count(len(results), 'test')}"
    sys.stdout.write(
        f"{said} ({kinds['pass']} pass, {kinds['fail']} fail, {kinds['unknown']} unknown): "
        f"{len(failed)} did not come out as they say\n"
    )
    if problems:
        tell(problems)
        return CANNOT_WORK
    return 1 if failed else 0


def _policy(config: Path | None) -> Policy:
    sources = _sources(config)
    return load_policy(sources.config.policy, sources.folder or Path.cwd())


def _sources(config: Path | None) -> Sources:
    return SourceFinder(config).for_folder(Path.cwd())


def _row(policy: Policy, clause: Clause, standing: Standing | None) -> dict[str, object]:
    return {
        "clause": clause.id,
        "section": clause.section,
        "duty": clause.duty,
        "binds": list(clause.binds),
        "enforcement": list(clause.enforcement),
        "how": clause.how,
        "limit": clause.limit,
        "not_yet": clause.not_yet,
        "rules": [rule.id for rule in policy.rules_of(clause.id)],
        **_document(standing),
    }


def _document(standing: Standing | None) -> dict[str, object]:
    """Where the clause stands in the organisation's own document, where there is one."""
    if standing is None:
        return {}
    return {"document": {"at": standing.at, "state": standing.state}}
