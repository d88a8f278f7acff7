"""Data that travels inside picture files: where, when, with what, by whom, of whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from postcheck.analysers.pictures import metadata_fields as fields
from postcheck.analysers.pictures.metadata_fields import Entry, clean, moment, position
from postcheck.analysers.pictures.thumbnail import exif_of, thumbnail_entries
from postcheck.analysers.pictures.xmp import DamagedXmpError, xmp_entries
from postcheck.drafts.model import Medium
from postcheck.drafts.picture_pixels import DECODING_FAULTS
from postcheck.drafts.pictures import Picture, quietly
from postcheck.facts.model import Fact, Missing
from postcheck.setting import Setting

if TYPE_CHECKING:
    from PIL.Image import Exif

_MORE, _GPS = 0x8769, 0x8825
_GPS_AREA = 28
_XMP_TAG = 0x02BC
MOST = 500
"""Fields that are told of one block; no camera and no editor writes so many."""


class MetadataAnalyser:
    """Yields one `image.metadata` for each field and value, each value once.

    Fields: gps (`lat, lon` in decimal degrees), device, person, caption (keywords too), author,
    taken (ISO 8601), software, place, and thumbnail (an embedded small picture that shows
    something else). Safe to use from several threads, one picture in one thread at a time.
    """

    name = "metadata"
    version = "1"

    def analyse(
        self, picture: Picture, medium: Medium, setting: Setting
    ) -> Iterator[Fact | Missing]:
        """What the file says beside its pixels; a damaged or swollen block is missing."""
        seen: set[Entry] = set()
        for block, read in _BLOCKS.items():
            entries, sound = _tried(read, picture)
            for entry in entries[:MOST]:
                if entry not in seen:
                    seen.add(entry)
                    yield Fact(
                        kind="image.metadata",
                        surface=picture.surface,
                        source=f"{self.name}/{self.version}",
                        attributes=entry._asdict(),
                    )
            if not sound or len(entries) > MOST:
                fault = f"holds more than {MOST} fields" if sound else "is damaged"
                yield Missing(
                    kind="image.metadata",
                    surface=picture.surface,
                    because=f"the {block} of the picture {fault}",
                )


def _tried(
    read: Callable[[Picture], Iterator[Entry]], picture: Picture
) -> tuple[list[Entry], bool]:
    """What could be read of a block, and whether the block is sound."""
    entries: list[Entry] = []
    sound = True
    with quietly() as said:
        try:
            entries.extend(read(picture))
        except (DamagedXmpError, *DECODING_FAULTS):
            sound = False
    return entries, sound and not said


def _exif_entries(picture: Picture) -> Iterator[Entry]:
    exif = exif_of(picture)
    more = exif.get_ifd(_MORE)
    device = _device(exif)
    if device:
        yield Entry("device", device)
    for tag, field in fields.EXIF_BASE.items():
        value = exif.get(tag)
        if isinstance(value, bytes) and tag in fields.WIDE_TEXT:
            value = value.decode("utf-16-le", errors="ignore")
        yield from _entry(field, value)
    for tag, field in fields.EXIF_MORE.items():
        value = more.get(tag)
        if tag == 0x9286 and isinstance(value, bytes):
            value = fields.user_comment(value)
        yield from _entry(field, value)
    for when, zone in ((0x9003, 0x9011), (0x9004, 0x9012)):
        text = moment(clean(more.get(when, "")))
        if text:
            yield Entry("taken", text + clean(more.get(zone, "")))
            break
    yield from _gps(exif.get_ifd(_GPS))


def _device(exif: Exif) -> str:
    """Maker and model; many models repeat their maker."""
    make, model = clean(exif.get(0x010F, "")), clean(exif.get(0x0110, ""))
    return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()


def _gps(block: Mapping[int, object]) -> Iterator[Entry]:
    latitude, longitude = _angle(block.get(2)), _angle(block.get(4))
    if isinstance(latitude, tuple) and isinstance(longitude, tuple):
        text = position(latitude, clean(block.get(1, "N")), longitude, clean(block.get(3, "E")))
        if text:
            yield Entry("gps", text)
    area = block.get(_GPS_AREA)
    if isinstance(area, bytes):
        yield from _entry("place", fields.user_comment(area))


def _angle(value: object) -> object:
    """Degrees, minutes and seconds; some programs write decimal degrees alone."""
    return value if value is None or isinstance(value, tuple) else (value,)


def _xmp_entries(picture: Picture) -> Iterator[Entry]:
    packet = picture.source.info.get("xmp") or picture.source.info.get("XML:com.adobe.xmp")
    if packet is None:
        packet = getattr(picture.source, "tag_v2", {}).get(_XMP_TAG)
    if isinstance(packet, bytes | str) and packet:
        yield from xmp_entries(packet)


def _iptc_entries(picture: Picture) -> Iterator[Entry]:
    from PIL import ImageFile, IptcImagePlugin

    if not isinstance(picture.source, ImageFile.ImageFile):
        return
    data = IptcImagePlugin.getiptcinfo(picture.source) or {}
    for key, field in fields.IPTC.items():
        values = data.get(key, [])
        for value in values if isinstance(values, list) else [values]:
            yield from _entry(field, value)
    created = data.get((2, 55))
    if isinstance(created, bytes) and len(created) == 8:
        text = moment(clean(b"-".join((created[:4], created[4:6], created[6:]))))
        if text:
            yield Entry("taken", text)


def _comment_entries(picture: Picture) -> Iterator[Entry]:
    source = picture.source
    for entry in _entry("caption", source.info.get("comment")):
        by_program = fields.ENCODER.match(entry.value)
        yield entry._replace(field="software") if by_program else entry
    texts = getattr(source, "text", {}) if picture.format == "PNG" else {}
    for keyword, value in texts.items():
        name = keyword.lower()
        if name.startswith(("xml:", "raw profile", "date:", "exif:", "tiff:")):
            continue
        field = fields.PNG.get(name, "caption")
        yield from _entry(field, moment(value) if field == "taken" else value)


def _entry(field: str, value: object) -> Iterator[Entry]:
    text = clean(value) if value is not None else ""
    if text:
        yield Entry(field, text)


_BLOCKS: dict[str, Callable[[Picture], Iterator[Entry]]] = {
    "EXIF block": _exif_entries,
    "XMP block": _xmp_entries,
    "IPTC block": _iptc_entries,
    "comment": _comment_entries,
    "embedded thumbnail": thumbnail_entries,
}
