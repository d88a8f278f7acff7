"""Facts of the policy's own text: what the tables of `lint/` know is sought in it, word by word.

Words are found in any letter case and over line ends, with quotation marks or the stars and
underscores of Markdown between them. Everything is told once, at its first place, with the lines of
all places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from postcheck.drafts.surfaces import Surface
from postcheck.engine.examine_tables import SOURCE, fact, outdated
from postcheck.facts.model import Fact, Value
from postcheck.places import LineTable
from postcheck.policy.lint_model import TERM, Cited, LintTables, OutdatedAddress

Span = tuple[int, int]

_GAP = r"[\s*_\"'“”‘’]+"
_BETWEEN = re.compile(r"[*_]*\s+[*_]*")
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class PolicyText:
    """The text that is examined, with its lines.

    `numbers` are the document's own numbers of its clauses, one for each line, where the text was
    put together from these; nobody could look up a line of it, so they stand for the lines.
    """

    surface: Surface
    lines: LineTable
    numbers: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, text: str) -> PolicyText:
        """A text as it stands in a file, under the name of its surface."""
        return cls(Surface(name, text), LineTable(text))

    @classmethod
    def of_clauses(cls, name: str, clauses: Iterable[tuple[str, str]]) -> PolicyText:
        """A text that was read into clauses, each a number with its words."""
        lines = [(number, line) for number, words in clauses for line in words.splitlines()]
        text = "\n".join(line for _, line in lines)
        return cls(Surface(name, text), LineTable(text), tuple(number for number, _ in lines))

    def fact(self, kind: str, spans: list[Span], attributes: Mapping[str, Value]) -> Fact:
        """A fact at the first of its places; `text` is in one line and without marks."""
        start, end = spans[0]
        lines = list(dict.fromkeys(self.lines.locate(begin)[0] for begin, _ in spans))
        places = [self.numbers[line - 1] for line in lines] if self.numbers else map(str, lines)
        key = "numbers" if self.numbers else "lines"
        return Fact(
            kind,
            self.surface.name,
            _BETWEEN.sub(" ", self.surface.text[start:end]),
            None if self.numbers else start,
            None if self.numbers else end,
            source=SOURCE,
            attributes={**attributes, key: tuple(dict.fromkeys(places))},
        )

    def find(self, phrases: Iterable[str]) -> list[Span]:
        """Every place of any of the phrases, in order; of two that overlap the longer counts."""
        longest_first = sorted(phrases, key=len, reverse=True)
        pattern = "|".join(_loose(phrase) for phrase in longest_first)
        found = re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", self.surface.text, re.IGNORECASE)
        return [match.span() for match in found] if pattern else []


def text_facts(
    text: PolicyText, links: Iterable[Fact], lint: LintTables, today: date
) -> Iterator[Fact]:
    """The names, terms and remarks whose words the text has; a name in a link is none."""
    yield from _names(text, [_span(link) for link in links], lint, today)
    for term in lint.terms:
        written = (term.term, *term.also)
        if places := text.find(written):
            told: dict[str, Value] = {
                "defined": bool(text.find(_defined(written, lint.definitions))),
                "expected": term.expected,
                "clauses": term.clauses,
            }
            yield text.fact("policy.term", places, told)
    for remark in lint.remarks:
        if places := text.find(remark.words):
            told = {"sort": remark.sort, "why": remark.why, "clauses": remark.clauses}
            yield text.fact("policy.remark", places, told)


def silence_facts(text: PolicyText, lint: LintTables) -> Iterator[Fact]:
    """The subjects of which the text has not one word."""
    for silence in lint.silences:
        if not text.find(silence.words):
            yield fact("policy.silence", silence.subject, {"why": silence.why})


def _names(text: PolicyText, links: list[Span], lint: LintTables, today: date) -> Iterator[Fact]:
    for entry in lint.outdated_names:
        spared = [*links, *text.find(entry.exceptions)]
        places = [
            (start, end)
            for start, end in text.find((entry.name, *entry.also))
            if not any(begin <= start and end <= stop for begin, stop in spared)
        ]
        if places:
            told: dict[str, Value] = {"sort": entry.sort, **outdated(entry, today)}
            clauses = clauses_of((entry.name, *entry.also), lint.cited_names)
            yield text.fact("policy.name", places, {**told, "clauses": clauses})


def clauses_of(names: Iterable[str], cited: Iterable[Cited]) -> tuple[str, ...]:
    """The clauses that are known to have one of these names, or addresses."""
    wanted = {name.casefold() for name in names}
    found = (clause for one in cited if one.text.casefold() in wanted for clause in one.clauses)
    return tuple(dict.fromkeys(found))


def _defined(written: Iterable[str], forms: Iterable[str]) -> list[str]:
    return [form.replace(TERM, term) for form in forms for term in written]


def _loose(phrase: str) -> str:
    """A phrase as a pattern: blanks, quotation marks and Markdown may part its words."""
    words = (_APOSTROPHE.sub("['’]", re.escape(word)) for word in phrase.split())
    return _GAP.join(words)


def address_facts(
    links: Iterable[Fact], text: PolicyText | None, lint: LintTables, today: date
) -> Iterator[Fact]:
    """The addresses that were seen, each once; without a text they are those on record."""
    groups: dict[tuple[Value, ...], list[Fact]] = {}
    for link in links:
        key = (link.attributes["scheme"], link.attributes["host"], link.attributes["path"])
        groups.setdefault(key, []).append(link)
    for same in groups.values():
        host, path = (str(same[0].attributes[key] or "") for key in ("host", "path"))
        written = {link.text or "" for link in same}
        told: dict[str, Value] = {
            "host": host,
            "scheme": same[0].attributes["scheme"],
            **outdated(_known(host, path, lint.outdated_addresses), today),
            "clauses": clauses_of(written, lint.cited_addresses),
        }
        if text is None:
            yield fact("policy.address", same[0].text, told)
        else:
            yield text.fact("policy.address", [_span(link) for link in same], told)


def _span(link: Fact) -> Span:
    return link.start or 0, link.end or 0


def _known(host: str, path: str, table: Iterable[OutdatedAddress]) -> OutdatedAddress | None:
    """The longest entry that an address lies under, with `www.` or without."""
    host, below = host.removeprefix("www."), path.casefold().strip("/") + "/"
    found = None
    for entry in table:
        site, _, start = entry.address.removeprefix("www.").partition("/")
        start = start.casefold().strip("/")
        at_home = host == site or host.endswith(f".{site}")
        if at_home and (not start or below.startswith(f"{start}/")):
            found = entry if found is None else max(found, entry, key=lambda it: len(it.address))
    return found
