"""One finding of a rule or a clause for the same words: of two that overlap, the narrower stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from postcheck.findings import Finding


def narrowest(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one rule without those whose words hold, or are, those of another.

    A list finds two words, a model the sentence around them: whoever mends the words has mended
    the sentence, and reads of it once.
    """
    numbered = [
        (-finding.start, finding.end, number)
        for number, finding in enumerate(findings)
        if finding.start is not None and finding.end is not None
    ]
    ends: dict[tuple[str, str], int] = {}  # of what begins no earlier, at each surface
    held = set()
    for _, end, number in sorted(numbered):
        place = (findings[number].surface, findings[number].outcome)
        if ends.get(place, end + 1) <= end:
            held.add(number)
        else:
            ends[place] = end
    return [finding for number, finding in enumerate(findings) if number not in held]


def narrowest_of_clauses(findings: Sequence[Finding], rules: Collection[str]) -> list[Finding]:
    """The findings without those of the given rules that another such rule of their clauses tells.

    Several lists see a matter in the same words; one finding of each outcome is enough to mend it.
    """
    told: dict[frozenset[str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in rules:
            told[frozenset((finding.clause, *finding.also))].append(finding)
    kept = {id(finding) for group in told.values() for finding in narrowest(group)}
    return [one for one in findings if one.rule not in rules or id(one) in kept]
