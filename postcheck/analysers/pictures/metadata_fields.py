"""Which tags of EXIF, IPTC, XMP and PNG hold which field, and how their values become text.

Numbers are tag numbers of EXIF 2.32 and dataset numbers of IPTC-IIM 4.2; XMP names are those of
the XMP specification, IPTC Photo Metadata 2023.1 and the Metadata Working Group's regions.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple


class Entry(NamedTuple):
    """One field of `image.metadata` and its value as clean text."""

    field: str
    value: str


LONGEST = 10_000
"""Code points of one value; what is longer is cut."""

EXIF_BASE = {
    0x010E: "caption",  # ImageDescription
    0x0131: "software",
    0x013B: "author",  # Artist
    0x8298: "author",  # Copyright
    0x9C9B: "caption",  # XPTitle
    0x9C9C: "caption",  # XPComment
    0x9C9D: "author",  # XPAuthor
    0x9C9E: "caption",  # XPKeywords
    0x9C9F: "caption",  # XPSubject
}
EXIF_MORE = {
    0x9286: "caption",  # UserComment
    0xA420: "device",  # ImageUniqueID
    0xA430: "author",  # CameraOwnerName
    0xA431: "device",  # BodySerialNumber
    0xA434: "device",  # LensModel
    0xA435: "device",  # LensSerialNumber
}
WIDE_TEXT = range(0x9C9B, 0x9CA0)
"""Windows' tags, which hold UTF-16."""
IPTC = {
    (2, 5): "caption",  # object name
    (2, 25): "caption",  # keywords
    (2, 80): "author",  # by-line
    (2, 90): "place",  # city
    (2, 92): "place",  # sub-location
    (2, 95): "place",  # province
    (2, 101): "place",  # country
    (2, 105): "caption",  # headline
    (2, 110): "author",  # credit
    (2, 116): "author",  # copyright notice
    (2, 118): "author",  # contact
    (2, 120): "caption",
    (2, 122): "author",  # caption writer
}
PNG = {
    "author": "author",
    "artist": "author",
    "copyright": "author",
    "software": "software",
    "source": "device",
    "creation time": "taken",
}
"""Keywords of PNG text; every other keyword holds a caption."""
XMP = {
    "title": "caption",
    "description": "caption",
    "subject": "caption",
    "headline": "caption",
    "keywords": "caption",
    "hierarchicalsubject": "caption",
    "tagslist": "caption",
    "lastkeywordxmp": "caption",
    "imagedescription": "caption",
    "usercomment": "caption",
    "event": "caption",
    "creator": "author",
    "artist": "author",
    "rights": "author",
    "copyright": "author",
    "credit": "author",
    "ownername": "author",
    "captionwriter": "author",
    "personinimage": "person",
    "personinimagename": "person",
    "personname": "person",
    "persondisplayname": "person",
    "city": "place",
    "state": "place",
    "country": "place",
    "location": "place",
    "sublocation": "place",
    "locationname": "place",
    "make": "device",
    "model": "device",
    "serialnumber": "device",
    "bodyserialnumber": "device",
    "lensserialnumber": "device",
    "creatortool": "software",
    "software": "software",
    "datetimeoriginal": "taken",
    "datecreated": "taken",
    "createdate": "taken",
}
"""Local names, in lower case; namespaces differ between writers and versions."""

ENCODER = re.compile(
    r"(?:created (?:with|by)|creator:|optimi[sz]ed by|compressed by|processed by|lavc\d|lead tech"
    r"|cmp\d|applemark|intel\(r\) jpeg|jpeg encoder)",
    re.IGNORECASE,
)
"""How programs begin the comments that they leave in files: no words of a person."""

_DATE = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?")


def clean(value: object) -> str:
    """A metadata value as text: decoded, without control characters, spaces made single."""
    if isinstance(value, bytes):
        value = decoded(value)
    kept = (
        " " if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character
        for character in str(value)[:LONGEST]
    )
    return " ".join("".join(kept).split())


def decoded(raw: bytes) -> str:
    """Bytes as UTF-8, or else as the Western code page that old writers used."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def user_comment(raw: bytes) -> str:
    """EXIF UserComment: eight bytes that name the encoding, then the text."""
    code, text = raw[:8], raw[8:]
    if code.startswith(b"UNICODE"):
        big = text.startswith(b"\xfe\xff") or (text[:1] == b"\x00" and text[1:2] != b"\x00")
        return text.decode("utf-16-be" if big else "utf-16-le", errors="ignore").lstrip("\ufeff")
    return decoded(text if code.startswith((b"ASCII", b"JIS", b"\x00" * 8)) else raw)


def moment(text: str) -> str | None:
    """A date and time in any of the writers' forms as ISO 8601; None where it holds no date."""
    found = _DATE.search(text)
    if found is None or found[1] == "0000":
        return None
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day}T{found[4]}" if found[4] else day


def position(
    latitude: Sequence[object], north: str, longitude: Sequence[object], east: str
) -> str | None:
    """Degrees, minutes and seconds with their hemispheres as `lat, lon` in decimal degrees."""
    down = _degrees(latitude, negative=north.upper().startswith("S"))
    across = _degrees(longitude, negative=east.upper().startswith("W"))
    if down is None or across is None or abs(down) > 90 or abs(across) > 180:
        return None
    return f"{down:.5f}, {across:.5f}"


def _degrees(parts: Sequence[object], *, negative: bool) -> float | None:
    try:
        values = [float(str(part)) for part in parts]
    except ValueError:
        return None
    # Some cameras write 0/0 for minutes or seconds that they do not know.
    known = values[:1] + [0.0 if math.isnan(value) else value for value in values[1:]]
    total = math.fsum(value / 60.0**index for index, value in enumerate(known))
    if not values or not math.isfinite(total):
        return None
    return -total if negative else total
