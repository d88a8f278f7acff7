"""One finding of a rule for one place: of those that overlap wholly, the narrower stays."""

from __future__ import annotations

from collections.abc import Sequence

from postcheck.findings import Finding


def narrowest(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one rule without those whose words hold, or are, those of another.

    A list finds two words, a model the sentence around them: whoever mends the words has mended
    the sentence, and reads of it once.
    """
    return [
        finding
        for number, finding in enumerate(findings)
        if not any(
            _holds(finding, other, later=place < number)
            for place, other in enumerate(findings)
            if place != number
        )
    ]


def _holds(finding: Finding, other: Finding, *, later: bool) -> bool:
    """Whether the words of one finding hold those of the other; of equal ones, the later does."""
    if (finding.surface, finding.outcome) != (other.surface, other.outcome):
        return False
    if finding.start is None or finding.end is None or other.start is None or other.end is None:
        return False
    if (finding.start, finding.end) == (other.start, other.end):
        return later
    return finding.start <= other.start and other.end <= finding.end
