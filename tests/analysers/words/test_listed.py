"""Listed words and patterns, on surfaces and in words that are run together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from postcheck.analysers.base import Scene
from postcheck.analysers.words.listed import ListedAnalyser
from postcheck.config.model import ConfidentialTerm, Config
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact, Missing
from postcheck.language import splitting
from postcheck.people.accounts import Account
from postcheck.policy.lists import Emits, ListFile
from postcheck.resources import rules_folder
from postcheck.setting import Setting


def a_list(name: str, kind: str, category: str, *entries: str, **more: object) -> ListFile:
    return ListFile.model_validate(
        {
            "id": name,
            "title": name,
            "emits": Emits.model_validate({"kind": kind, "category": category}),
            "source": "invented",
            "as_of": date(2026, 11, 22),
            "entries": entries,
            **more,
        }
    )


LISTS = (
    a_list("rude", "text.abuse", "profanity", "blast", "blasted", "dratted", "arse", "poo",
           exceptions=("blast off", "arse-kicking boots")),
    a_list("rude-too", "text.abuse", "insult", "blast"),
    a_list("asides", "text.topic", "health", "nut allergy", "asthma", "Crème brûlée day"),
    a_list("short", "text.topic", "send", r"\bSEN\b", match="pattern",
           exceptions=("SEN and sensibility",)),
    a_list("any", "text.topic", "tone", r"(?i)\bso+ cool\b", match="pattern"),
    a_list("outings", "text.topic", "location", "lagoon",
           within={"all": [["today"], ["we", r"y\d"]], "none": ["isn't", "w[eo]nt"]}),
    a_list("bays", "text.topic", "location", r"\bB\d\b", match="pattern",
           within={"all": [["now"]]}),
    ListFile(
        id="silent", title="silent", source="none", as_of=date(2026, 1, 1), entries=("quiet",)
    ),
)  # fmt: skip
CONFIG = Config(confidential_terms=(ConfidentialTerm(term="Project Lantern"),))
SETTING = Setting(config=CONFIG, lists={listed.id: listed for listed in LISTS})
ANALYSER = ListedAnalyser()


def see(text: str, compound: bool = False, setting: Setting = SETTING) -> list[Fact | Missing]:
    name = "media[0].file-name" if compound else "text"
    scene = Scene(
        draft=Draft(text="x"),
        account=Account(id="a"),
        setting=setting,
        surfaces=(Surface(name, text, compound=compound),),
    )
    (seen,) = ANALYSER.analyse([scene])
    return list(seen)


def hits(text: str, compound: bool = False) -> list[tuple[str | None, object]]:
    found: list[tuple[str | None, object]] = []
    for fact in see(text, compound):
        assert isinstance(fact, Fact)
        assert fact.text == text[fact.start : fact.end]
        assert fact.score is None
        found.append((fact.text, fact.attributes["list"]))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What a dratted day", [("dratted", "rude")]),
        ("DRATTED! drätted", [("DRATTED", "rude"), ("drätted", "rude")]),
        ("Oh blast.", [("blast", "rude"), ("blast", "rude-too")]),
        ("a blasted nuisance", [("blasted", "rude")]),
        ("one nut  allergy, Nut-Allergy", [("nut  allergy", "asides"), ("Nut-Allergy", "asides")]),
        ("creme brulee day", [("creme brulee day", "asides")]),
        ("dr\u0430tted dr\u03b1tted", [("dr\u0430tted", "rude"), ("dr\u03b1tted", "rude")]),
        ("👩\u200d🏫 dra\u200btt\u00aded", [("dra\u200btt\u00aded", "rude")]),
        ("dr4tted d***ted", [("dr4tted", "rude"), ("d***ted", "rude")]),
        ("draaatted DRATTTTED", [("draaatted", "rude"), ("DRATTTTED", "rude")]),
        ("d.r.a.t.t.e.d, d r a t t e d", [("d.r.a.t.t.e.d", "rude"), ("d r a t t e d", "rude")]),
        ("drat-ted bl_ast", [("drat-ted", "rude"), ("bl_ast", "rude"), ("bl_ast", "rude-too")]),
        ("dr4444tted d!r", [("dr4444tted", "rude")]),
        ("a SEN lead", [("SEN", "short")]),
        ("Sooo cool", [("Sooo cool", "any")]),
        ("about project lantern", [("project lantern", None)]),
        ("#ProjectLantern", [("ProjectLantern", None)]),
        ("#oh_blasted_day", [("blasted", "rude")]),
        ("#whatablastedday", [("blasted", "rude")]),
        ("@dratted_team", [("dratted", "rude")]),
        ("Today we see the deep blue lagoon. A lagoon is wet.", [("lagoon", "outings")]),
        ("Today! We swim in Dr A. Bean's lagoon.\nLagoon", [("lagoon", "outings")]),
        ("A lagoon for Y4 TODAY, and isn’ta word", [("lagoon", "outings")]),
        ("We are in B4 now… B5? B6 now", [("B4", "bays"), ("B5", "bays"), ("B6", "bays")]),
        ("https://a.org/nut-allergy/list", [("nut-allergy", "asides")]),
    ],
)  # fmt: skip
def test_hits(text: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Scunthorpe blasters parsed a coarse hearse",
        "3, 2, 1, blasters off!",
        "arse-kicking boots",
        "a sen lead; SENSE; SEN and sensibility",
        "d****** and 1970s and 4r53",
        "b l a s, blaster, bla-sts, @draaatted, pooo, D R A T, www.bl-ast.org",
        "p**",
        "quiet please",
        "Project Lanterns, a project: lantern",
        "#SpoonDay #Parsec",
        "nut, allergy",
        "Today is warm, and the room is full. We paint a lagoon.",
        "Today isn’t for the lagoon that we like",
        "We went to the lagoon today",
        "#TodayWeSeeTheLagoon today for we know it",
        "Bay B4, but B5 is nowhere near",
    ],
)
def test_near_misses(text: str) -> None:
    assert hits(text) == []


SHIPPED = {
    path.stem: ListFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted((rules_folder() / "ele" / "lists").glob("*.yaml"))
}


@pytest.fixture(scope="module")
def shipped() -> Setting:
    return Setting(lists={key: entry for key, entry in SHIPPED.items() if entry.emits})


def abuse(text: str, setting: Setting) -> list[str]:
    found = [item for item in see(text, setting=setting) if isinstance(item, Fact)]
    return [str(fact.attributes["list"]) for fact in found if fact.kind == "text.abuse"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("f.u.c.k that", "profanity"),
        ("F U C K", "profanity"),
        ("oh sh!!t", "profanity"),
        ("fuuuuck", "profanity"),
        ("fu-ck off", "profanity"),
        ("b1tch", "profanity"),
        ("b***h", "profanity-masked"),
        ("f***k this", "profanity-masked"),
        ("a****holes", "profanity-masked"),
        ("cockwomble", "profanity"),
        ("muthafucka", "profanity"),
        ("paaaki", "slurs"),
        ("p4ki", "slurs"),
        ("n1gg3r", "slurs"),
        ("n i g g e r", "slurs"),
        ("curry munchers", "slurs"),
        ("window lickers", "slurs"),
        ("n****r", "contempt-patterns"),
        ("deport all refugees", "contempt-patterns"),
        ("dirty Somalis", "contempt-patterns"),
        ("you absolute muppet, you prick", "insult-patterns"),
        ("what a tool!", "insult-patterns"),
        ("he is a halfwit", "insults"),
        ("that's gay", "words-of-contempt"),
        ("I will knife you", "threats"),
        ("show us her tits", "sexual-words"),
        ("such a pain in the ass", "mild-profanity"),
    ],
)
def test_abuse_in_the_shipped_lists(text: str, name: str, shipped: Setting) -> None:
    assert name in abuse(text, shipped)


@pytest.mark.parametrize(
    "text",
    [
        "I'm so proud of our Muslim and Jewish pupils",
        "Stop using the word … in our corridors",
        "Scunthorpe, Penistone and Cockermouth",
        "The cockerel crowed; savoury faggots, faggots and peas",
        "Is this your pen.is it the blue one?",
        "A chink of light on Dyke Road, near Devil's Dyke",
        "Flame retardant curtains; growth retardation of seedlings",
        "Dick Whittington, Dick Van Dyke and such a Dick Turpin story",
        "Pussy Willow class saw blue tits, great tits and a shag",
        "The Bloody Chamber by Angela Carter",
        "Homo sapiens, homo erectus and midget gems",
        "Royal Troon golf; Alan Cumming; kaffir lime leaves; doo wop choir",
        "What a tit-bit, what a cock-a-doodle-doo, you little toolbox",
        "Phonics: sh i p, s h i p, c a t and b-a-t",
        "Kill the lights! Deport is a verb. Burn calories.",
        "Chinese food, Indian takeaway and Pakistani music",
        "Wooohooo, yesss, hellooo, sooo good, Ahhhh, brrrr, cooool, shhhh",
        "Half-term, well-being, co-op, re-use, ice-cream, Mass-ey, as-sess",
        "An assessment of basic classics, grape, therapist, arsenic",
    ],
)
def test_near_misses_of_the_shipped_lists(text: str, shipped: Setting) -> None:
    assert abuse(text, shipped) == []


def test_an_exception_holds_for_its_own_list() -> None:
    assert hits("blast off") == [("blast", "rude-too")]


def test_compound_file_names() -> None:
    assert hits("IMG_BlastedDay.jpg", compound=True) == [("Blasted", "rude")]
    assert hits("nut_allergy-list.pdf", compound=True) == [("nut_allergy", "asides")]


def test_what_a_fact_says() -> None:
    (topic,) = see("Project  LANTERN")
    assert isinstance(topic, Fact)
    assert (topic.kind, topic.start, topic.end) == ("text.topic", 0, 16)
    assert topic.attributes == {"category": "confidential", "list": None, "term": "Project Lantern"}


def test_each_setting_has_its_own_lists() -> None:
    assert hits("dratted")
    assert see("dratted", setting=Setting()) == []
    assert hits("dratted")


def test_unsplit_hashtags_are_missing_and_not_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splitting, "models_folder", lambda: tmp_path)
    caches = (splitting.split, splitting._likeliest, splitting._costs)
    for cached in caches:
        cached.cache_clear()
    try:
        seen = see("dratted #oneveryfineday")
    finally:
        for cached in caches:
            cached.cache_clear()
    assert [item.kind for item in seen] == ["text.abuse", "text.topic", "text.abuse"]
    assert all(item.failed for item in seen if isinstance(item, Missing))
