"""Put the spaCy pipeline together: `python assemble.py --encoder FOLDER --out models/language`.

The tokenizer cuts where the word pieces cut: at white space and around every punctuation mark,
symbol and CJK character, so that every name the encoder finds is made of whole tokens.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import spacy
from spacy.tokenizer import Tokenizer

from postcheck.language.files import FILES
from postcheck.language.pieces import clean
from postcheck.language.pipeline import LanguageComponent

# As in the normaliser of BERT.
CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


def stands_apart(point: int) -> bool:
    """Whether the word pieces take a code point as a word of its own."""
    letter = clean(chr(point))
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter).startswith("P") or any(
        low <= ord(letter) <= high for low, high in CJK
    )


def apart_class() -> str:
    """A regular expression's class of all code points that stand apart."""
    ranges: list[list[int]] = []
    for point in range(sys.maxunicode + 1):
        if 0xD800 <= point <= 0xDFFF or not stands_apart(point):
            continue
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "[" + "".join(rf"\U{low:08x}-\U{high:08x}" for low, high in ranges) + "]"


def main() -> None:
    """Read the options and write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    for name in FILES:
        assert (options.encoder / name).is_file(), name
    nlp = spacy.blank("en")
    apart = apart_class()
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=re.compile(f"^{apart}").search,
        suffix_search=re.compile(f"{apart}$").search,
        infix_finditer=re.compile(apart).finditer,
    )
    component = nlp.add_pipe("postcheck_language", name="encoder")
    assert isinstance(component, LanguageComponent)
    component.from_disk(options.encoder)
    nlp.meta.update(
        name="language",
        version=f"{component.encoder.version}.0.0",
        description="Names, abuse and sensitive topics in posts of UK schools",
        author="postcheck",
        license="CC BY-SA 4.0",
        spacy_version=">=3.8.7,<4.0.0",
    )
    card = options.out / "MODEL_CARD.md"
    kept = card.read_text(encoding="utf-8") if card.is_file() else None
    shutil.rmtree(options.out, ignore_errors=True)
    nlp.to_disk(options.out)
    if kept is not None:
        card.write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main()
