"""The rooms of the code and who may look into which: a contract, so that a change has one room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from postcheck.policy.load import load_policy

PACKAGE = Path(__file__).resolve().parents[1] / "postcheck"

FORBIDDEN = {
    "analysers": {"checks", "engine", "findings", "reporters", "commands", "cli"},
    "checks": {"analysers", "engine", "findings", "reporters", "commands", "cli"},
    "reporters": {"analysers", "checks", "engine", "drafts", "commands", "cli", "door"},
    "facts": {"analysers", "checks", "engine", "drafts", "policy", "reporters", "commands"},
    "drafts": {"analysers", "checks", "engine", "policy", "reporters", "commands"},
    "documents": {"analysers", "checks", "engine", "drafts", "policy", "people", "config"},
    "policy": {"analysers", "engine", "reporters", "commands", "cli"},
    "people": {"analysers", "checks", "engine", "policy", "reporters", "commands"},
    "language": {"analysers", "checks", "engine", "drafts", "policy", "reporters", "commands"},
    "engine": {"reporters", "commands", "cli"},
    "drawing": {"checks", "engine", "policy", "reporters", "commands"},
    "errors": {"analysers", "checks", "engine", "drafts", "policy", "reporters", "commands"},
}
HEAVY = {"spacy", "numpy", "PIL", "onnxruntime", "cv2", "rapidocr", "zxingcpp", "tokenizers"}
HEAVY |= {"face_recognition", "nudenet", "phonenumbers", "stdnum"}
HEAVY_ROOMS = {"analysers", "drafts", "drawing", "language", "commands"}
"""`commands` holds `doctor`, which tells the versions of what is installed."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, at its top or late."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "postcheck":
                found.update(f"postcheck.{alias.name}" for alias in node.names)
    return found


ALSO_WORDS_OF_FACTS = {"birth-date", "forms", "well-known-sites"}
"""Words of the tool's own that a list or a rule of the shipped policy happens to be called by."""
FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_room_looks_where_it_may_not(path: Path) -> None:
    names = imports(path)
    rooms = {name.split(".")[1] for name in names if name.startswith("postcheck.")}
    assert not rooms & FORBIDDEN.get(room(path), set())
    heavy = {name.split(".")[0] for name in names} & HEAVY
    assert not heavy or room(path) in HEAVY_ROOMS


def test_every_room_of_the_contract_is_there() -> None:
    rooms = {room(path) for path in FILES}
    assert rooms >= set(FORBIDDEN)
    assert rooms >= set.union(*FORBIDDEN.values())


def test_no_code_knows_the_shipped_policy() -> None:
    """Another organisation's policy is held as the shipped one is: no code names a part of it."""
    policy = load_policy(["ele"], Path.cwd())
    of_facts = {emits.category for item in policy.lists.values() if (emits := item.emits)}
    lists = policy.lists.keys() - of_facts
    lettered = {clause for clause in policy.clauses if "." in clause and clause[-1].isalpha()}
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        said = {
            node.value
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        known = said & {*policy.clauses, *lists, *policy.rules}
        assert known <= ALSO_WORDS_OF_FACTS, path.name
        assert not [clause for clause in lettered if re.search(rf"\b{clause}\b", source)], path.name


def test_only_the_door_catches_everything() -> None:
    broad = set()
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                caught = node.type or ast.Name("BaseException")
                names = {item.id for item in ast.walk(caught) if isinstance(item, ast.Name)}
                if names & {"Exception", "BaseException"}:
                    broad.add(str(path.relative_to(PACKAGE)))
    assert broad == {"door.py"}
