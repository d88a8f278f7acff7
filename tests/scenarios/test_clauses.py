"""Every clause with an automatic part, once through the command line, in the rules' own world."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from postcheck.policy.load import load_policy

ROOT = Path(__file__).resolve().parents[2]
PUPPET = ROOT / "examples/posts/winter-fair/puppet.png"
V, R, N = "violation", "review", "note"
STAFF: dict[str, Any] = {"account": "staff-own"}
PUPIL: dict[str, Any] = {"account": "pupil-own"}
PARENT: dict[str, Any] = {"account": "parent-own"}


def shows(*people: str, path: str = "plain.png", **more: Any) -> dict[str, Any]:
    """The media of a draft with one picture."""
    return {"media": [{"path": path, "people": list(people), **more}]}


SCENARIOS: dict[str, tuple[str, dict[str, Any]]] = {
    "3a": (R, {"text": "Hello", "platforms": ["mybook"]}),
    "3b": (R, {"text": "Storm", **shows(rights="found online")}),
    "4.0": (V, {"account": "ele-snapchat", "text": "Hello"}),
    "4.1e": (R, {"text": "See @earlylifeent_news"}),
    "4.3a": (V, {"text": "What a shit show of a match!"}),
    "4.3b": (R, {"text": "We are so much better than other local schools."}),
    "4.4a": (V, {"text": "Fun run", **shows("P003")}),
    "4.4b": (V, {"text": "Well done Amira Khan!"}),
    "4.4c": (V, {"text": "Goal of the month by Daniel Petrov"}),
    "4.4d": (V, {"text": "Debate", **shows("P007")}),
    "4.4e": (R, {"text": "Book week", **shows("P001")}),
    "4.5": (R, {"text": "Year 4 are off to Roundhay Park tomorrow."}),
    "4.6a": (V, {"text": "Tickets at https://bit.ly/3xYzAbC"}),
    "4.6b": (V, {"text": "See https://museum.example/visit"}),
    "4.6c": (V, {"text": "So much fun #BathTime", **shows("P001")}),
    "4.7a": (N, {"text": "Please do not call our staff idiots.", "kind": "reply"}),
    "5.1": (V, {"text": "Well done!", "kind": "dm", "recipient": "P001"}),
    "5.2": (V, {**STAFF, "text": "Year 9s, add me on Insta!"}),
    "5.7": (R, {"account": "staff-linked", "text": "Great day at ELE!"}),
    "5.8a": (V, {**STAFF, "text": "Year 10, send your essays to jane.roe@post.example"}),
    "5.8b": (V, {**STAFF, "text": "My class can ring 07700 900123 on the trip."}),
    "5.9": (R, {"text": "Trip", **shows(path="phone.jpg")}),
    "5.10a": (V, {**STAFF, "text": "Great day at ELE!"}),
    "5.10b": (
        R,
        {**STAFF, "text": "What idiots", "kind": "share", "shared_from": "@earlylifeent"},
    ),
    "5.11": (V, {**STAFF, "text": "My day", **shows("P001")}),
    "5.12": (R, {**STAFF, "text": "ELE is a shambles."}),
    "6a": (R, {**STAFF, "text": "My class made me laugh today."}),
    "6.ex1": (V, {**STAFF, "text": "My class are such morons today."}),
    "6.ex2": (V, {**STAFF, "text": "My line manager is an idiot."}),
    "6.ex3": (V, {**STAFF, "text": "All immigrants should leave."}),
    "7.2": (R, {**PUPIL, "author": "P001", "text": "My dance"}),
    "7.3": (R, {**PUPIL, "text": "ask me https://ngl.link/starling"}),
    "7.4": (V, {**PUPIL, "text": "You are such an idiot"}),
    "7.5": (R, {**PUPIL, "text": "He stole the money from the fair."}),
    "7.6": (V, {"text": "Wi-Fi password: Sunflower22"}),
    "7.8": (R, {"account": "school-paper", "author": "P007", "text": "Our spring issue"}),
    "7.12": (R, {**PARENT, "text": "I know where you live"}),
    "7.13": (V, {"account": "ele-debaters", "text": "We meet on Monday"}),
    "8.2": (R, {**PARENT, "text": "The school is a shambles, nobody answers."}),
    "8.3": (R, {**PARENT, "text": "Sports day", **shows("P001", "P002")}),
    "PI.1": (V, {"text": "Project Lantern is coming!"}),
    "PI.2": (R, {"text": "Pupil numbers are down."}),
    "LG.1": (R, {**PARENT, "text": "Cake with the ELE logo"}),
    "LG.2": (R, {**PARENT, "text": "Kind hands and open minds, as we say!"}),
    "WP.1": (V, {"text": "Fair", **shows("V01")}),
    "WP.2": (V, {"text": "Maya O gets free school meals."}),
    "WP.3": (R, {**STAFF, "text": "A boy in my class has just been put into foster care."}),
    "WP.4": (R, {"text": "Looking back", **shows("P009")}),
    "PS.2": (R, {**STAFF, "text": "ELE is a shambles."}),
    "PS.3": (N, {"text": "Fun run", **shows("P001")}),
    "PD.2": (V, {"text": "Call Sam on 07700 900123"}),
    "PD.3": (V, {"text": "Photos at https://drive.google.com/drive/folders/abc"}),
    "BW.1": (V, {"text": "A week in the forest", "kind": "blog"}),
    "BW.2": (R, {**STAFF, "text": "My class is great, our SLT is a shambles.", "kind": "blog"}),
    "LL.1": (N, {"text": "Raffle tickets are £1 each."}),
    "ME.1": (V, {"text": "Thank you.", "kind": "reply", "recipient": "@WexbourneGazette"}),
    "RC.1": (R, {**STAFF, "text": "My workload at ELE is unbearable."}),
    "AR.1": (R, {"text": "Year 5, follow us on TikTok for more!"}),
    "AP.DO2": (N, {**STAFF, "text": "My new number is 07700 900123"}),
    "AP.DO5": (V, {"text": "Staff day", **shows("S02")}),
    "AP.DO6": (
        R,
        {
            "text": "Fair",
            "event": {"notice_given": False},
            **shows(path="puppet.png", bystanders=1),
        },
    ),
    "AP.DN1": (V, {**STAFF, "text": "So proud of Amira Khan"}),
    "AP.DN2": (R, {**STAFF, "text": "Mums from my nursery can message me here."}),
    "AP.DN4": (V, {**STAFF, "text": "Great day at ELE!"}),
    "AP.DN5a": (V, {**STAFF, "text": "Fair", **shows("G01")}),
    "AP.DN5b": (V, {"text": "Fun run", **shows("P003")}),
    "AP.DN5c": (R, {"text": "Trip", **shows(path="phone.jpg")}),
    "AP.DN6": (R, {**STAFF, "text": "My workload at ELE is unbearable."}),
    "AP.DN7": (R, {**STAFF, "text": "ELE is a shambles."}),
    "AP.DN8": (V, {**STAFF, "text": "Priya Nair is an idiot."}),
    "AP.DN9": (V, {**STAFF, "text": "im going to kill you"}),
    "AP.DN10": (N, {**STAFF, "text": "Friends only: my class drove me mad"}),
}

UNTOUCHED = (
    "Vote Labour!",
    "My union branch meets on Tuesday.",
    "Two weeks in Spain, and I never want to come home.",
    "The referee is an idiot.",
    "I rang the Protect advice line about my workload, and the police about my car.",
)
"""Private posts of staff that name neither the organisation nor its people."""


def automatic() -> set[str]:
    """Clauses about posts that have an automatic part."""
    policy = load_policy(["ele"], ROOT)
    return {
        clause.id
        for clause in policy.clauses.values()
        if {"automatic", "heuristic"}.intersection(clause.enforcement)
        and set(clause.binds) - {"account", "process"}
        and policy.rules_of(clause.id)
    }


def test_every_clause_with_an_automatic_part_has_a_scenario() -> None:
    assert set(SCENARIOS) == automatic()
    assert len(SCENARIOS) >= 71


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The report of each scenario by its id, all of them from one process."""
    folder = tmp_path_factory.mktemp("world")
    world = yaml.safe_load((ROOT / "rules/ele/tests.yaml").read_text(encoding="utf-8"))
    config = {**world["config"], "register": "people.yaml", "accounts": "accounts.yaml"}
    for name, content in (
        ("postcheck.yaml", config),
        ("people.yaml", {"people": world["people"]}),
        ("accounts.yaml", {"accounts": world["accounts"]}),
    ):
        (folder / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    (folder / config["ledger"]).touch()
    (folder / config["brand"]).mkdir()
    shutil.copy(PUPPET, folder / config["brand"])
    _pictures(folder)
    lines = [json.dumps({"id": clause, **draft}) for clause, (_, draft) in SCENARIOS.items()]
    lines += [
        json.dumps({"id": f"own-{number}", **STAFF, "text": text})
        for number, text in enumerate(UNTOUCHED)
    ]
    (folder / "drafts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    before = _files(folder)
    command = [sys.executable, "-m", "postcheck", "check", "drafts.jsonl", "--format", "json"]
    done = subprocess.run(
        [*command, "--on", str(world["today"]), "--severity", "info"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=_environment(),
    )
    assert done.returncode == 1, done.stderr
    assert _files(folder) == before, "something was stored"
    assert done.stderr == "", "something was logged"
    return {report["id"]: report for report in json.loads(done.stdout)["drafts"]}


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def _pictures(folder: Path) -> None:
    plain = Image.new("RGB", (160, 120), "white")
    plain.save(folder / "plain.png")
    data = Image.Exif()
    data[0x010F], data[0x0110] = "Apple", "iPhone 14"
    plain.save(folder / "phone.jpg", exif=data)
    shutil.copy(PUPPET, folder / "puppet.png")


@pytest.mark.model
@pytest.mark.parametrize("clause", SCENARIOS)
def test_the_clause_is_answered(reports: dict[str, dict[str, Any]], clause: str) -> None:
    outcome, _ = SCENARIOS[clause]
    assert reports[clause]["clauses"][clause] == outcome, reports[clause]["findings"]


@pytest.mark.model
@pytest.mark.parametrize("number", range(len(UNTOUCHED)))
def test_private_life_is_nobodys_business(reports: dict[str, dict[str, Any]], number: int) -> None:
    assert reports[f"own-{number}"]["outcome"] in ("clean", "note")
