"""The register and the accounts, read from their files.

Problems of a register quote neither its lines nor its values: they may end in a public log.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from postcheck.documents.files import read_bytes, read_text
from postcheck.documents.read import read_yaml_located
from postcheck.documents.tree import Located
from postcheck.errors import InputError, Problem
from postcheck.people.accounts import Account, AccountsFile
from postcheck.people.contradictions import contradictions
from postcheck.people.passwords import looks_like_password, refuse_passwords
from postcheck.people.register import Person, Register, RegisterFile
from postcheck.people.register_csv import read_register_csv

_YAML = (".yaml", ".yml")


def read_register(path: Path, name: str | None = None) -> Register:
    """The register of a `.csv` or `.yaml` file. Raises InputError."""
    name = name or path.as_posix()
    ending = path.suffix.lower()
    if ending == ".csv":
        people = read_register_csv(name, read_bytes(path, name))
    elif ending in _YAML:
        people = read_register_yaml(name, read_text(path, name))
    else:
        raise InputError(Problem("a register is a .csv or .yaml file", name))
    return Register(people, name)


def read_register_yaml(name: str, text: str) -> dict[str, Person]:
    """People by code. Raises InputError when two have one code, or one contradicts itself."""
    file, tree = read_yaml_located(name, text, RegisterFile, private=True)
    codes = [person.code for person in file.people]
    problems = _twice(tree, "people", "code", codes)
    problems += [
        tree.problem(found.message, ("people", index, *found.place), remedy=found.remedy)
        for index, person in enumerate(file.people)
        for found in contradictions(person)
    ]
    if problems:
        raise InputError(problems)
    return {person.code: person for person in file.people}


def read_accounts(path: Path, name: str | None = None) -> dict[str, Account]:
    """Accounts by id. Raises InputError, also for a file that seems to hold a password."""
    name = name or path.as_posix()
    text = read_text(path, name)
    refuse_passwords(text, name)
    return accounts_of(*read_yaml_located(name, text, AccountsFile))


def accounts_of(file: AccountsFile, tree: Located) -> dict[str, Account]:
    """Accounts by id. Raises InputError when two have one id, or a password takes a place."""
    problems = _twice(tree, "accounts", "id", [account.id for account in file.accounts])
    for index, account in enumerate(file.accounts):
        place = account.credentials.vault_ref if account.credentials else None
        if place is not None and looks_like_password(place):
            message = "`vault_ref` looks like a password; its value is not repeated here"
            loc = ("accounts", index, "credentials", "vault_ref")
            expected = "the place where the key is kept, such as bitwarden/our-instagram"
            problem = tree.problem(message, loc, expected=expected, remedy="take it out")
            problems.append(replace(problem, excerpt=None))
    if problems:
        raise InputError(problems)
    return {account.id: account for account in file.accounts}


def _twice(tree: Located, top: str, key: str, values: list[str]) -> list[Problem]:
    """A problem for each entry whose key another entry before it has."""
    first: dict[str, int] = {}
    problems = []
    for index, value in enumerate(values):
        if value in first:
            line, _ = tree.position((top, first[value], key))
            message = f"two entries have the {key} `{value}`; the first is in line {line}"
            problems.append(tree.problem(message, (top, index, key)))
        first.setdefault(value, index)
    return problems
