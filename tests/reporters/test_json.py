"""The JSON report and JSON lines (contract: JSON report)."""

import json
from dataclasses import replace

import jsonschema
import pytest
from reporters.made_reports import CLEAN, DARK, FULL, NAME, PROBLEM, printed, report

from postcheck.documents.schema import json_schema
from postcheck.findings import DraftReport
from postcheck.reporters.json_report import JsonReporter
from postcheck.reporters.jsonl import JsonLinesReporter
from postcheck.reporters.objects import to_json
from postcheck.reporters.report_model import ReportFile

SCHEMA = json_schema(ReportFile, "Report")


@pytest.mark.parametrize("drafts", [(), (CLEAN,), (CLEAN, FULL, DARK)])
@pytest.mark.parametrize("problems", [(), (PROBLEM, PROBLEM)])
def test_report_holds_to_its_schema(
    drafts: tuple[DraftReport, ...], problems: tuple[object, ...]
) -> None:
    text = printed(JsonReporter, *drafts, problems=problems)  # type: ignore[arg-type]
    parsed = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(parsed)
    assert ReportFile.model_validate_json(text)
    assert len(parsed["drafts"]) == len(drafts)
    assert len(parsed["problems"]) == len(problems)


def test_schema_refuses_another_report() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate({"drafts": []})


def test_keys_of_the_contract() -> None:
    parsed = json.loads(printed(JsonReporter, FULL, problems=(PROBLEM,)))
    assert parsed["postcheck"] == {"version": "0.1.0", "report": 1}
    assert parsed["policy"]["review_overdue"] is True
    assert parsed["checked_on"] == "2026-11-22"
    counts = {"drafts": 1, "media": 1, "rules": 41, "violations": 2, "reviews": 1, "waived": 1}
    assert counts.items() <= parsed["summary"].items()
    finding = parsed["drafts"][0]["findings"][0]
    assert finding == {
        "rule": "full-name-without-permission",
        "clause": "4.4b",
        "also": ["4.4c"],
        "outcome": "violation",
        "severity": "error",
        "message": NAME.message,
        "duty": NAME.duty,
        "remedy": NAME.remedy,
        "surface": "text",
        "start": 10,
        "end": 20,
        "line": 1,
        "column": 11,
        "box": None,
        "evidence": "Amira Khan",
        "score": 0.97,
        "fix": {"safety": "review", "replacement": "Amira K"},
        "fingerprint": "0123456789abcdef",
        "status": "open",
        "interpretations": [],
    }
    assert parsed["drafts"][0]["findings"][1]["interpretations"] == ["shortened"]
    naming, shortened = parsed["policy"]["interpretations"]
    assert (naming["choice"], naming["decided_by"]) == ("none", "S01")
    assert (shortened["choice"], shortened["decided_on"]) == ("refuse", None)
    assert parsed["drafts"][0]["findings"][2]["box"] == [640, 212, 88, 104]
    assert parsed["drafts"][0]["clauses"]["7.9"] == "not-checkable"
    assert parsed["problems"][0]["line"] == 2


def test_report_without_policy_is_json_too() -> None:
    parsed = json.loads(printed(JsonReporter, header=None, problems=(PROBLEM,)))
    assert parsed["policy"] is None
    assert parsed["drafts"] == []
    jsonschema.Draft202012Validator(SCHEMA).validate(parsed)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("half \ud83d", "half \ufffd"),
        ("whole 🏅", "whole 🏅"),
        ("Zoë “x”", "Zoë “x”"),
        ("line\u2028end\x85", "line\u2028end\x85"),
        ('"\\ud800"', '"\\ud800"'),
        ("\x00\x1b\x7f", "\x00\x1b\x7f"),
    ],
)
def test_every_text_can_be_written(text: str, read: str) -> None:
    written = to_json({"text": text})
    assert written.isascii()
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"text": read}


def test_half_characters_do_not_break_the_report() -> None:
    draft = report(replace(NAME, evidence="Amira \ud83d Khan"), path="caf\udce9.json")
    for make in (JsonReporter, JsonLinesReporter):
        text = printed(make, draft)
        assert "\\ud83d" not in text
        assert "Amira \\ufffd Khan" in text


def test_json_lines() -> None:
    lines = printed(JsonLinesReporter, CLEAN, FULL, problems=(PROBLEM,)).splitlines()
    whole = json.loads(printed(JsonReporter, CLEAN, FULL, problems=(PROBLEM,)))
    assert [json.loads(line) for line in lines[:-1]] == whole["drafts"]
    last = json.loads(lines[-1])
    assert next(iter(last)) == "summary"
    for key in ("summary", "policy", "problems", "checked_on"):
        assert last[key] == whole[key]
