"""`postcheck doctor`: what works here, and what to do about what does not."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, cast, get_args

from postcheck import __version__, plugins
from postcheck.analysers import ANALYSERS, Entry
from postcheck.analysers.base import PictureAnalyser, Scene, TextAnalyser
from postcheck.analysers.pictures.matching import face_recognition_library
from postcheck.commands._door import CANNOT_WORK
from postcheck.config.find import SourceFinder, Sources
from postcheck.door import Crashed, attempt
from postcheck.drafts.model import Draft, Medium
from postcheck.drafts.surfaces import declared
from postcheck.engine.select import prove_config
from postcheck.errors import Problem
from postcheck.facts.model import Fact, Missing
from postcheck.people.accounts import Account
from postcheck.policy.load import load_policy
from postcheck.policy.rules import Policy
from postcheck.policy_document.places import standings
from postcheck.policy_document.store import kept_document
from postcheck.reporters.paper import Paper
from postcheck.reporters.style import style_of
from postcheck.reporters.wording import KINDS_IN_WORDS, count
from postcheck.setting import Setting

State = Literal["works", "absent", "broken"]

_COLOURS: dict[State, str] = {"works": "green", "absent": "yellow", "broken": "bold red"}
_SAMPLE = "Well done Amira K! See https://www.example.org or ring 01632 960123. @school #SportsDay"
_EXTRAS = {
    "documents": ("pypdf", "reads policies in Word files and PDFs"),
    "exposure": ("nudenet", "looks for exposed parts of bodies"),
    "heic": ("pi_heif", "reads HEIC pictures"),
    "match": ("face_recognition", "compares faces, behind the biometric gate"),
}
"""What each extra brings: the module to be found, and what for."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that was tried."""

    state: State
    name: str
    says: str
    remedy: str | None = None


def run(config: Path | None = None) -> int:
    """Try everything and print what works; exit code 2 when something of the core does not."""
    paper = Paper(sys.stdout, style_of(sys.stdout))
    python = f"Python {platform.python_version()}"
    paper.words((f"postcheck {__version__}, {python}, {platform.platform(terse=True)}", ""))
    policy, settings = _settings(config)
    setting = Setting(lists=policy.lists if policy else {})
    core = [_analyser(entry, setting) for entry in ANALYSERS if entry.extra is None]
    _print(paper, "Settings", settings)
    _print(paper, "Analysers", core)
    _print(paper, "Extras", _extras(setting))
    _print(paper, "Plug-ins", _plugins())
    broken = [line for line in (*settings, *core) if line.state == "broken"]
    paper.gap()
    if broken:
        names = ", ".join(line.name for line in broken)
        paper.words((f"postcheck cannot do all its work here: {names}.", "bold red"))
        return CANNOT_WORK
    paper.words(("Everything that postcheck needs works here.", "bold"))
    return 0


def _settings(config: Path | None) -> tuple[Policy | None, list[_Line]]:
    """The configuration, register, accounts and policy that hold in the working folder."""

    def find() -> Sources:
        return SourceFinder(config).for_folder(Path.cwd())

    found = attempt("reading the configuration", find)
    if isinstance(found, Crashed):
        return None, [*_broken("configuration", found.problems)]
    sources = found.value
    lines = [_configuration(sources)]
    loaded = attempt("reading the policy", partial(_policy, sources))
    if isinstance(loaded, Crashed):
        return None, [*lines, *_broken("policy", loaded.problems)]
    policy = loaded.value
    says = f"{policy.about.title}: {count(len(policy.clauses), 'clause')}, "
    says += count(len(policy.rules), "rule")
    own = _document(sources, policy)
    return policy, [*lines, *_people(sources), _Line("works", "policy", says), *own]


def _document(sources: Sources, policy: Policy) -> Iterable[_Line]:
    """The organisation's own document, and how many clauses were found in it."""
    name = "policy document"
    read = attempt("reading the policy document", partial(kept_document, sources))
    if isinstance(read, Crashed):
        yield from _broken(name, read.problems)
    elif read.value is None:
        remedy = "`postcheck policy import` reads your own policy"
        yield _Line("absent", name, "none: no clause can be quoted", remedy)
    else:
        found = standings(policy, read.value).values()
        there = sum(one.at is not None for one in found)
        yield _Line("works", name, f"{there} of {count(len(found), 'clause')} found in it")


def _policy(sources: Sources) -> Policy:
    policy = load_policy(sources.config.policy, sources.folder or Path.cwd())
    prove_config(policy, sources, date.today())
    return policy


