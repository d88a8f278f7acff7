"""What all drafts under one configuration share, for analysers and checks alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from postcheck.config.model import Config
from postcheck.people.accounts import Account
from postcheck.people.register import Register
from postcheck.policy.lists import ListFile


@dataclass(frozen=True, slots=True)
class Setting:
    """The configuration, the register, the accounts, the policy's lists, and the day it is."""

    config: Config = field(default_factory=Config)
    register: Register = field(default_factory=Register)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    lists: Mapping[str, ListFile] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
