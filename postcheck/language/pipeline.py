"""The names model as a component of a spaCy pipeline: `spacy.load("models/names")`.

For training, for measuring and for other programs. The checks use NamesEncoder itself, because
importing spaCy takes longer than checking a post; both give the same names.

The factory is found by its entry point where postcheck is installed; in a bare checkout import
this module before `spacy.load`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import ensure_path, filter_spans

from postcheck.language.encoder import FILES, LABELS, Entity, NamesEncoder, encoder_folder

SPANS_KEY = "names"


class NamesComponent:
    """Sets `doc.ents`, and the same spans with their scores in `doc.spans["names"]`.

    The scores are `doc.spans["names"].attrs["scores"]`, one for each span, as spaCy's own span
    categoriser keeps them; what a score means is said at `Entity`. A name that ends inside a token
    takes the whole token; the shipped pipeline's tokenizer never makes such tokens.
    """

    def __init__(self, name: str, threads: int | None) -> None:
        self.name = name
        self.threads = threads
        self.folder = encoder_folder()
        self._encoder: NamesEncoder | None = None

    @property
    def encoder(self) -> NamesEncoder:
        """The encoder, loaded when it is first needed. Raises AnalyserError when it cannot be."""
        if self._encoder is None:
            self._encoder = NamesEncoder(self.folder, threads=self.threads)
        return self._encoder

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that spans can have."""
        return LABELS

    def __call__(self, doc: Doc) -> Doc:
        """The document with its names."""
        return _marked(doc, self.encoder.entities([doc.text])[0])

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """The documents with their names, `batch_size` at a time."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            found = self.encoder.entities([doc.text for doc in docs])
            for doc, entities in zip(docs, found, strict=True):
                yield _marked(doc, entities)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the model's files into the folder `path`."""
        target = ensure_path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            if name not in exclude:
                shutil.copyfile(self.folder / name, target / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> NamesComponent:
        """Use the model in the folder `path`. Raises AnalyserError when it is missing or broken."""
        del exclude  # part of spaCy's protocol; the three files only work together
        self.folder, self._encoder = ensure_path(path), None
        _ = self.encoder
        return self

    def __getstate__(self) -> dict[str, Any]:
        # A session cannot be sent to another process; each loads its own.
        return self.__dict__ | {"_encoder": None}


@Language.factory(
    "postcheck_names",
    assigns=["doc.ents", "doc.spans"],
    default_config={"threads": None},
)
def make_names_component(nlp: Language, name: str, threads: int | None) -> NamesComponent:
    """The component; `threads` texts are read at the same time, None for one on each core."""
    del nlp  # part of spaCy's protocol
    return NamesComponent(name, threads)


def _marked(doc: Doc, entities: Sequence[Entity]) -> Doc:
    scores: dict[Span, float] = {}
    for entity in entities:
        span = doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode="expand")
        if span is not None:
            scores[span] = entity.score
    spans = filter_spans(scores)
    doc.set_ents(spans)
    kept = [scores[span] for span in spans]
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, attrs={"scores": kept}, spans=spans)
    return doc
