"""What counts as right, touched and wrong, on facts made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from benchmarks.accuracy import calibration, categories, persons
from benchmarks.accuracy.figure import Figure, Row
from benchmarks.accuracy.sample import Answered, Fact, Span, of_text, unmarked


def fact(kind: str, start: int | None, end: int | None, **more: Any) -> Fact:
    place = {"surface": "text", "start": start, "end": end, "text": None}
    return {"kind": kind, **place, "score": None, "source": "tool/1", "attributes": {}, **more}


def person(start: int, end: int, **more: Any) -> Fact:
    return fact("text.person", start, end, **more)


def named(marked: str, *facts: Fact, **labels: Any) -> Answered:
    text, spans = unmarked(marked)
    return Answered(of_text("set", 1, text, persons=spans, **labels), facts)


def values(row: Row) -> Mapping[str, float]:
    return {name: round(figure.value, 3) for name, figure in row.figures.items()}


@pytest.mark.parametrize(
    ("marked", "facts", "expected"),
    [
        ("[[Amira Khan]] won", [(0, 10)], {"precision": 1, "recall": 1, "f1": 1, "wrong": 0}),
        ("[[Amira Khan]] won", [(0, 5)], {"precision": 0, "touched": 1, "full_touched": 1}),
        ("[[Amira Khan]] won", [(0, 5), (6, 10)], {"precision": 0, "recall": 0, "wrong": 0}),
        ("[[Amira Khan]] won", [], {"recall": 0, "touched": 0, "full_touched": 0}),
        ("[[Amira]] won", [(6, 9)], {"touched": 0, "wrong": 1}),
        ("Mrs [[Patel]] won", [(0, 9)], {"f1": 0, "f1_titles_aside": 1, "touched": 1}),
        ("[[Mrs Patel]] won", [(4, 9)], {"f1": 0, "f1_titles_aside": 1}),
        ("[[Missy]] won", [(0, 5)], {"f1": 1, "f1_titles_aside": 1}),
    ],
)
def test_persons(marked: str, facts: list[tuple[int, int]], expected: Mapping[str, float]) -> None:
    [row] = persons.rows([named(marked, *(person(*place) for place in facts))])
    assert {name: values(row)[name] for name in expected} == expected


def test_one_word_is_no_full_name_and_nothing_seen_has_no_precision() -> None:
    [row] = persons.rows([named("[[Amira]] won")])
    assert {"full_touched", "precision", "wrong"}.isdisjoint(row.figures)


def test_a_name_on_another_surface_is_not_touched() -> None:
    [row] = persons.rows([named("[[Amira]] won", person(0, 5, surface="title"))])
    assert values(row)["touched"] == 0


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hi @ amelia", person(5, 11)),
        ("hi @amelia", person(4, 10)),
        ("hi @amelia", person(3, 10, attributes={"form": "handle"})),
    ],
)
def test_handles_count_only_where_a_set_labels_them(text: str, seen: Fact) -> None:
    [row, together] = persons.rows([named(text, seen, handles=False)])
    assert "wrong" not in row.figures
    assert together.set == "open sets"
    [row] = persons.rows([named(text, seen)])
    assert values(row)["wrong"] == 1


def test_origins_of_names_and_the_worst_against_the_best() -> None:
    first = named("[[Siân]] and [[Ifeoma]]", person(0, 4))
    origins = {Span("text", 0, 4): "welsh", Span("text", 9, 15): "igbo"}
    labelled = Answered(
        of_text("posts", 1, first.sample.text, persons=first.sample.persons, origins=origins),
        first.facts,
    )
    rows = {row.slice: row for row in persons.rows([labelled])}
    assert values(rows["origin: welsh"]) == {"recall": 1, "touched": 1}
    assert values(rows["origin: igbo"])["touched"] == 0
    renamed = [
        Answered(of_text("origins", n, "Siân Ifeoma", persons=spans, slices=(slice_,)), facts)
        for n, (slice_, spans, facts) in enumerate(
            [
                ("origin: a", (Span("text", 0, 4), Span("text", 5, 11)), [person(0, 4)]),
                ("origin: b", (Span("text", 0, 4),), [person(0, 4)]),
                ("origin: traps", (Span("text", 0, 4),), []),
            ]
        )
    ]
    assert persons.rows(renamed)[-1].figures == {"touched": Figure(0.5, 2)}


def abusive(labels: str, *given: tuple[str, float | None], **more: Any) -> Answered:
    facts = [
        fact(
            "text.abuse",
            None,
            None,
            score=score,
            source="listed/1" if score is None else "language/2",
            attributes={"category": category},
        )
        for category, score in given
    ]
    labelled = frozenset(labels.split()) if labels != "?" else None
    return Answered(of_text("set", 1, "…", abuse=labelled, **more), facts)


def test_categories_with_each_source_alone() -> None:
    answered = [
        abusive("insult threat", ("insult", None), ("threat", 0.9)),
        abusive("insult"),
        abusive("", ("insult", 0.6)),
        abusive("", ("profanity", None)),
    ]
    rows = {row.slice: values(row) for row in categories.by_category(answered, categories.ABUSE)}
    assert rows["insult"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert rows["insult (listed alone)"] == {"precision": 1, "recall": 0.5, "f1": 0.667}
    assert rows["insult (language alone)"] == {"precision": 0, "recall": 0, "f1": 0}
    assert rows["threat (language alone)"] == {"precision": 1, "recall": 1, "f1": 1}
    assert rows["all categories"] == {"precision": 0.667, "recall": 0.667, "f1": 0.667}
    assert rows["texts without any"] == {"accused": 0.5}
    assert rows["texts without any (listed alone)"] == {"accused": 0}


def test_attacks_are_told_by_hateful_and_other_texts() -> None:
    hit = ("identity-attack", 0.8)
    answered = [
        abusive("?", hit, hateful=True),
        abusive("?", ("insult", 0.8), hateful=True),
        abusive("?", hateful=False),
        abusive("?", hit, hateful=False, slices=("all", "counter-speech")),
        abusive("?", hateful=None),
    ]
    rows = {row.slice: row.figures for row in categories.attacks(answered)}
    half = Figure(0.5, 2)
    assert rows["all"] == {"hateful": half, "not_hateful": half, "mean": Figure(0.5, 4)}
    assert rows["counter-speech"] == {"not_hateful": Figure(0.0, 1)}


def test_any_abuse_wants_one_fact_of_any_category() -> None:
    answered = [abusive("?", ("insult", None), abusive=True), abusive("?", abusive=True)]
    [row] = categories.any_abuse(answered)
    assert row.figures == {"recall": Figure(0.5, 2)}


def test_scores_are_held_against_the_share_that_is_right() -> None:
    answered = [
        named("[[Amira]] won", person(0, 5, score=0.9), person(6, 9, score=0.9)),
        named("[[Amira]] won", person(0, 5)),
        abusive("insult", ("insult", 0.6)),
        abusive("?", ("identity-attack", 0.6), ("insult", 0.6), hateful=False),
        named("[[Amira]] won", person(0, 5, score=0.1), slices=("case: lower",)),
    ]
    rows = {(row.set, row.slice): values(row) for row in calibration.rows(answered)}
    people, abuse = "own sets, text.person", "own sets, text.abuse"
    assert rows[people, "scored 0.90 to 0.97"] == {"score": 0.9, "right": 0.5}
    assert rows[people, "all"] == {"gap": 0.4}
    assert rows[abuse, "scored 0.50 to 0.70"] == {"score": 0.6, "right": 0.5}
    assert len(rows) == 4
