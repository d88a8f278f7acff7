"""Which personal data are the organisation's own, and so no leak."""

from __future__ import annotations

import re

from postcheck.analysers.words.personal_data.finds import Find
from postcheck.analysers.words.personal_data.phones import read_phone
from postcheck.analysers.words.personal_data.postcodes import postcodes
from postcheck.config.model import Organisation

_SHORT_FORMS = {"st": "street", "rd": "road", "ave": "avenue", "ln": "lane", "cres": "crescent"}


class Ours:
    """The organisation's domains, addresses and numbers, normalised for comparison."""

    def __init__(self, organisation: Organisation) -> None:
        self._domains = tuple(domain.lower().lstrip("@.") for domain in organisation.domains)
        self._emails = frozenset(email.lower() for email in organisation.emails)
        self._addresses = tuple(_plain(address) for address in organisation.addresses)
        self._postcodes = frozenset(
            find.value for address in organisation.addresses for find in postcodes(address)
        )
        self._phones_written = organisation.phones
        self._phones: frozenset[str] | None = None

    def holds(self, find: Find) -> bool:
        """Whether a find is one of the organisation's own."""
        if find.type == "email":
            domain = find.value.rpartition("@")[2]
            return find.value in self._emails or any(
                domain == own or domain.endswith("." + own) for own in self._domains
            )
        if find.type == "phone":
            return find.value in self._own_phones()
        if find.type == "postcode":
            return find.value in self._postcodes
        if find.type == "address":
            return any(f" {_plain(find.value)} " in f" {own} " for own in self._addresses)
        return False

    def _own_phones(self) -> frozenset[str]:
        # Late: reading numbers loads a large library, and most drafts hold none.
        if self._phones is None:
            read = (read_phone(written) for written in self._phones_written)
            self._phones = frozenset(found[0] for found in read if found)
        return self._phones


def _plain(address: str) -> str:
    parts = re.findall(r"[^\W_]+", address.lower())
    return " ".join(_SHORT_FORMS.get(part, part) for part in parts)
