"""Where the words of each clause stand in the document, and whether they are those of its rule.

A clause's hash is looked for among all runs of sentences, so that its words are found wherever
they stand; only where they are not found does its number, or the heading of its section, count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from postcheck.policy.background import Wording
from postcheck.policy.model import Clause
from postcheck.policy.rules import Policy
from postcheck.policy_document.model import Kept, PolicyDocument
from postcheck.policy_document.words import hash_of, normalised, sentences

State = Literal["same", "moved", "changed", "unrecorded", "missing"]
"""The words of its rule, at its place or elsewhere; others; nobody recorded which; not found."""

_LONGEST_RUN = 12
"""Sentences of one clause."""
_NUMBER = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clause stands: `at` for the file, `where` for readers.

    `words` are those of the document, and empty where the clause is missing.
    """

    clause: str
    state: State
    at: str | None = None
    expected: str | None = None
    words: str = ""
    where: str = ""

    @property
    def drifted(self) -> bool:
        """Whether somebody has to look at clause and rule."""
        return self.state in ("changed", "missing")


def standings(policy: Policy, document: PolicyDocument) -> Mapping[str, Standing]:
    """Where every clause of the policy stands in the document, in the policy's order."""
    words = _Words(document)
    wanted = [
        _wanted(
            clause,
            policy.wordings.get(clause.id, Wording()),
            document.clauses.get(clause.id, Kept()),
            document,
        )
        for clause in policy.clauses.values()
    ]
    runs = [words.run(one) for one in wanted]
    return {one.clause: words.standing(one, index, runs) for index, one in enumerate(wanted)}


def drifted(policy: Policy, document: PolicyDocument) -> tuple[Standing, ...]:
    """The clauses whose words changed since their rule was written, or are gone."""
    return tuple(one for one in standings(policy, document).values() if one.drifted)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A clause, the hashes of its words, and where it should stand and can stand.

    `written` is the hash of the words that its rules were written for, `kept` of those that
    somebody has accepted since.
    """

    clause: str
    written: str | None
    kept: str | None
    expected: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class _Run:
    """Sentences in a row: the first, and the one after the last."""

    start: int
    end: int
    accepted: bool = False

    def within(self, span: _Run | None) -> bool:
        """Whether it stands inside of another."""
        return span is not None and span.start <= self.start and self.end <= span.end


@dataclass(slots=True)
class _Words:
    """The sentences of a document in one row, and where each place has its own."""

    document: PolicyDocument
    _sentences: list[str] = field(default_factory=list)
    _spans: dict[str, _Run] = field(default_factory=dict)
    _runs: dict[str, list[_Run]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for section in self.document.document:
            first = len(self._sentences)
            for passage in section.passages:
                start = len(self._sentences)
                self._sentences += sentences(passage.text)
                self._spans[passage.number] = _Run(start, len(self._sentences))
            if not section.passages:
                self._sentences.append(section.heading)
            whole = self._spans[section.number] = _Run(first, len(self._sentences))
            for run in _runs_in(whole):
                self._runs.setdefault(hash_of(self._text(run)), []).append(run)

    def run(self, wanted: _Wanted) -> _Run | None:
        """The run of sentences that has one of the hashes, best at the clause's place."""
        span = self._spans.get(wanted.place or "")
        for hashed in (wanted.written, wanted.kept):
            found = self._runs.get(hashed or "", ())
            if found:
                run = next((run for run in found if run.within(span)), found[0])
                return replace(run, accepted=hashed != wanted.written)
        return None

    def standing(self, wanted: _Wanted, index: int, runs: Sequence[_Run | None]) -> Standing:
        """Where the clause of this index stands, given the runs of all."""
        place, expected, run = wanted.place, wanted.expected, runs[index]
        span = self._spans.get(place or "")
        if run is not None:
            at = place if place is not None and run.within(span) else self._at(run)
            state: State = "same" if expected in (None, at) else "moved"
            where = self._where(self._at(run))
            return Standing(wanted.clause, state, at, expected, self._text(run), where)
        # words that somebody has accepted for one clause may be those of its neighbour too
        firm = [None if one is None or one.accepted else one for one in runs]
        left = (_left(span, index, runs) or _left(span, index, firm)) if span else []
        if not left:
            return Standing(wanted.clause, "missing", None, expected)
        words = _together(self._sentences[at] for at in left)
        state = "changed" if wanted.written or wanted.kept else "unrecorded"
        within = _Run(left[0], left[-1] + 1)
        where = self._where(self._at(within))
        return Standing(wanted.clause, state, place, expected, words, where)

    def _at(self, run: _Run) -> str:
        """The smallest place that holds a run: 1.1, also where section 1 has nothing else."""
        sections = {one.number for one in self.document.document}
        holding = [
            (span.end - span.start, "/" in number, number in sections, number)
            for number, span in self._spans.items()
            if run.within(span)
        ]
        return min(holding)[-1]

    def _where(self, place: str) -> str:
        """A place as people say it: 6/2 is 6, paragraph 2."""
        section, _, paragraph = place.rpartition("/")
        for one in self.document.document:
            if one.number in (place, section):
                counted = bool(one.heading) and not one.number[0].isdigit()
                name = f"“{one.heading}”" if counted else one.number
                return name if one.number == place else f"{name}, paragraph {paragraph}"
        return place

    def _text(self, run: _Run) -> str:
        return _together(self._sentences[run.start : run.end])


