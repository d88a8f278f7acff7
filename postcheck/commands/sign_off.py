"""`postcheck sign-off`: record that a role has looked at a draft as it is now."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from postcheck.analysers import PICTURE_WORDS, plan
from postcheck.config.find import SourceFinder, shown
from postcheck.documents.wording import did_you_mean
from postcheck.drafts.load import STDIN, LoadedDraft, Refused, load_drafts
from postcheck.drafts.write_back import add_sign_off
from postcheck.engine.content import Content
from postcheck.engine.reach import EVERYTHING, Reach
from postcheck.engine.records import unknown
from postcheck.engine.sign_offs import Signing, ended, terms_of
from postcheck.engine.workbench import Wishes, Workbench
from postcheck.errors import InputError, Problem, UsageError
from postcheck.policy.rules import Policy


@dataclass(frozen=True, slots=True)
class SignOffOptions:
    """Which clause, by whom, and which of the drafts in a file of several."""

    clause: str
    role: str
    by: str
    note: str | None = None
    id: str | None = None
    config: Path | None = None
    register: Path | None = None
    on: date | None = None


def run(draft: str, options: SignOffOptions) -> int:
    """Write one sign-off into the draft or beside it. Raises UsageError where it may not be."""
    loaded = _the_draft(draft, options)
    today = options.on or date.today()
    bench = Workbench(loaded.sources, Wishes(today=today))
    content = _content(bench, loaded)
    signing = Signing(
        bench.policy, loaded.draft, content, terms_of(bench.policy, loaded.sources.config),
        loaded.sources.register, today,
    )  # fmt: skip
    _prove(options, loaded, bench.policy, signing)
    entry = _entry(options, content)
    file = add_sign_off(Path(loaded.path), entry, loaded.line)
    sys.stdout.write(
        f"{shown(file)}: clause {options.clause} is signed as {options.role} by {options.by}, for "
        f"this content ({content.sha256[:12]}).\n{_bound(signing.reach(options.clause))}\n"
    )
    return 0


def _content(bench: Workbench, loaded: LoadedDraft) -> Content:
    """What is signed, with the names that a check would tie to people, also those in pictures."""
    scene = bench.scene(loaded)
    names = ("text.person",) if bench.ties_names else ()
    looker = bench.looker(plan({*PICTURE_WORDS, *names}))
    looker.look([scene])
    if looker.problems:
        raise InputError(looker.problems)
    return bench.content(bench.case(scene), loaded, scene)


def _bound(reach: Reach) -> str:
    if reach.groups == EVERYTHING:
        return "It ends with any change of the draft."
    return f"It ends when one of these changes: {', '.join(reach.groups)}."


def _the_draft(path: str, options: SignOffOptions) -> LoadedDraft:
    """The one draft that is meant."""
    if path == STDIN:
        message = "a draft on standard input has no file to keep a sign-off in"
        raise UsageError(Problem(message, remedy="save it, and name the file"))
    found: list[LoadedDraft] = []
    for item in load_drafts([path], SourceFinder(options.config, options.register)):
        if isinstance(item, Refused):
            raise InputError(item.problems)
        if options.id is None or item.draft.id == options.id:
            found.append(item)
    if len(found) == 1:
        return found[0]
    what = "several drafts are" if found else "no draft is"
    called = f" with the id `{options.id}`" if options.id is not None else ""
    remedy = "name one with --id, or name its file" if found else "look at its id"
    raise UsageError(Problem(f"{what} here{called}", path, remedy=remedy))


def _prove(options: SignOffOptions, loaded: LoadedDraft, policy: Policy, signing: Signing) -> None:
    """Refuse a sign-off that could not count. Raises UsageError."""
    if fault := next(_faults(options, loaded, policy, signing), None):
        raise UsageError(fault)


def _faults(
    options: SignOffOptions, loaded: LoadedDraft, policy: Policy, signing: Signing
) -> Iterator[Problem]:
    path, draft, terms = loaded.path, loaded.draft, signing.terms
    if options.clause in policy.rules:
        clause = policy.rules[options.clause].entry.clause
        remedy = f"write `--clause {clause}`"
        yield Problem(f"`{options.clause}` is a rule of clause {clause}", path, remedy=remedy)
    if fault := unknown("clause", options.clause, policy.clauses):
        yield fault
    if options.role not in terms.roles:
        roles = ", ".join(terms.roles)
        yield Problem(
            f"nobody holds the role {options.role}",
            path,
            expected=f"one of {roles}" if roles else "a role under `roles` in postcheck.yaml",
            remedy=did_you_mean(options.role, tuple(terms.roles)),
        )
    refusal = terms.refusal(options.clause, options.role, options.by, draft.author)
    if refusal is not None:
        who = ", ".join(terms.roles.get(options.role, ()))
        yield Problem(
            refusal,
            path,
            expected=f"{options.role} is {who}",
            remedy="ask somebody who may; `roles` and `sign_offs` of postcheck.yaml say who",
        )
    if ended(draft, signing.today):
        message = f"the day of publishing, {draft.publish_at:%Y-%m-%d}, has passed"
        yield Problem(message, path, remedy="set a new `publish_at`, then sign")
    for one in draft.sign_offs:
        if (one.clause, one.by) == (options.clause, options.by) and signing.fault(one) is None:
            message = f"{options.by} has signed clause {options.clause} for this content already"
            yield Problem(message, path, remedy="nothing is left to do")


def _entry(options: SignOffOptions, content: Content) -> dict[str, object]:
    entry: dict[str, object] = {
        "clause": options.clause,
        "role": options.role,
        "by": options.by,
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sha256": content.sha256,
        "parts": content.short(),
    }
    return entry if options.note is None else {**entry, "note": options.note}
