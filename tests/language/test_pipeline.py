"""The spaCy pipeline gives what the encoder gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from postcheck.errors import AnalyserError
from postcheck.language.encoder import LanguageEncoder, encoder_folder
from postcheck.resources import models_folder

pytestmark = pytest.mark.model

TEXTS = [
    "Well done Aoife O'Shaughnessy🎉 and Kwame Al-Sayed!",
    "Stars:\r\nTomasz Wiśniewski\r\nAmira Khan",
    "Sarah Jones moved from Leeds to London (near St Mary's School).",
    "ＡＭＩＲＡ  khan,李小龍\x00 Jean-Luc's mum, 𝐀𝐦𝐢𝐫𝐚 𝐊𝐡𝐚𝐧",
    "Lunch: fish and chips",
    "",
]


@pytest.fixture(scope="module")
def nlp():
    import spacy

    import postcheck.language.pipeline  # noqa: F401 - registers the factory in a bare checkout

    return spacy.load(models_folder() / "language")


def spans(doc):
    group = doc.spans["names"]
    assert list(group) == list(doc.ents)
    return [
        (span.start_char, span.end_char, span.label_, score)
        for span, score in zip(group, group.attrs["scores"], strict=True)
    ]


def test_the_same_names_as_the_encoder(nlp) -> None:
    encoder = LanguageEncoder(encoder_folder(), threads=1)
    expected = [
        [
            (e.start, e.end, e.label, e.score)
            for e in entities
            if e.label != "PERSON" or e.score >= encoder.person
        ]
        for entities in encoder.entities(TEXTS)
    ]
    assert sum(map(len, expected)) > 6
    assert [spans(nlp(text)) for text in TEXTS] == expected
    assert [spans(doc) for doc in nlp.pipe(TEXTS, batch_size=2)] == expected


def test_classes_hold_for_sentences_and_for_the_whole(nlp) -> None:
    hateful = "Immigrants are vermin and should all be thrown out of this country."
    ordinary = "Book fair on Friday, all welcome! Bring a bag, and a grown-up who reads aloud. " * 2
    doc = nlp(f"{ordinary}\n{hateful}\n{ordinary}")
    group = doc.spans["abuse"]
    found = {span.label_: span.text for span in group}
    assert hateful in found["identity-attack"]
    assert "Book fair" not in found["identity-attack"]
    assert max(group.attrs["scores"]) == max(doc.cats[label] for label in found)
    assert list(nlp("").cats.values()) == [0.0] * len(doc.cats)


def test_it_survives_the_disk(nlp, tmp_path: Path) -> None:
    import spacy

    nlp.to_disk(tmp_path / "copy")
    copy = spacy.load(tmp_path / "copy")
    assert copy.get_pipe("encoder").folder == tmp_path / "copy" / "encoder"
    assert [spans(copy(text)) for text in TEXTS] == [spans(nlp(text)) for text in TEXTS]


def test_a_broken_folder_is_told(nlp, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    (tmp_path / "encoder" / "model.onnx").unlink()
    import spacy

    with pytest.raises(AnalyserError, match="missing"):
        spacy.load(tmp_path)


def test_another_tokenizer_gets_whole_tokens(nlp) -> None:
    import spacy

    plain = spacy.blank("en")
    plain.tokenizer = lambda text: spacy.tokens.Doc(plain.vocab, words=text.split(" "))
    plain.add_pipe("postcheck_language")
    assert "Amira Khan!" in [ent.text for ent in plain("Well done Amira Khan!").ents]


def test_it_can_be_sent_to_another_process(nlp) -> None:
    import pickle

    sent = pickle.loads(pickle.dumps(nlp.get_pipe("encoder")))  # noqa: S301 - our own bytes
    assert spans(sent(nlp.make_doc(TEXTS[0]))) == spans(nlp(TEXTS[0]))
