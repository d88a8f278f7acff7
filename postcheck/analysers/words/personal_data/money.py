"""Bank accounts and payment cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.personal_data.finds import Find, near, words

_CARD = re.compile(r"(?<![\w.+£$€-])\d(?:[ \u00a0-]?\d){11,18}(?![\w-]|[.,]\d)")
_CARD_START = re.compile(
    r"4|5[0-8]|6[0-9]|3[0-9]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)|(?:2131|1800)\d{11}\Z"
)
# With twelve figures only Maestro cards exist, and many other numbers.
_SHORT_CARD = re.compile(r"(?:5018|5020|5038|5893|6304|6390|6759|676[1-3])\d{8}\Z")
_SHORT_CARD_SAID = re.compile(r"(?:5[06-8]|6\d|0604)\d+\Z")
_CARD_GROUPS = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}\Z|\d{4}([ -])\d{6}\2\d{5}\Z")
_CARD_WORDS = words(
    *("cards?", "visa", "mastercard", "maestro", "amex", "american express", "discover", "diners"),
    *("debit", "credit", "cvv", "cardholder"),
)

_IBAN = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}|[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30})(?!\w)"
)
_SORT_AND_ACCOUNT = re.compile(
    r"(?<![\w-])(?P<sort>\d{2}[ -]\d{2}[ -]\d{2}|\d{6})(?:\W|account|acc|a/c|number|no){1,30}?"
    r"(?P<account>\d{8}|\d{4} \d{4})(?![\w-])",
    re.IGNORECASE,
)
_SORT = re.compile(r"(?<![\w-])\d{2}([ -]?)\d{2}\1\d{2}(?![\w-])")
_ACCOUNT = re.compile(r"(?<![\w-])\d{8}(?![\w-])")
# Other countries have longer account numbers, and routing numbers for the bank.
_ACCOUNT_ABROAD = re.compile(
    r"(?<!\w)(?:acc(?:oun)?t|routing)[ ](?:(?:number|num|no)\.?|\#)(?:[ ]is|:)*[ ]*"
    r"(?P<number>\d{8,17})(?!\w)",
    re.IGNORECASE,
)
_SORT_WORDS = words("sort ?-?codes?")
_ACCOUNT_WORDS = words("account (?:number|no)", "acc(?:ount)? ?(?:no|num)?", "a/c", "bank", "bacs")
_IBAN_WORDS = words(
    "iban", "accounts?", "bank", "transfer", "standing order", "debit", "pay(?:ment)?"
)
_SHORTEST_IBAN = 15


def cards(text: str) -> Iterator[Find]:
    """Card numbers whose check digit holds, or that are grouped or announced like one."""
    from stdnum import luhn

    for match in _CARD.finditer(text):
        written = match.group()
        digits = re.sub(r"\D", "", written)
        announced = near(text, *match.span(), _CARD_WORDS)
        if not _may_be_card(digits, announced=announced):
            continue
        valid = luhn.is_valid(digits)
        grouped = len(digits) > 12 and _CARD_GROUPS.match(written)
        if valid or grouped or announced:
            yield Find(*match.span(), "payment-card", valid, digits, rank=3)


def _may_be_card(digits: str, *, announced: bool) -> bool:
    if len(set(digits)) == 1:
        return False
    if len(digits) > 12:
        return _CARD_START.match(digits) is not None
    return (_SHORT_CARD_SAID if announced else _SHORT_CARD).match(digits) is not None


def bank_accounts(text: str) -> Iterator[Find]:
    """IBANs, and British sort codes with account numbers."""
    yield from _ibans(text)
    for match in _SORT_AND_ACCOUNT.finditer(text):
        if "-" in match["sort"] or near(text, *match.span(), _SORT_WORDS):
            value = re.sub(r"\D", "", f"{match['sort']}{match['account']}")
            yield Find(*match.span(), "bank-account", None, value, rank=2)
    for pattern, context in ((_SORT, _SORT_WORDS), (_ACCOUNT, _ACCOUNT_WORDS)):
        for match in pattern.finditer(text):
            if near(text, *match.span(), context):
                value = re.sub(r"\D", "", match.group())
                yield Find(*match.span(), "bank-account", None, value, rank=3)
    for match in _ACCOUNT_ABROAD.finditer(text):
        yield Find(*match.span("number"), "bank-account", None, match["number"], rank=3)


def _ibans(text: str) -> Iterator[Find]:
    from stdnum import iban

    for match in _IBAN.finditer(text):
        end = match.end()
        # Capitals may follow a number: the longest stretch that holds is the number.
        while end - match.start() >= _SHORTEST_IBAN:
            value = re.sub("[ -]", "", text[match.start() : end]).upper()
            if iban.is_valid(value):
                yield Find(match.start(), end, "bank-account", True, value, rank=2)
                break
            end = max(text.rfind(" ", match.start(), end), match.start())
        else:
            value = re.sub("[ -]", "", match.group())
            british = value.startswith("GB") and len(value) == 22 and value[4:8].isalpha()
            if british or (len(value) < 35 and near(text, *match.span(), _IBAN_WORDS)):
                yield Find(*match.span(), "bank-account", False, value, rank=2)
