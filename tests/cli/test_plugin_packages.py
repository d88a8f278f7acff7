"""A package of plug-ins, as docs/plugins.md has it: used when it is named, named when it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.test_exit_codes import ROOT

MODULE = """\
from pathlib import Path

from postcheck.analysers import Entry
from postcheck.checks.base import Check, Failed, Options
from postcheck.facts.model import Fact

PACK = Path(__file__).parent / "toy_pack"


class Waves:
    name, version = "waves", "1"

    def analyse(self, scenes):
        for scene in scenes:
            mood = f"{len(scene.facts.of('text.link'))} links"
            yield [
                Fact("toy.wave", surface.name, "~", at, at + 1, attributes={"mood": mood})
                for surface in scene.surfaces
                for at, sign in enumerate(surface.text) if sign == "~"
            ]


class Crash(Waves):
    def analyse(self, scenes):
        raise RuntimeError("Amira Khan")


class Count:
    def __init__(self, out, style):
        self.out, self.drafts = out, 0

    def start(self, header):
        pass

    def draft(self, report):
        self.drafts += 1

    def finish(self, totals):
        print(self.drafts, file=self.out)


class Raises(Count):
    def draft(self, report):
        raise ValueError("Amira Khan")


def boom(fact, options, case):
    raise RuntimeError("Amira Khan")


WAVE = Entry("waves", "toy_plug:Waves", "words", ("toy.wave",), after=("text.link",))
CRASH = Entry("crash", "toy_plug:Crash", "words", ("toy.crash",))
NEVER = Check("never", "Never.", Options, lambda fact, options, case: Failed({"how": "wet"}),
              slots=frozenset({"how"}))
BOOM = Check("boom", "Boom.", Options, boom)
NOTHING = 7
"""
POINTS = """\
[postcheck.analysers]
toy.wave = toy_plug:WAVE
toy.crash = toy_plug:CRASH
toy.wrong = toy_plug:NOTHING
toy.boom = toy_boom:ENTRY
[postcheck.checks]
never = toy_plug:NEVER
boom = toy_plug:BOOM
wrong = toy_plug:NOTHING
[postcheck.reporters]
count = toy_plug:Count
raises = toy_plug:Raises
wrong = toy_plug:NOTHING
gone = toy_gone:Thing
[postcheck.rules]
toy-pack = toy_plug:PACK
wrong-pack = toy_plug:NOTHING
"""
RULES = """\
rules:
  - id: no-waves
    clause: T.1
    given: toy.wave
    check: never
    severity: error
    message: "“{text}” is a wave, {how}, with {mood}"
    remedy: Take it out.
    tests: [{pass: Hello}, {fail: "~"}]
"""
FILES = {
    "site/toy_plug.py": MODULE,
    "site/toy_boom.py": "raise RuntimeError('Amira Khan')\n",
    "site/toy_plug-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: toy-plug\nVersion: 1.0\n",
    "site/toy_plug-1.0.dist-info/entry_points.txt": POINTS,
    "site/toy_pack/policy.yaml": "id: toy-pack\ntitle: Toys\n",
    "site/toy_pack/clauses/all.yaml": """\
clauses:
  - {id: T.1, section: Toys, duty: No waves., binds: [official], enforcement: [automatic], how: H}
""",
    "site/toy_pack/rules/all.yaml": RULES,
    "postcheck.yaml": "policy: [toy-pack]\n",
    "draft.json": '{"text": "Sea ~ see www.example.org"}',
}
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def call(*args: str) -> subprocess.CompletedProcess[str]:
        places = os.pathsep.join([str(ROOT), str(tmp_path / "site")])
        return subprocess.run(
            [sys.executable, "-m", "postcheck", *args],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": places},
            check=False,
        )

    return call


def test_a_pack_a_check_and_an_analyser_work_together(run: Run) -> None:
    done = run("check", "draft.json", "--format", "json")
    assert done.stderr == ""
    assert done.returncode == 1
    found = json.loads(done.stdout)["drafts"][0]["findings"]
    assert [one["message"] for one in found] == ["“~” is a wave, wet, with 1 links"]
    assert run("policy", "test").returncode == 0


def test_facts_of_a_kind_that_a_rule_names_are_shown(run: Run) -> None:
    line = json.loads(run("facts", "draft.json").stdout)
    assert "toy.wave" in {fact["kind"] for fact in line["facts"]}


def test_a_reporter_is_a_format(run: Run) -> None:
    done = run("check", "draft.json", "--format", "count")
    assert (done.returncode, done.stdout, done.stderr) == (1, "1\n", "")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("raises", "“raises” of the package toy-plug failed with ValueError"),
        ("wrong", "“wrong” of the package toy-plug gives no callable"),
        ("gone", "“gone” of the package toy-plug cannot be loaded"),
    ],
)
def test_a_bad_reporter_is_named(run: Run, form: str, said: str) -> None:
    refused(run("check", "draft.json", "--format", form), said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("toy.wave", "toy.wrong", "“toy.wrong” of the package toy-plug gives no `Entry`"),
        ("toy.wave", "toy.boom", "“toy.boom” of the package toy-plug failed with RuntimeError"),
        ("toy.wave", "toy.crash", "crash of the package toy-plug failed with RuntimeError"),
        ("check: never", "check: wrong", "“wrong” of the package toy-plug gives no `Check`"),
        ("check: never", "check: boom", "“boom” of the package toy-plug failed with RuntimeError"),
    ],
)
def test_a_bad_analyser_or_check_is_named(
    run: Run, tmp_path: Path, old: str, new: str, said: str
) -> None:
    rules = RULES.replace(old, new)
    rules = rules.replace(", {how},", "") if "check" in old else rules
    (tmp_path / "site/toy_pack/rules/all.yaml").write_text(rules, encoding="utf-8")
    refused(run("check", "draft.json"), said)


def test_a_bad_pack_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "postcheck.yaml").write_text("policy: [wrong-pack]\n", encoding="utf-8")
    refused(run("check", "draft.json"), "“wrong-pack” of the package toy-plug gives no path")


def refused(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "Amira" not in done.stderr
    assert "Traceback" not in done.stderr
