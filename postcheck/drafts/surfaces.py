"""Surfaces: every place in a draft where words can stand (contract: Words)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from postcheck.drafts.model import Draft
from postcheck.facts.model import Fact
from postcheck.places import Box


@dataclass(frozen=True, slots=True)
class Piece:
    """Where one stretch of a surface's text stands in the picture it was read from."""

    start: int
    end: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Surface:
    """A named text. Offsets of facts are code points into `text`.

    `compound` marks names that are run together and want splitting, such as file names.
    `pieces` maps stretches of a text that was read from a picture to their boxes, in its order.
    """

    name: str
    text: str
    compound: bool = False
    pieces: tuple[Piece, ...] = ()

    @property
    def prose(self) -> bool:
        """Whether it holds running words, which the language model can read."""
        wordy = any(map(str.isalpha, self.text))
        for_machines = self.name.startswith("links[") or self.name.endswith(".code")
        return wordy and not self.compound and not for_machines

    def box_of(self, start: int, end: int) -> Box | None:
        """The box of the first piece that the span touches."""
        place = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        while place < len(self.pieces) and self.pieces[place].start < end:
            if self.pieces[place].box is not None:
                return self.pieces[place].box
            place += 1
        return None


_FROM_PICTURES = {"image.text": "image-text", "image.code": "code"}
_WORDY_METADATA = frozenset({"person", "caption", "author"})


def declared(draft: Draft) -> Iterator[Surface]:
    """The surfaces that the draft itself holds."""
    for name in ("title", "text", "first_comment"):
        value = getattr(draft, name)
        if value:
            yield Surface(name, value)
    for index, link in enumerate(draft.links):
        yield Surface(f"links[{index}]", link)
    for index, medium in enumerate(draft.media):
        place = f"media[{index}]"
        yield Surface(f"{place}.file-name", PurePosixPath(medium.path).name, compound=True)
        if medium.alt:
            yield Surface(f"{place}.alt", medium.alt)
        if medium.caption:
            yield Surface(f"{place}.caption", medium.caption)


def from_pictures(facts: Iterable[Fact]) -> Iterator[Surface]:
    """The surfaces that picture analysers made readable: words, codes and metadata.

    All words of one picture form one surface, a line each, so that a name broken over two lines
    can still be read as one. What was read in the squares of a code is no words.
    """
    lines: dict[str, list[Fact]] = {}
    facts = tuple(facts)
    codes = [fact for fact in facts if fact.kind == "image.code"]
    for fact in facts:
        if fact.kind == "image.text" and any(_is_within(fact, code) for code in codes):
            continue
        if fact.kind in _FROM_PICTURES and fact.text:
            lines.setdefault(f"{fact.surface}.{_FROM_PICTURES[fact.kind]}", []).append(fact)
        elif fact.kind == "image.metadata" and fact.attributes.get("field") in _WORDY_METADATA:
            name = f"{fact.surface}.metadata.{fact.attributes['field']}"
            lines.setdefault(name, []).append(fact)
    for name, found in lines.items():
        yield _joined(name, found)


def _is_within(fact: Fact, code: Fact) -> bool:
    """Whether the middle of a fact lies in a code of the same picture."""
    if fact.surface != code.surface or fact.box is None or code.box is None:
        return False
    across, down = fact.box.x + fact.box.width / 2, fact.box.y + fact.box.height / 2
    inside = code.box.x <= across <= code.box.x + code.box.width
    return inside and code.box.y <= down <= code.box.y + code.box.height


def _joined(name: str, found: list[Fact]) -> Surface:
    pieces, texts, offset = [], [], 0
    for fact in found:
        text = fact.text or str(fact.attributes.get("value") or "")
        pieces.append(Piece(offset, offset + len(text), fact.box))
        texts.append(text)
        offset += len(text) + 1
    return Surface(name, "\n".join(texts), pieces=tuple(pieces))
