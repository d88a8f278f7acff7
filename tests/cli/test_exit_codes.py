"""The contract's exit codes and streams, through the command line, with a policy of one rule."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from postcheck.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
POLICY = "id: small\ntitle: Small policy\nlast_review: 2026-01\n"
CLAUSES = """\
clauses:
  - {id: T.1, section: Tags, duty: No shouting tags., binds: [official],
     enforcement: [automatic], how: Tags are read.}
"""
RULES = """\
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
  - id: quiet-tag
    clause: T.1
    given: text.hashtag
    check: pattern
    with: {must: never-match, expression: "^#hush"}
    severity: warning
    message: “{text}” whispers.
    remedy: Speak up.
    tests: [{pass: "#Fine"}, {fail: "#hush"}]
"""

Postcheck = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with its own small policy."""
    files = {
        "postcheck.yaml": "policy: [small]\n",
        "small/policy.yaml": POLICY,
        "small/clauses/all.yaml": CLAUSES,
        "small/rules/all.yaml": RULES,
        "fine.json": '{"text": "Sports day #Fine"}',
        "loud.json": '{"text": "Sports day #LOUD"}',
        "hush.yaml": "text: 'Sports day #hush'\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def postcheck(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Postcheck:
    """Runs the program in the content folder, from its outer door on, in this process."""
    monkeypatch.chdir(content)

    def run(*args: str, text: str = "") -> subprocess.CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["postcheck", *args])
        stdin = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        assert isinstance(code, int)
        return subprocess.CompletedProcess(args, code, *capsys.readouterr())

    return run


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["fine.json"], 0),
        (["loud.json"], 1),
        (["hush.yaml"], 0),
        (["hush.yaml", "--fail-on", "review"], 1),
        (["hush.yaml", "--fail-on", "unknown"], 1),
        (["loud.json", "--fail-on", "never"], 0),
        (["fine.json", "loud.json"], 1),
        (["fine.json", "--no-cache"], 0),
        (["loud.json", "--ignore", "loud-tag"], 0),
        (["loud.json", "--select", "quiet-tag"], 0),
        (["loud.json", "--select", "T.1"], 1),
        (["."], 1),
        (["nothing.json"], 2),
        (["small"], 2),
        (["postcheck.yaml"], 2),
        (["fine.json", "nothing.json"], 2),
        (["fine.json", "--select", "lod-tag"], 2),
        (["fine.json", "--ignore", "T.1"], 2),
        (["fine.json", "--format", "jason"], 2),
        (["fine.json", "--format", "json", "--format", "jsonl"], 2),
        (["fine.json", "--fail-on", "sometimes"], 2),
        (["fine.json", "--on", "tomorrow"], 2),
        (["fine.json", "--config", "missing.yaml"], 2),
        (["fine.json", "--output", "no/such/folder.json"], 2),
        ([], 2),
    ],
)
def test_exit_codes(postcheck: Postcheck, args: list[str], code: int) -> None:
    done = postcheck("check", *args)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    if code == 2:
        assert done.stderr.strip()


def test_the_bare_form_is_check(postcheck: Postcheck) -> None:
    plain, bare = postcheck("check", "loud.json"), postcheck("loud.json")
    assert (bare.returncode, bare.stdout) == (1, plain.stdout)
    assert postcheck("--format", "json", "loud.json").returncode == 1


def test_standard_input(postcheck: Postcheck) -> None:
    assert postcheck("-", text='{"text": "#LOUD"}').returncode == 1
    assert postcheck("-", text="Hello #Fine").returncode == 0
    assert postcheck("-", text="").returncode == 2


def test_a_broken_draft_does_not_stop_the_others(postcheck: Postcheck, content: Path) -> None:
    (content / "broken.json").write_text('{"text": 5,\n "txet": "x"}', encoding="utf-8")
    done = postcheck("check", "broken.json", "loud.json", "--format", "json")
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert [item["path"] for item in report["drafts"]] == ["loud.json"]
    assert report["summary"]["violations"] == 1
    places = [(item["path"], item["line"], item["column"]) for item in report["problems"]]
    assert places == [("broken.json", 1, 10), ("broken.json", 2, 2)]
    assert "did you mean `text`?" in done.stderr


def test_reports_go_where_they_are_sent(postcheck: Postcheck, content: Path) -> None:
    done = postcheck("loud.json", "--format", "json:one.json", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error")
    assert json.loads((content / "one.json").read_text())["summary"]["violations"] == 1
    assert postcheck("loud.json", "--format", "json", "-o", "two.json").stdout == ""
    assert json.loads((content / "two.json").read_text())["drafts"][0]["path"] == "loud.json"


def test_stdout_carries_the_report_alone(postcheck: Postcheck) -> None:
    done = postcheck("check", "nothing.json", "fine.json", "--format", "json")
    assert json.loads(done.stdout)["summary"]["drafts"] == 1
    assert "nothing.json" in done.stderr
    empty = postcheck("check", "nothing.json", "--format", "json")
    assert json.loads(empty.stdout)["summary"]["drafts"] == 0


@pytest.mark.parametrize(
    ("old", "new"), [("policy: [small]", "policy: [smal]"), ("policy: [small]", "polcy: [small]")]
)
def test_a_broken_configuration_ends_the_run(
    postcheck: Postcheck, content: Path, old: str, new: str
) -> None:
    path = content / "postcheck.yaml"
    path.write_text(path.read_text().replace(old, new))
    done = postcheck("check", "fine.json", "loud.json")
    assert done.returncode == 2
    assert done.stderr.count("error:") == 1


def test_facts_of_every_draft_in_lines(postcheck: Postcheck, content: Path) -> None:
    (content / "many.jsonl").write_text('{"text": "#One"}\n\n{"text": "#Two"}\n')
    done = postcheck("facts", "many.jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    tags = [
        [fact["text"] for fact in line["facts"] if fact["kind"] == "text.hashtag"] for line in lines
    ]
    assert tags == [["#One"], ["#Two"]]


def test_the_rules_own_tests(postcheck: Postcheck, content: Path) -> None:
    done = postcheck("policy", "test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 rules, 4 tests" in done.stdout
    path = content / "small/rules/all.yaml"
    path.write_text(path.read_text().replace('fail: "#LOUD"', 'fail: "#Loud"'))
    done = postcheck("policy", "test", "--select", "loud-tag")
    assert done.returncode == 1
    assert "loud-tag, test 2: it should fail, and found nothing" in done.stdout


def test_coverage_names_every_clause(postcheck: Postcheck) -> None:
    rows = json.loads(postcheck("policy", "coverage", "--format", "json").stdout)
    assert [(row["clause"], row["rules"]) for row in rows] == [("T.1", ["loud-tag", "quiet-tag"])]
    assert "1 clauses: 1 enforced by 2 rules" in postcheck("policy", "coverage").stdout


def test_help_comes_without_heavy_libraries(postcheck: Postcheck) -> None:
    code = (
        "import sys, postcheck.cli\n"
        "heavy = {'spacy', 'numpy', 'PIL', 'onnxruntime', 'cv2', 'yaml', 'pydantic', 'rich'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Commands:" in postcheck("--help").stdout
