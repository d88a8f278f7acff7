"""The classes that the model tells apart, in the order of its answers."""

from __future__ import annotations

from typing import Literal

Label = Literal["PERSON", "ORG", "LOC"]
LABELS: tuple[Label, ...] = ("PERSON", "ORG", "LOC")
TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""What the model says of every word."""

ABUSE = ("profanity", "insult", "identity-attack", "threat", "sexual", "harassment")
TOPICS = (
    "confidential",
    "complaint",
    "criticism",
    "politics",
    "health",
    "family",
    "safeguarding",
    "location",
    "routine",
    "media-enquiry",
    "recognisable",
    "own-work",
    "contact",
    "rights",
    "private-device",
    "logo-use",
    "undress",
    "platform",
    "bystanders",
)
CLASSES = ABUSE + TOPICS
"""What the model says of stretches of text; several may hold at once."""

WIDTH = len(TAGS) + len(CLASSES) + 2
"""Numbers the model gives for each piece: tags, classes, and one weight for each of ABUSE and
TOPICS."""
