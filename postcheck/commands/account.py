"""`postcheck account`: the accounts file, or one profile, held against the policy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from postcheck import __version__
from postcheck.commands._door import CANNOT_WORK, tell
from postcheck.commands._reports import Publisher, ReportOptions, forms_of, opened
from postcheck.config.find import SourceFinder, Sources
from postcheck.documents.files import MAX_BYTES, decode
from postcheck.documents.wording import did_you_mean
from postcheck.drafts.model import AccountKind
from postcheck.engine.account_check import (
    account_entries,
    account_header,
    account_report,
    account_scene,
)
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import PostcheckError, Problem, UsageError
from postcheck.findings import DraftReport, Header, Totals
from postcheck.people.accounts import Account, Profile
from postcheck.people.ours import own_account
from postcheck.people.profiles import Given, read_given

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class AccountOptions(ReportOptions):
    """The options of `postcheck account`; `account`, `kind` and `platform` are for profiles."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    register: Path | None = None
    on: date | None = None
    redact: bool = False
    quote: bool = False
    account: str | None = None
    kind: AccountKind = "official"
    platform: str | None = None


def run(files: Sequence[str], options: AccountOptions) -> int:
    """Check accounts, print reports, and give the exit code."""
    forms = forms_of(options, files)
    accounts = _Accounts(options)
    with ExitStack() as stack:
        totals = Totals(problems=accounts.problems)
        publisher = Publisher(options, opened(stack, forms, options), totals)
        publisher.publish(accounts.reports(files), accounts.header)
        if not totals.drafts:
            publisher.start(accounts.header())
            if not totals.problems:
                totals.problems.append(Problem("no account was found", remedy="list one"))
        publisher.finish()
    if totals.problems:
        tell(totals.problems)
        return CANNOT_WORK
    return 1 if publisher.failing else 0


@dataclass(slots=True)
class _Accounts:
    """Reads, looks at and judges the accounts of some files; what is wrong is kept as problems."""

    options: AccountOptions
    problems: list[Problem] = field(default_factory=list)
    _bench: Workbench | None = None

    def reports(self, files: Sequence[str]) -> Iterator[DraftReport]:
        """The report of every account that could be checked."""
        options = self.options
        finder = SourceFinder(options.config, options.register)
        for file in files:
            path = Path("<stdin>" if file == _STDIN else file)
            try:
                given = read_given(path, _standard_input() if file == _STDIN else None)
                folder = Path() if file == _STDIN else path.parent
                yield from self._of_file(path, given, finder.for_folder(folder))
            except PostcheckError as error:
                self.problems.extend(one for one in error.problems if one not in self.problems)

    def header(self) -> Header:
        """What the reports begin with."""
        bench = self._bench or Workbench(Sources(), Wishes())
        return account_header(bench, __version__)

    def _of_file(self, path: Path, given: list[Given], sources: Sources) -> Iterator[DraftReport]:
        options = self.options
        named = [self._named(one, sources.accounts) for one in given]
        known = {**sources.accounts, **{one.account.id: one.account for one in named}}
        wishes = Wishes(
            today=options.on or date.today(),
            select=options.select,
            ignore=options.ignore,
            redact=options.redact,
            quote=options.quote,
        )
        bench = self._bench = Workbench(replace(sources, accounts=known), wishes)
        looker = bench.looker(account_entries(bench))
        named = self._wanted(named)
        scenes = [account_scene(bench, one.account, path.as_posix()) for one in named]
        looker.look(scenes)
        self.problems.extend(looker.problems)
        for one, scene in zip(named, scenes, strict=True):
            yield account_report(bench, scene, one.line, profile_alone=one.profile_alone)

    def _wanted(self, given: list[Given]) -> list[Given]:
        """The account that is asked for, of a file that has several; else all of them."""
        wanted = self.options.account
        if wanted is None or any(one.account.id == wanted for one in given):
            return [one for one in given if wanted in (None, one.account.id)]
        raise self._unknown(wanted, [one.account.id for one in given])

    def _unknown(self, wanted: str, known: Iterable[str]) -> UsageError:
        hint = did_you_mean(wanted, tuple(known))
        return UsageError(Problem(f"the accounts file has no account `{wanted}`", remedy=hint))

    def _named(self, given: Given, accounts: Mapping[str, Account]) -> Given:
        """A profile alone, put beside the record of its account where that is known."""
        options = self.options
        if not given.profile_alone:
            return given
        found = own_account(accounts, given.account.handle or "")
        if options.account is not None:
            found = accounts.get(options.account)
            if found is None:
                raise self._unknown(options.account, accounts)
        if found is None:
            platform = options.platform or given.account.platform
            alone = given.account.model_copy(update={"kind": options.kind, "platform": platform})
            return replace(given, account=alone)
        profile = _merged(found.profile or Profile(), given.account.profile or Profile())
        record = found.model_copy(update={"profile": profile})
        return Given(record, given.line)


def _merged(recorded: Profile, seen: Profile) -> Profile:
    """The profile as it was seen; what it does not tell is as it was recorded."""
    return recorded.model_copy(update=seen.model_dump(exclude_defaults=True))


def _standard_input() -> str:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return decode(data, "<stdin>")
