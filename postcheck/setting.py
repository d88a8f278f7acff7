"""What all drafts under one configuration share, for analysers and checks alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from postcheck.config.model import Config
from postcheck.ledger import Ledger
from postcheck.people.accounts import Account
from postcheck.people.register import Register
from postcheck.policy.lists import ListFile, Use


@dataclass(frozen=True, slots=True)
class Setting:
    """The configuration, what it names, the policy's lists, and the day it is."""

    config: Config = field(default_factory=Config)
    register: Register = field(default_factory=Register)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    lists: Mapping[str, ListFile] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
    ledger: Ledger = field(default_factory=Ledger)
    logos: tuple[Path, ...] = ()
    portraits: Path | None = None

    def entries_for(self, use: Use) -> tuple[str, ...]:
        """The entries of every list of the policy that serves a use."""
        return tuple(
            entry for item in self.lists.values() if item.use == use for entry in item.entries
        )
