"""What the analyser of personal data sees in a text, for an organisation that is set up."""

from __future__ import annotations

from typing import Any

from postcheck.analysers.base import Scene
from postcheck.analysers.words.personal_data.analyser import PersonalDataAnalyser
from postcheck.config.model import Config, Organisation
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.people.accounts import Account
from postcheck.setting import Setting

ORGANISATION = Organisation(
    domains=("earlylife.example",),
    phones=("0113 496 0142",),
    emails=("head@partner.example",),
    addresses=("14 Charlotte Street, Wexbourne, LS31 4QT",),
)
SETTING = Setting(config=Config(organisation=ORGANISATION))


def look(text: str, name: str = "text", compound: bool = False) -> list[Fact]:
    scene = Scene(
        draft=Draft(text="x"),
        account=Account(id="a"),
        setting=SETTING,
        surfaces=(Surface(name, text, compound=compound),),
    )
    (seen,) = PersonalDataAnalyser().analyse([scene])
    facts = [item for item in seen if isinstance(item, Fact)]
    for fact in facts:
        assert fact.text == text[fact.start : fact.end]
        assert fact.kind == "text.personal-data"
        assert fact.score is None
    return facts


def brief(text: str) -> list[tuple[Any, ...]]:
    return [(f.attributes["type"], f.text, f.attributes["valid"]) for f in look(text)]