def _together(parts: Iterable[str]) -> str:
    """Sentences as one text; what ends without a full stop, as bullets do, ends a line."""
    text = ""
    for part in parts:
        text += f"{part} " if part.endswith((".", "!", "?", '"', "”", ")")) else f"{part}\n"
    return text.strip()


def _runs_in(span: _Run) -> Iterator[_Run]:
    for start in range(span.start, span.end):
        for end in range(start + 1, min(start + _LONGEST_RUN, span.end) + 1):
            yield _Run(start, end)


def _left(span: _Run, index: int, runs: Sequence[_Run | None]) -> list[int]:
    """The sentences of a place that no clause has: best those between the neighbours' runs."""
    inside = [run if run is not None and run.within(span) else None for run in runs]
    taken = {at for run in inside if run is not None for at in range(run.start, run.end)}
    before = next((run.end for run in reversed(inside[:index]) if run is not None), span.start)
    after = next((run.start for run in inside[index + 1 :] if run is not None), span.end)
    between = [at for at in range(before, after) if at not in taken]
    return between or [at for at in range(span.start, span.end) if at not in taken]


def _wanted(clause: Clause, wording: Wording, kept: Kept, document: PolicyDocument) -> _Wanted:
    """What is looked for: by the place on record, else by its number or its section's heading."""
    number = _NUMBER.match(clause.id)
    known = document.passages
    names = [kept.at, wording.at, clause.id, number[0] if number else None]
    place = next((name for name in names if name is not None and name in known), None)
    if place is None and number is None:
        place = _headed(clause, document)
    expected = kept.at or wording.at or place or (number[0] if number else None)
    return _Wanted(clause.id, wording.sha256, kept.sha256, expected, place)


def _headed(clause: Clause, document: PolicyDocument) -> str | None:
    """The section whose heading says what the clause's section is called."""
    section = clause.section
    titles = [_title(section), _title(section.rpartition(":")[2])]
    headings = [(_title(one.heading), one.number) for one in document.document]
    for title in titles:
        exact = [number for heading, number in headings if heading == title]
        if exact:
            return exact[0]
    words = _stems(titles[0])
    fuller = [number for heading, number in headings if words and words <= _stems(heading)]
    return fuller[0] if len(fuller) == 1 else None


def _stems(title: Iterable[str]) -> set[str]:
    """The beginnings of words, so that blogs are blogging and documents documentation."""
    return {word[:4] for word in title}


def _title(heading: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", normalised(heading).casefold()))
