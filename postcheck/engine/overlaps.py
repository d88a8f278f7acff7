"""One finding of a rule for one place: of those that overlap wholly, the narrower stays."""

from __future__ import annotations

from collections.abc import Sequence

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
