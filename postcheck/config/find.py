"""What a draft is checked with: the configuration above it, its register and its accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from postcheck.config.model import Config
from postcheck.documents.files import read_text
from postcheck.documents.read import read_yaml_located
from postcheck.documents.tree import Loc, Located
from postcheck.documents.wording import did_you_mean
from postcheck.errors import InputError, Problem
from postcheck.ledger import Ledger, read_ledger
from postcheck.people.accounts import Account
from postcheck.people.load import read_accounts, read_register
from postcheck.people.not_featured import with_list
from postcheck.people.register import Register

CONFIG_NAMES = ("postcheck.yaml", "postcheck.yml")
LOGOS = frozenset([".png", ".jpg", ".jpeg", ".webp"])
"""Endings of the files in the brand folder that are logos; others are passed over."""


@dataclass(frozen=True, slots=True)
class Sources:
    """A configuration with the files that it names; all defaults where there is none."""

    config: Config = field(default_factory=Config)
    register: Register = field(default_factory=Register)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    config_path: Path | None = None
    ledger: Ledger = field(default_factory=Ledger)
    logos: tuple[Path, ...] = ()
    written: Located | None = None
    """The configuration with the places of its keys, for complaints that come later."""

    @property
    def folder(self) -> Path | None:
        """The folder that paths of the configuration are relative to."""
        return self.config_path.parent if self.config_path else None

    @property
    def portraits(self) -> Path | None:
        """The folder of the portraits that faces are compared with."""
        written = self.config.face_matching.portraits
        return self.folder / written if self.folder and written else None

    def problem(
        self,
        message: str,
        loc: Loc,
        *,
        key: bool = False,
        expected: str | None = None,
        remedy: str | None = None,
    ) -> Problem:
        """A problem at a value of the configuration, or at its key; at no place without a file."""
        if self.written is None:
            return Problem(message, expected=expected, remedy=remedy)
        return self.written.problem(message, loc, key=key, expected=expected, remedy=remedy)

    def content_root(self, draft_folder: Path) -> Path:
        """The folder that media of a draft may not leave.

        The configured one; else the configuration's folder where it is above the draft; else the
        draft's own folder.
        """
        if self.folder is None:
            return draft_folder
        if self.config.content_root is not None:
            return self.folder / self.config.content_root
        inside = draft_folder.resolve().is_relative_to(self.folder.resolve())
        return self.folder if inside else draft_folder

    def owned(self) -> tuple[Path, ...]:
        """The files and policy folders that the configuration names: none of them is a draft."""
        if self.config_path is None:
            return ()
        here, config = self.config_path.parent, self.config
        people = (config.register_path, config.do_not_feature, config.accounts)
        named = (*people, config.ledger, config.policy_document)
        files = [here / name for name in named if name]
        packs = [here / name for name in config.policy]
        # a folder of drafts may have the name of a shipped pack
        packs = [pack for pack in packs if (pack / "policy.yaml").is_file()]
        return (self.config_path, *files, *packs)


class SourceFinder:
    """Finds the sources of each folder, and reads every file of theirs once.

    `config` is used for all drafts instead of searching; `register` instead of the configured one.
    """

    def __init__(self, config: Path | None = None, register: Path | None = None) -> None:
        self._config = config
        self._register = register
        self._paths: dict[Path, Path | None] = {}
        self._read: dict[Path | None, Sources | InputError] = {}

    def for_folder(self, folder: Path) -> Sources:
        """The sources for drafts in a folder.

        Raises InputError, the same object each time, when a file of theirs cannot be used.
        """
        path = self._config or self.config_for(folder)
        if path not in self._read:
            try:
                self._read[path] = load_sources(path, self._register)
            except InputError as error:
                self._read[path] = error
        found = self._read[path]
        if isinstance(found, InputError):
            raise found
        return found

    def config_for(self, folder: Path) -> Path | None:
        """The nearest configuration in the folder or above it, or None."""
        searched: list[Path] = []
        found: Path | None = None
        here = folder.absolute()
        for place in (here, *here.parents):
            if place in self._paths:
                found = self._paths[place]
                break
            searched.append(place)
            found = next((place / n for n in CONFIG_NAMES if (place / n).is_file()), None)
            if found is not None:
                break
        self._paths.update(dict.fromkeys(searched, found))
        return found


def load_sources(config_path: Path | None, register: Path | None = None) -> Sources:
    """Read a configuration with its register and accounts; None gives the defaults.

    `register` replaces the configured register. Raises InputError with the problems of every file.
    """
    if config_path is None:
        return Sources(register=read_register(register) if register else Register())
    name = shown(config_path)
    config, tree = read_yaml_located(name, read_text(config_path, name), Config)
    problems: list[Problem] = []
    people, accounts, ledger = Register(), dict[str, Account](), Ledger()
    try:
        path = register or _beside(tree, config_path, "register", config.register_path)
        people = read_register(path) if path else people
        path = _beside(tree, config_path, "do_not_feature", config.do_not_feature)
        people = with_list(people, path, shown(path)) if path else people
    except InputError as error:
        problems += error.problems
    try:
        path = _beside(tree, config_path, "accounts", config.accounts)
        accounts = read_accounts(path, shown(path)) if path else accounts
        if accounts and config.account is not None and config.account not in accounts:
            message = f"`account` names `{config.account}`, which the accounts file does not have"
            remedy = did_you_mean(config.account, tuple(accounts))
            problems.append(tree.problem(message, ("account",), remedy=remedy))
    except InputError as error:
        problems += error.problems
    try:
        path = _beside(tree, config_path, "ledger", config.ledger, "make an empty one to begin it")
        ledger = read_ledger(path, shown(path)) if path else ledger
    except InputError as error:
        problems += error.problems
    try:
        logos = _logos(tree, config_path, config.brand) if config.brand else ()
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError(problems)
    return Sources(config, people, accounts, config_path, ledger, logos, tree)


def _beside(
    tree: Located, config_path: Path, key: str, written: str | None, remedy: str | None = None
) -> Path | None:
    """The file that a key of the configuration names; InputError at the key when missing."""
    if written is None:
        return None
    path = config_path.parent / written
    if not path.is_file():
        message = f"`{key}` names `{written}`, and there is no such file"
        raise InputError(tree.problem(message, (key,), remedy=remedy))
    return path


def _logos(tree: Located, config_path: Path, written: str) -> tuple[Path, ...]:
    """The pictures in the brand folder; InputError at its key where there are none."""
    folder = Path(shown(config_path.parent / written))
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    logos = tuple(path for path in files if path.suffix.lower() in LOGOS and path.is_file())
    if not logos:
        what = "holds no logo" if folder.is_dir() else "is no folder"
        expected = f"a folder with logos as pictures: {' '.join(sorted(LOGOS))}"
        message = f"`brand` names `{written}`, which {what}"
        raise InputError(replace(tree.problem(message, ("brand",)), expected=expected))
    return logos


def shown(path: Path) -> str:
    """A path as messages show it: relative to the working folder where it lies below."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
