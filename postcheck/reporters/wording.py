"""Counts and kinds of facts in words, for the reports that people read."""

from __future__ import annotations

from collections.abc import Iterator

from postcheck.findings import Quote, Totals

KINDS_IN_WORDS: dict[str, str] = {
    "account.email": "the account's email address",
    "account.record": "how the account is run",
    "image.code": "QR and bar codes",
    "image.exposure": "exposed parts of bodies",
    "image.face": "faces",
    "image.logo": "logos",
    "image.metadata": "the data in the picture file",
    "image.seen-before": "earlier uses of the picture",
    "image.size": "the picture's size",
    "image.text": "words in the picture",
    "text.abuse": "abusive words",
    "text.hashtag": "hashtags",
    "text.link": "links",
    "text.mention": "mentions",
    "text.person": "names",
    "text.personal-data": "personal data",
    "text.topic": "sensitive subjects",
}


def quoted(quote: Quote | None) -> Iterator[str]:
    """A clause in the organisation's own words; nothing where it is not quoted."""
    if quote is not None:
        words = quote.words.replace("\n", " / ")
        yield f"Your policy, {quote.where}: “{words}”"
    if quote is not None and quote.changed:
        yield "These are not the words that its rules were written for."


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 draft`, `2 drafts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def outcomes(totals: Totals, *, notes: int) -> list[str]:
    """What was found, gravest first; outcomes that did not occur are left out.

    `notes` are those that are shown: notes that nobody asked for are not counted before them.
    """
    counted = (
        (totals.violations, "violation", "violations"),
        (totals.reviews, "review", "reviews"),
        (totals.unknown, "unknown", "unknown"),
        (notes, "note", "notes"),
        (totals.waived, "waived or signed off", "waived or signed off"),
    )
    return [count(number, one, many) for number, one, many in counted if number]
