"""The language model as a component of a spaCy pipeline: `spacy.load("models/language")`.

For training, for measuring and for other programs. The checks use LanguageEncoder itself, because
importing spaCy takes longer than checking a post; both give the same answers.

The factory is found by its entry point where postcheck is installed; in a bare checkout import
this module before `spacy.load`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import ensure_path, filter_spans

from postcheck.language.classes import ABUSE, CLASSES, LABELS, TOPICS
from postcheck.language.encoder import LanguageEncoder, Reading, encoder_folder
from postcheck.language.entities import Entity
from postcheck.language.files import FILES

GROUPS = {"abuse": ABUSE, "topics": TOPICS}
SPANS_KEY = "names"


class LanguageComponent:
    """Sets `doc.ents`, `doc.spans` and `doc.cats`.

    `doc.spans["names"]` holds the same spans as `doc.ents`; `doc.spans["abuse"]` and
    `doc.spans["topics"]` the sentences of which a class holds. Their probabilities are
    `attrs["scores"]` of each, one for each span, as spaCy's own span categoriser keeps them.
    `doc.cats` is, for each class, the highest probability over the sentences. A name that ends
    inside a token takes the whole token; the shipped pipeline's tokenizer never makes such tokens.
    """

    def __init__(self, name: str, threads: int | None) -> None:
        self.name = name
        self.threads = threads
        self.folder = encoder_folder()
        self._encoder: LanguageEncoder | None = None

    @property
    def encoder(self) -> LanguageEncoder:
        """The encoder, loaded when it is first needed. Raises AnalyserError when it cannot be."""
        if self._encoder is None:
            self._encoder = LanguageEncoder(self.folder, threads=self.threads)
        return self._encoder

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that spans can have."""
        return (*LABELS, *CLASSES)

    def __call__(self, doc: Doc) -> Doc:
        """The document with what is seen in it."""
        return self._marked(doc, self.encoder.read([doc.text])[0])

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """The documents with what is seen in them, `batch_size` at a time."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            found = self.encoder.read([doc.text for doc in docs])
            for doc, reading in zip(docs, found, strict=True):
                yield self._marked(doc, reading)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the model's files into the folder `path`."""
        target = ensure_path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            if name not in exclude:
                shutil.copyfile(self.folder / name, target / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LanguageComponent:
        """Use the model in the folder `path`. Raises AnalyserError when it is missing or broken."""
        del exclude  # part of spaCy's protocol; the files only work together
        self.folder, self._encoder = ensure_path(path), None
        _ = self.encoder
        return self

    def _marked(self, doc: Doc, reading: Reading) -> Doc:
        sure = [one for one in reading.entities if one.label != "PERSON" or self._is_person(one)]
        names = _scored(doc, [(one.start, one.end, one.label, one.score) for one in sure])
        spans = filter_spans(names)
        doc.set_ents(spans)
        doc.spans[SPANS_KEY] = _group(doc, SPANS_KEY, {span: names[span] for span in spans})
        limits = self.encoder.limits
        for key, classes in GROUPS.items():
            held = [
                (one.start, one.end, name, one.scores[name])
                for one in reading.stretches
                for name in classes
                if one.scores[name] >= limits[name]
            ]
            doc.spans[key] = _group(doc, key, _scored(doc, held))
        for name in CLASSES:
            doc.cats[name] = max((one.scores[name] for one in reading.stretches), default=0.0)
        return doc

    def _is_person(self, one: Entity) -> bool:
        return one.score >= self.encoder.person

    def __getstate__(self) -> dict[str, Any]:
        # A session cannot be sent to another process; each loads its own.
        return self.__dict__ | {"_encoder": None}


@Language.factory(
    "postcheck_language",
    assigns=["doc.ents", "doc.spans", "doc.cats"],
    default_config={"threads": None},
)
def make_language_component(nlp: Language, name: str, threads: int | None) -> LanguageComponent:
    """The component; `threads` texts are read at the same time, None for one on each core."""
    del nlp  # part of spaCy's protocol
    return LanguageComponent(name, threads)


def _scored(doc: Doc, found: Iterable[tuple[int, int, str, float]]) -> dict[Span, float]:
    """The spans of (start, end, label, score), in code points, with their scores."""
    scores: dict[Span, float] = {}
    for start, end, label, score in found:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            scores[span] = score
    return scores


def _group(doc: Doc, name: str, scores: dict[Span, float]) -> SpanGroup:
    return SpanGroup(doc, name=name, attrs={"scores": list(scores.values())}, spans=list(scores))