def _configuration(sources: Sources) -> _Line:
    if sources.config_path is None:
        remedy = "`postcheck init` writes a first one"
        return _Line("absent", "configuration", "none here or above: all defaults", remedy)
    return _Line("works", "configuration", str(sources.config_path))


def _people(sources: Sources) -> Iterable[_Line]:
    people, accounts = len(sources.register.people), len(sources.accounts)
    if people:
        yield _Line("works", "register", count(people, "person", "people"))
    else:
        remedy = "name one under `register`, or give --register FILE"
        yield _Line("absent", "register", "none: nobody's consent is known", remedy)
    if accounts:
        yield _Line("works", "accounts", count(accounts, "account"))


def _broken(name: str, problems: Iterable[Problem]) -> Iterable[_Line]:
    for problem in problems:
        where = problem.where()
        says = f"{where}: {problem.message}" if where else problem.message
        yield _Line("broken", name, says, problem.remedy)


def _analyser(entry: Entry, setting: Setting) -> _Line:
    """Load one analyser and let it look at something made."""
    began = time.monotonic()
    tried = attempt(f"the analyser {entry.name}", partial(_tried, entry, setting))
    if isinstance(tried, Crashed):
        return next(iter(_broken(entry.name, tried.problems)))
    missing = [item for item in tried.value if isinstance(item, Missing)]
    if missing and missing[0].extra is not None:
        return _Line("absent", entry.name, missing[0].because, _install(missing[0].extra))
    if missing:
        return _Line("broken", entry.name, missing[0].because, "install postcheck again")
    kinds = ", ".join(KINDS_IN_WORDS.get(kind, kind) for kind in entry.provides)
    return _Line("works", entry.name, f"{kinds} ({time.monotonic() - began:.1f} s)")


def _tried(entry: Entry, setting: Setting) -> Sequence[Fact | Missing]:
    analyser = entry.load()
    if entry.looks_at == "words":
        draft = Draft(text=_SAMPLE)
        scene = Scene(draft, Account(id="doctor"), setting, surfaces=tuple(declared(draft)))
        reads = cast(TextAnalyser, analyser)
        return [item for seen in reads.analyse([scene]) for item in seen]
    return _looked(cast(PictureAnalyser, analyser), setting)


def _looked(analyser: PictureAnalyser, setting: Setting) -> Sequence[Fact | Missing]:
    from PIL import Image

    from postcheck.drafts.pictures import open_picture

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.png"
        Image.new("RGB", (96, 64), "white").save(path)
        with open_picture(path, "media[0]") as picture:
            return list(analyser.analyse(picture, Medium(path=path.name), setting))


def _extras(setting: Setting) -> Iterable[_Line]:
    looking = {entry.extra: entry for entry in ANALYSERS if entry.extra is not None}
    for extra, (module, purpose) in _EXTRAS.items():
        if find_spec(module) is None:
            yield _Line("absent", extra, f"not installed; {purpose}", _install(extra))
            continue
        entry = looking.get(extra)
        line = _analyser(entry, setting) if entry else _imported(extra, module)
        if line.state == "works":
            yield _Line("works", extra, purpose)
        else:
            yield _Line("broken", extra, line.says, line.remedy or _install(extra))


def _imported(extra: str, module: str) -> _Line:
    """Whether a module can be imported; face_recognition wants care, see matching.py."""
    importing: Callable[[], object] = partial(import_module, module)
    if module == "face_recognition":
        importing = face_recognition_library
    tried = attempt(f"the extra {extra}", importing)
    if isinstance(tried, Crashed):
        return _Line("broken", extra, tried.message, _install(extra))
    return _Line("works", extra, module)


def _install(extra: str) -> str:
    command = f"pip install 'postcheck[{extra}]'"
    # plain pip would compile dlib for many minutes
    return (
        f"docs/install.md says how, without compiling ({command})" if extra == "match" else command
    )


def _plugins() -> Iterable[_Line]:
    for group in get_args(plugins.Group):
        for name, point in plugins.find(group).items():
            package = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
            yield _Line("works", name, f"for {group}, from {package}; used when it is named")


def _print(paper: Paper, heading: str, lines: Iterable[_Line]) -> None:
    found = list(lines)
    if not found:
        return
    paper.gap()
    paper.words((heading, "bold"))
    wide = max(len(line.name) for line in found)
    for line in found:
        state = (f"{line.state:<8}", _COLOURS[line.state])
        paper.words(state, (f"{line.name:<{wide}}  ", ""), (line.says, "dim"), indent=2)
        if line.remedy and line.state != "works":
            paper.words((line.remedy, ""), indent=10, label=("Do: ", "bold"))
