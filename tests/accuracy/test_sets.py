"""The labelled sets: what is read from them, and the variants made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import open_sets, own_sets, variants
from benchmarks.accuracy.sample import Sample, of_text, unmarked


def words(sample: Sample) -> list[str]:
    return [sample.words(span) for span in sample.persons or ()]


def test_own_sets_are_there_with_sound_labels() -> None:
    names = list(own_sets.names())
    assert {sample.set for sample in names} == {"school-dev", "names-dev"}
    assert all(word.strip() == word and word for sample in names for word in words(sample))
    assert not any("[[" in sample.text for sample in names)
    abuse, topics = list(own_sets.abuse()), list(own_sets.topics())
    assert {label for one in abuse for label in one.abuse or ()} == {
        "profanity", "insult", "identity-attack", "threat", "sexual", "harassment",
    }  # fmt: skip
    assert any(not one.abuse for one in abuse)
    for name, count in (("topics-dev", 10), ("topics-all-dev", 19)):
        assert len({a for one in topics if one.set == name for a in one.topics or ()}) == count
    everything = [*names, *abuse, *topics]
    assert len({sample.id for sample in everything}) == len(everything)


def test_open_names(tmp_path: Path) -> None:
    folder = tmp_path / "names-in-text"
    (folder / "btc").mkdir(parents=True)
    (folder / "uner-ewt").mkdir()
    (folder / "btc/btc.dev.conll").write_text(
        "RT\tO\n@\tO\namy\tB-PER\nSee\tO\nJo\tB-PER\nHill\tI-PER\nAmy\tB-PER\nYork\tB-LOC\n\n"
        "\tO\n\nBye\tO\n",
        encoding="utf-8",
    )
    (folder / "uner-ewt/en_ewt-ud-dev.iob2").write_text(
        "# sent_id = 1\n1\t#\tO\t-\n2\tJo\tB-PER\t-\n", encoding="utf-8"
    )
    samples, absent = open_sets.names(tmp_path)
    assert absent == ["wnut17"]
    assert [(one.set, one.text, words(one)) for one in samples] == [
        ("btc", "RT @ amy See Jo Hill Amy York", ["Jo Hill", "Amy"]),
        ("btc", "Bye", []),
        ("uner-ewt", "# Jo", ["Jo"]),
    ]


def test_open_abuse(tmp_path: Path) -> None:
    folder = tmp_path / "abuse"
    files = {
        "hatemoji/HatemojiBuild/validation.csv": "text,type,label_gold\nx,derogation,1\ny,none,0\n",
        "edos/edos_labelled_aggregated.csv": (
            "text,label_sexist,label_category,split\n"
            'a,sexist,2. derogation,dev\n"b, c",not sexist,none,dev\nd,sexist,x,train\n'
        ),
        "toxic-spans/SemEval2021/data/tsd_trial.csv": 'spans,text\n"[1, 2]",fool\n[],fine\n',
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    samples, absent = open_sets.abuse(tmp_path)
    assert absent == []
    assert [(one.text, one.hateful, one.abusive, one.slices[1:]) for one in samples] == [
        ("x", True, None, ("type: derogation",)),
        ("y", False, None, ("not hateful",)),
        ("a", True, None, ("type: 2. derogation",)),
        ("b, c", False, None, ("not hateful",)),
        ("fool", None, True, ()),
    ]


def test_every_open_set_that_is_not_here_is_told(tmp_path: Path) -> None:
    absent = [*open_sets.names(tmp_path)[1], *open_sets.abuse(tmp_path)[1]]
    assert absent == list(open_sets.OPEN_SETS)


def marked(text: str) -> Sample:
    plain, spans = unmarked(text)
    return of_text("set", 1, plain, persons=spans)


def test_letter_cases_leave_places_as_they_are() -> None:
    lower, upper = variants.in_cases([marked("Straße: [[Çelik İnci]]")])
    assert (lower.slices, upper.slices) == (("case: lower",), ("case: upper",))
    assert (lower.text, words(lower)) == ("straße: çelik İnci", ["çelik İnci"])
    assert (upper.text, words(upper)) == ("STRAßE: ÇELIK İNCI", ["ÇELIK İNCI"])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Well done [[Amira]]!", "{first}"),
        ("Well done [[Amira Khan]]!", "{first} {last}"),
        ("Well done [[Amira K]]!", "{first} {last[0]}"),
        ("Well done [[Khan, Amira]]!", "{last}, {first}"),
        ("Well done Mrs [[Khan]]!", "{last}"),
        ("The [[Khan]] family won", "{last}"),
        ("well done [[amira khan]]", "{lower}"),
        ("WELL DONE [[AMIRA]]", "{upper}"),
    ],
)
def test_names_of_other_origins_take_the_form_of_the_old(text: str, form: str) -> None:
    made = {one.slices[0]: one for one in variants.of_origins([marked(text)])}
    assert len(made) == len(variants.origins())
    names = variants.origins()["welsh"]
    first, last = names.first[0], names.last[3]
    lower, upper = f"{first} {last}".lower(), first.upper()
    expected = form.format(first=first, last=last, lower=lower, upper=upper)
    assert words(made["origin: welsh"]) == [expected]
    assert made["origin: welsh"].draft["text"] == made["origin: welsh"].text


def test_names_of_several_words_stay_whole() -> None:
    lasts = variants.origins()["west-european"].last
    assert any(name.startswith("de ") for name in lasts)
    assert all("de-" not in name for name in lasts)
