"""The encoder: its faults, its places and the shipped model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postcheck.errors import AnalyserError
from postcheck.language.classes import CLASSES, TAGS
from postcheck.language.encoder import (
    LanguageEncoder,
    _windows,
    encoder_folder,
    shared_encoder,
)
from postcheck.language.files import FILES

CLASS = {"scale": 1.0, "shift": 0.0, "limit": 0.5}
SETTINGS = {
    "version": "1",
    "tags": list(TAGS),
    "temperature": 1.0,
    "person": 0.5,
    "hint": 0.2,
    "told": {"scale": 1.0, "shift": -1.0},
    "classes": dict.fromkeys(CLASSES, CLASS),
}
TOKENIZER = {"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}}}


@pytest.fixture(scope="module")
def encoder() -> LanguageEncoder:
    return LanguageEncoder(encoder_folder(), threads=1)


def folder_with(folder: Path, **changed: str) -> Path:
    content = {
        "model.onnx": "no model",
        "tokenizer.json": json.dumps(TOKENIZER),
        "lexicon.txt": "2\tamira khan\n",
        "thresholds.json": json.dumps(SETTINGS),
    }
    for name, text in content.items():
        (folder / name).write_text(changed.get(name.split(".")[0], text), encoding="utf-8")
    return folder


@pytest.mark.parametrize("gone", FILES)
def test_a_missing_file_is_named(tmp_path: Path, gone: str) -> None:
    (folder_with(tmp_path) / gone).unlink()
    with pytest.raises(AnalyserError) as caught:
        LanguageEncoder(tmp_path)
    assert caught.value.problems[0].path == str(tmp_path / gone)
    assert "missing" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("changed", "file"),
    [
        ({"thresholds": "{"}, "thresholds.json"),
        ({"thresholds": "[]"}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"tags": ["O"]})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"temperature": 0.0})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"person": "high"})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"hint": None})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"told": {"scale": 1.0}})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"classes": {}})}, "thresholds.json"),
        ({"thresholds": json.dumps(SETTINGS | {"classes": []})}, "thresholds.json"),
        ({"tokenizer": "{}"}, "tokenizer.json"),
        ({"tokenizer": '{"model": {"vocab": {"a": 0}}}'}, "tokenizer.json"),
        ({"lexicon": "12\ttoo many"}, "lexicon.txt"),
        ({"lexicon": "amira khan"}, "lexicon.txt"),
        ({}, "model.onnx"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, changed: dict[str, str], file: str) -> None:
    with pytest.raises(AnalyserError) as caught:
        LanguageEncoder(folder_with(tmp_path, **changed))
    assert caught.value.problems[0].path == str(tmp_path / file)
    assert caught.value.problems[0].remedy


@pytest.mark.parametrize("total", [0, 1, 63, 64, 65, 253, 254, 255, 444, 445, 700, 5000])
def test_windows_answer_for_every_piece_once(total: int) -> None:
    windows = list(_windows([[0] * total]))
    answered = [piece for window in windows for piece in range(window.first, window.last)]
    assert answered == list(range(total))
    assert all(window.stop - window.start <= 254 for window in windows)
    assert all(window.start <= window.first < window.last <= window.stop for window in windows)


def people(encoder: LanguageEncoder, text: str) -> list[str]:
    return [
        text[entity.start : entity.end]
        for entity in encoder.entities([text])[0]
        if entity.label == "PERSON" and entity.score >= encoder.person
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Well done Amira Khan on winning the chess club cup!", ["Amira Khan"]),
        (
            "Well done to Tomasz Wiśniewski and Aoife O'Brien.",
            ["Tomasz Wiśniewski", "Aoife O'Brien"],
        ),
        ("🎉🎉 Well done Priya Sharma🎉", ["Priya Sharma"]),
        ("Star of the week:\r\nJack Turner\r\n", ["Jack Turner"]),
        ("A great day. \x00 Well done Oliver Smith!", ["Oliver Smith"]),
        ("\ud83d Well done Oliver Smith!", ["Oliver Smith"]),
        ("Our kitchen serves fish and chips on Friday.", []),
        ("May half term is from 25 to 29 May.", []),
        ("", []),
        (" \n", []),
    ],
)
def test_people_are_found_where_they_stand(
    encoder: LanguageEncoder, text: str, expected: list[str]
) -> None:
    assert people(encoder, text) == expected


@pytest.mark.model
def test_labels_and_scores(encoder: LanguageEncoder) -> None:
    found = encoder.entities(["Sarah Jones moved from Leeds to London to work for the BBC."])[0]
    assert [entity.label for entity in found] == ["PERSON", "LOC", "LOC", "ORG"]
    assert all(0.0 < entity.score <= 1.0 for entity in found)


@pytest.mark.model
def test_neighbours_and_threads_change_nothing(encoder: LanguageEncoder) -> None:
    texts = [
        "Well done Amira Khan!",
        "",
        "1st Oluwaseun Adeyemi, 2nd Rhys Llewellyn, 3rd Wei Zhang " * 9,
        "Book fair on Friday.",
    ]
    alone = [LanguageEncoder(encoder_folder(), threads=1).read([text])[0] for text in texts]
    assert encoder.read(texts) == alone
    assert LanguageEncoder(encoder_folder(), threads=3).read(texts) == alone
    assert encoder.read(texts[::-1]) == alone[::-1]


@pytest.mark.model
def test_readings_are_kept_for_the_next_who_asks() -> None:
    encoder = shared_encoder(encoder_folder())
    assert shared_encoder(encoder_folder()) is encoder
    first = encoder.read(["Well done Amira Khan!", "Well done Amira Khan!"])
    assert first[0] is first[1] is encoder.read(["Well done Amira Khan!"])[0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("You are a pathetic useless idiot and everyone knows it.", "insult"),
        ("Immigrants are vermin and should all be thrown out.", "identity-attack"),
        ("I will find you after school and break your legs.", "threat"),
        ("Tom has broken his arm and is in hospital.", "health"),
    ],
)
def test_classes_are_told_from_ordinary_posts(
    encoder: LanguageEncoder, text: str, category: str
) -> None:
    seen, ordinary = encoder.read([text, "Book fair on Friday, all welcome!"])
    assert seen.stretches[0].scores[category] >= encoder.limits[category]
    assert all(ordinary.stretches[0].scores[name] < encoder.limits[name] for name in CLASSES)


@pytest.mark.model
@pytest.mark.parametrize("before", [0, 17, 29, 33, 34, 35, 36, 37, 80])
def test_a_name_is_found_at_every_depth(encoder: LanguageEncoder, before: int) -> None:
    filler = "We had a lovely day. "
    text = filler * before + "Well done Amira Khan on your medal! " + filler * before
    assert people(encoder, text) == ["Amira Khan"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("filler", "length"),
    [("word ", 100_000), ("é", 100_000), ("\x00", 100_000), ("🎉", 5_000), ("李", 5_000)],
)
def test_a_very_long_text_is_read_to_its_end(
    encoder: LanguageEncoder, filler: str, length: int
) -> None:
    """The last two are a piece of their own each, so that a few thousand fill many windows."""
    text = filler * (length // len(filler)) + "\n\nWell done Amira Khan on your medal!"
    assert "Amira Khan" in people(encoder, text)
