"""Looking: a failure is kept to itself, told once, and never becomes silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

import pytest
from PIL import Image

from postcheck.analysers import ANALYSERS, Entry, plan
from postcheck.analysers.base import Scene, Seen
from postcheck.drafts.model import Draft, Medium
from postcheck.drafts.pictures import Picture
from postcheck.engine.look import Looker
from postcheck.errors import AnalyserError, Problem, UsageError
from postcheck.facts.model import Fact
from postcheck.people.accounts import Account
from postcheck.setting import Setting

loads: list[str] = []


class Reader:
    """Sees the text; breaks down over the word `boom`."""

    name = "reader"
    version = "1"

    def __init__(self) -> None:
        loads.append(self.name)

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        for scene in scenes:
            if "boom" in scene.draft.text:
                raise ZeroDivisionError(scene.draft.text)
            yield [Fact("text.topic", "text", scene.draft.text)]


class Quitter(Reader):
    """Ends the process, as some libraries do."""

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        raise SystemExit(0)


class WithoutModel:
    """Cannot be made."""

    def __init__(self) -> None:
        loads.append("without")
        raise AnalyserError(Problem("the model is not there", remedy="install it"))


def entry(name: str, extra: str | None = None) -> Entry:
    return Entry(name, f"{__name__}:{name}", "words", ("text.topic",), extra=extra)


def scene(text: str) -> Scene:
    return Scene(Draft(text=text), Account(id="a"), Setting(), path=f"{text[:4]}.json")


def test_one_bad_draft_does_not_stop_the_others() -> None:
    looker = Looker([entry("Reader")])
    scenes = [scene("fine"), scene("boom Amira"), scene("also fine")]
    looker.look(scenes)
    assert [len(item.facts.of("text.topic")) for item in scenes] == [1, 0, 1]
    lost = scenes[1].facts.missing[0]
    assert lost.failed
    assert lost.kind == "text.topic"
    assert len(looker.problems) == 1
    told = f"{looker.problems[0]} {lost}"
    assert "ZeroDivisionError" in told
    assert "Amira" not in told


def test_a_library_that_quits_is_only_an_analyser_that_failed() -> None:
    looker = Looker([entry("Quitter")])
    one = scene("x")
    looker.look([one])
    assert one.facts.missing[0].failed
    assert "SystemExit" in looker.problems[0].message


def test_a_missing_model_is_told_once_and_tried_once() -> None:
    loads.clear()
    looker = Looker([entry("WithoutModel")])
    for _ in range(3):
        one = scene("x")
        looker.look([one])
        assert one.facts.missing[0].because == "the model is not there"
    assert loads == ["without"]
    assert len(looker.problems) == 1
    assert looker.problems[0].remedy == "install it"


def test_what_an_extra_would_have_given_is_not_a_failure() -> None:
    looker = Looker([entry("WithoutModel", extra="exposure")])
    one = scene("x")
    looker.look([one])
    assert not one.facts.missing[0].failed
    assert one.facts.missing[0].extra == "exposure"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut short"])
def test_a_file_that_is_no_picture_leaves_names_in_it_unknown(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    looker = Looker(plan(["text.person", "image.face"]))
    looker.entries = [item for item in looker.entries if item.looks_at == "pictures"] + [
        item for item in ANALYSERS if item.name == "tags"
    ]
    draft = Draft.model_validate({"media": [{"path": "a.jpg"}]})
    one = Scene(draft, Account(id="a"), Setting(), (path,), "d.json")
    looker.look([one])
    gone = {(item.kind, item.surface) for item in one.facts.missing}
    assert ("image.face", "media[0]") in gone
    assert ("text.hashtag", "media[0].image-text") in gone
    assert looker.problems


def test_the_plan_holds_what_is_needed_and_nothing_more() -> None:
    assert [item.name for item in plan(["image.size"])] == ["size"]
    names = [item.name for item in plan(["text.link"])]
    assert names == ["picture-words", "codes", "metadata", "links"]
    assert [item.name for item in plan(["text.person"])][-1] == "names"
    with pytest.raises(AnalyserError, match=r"nothing provides facts of the kind acme\.logo"):
        plan(["acme.logo"])


def test_the_register_is_in_running_order() -> None:
    provided: set[str] = set()
    for item in ANALYSERS:
        assert provided.issuperset(item.reads), item.name
        provided.update(item.provides)


class Shape:
    """Sees that there is a picture."""

    name = "shape"
    version = "1"

    def analyse(self, picture: Picture, medium: Medium, setting: Setting) -> Iterable[Fact]:
        return [Fact("image.size", picture.surface)]


class Loud(Reader):
    """Keeps every text it was shown, and breaks down once."""

    shown: ClassVar[list[str]] = []

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        texts = [surface.text for one in scenes for surface in one.surfaces]
        self.shown.extend(texts)
        if len(self.shown) == len(texts):
            raise ZeroDivisionError
        yield [Fact("text.topic", "text", text) for text in texts]


def test_analysers_of_words_rehearse_once_beside_a_picture_and_it_counts_for_nothing(
    tmp_path: Path,
) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    picture = {"path": "a.png"}
    draft = Draft.model_validate({"text": "Amira", "media": [picture, picture]})
    files = (tmp_path / "a.png", tmp_path / "a.png")
    one = Scene(draft, Account(id="a"), Setting(), files, "d.json")
    Loud.shown.clear()
    shapes = [
        Entry(f"shape{n}", f"{__name__}:Shape", "pictures", ("image.size",)) for n in range(2)
    ]
    looker = Looker([*shapes, entry("Loud")])
    looker.look([one])
    assert "Amira" in Loud.shown
    assert len(Loud.shown) == 1 + len(one.surfaces)
    assert [fact.text for fact in one.facts.of("text.topic")] == Loud.shown[1:]
    assert not looker.problems
    assert not one.facts.missing


def test_a_copy_that_cannot_be_drawn_is_a_problem_and_no_end(tmp_path: Path) -> None:
    def show(scene: Scene, picture: Picture, facts: Sequence[Fact]) -> None:
        raise UsageError(Problem("the disk is full"))

    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    draft = Draft.model_validate({"media": [{"path": "a.png"}]})
    one = Scene(draft, Account(id="a"), Setting(), (tmp_path / "a.png",), "d.json")
    shape = Entry("shape", f"{__name__}:Shape", "pictures", ("image.size",))
    looker = Looker([shape], show=show)
    looker.look([one])
    assert len(one.facts.of("image.size")) == 1
    assert [problem.message for problem in looker.problems] == ["the disk is full"]
