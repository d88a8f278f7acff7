"""Judging: rules over the facts of one draft; the engine adds clause, severity and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from postcheck.checks.base import Answer, Failed, Unknown
from postcheck.checks.case import Case
from postcheck.checks.conditions import Condition
from postcheck.config.model import Severity
from postcheck.drafts.surfaces import Surface
from postcheck.engine.overlaps import narrowest, narrowest_of_clauses
from postcheck.engine.redact import HIDDEN
from postcheck.facts.model import Fact, Missing
from postcheck.findings import OUTCOME_OF, Excerpt, Finding, Fix, Outcome, fingerprint
from postcheck.places import LineTable
from postcheck.policy.rules import Policy, Rule

_TELL_NOTHING = frozenset(
    {"clause", "role", "form", "type", "category", "field", "label", "review_due", "last_review"}
    | {"channels", "date", "until", "seen", "declared", "people", "measure", "limit"}
    | {"allowed", "why", "have", "wanted"}
)
"""Slots that never hold words of a draft; a redacted message keeps these alone, and codes."""

SeverityOf = Callable[[Rule], Severity]


_OF_WORDS = frozenset({"text.topic", "text.abuse"})
"""Kinds of facts that several lists see in the same words: one rule of a clause tells of them."""


class Judge:
    """Turns one case into findings.

    `redact` keeps every word of the draft out of the findings: names, matches and excerpts.
    """

    def __init__(
        self,
        policy: Policy,
        case: Case,
        surfaces: Iterable[Surface],
        path: str,
        severity_of: SeverityOf,
        *,
        redact: bool = False,
    ) -> None:
        self._policy = policy
        self._case = case
        self._surfaces = {surface.name: surface for surface in surfaces}
        self._tables: dict[str, LineTable] = {}
        self._lines: dict[tuple[str, int], str] = {}
        self._path = path
        self._severity_of = severity_of
        self._redact = redact

    def findings(self, rules: Iterable[Rule]) -> list[Finding]:
        """Everything that the rules have to say, each unknown of a clause and place once."""
        found: list[Finding] = []
        unknown: set[tuple[str, str, str]] = set()
        of_words: set[str] = set()
        for rule in rules:
            if rule.entry.given in _OF_WORDS:
                of_words.add(rule.id)
            for finding in narrowest(list(self._of_rule(rule))):
                if finding.outcome == "unknown":
                    key = (finding.clause, finding.surface, finding.message)
                    if key in unknown:
                        continue
                    unknown.add(key)
                found.append(finding)
        return narrowest_of_clauses(found, of_words)

    def _of_rule(self, rule: Rule) -> Iterator[Finding]:
        own = [item for item in rule.conditions if item.about_fact]
        around = [item for item in rule.conditions if not item.about_fact]
        for missing in self._case.facts.missing_of(rule.entry.given):
            stand_in = Fact(missing.kind, missing.surface)
            if all(condition.holds(self._case, stand_in) for condition in around):
                yield self._unknown(rule, stand_in, missing.because)
        for fact in self._case.facts.of(rule.entry.given):
            # Most facts are of no concern to most rules, and that needs no look around.
            if not all(item.holds(self._case, fact) for item in own):
                continue
            unmet = [item for item in around if not item.holds(self._case, fact)]
            answer = self._untold(unmet, fact) if unmet else self._answer(rule, fact)
            if isinstance(answer, Failed):
                yield self._failed(rule, fact, answer)
            elif isinstance(answer, Unknown):
                yield self._unknown(rule, fact, answer.because)

    def _answer(self, rule: Rule, fact: Fact) -> Answer:
        lacking = self._lacking(rule.check.needs(rule.options), fact)
        if lacking is not None:
            return Unknown(lacking.because)
        return rule.check.judge(fact, rule.options, self._case)

    def _untold(self, unmet: Iterable[Condition], fact: Fact) -> Answer:
        """Unknown where each unmet condition stands on what could not be had; else no matter."""
        lacking = [self._lacking(condition.needs, fact) for condition in unmet]
        first = lacking[0]
        return Unknown(first.because) if first is not None and all(lacking) else None

    def _lacking(self, kinds: Iterable[str], fact: Fact) -> Missing | None:
        """What is needed for a fact and could not be had: here, anywhere, or of its medium."""
        for kind in kinds:
            for missing in self._case.facts.missing_of(kind):
                if _matters(missing.surface, fact.surface):
                    return missing
        return None

    def _failed(self, rule: Rule, fact: Fact, answer: Failed) -> Finding:
        severity = self._severity_of(rule)
        slots = self._slots(rule, fact, answer.values)
        fix = rule.entry.fix
        replacement = None
        if fix is not None and not self._redact:
            replacement = Fix(fix.safety, fix.replace.format_map(slots).strip())
        return self._finding(
            rule,
            fact,
            OUTCOME_OF[severity],
            severity,
            rule.entry.message.format_map(slots),
            rule.entry.remedy.format_map(slots),
            replacement,
        )

    def _unknown(self, rule: Rule, fact: Fact, because: str) -> Finding:
        return self._finding(
            rule,
            fact,
            "unknown",
            rule.entry.on_unknown or self._severity_of(rule),
            f"This could not be checked: {because}.",
            "Look yourself, or mend the cause and check again.",
            None,
        )

    def _finding(
        self,
        rule: Rule,
        fact: Fact,
        outcome: Outcome,
        severity: Severity,
        message: str,
        remedy: str,
        fix: Fix | None,
    ) -> Finding:
        line = column = None
        excerpt = None
        surface = self._surfaces.get(fact.surface)
        if surface is not None and fact.start is not None and fact.end is not None:
            line, column = self._table(surface).locate(fact.start)
            excerpt = self._excerpt(surface, fact.start, fact.end, column)
        return Finding(
            rule=rule.id,
            clause=rule.entry.clause,
            also=rule.entry.also,
            outcome=outcome,
            severity=severity,
            message=message,
            duty=self._policy.clauses[rule.entry.clause].duty,
            remedy=remedy,
            surface=fact.surface,
            start=fact.start,
            end=fact.end,
            line=line,
            column=column,
            box=fact.box,
            evidence=None if self._redact else fact.text,
            score=fact.score,
            fix=fix,
            fingerprint=fingerprint(rule.id, self._path, fact.surface, self._match(fact)),
            excerpt=None if self._redact else excerpt,
            match=fact.text,
            interpretations=rule.interpretations,
        )

    def _slots(self, rule: Rule, fact: Fact, values: Mapping[str, str]) -> Mapping[str, str]:
        attributes = {key: _shown(value) for key, value in fact.attributes.items()}
        medium = self._case.medium_of(fact)
        first, last = attributes.get("first", ""), attributes.get("last", "")
        slots = {
            **attributes,
            "text": fact.text or "",
            "media": PurePosixPath(medium.path).name if medium else "",
            "clause": rule.entry.clause,
            "first": first[:1].upper() + first[1:],
            "initial": last[:1].upper(),
            **values,
        }
        if self._redact:
            slots = {key: slot if self._tells(key, slot) else HIDDEN for key, slot in slots.items()}
        return _Slots(slots)

    def _tells(self, key: str, slot: str) -> bool:
        """Whether a redacted message may hold a slot: of people, codes of the register alone."""
        if key == "person":  # where a code belongs, a writer may have put a name
            return self._case.setting.register.get(slot) is not None
        return key in _TELL_NOTHING

    def _match(self, fact: Fact) -> str:
        """What the fingerprint is made of; redacted, a roster must not be tried against it."""
        return str(fact.start) if self._redact else fact.text or ""

    def _table(self, surface: Surface) -> LineTable:
        if surface.name not in self._tables:
            self._tables[surface.name] = LineTable(surface.text)
        return self._tables[surface.name]

    def _excerpt(self, surface: Surface, start: int, end: int, column: int) -> Excerpt:
        """The line of a match; all findings of one line, which may be long, share its words."""
        begin = start - (column - 1)
        place = surface.name, begin
        if place not in self._lines:
            stop = surface.text.find("\n", begin)
            line = surface.text[begin:] if stop < 0 else surface.text[begin:stop]
            self._lines[place] = line.rstrip("\r")
        line = self._lines[place]
        return Excerpt(line, column - 1, min(end - begin, len(line)))


def _matters(missing: str, surface: str) -> bool:
    """Whether what is missing at one surface matters at another.

    What is missing at `text` is missing of the whole draft, since its analyser could not work.
    """
    if missing == "text" or surface in ("draft", "policy"):
        return True
    return missing.startswith("media[") and missing.split(".")[0] == surface.split(".")[0]


class _Slots(dict[str, str]):
    """Slots of a message; an attribute that a fact happens not to have is empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(str(item) for item in value)
    return "" if value is None else str(value)
