"""`postcheck schema`: JSON Schemas of every file, for editors and other programs."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import BaseModel

from postcheck.checks import CHECKS
from postcheck.config.model import Config
from postcheck.documents.schema import json_schema
from postcheck.documents.wording import did_you_mean
from postcheck.drafts.model import Draft
from postcheck.drafts.records import Records
from postcheck.errors import Problem, UsageError
from postcheck.facts.kinds import KINDS
from postcheck.people.accounts import AccountsFile
from postcheck.people.not_featured import NotFeaturedFile
from postcheck.people.register import RegisterFile
from postcheck.policy.background import ReasonsFile, WordingFile
from postcheck.policy.lint_model import LintFile
from postcheck.policy.lists import ListFile
from postcheck.policy.model import ClausesFile, PolicyFile, RulesFile, TestSetting
from postcheck.policy.platforms import PlatformsFile
from postcheck.policy_document.model import PolicyDocument
from postcheck.reporters.report_model import ReportFile

MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "draft": (Draft, "postcheck draft"),
    "rules": (RulesFile, "postcheck rules"),
    "config": (Config, "postcheck configuration"),
    "register": (RegisterFile, "postcheck register"),
    "do-not-feature": (NotFeaturedFile, "postcheck do-not-feature list"),
    "report": (ReportFile, "postcheck report"),
    "accounts": (AccountsFile, "postcheck accounts"),
    "records": (Records, "postcheck records"),
    "clauses": (ClausesFile, "postcheck clauses"),
    "policy": (PolicyFile, "postcheck policy"),
    "list": (ListFile, "postcheck list"),
    "lint": (LintFile, "postcheck lint tables"),
    "platforms": (PlatformsFile, "postcheck platforms"),
    "tests": (TestSetting, "postcheck test setting"),
    "wording": (WordingFile, "postcheck wording"),
    "reasons": (ReasonsFile, "postcheck reasons"),
    "policy-document": (PolicyDocument, "postcheck policy document"),
}


def run(name: str) -> int:
    """Print one schema. Raises UsageError when there is none of that name."""
    json.dump(schema_of(name), sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of file."""
    if name not in MODELS:
        raise UsageError(
            Problem(
                f"there is no schema “{name}”",
                expected=f"one of {', '.join(MODELS)}",
                remedy=did_you_mean(name, list(MODELS)),
            )
        )
    model, title = MODELS[name]
    schema = json_schema(model, title)
    return _with_checks(schema) if name == "rules" else schema


def _with_checks(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of rules, with the options of each check and what a rule may name.

    Names that only a plug-in knows stay allowed: they are suggested, not demanded.
    """
    definitions = schema["$defs"]
    for expected in ("pass", "fail", "unknown"):  # an example may be its text alone
        definitions["RuleTest"]["properties"][expected]["anyOf"].append({"type": "string"})
    entry = definitions["RuleEntry"]
    entry["properties"]["check"] = _suggesting(list(CHECKS))
    entry["properties"]["given"] = _suggesting(list(KINDS))
    entry["allOf"] = []
    for check in CHECKS.values():
        options = json_schema(check.options, check.name)
        definitions.update(options.pop("$defs", {}))
        demanded = {key: value for key, value in options.items() if not key.startswith("$")}
        then: dict[str, Any] = {"properties": {"with": {**demanded, "description": check.sentence}}}
        if options.get("required"):
            then["required"] = ["with"]
        chosen = {"properties": {"check": {"const": check.name}}, "required": ["check"]}
        entry["allOf"].append({"if": chosen, "then": then})
    return schema


def _suggesting(names: list[str]) -> dict[str, Any]:
    return {"anyOf": [{"enum": names}, {"type": "string"}]}
