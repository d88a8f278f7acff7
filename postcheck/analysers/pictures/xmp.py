"""XMP: the XML that editors, phones and photo libraries put into pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postcheck.analysers.pictures.metadata_fields import XMP, Entry, clean, moment, position

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_REGION_NAME = "{http://www.metadataworkinggroup.com/schemas/regions/}Name"
_COORDINATE = re.compile(r"\s*([0-9.]+),([0-9.]+)(?:,([0-9.]+))?\s*([NSEW])\s*", re.IGNORECASE)


class DamagedXmpError(ValueError):
    """The XMP cannot be read, or tries to do harm."""


def xmp_entries(raw: bytes | str) -> list[Entry]:
    """What an XMP packet says; raises `DamagedXmpError` when it is no sound XML.

    Document types and entities are refused, so that no packet can swell in memory.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    packet = raw.encode() if isinstance(raw, str) else raw
    try:
        root = fromstring(packet.strip(b"\x00 \r\n\t"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise DamagedXmpError("the XMP is damaged") from fault
    pairs = list(_pairs(root))
    return [*_worded(pairs), *_place(pairs)]


def _pairs(root: Element) -> Iterator[tuple[str, str]]:
    """Every property with its text: attributes, plain elements and members of lists.

    A list's members (`rdf:Bag`, `rdf:li` …) belong to the property around them.
    """
    waiting = [(root, "")]
    while waiting:
        element, around = waiting.pop()
        name = around if element.tag.startswith(_RDF) else element.tag
        for key, value in element.attrib.items():
            if not key.startswith((_RDF, _XML)):
                yield key, value
        if name and element.text and element.text.strip():
            yield name, element.text
        waiting.extend((child, name) for child in reversed(element))


def _worded(pairs: list[tuple[str, str]]) -> Iterator[Entry]:
    for name, value in pairs:
        field = "person" if name == _REGION_NAME else XMP.get(_local(name))
        text = moment(value) if field == "taken" else clean(value)
        if field and text:
            yield Entry(field, text)


def _place(pairs: list[tuple[str, str]]) -> Iterator[Entry]:
    found = {_local(name): _COORDINATE.fullmatch(value) for name, value in pairs}
    down, across = found.get("gpslatitude"), found.get("gpslongitude")
    if down and across:
        text = position(
            [part for part in down.groups()[:3] if part],
            down[4],
            [part for part in across.groups()[:3] if part],
            across[4],
        )
        if text:
            yield Entry("gps", text)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
