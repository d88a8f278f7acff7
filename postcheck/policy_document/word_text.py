"""The words of a Word file as its reader sees them: the inserted are in, the deleted are out.

Word keeps text in more places than paragraphs: in content controls, smart tags, fields and text
boxes, and all that tracked changes took away is still in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What programs show that do not know the newer form beside it, which says the same."""
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_PROPERTIES = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n"}
_SIGNS |= {f"{W}noBreakHyphen": "-"}
_UNSEEN = str.maketrans({"\u00a0": " ", "\u202f": " ", **dict.fromkeys("\u00ad\u200b\u2060\ufeff")})
_OFF = ("0", "false", "off")


def shown_children(element: Any) -> Iterator[Any]:
    """What an element holds, without properties, deleted things and lists of contents."""
    for child in element:
        if child.tag in _GONE or child.tag in _PROPERTIES or child.tag == _FALLBACK:
            continue
        if child.tag != f"{W}sdt" or not _stands_in(child):
            yield child


def runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph in order, also inside of links, fields, tags and controls."""
    for child in shown_children(element):
        if child.tag == f"{W}r":
            yield child
        elif isinstance(child.tag, str) and child.tag.startswith(W):
            yield from runs(child)


def text_of(run: Any) -> str:
    """The words of a run. Hyphens that show only at the end of a line are left out."""
    properties = run.find(f"{W}rPr")
    if properties is not None and switched_on(properties.find(f"{W}vanish")):
        return ""
    signs = (child.text if child.tag == f"{W}t" else _SIGNS.get(child.tag) for child in run)
    return "".join(sign or "" for sign in signs).translate(_UNSEEN)


def boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a run, each once."""
    for child in shown_children(element):
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from boxes(child)


def ends(paragraph: Any) -> bool:
    """Whether a paragraph ends in the next one no more: else its mark was deleted or moved."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is None or all(properties.find(gone) is None for gone in _GONE)


def switched_on(element: Any) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def _stands_in(control: Any) -> bool:
    """Whether a content control holds a list of contents, or only says what to write into it."""
    if switched_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
        return True
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
