"""Pictures that were published before, as the ledger of published pictures knows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.perceptual import distance, mirrored, perceptual_hash
from postcheck.drafts.model import Medium
from postcheck.facts.model import Fact
from postcheck.setting import Setting

if TYPE_CHECKING:
    from postcheck.drafts.pictures import Picture

LOOKED_AT = 256
"""Long side of the picture that the hash is made of."""
ALIKE = 34
"""Bits, of 135, that may differ: one of 39,766 pairs of different pictures came as near as this."""


class SeenBeforeAnalyser:
    """Yields one `image.seen-before` for each earlier use in the ledger, the nearest first.

    `distance` is the number of bits that differ; no score is made of it. Of an animation, the
    first frame is looked at. Safe to use from several threads.
    """

    name = "seen-before"
    version = "1"

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterator[Fact]:
        """The uses on record whose picture looks the same, as it is or mirrored."""
        uses = setting.ledger.uses
        bits = hash_of(picture) if uses else None
        if bits is None:
            return
        turned = mirrored(bits)
        near = []
        for use in uses:
            straight, other = distance(bits, use.bits), distance(turned, use.bits)
            if min(straight, other) <= ALIKE:
                near.append((min(straight, other), other < straight, use))
        for bits_apart, flipped, use in sorted(near, key=lambda found: found[0]):
            yield Fact(
                kind="image.seen-before",
                surface=picture.surface,
                source=f"{self.name}/{self.version}",
                attributes={
                    "distance": bits_apart,
                    "mirrored": flipped,
                    "date": use.published_on.isoformat(),
                    "channels": use.channels,
                    "purpose": use.purpose,
                    "draft": use.draft,
                    "only": use.only,
                    "remove_by": use.remove_by.isoformat() if use.remove_by else None,
                },
            )


def hash_of(picture: Picture) -> int | None:
    """The perceptual hash of a picture; None for one that is all of one shade."""
    return perceptual_hash(picture.shrunk(LOOKED_AT))
