"""What travels inside picture files, block by block, and what damaged blocks give."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from postcheck.analysers.pictures import metadata
from postcheck.analysers.pictures.metadata import MetadataAnalyser
from postcheck.analysers.pictures.metadata_fields import Entry
from postcheck.analysers.pictures.xmp import DamagedXmpError, xmp_entries
from postcheck.drafts.model import Medium
from postcheck.drafts.pictures import Picture, open_picture
from postcheck.facts.model import Fact, Missing
from postcheck.setting import Setting


def _seen(path: Path) -> list[Fact | Missing]:
    with open_picture(path, "media[2]") as picture:
        return list(MetadataAnalyser().analyse(picture, Medium(path=path.name), Setting()))


def _entries(path: Path) -> list[tuple[object, object]]:
    seen = _seen(path)
    assert all(isinstance(item, Fact) for item in seen), seen
    return [(f.attributes["field"], f.attributes["value"]) for f in seen if isinstance(f, Fact)]


def _dms(*parts: float) -> tuple[IFDRational, ...]:
    return tuple(IFDRational(round(part * 100), 100) for part in parts)


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = "Amira Khan wins  the\nlong jump"
    exif[0x010F], exif[0x0110] = "Apple", "iPhone 15"
    exif[0x0131] = "17.1"
    exif[0x013B] = "Oonagh Fell"
    exif[0x9C9E] = "sports day;Year 5".encode("utf-16-le")
    more = exif.get_ifd(0x8769)
    more[0x9003], more[0x9011] = "2026:11:20 10:31:07", "+00:00"
    more[0x9286] = b"ASCII\0\0\0Hall door code"
    more[0xA431] = "F2LX9"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", _dms(53, 48, 3.6), "W", _dms(1, 32, 56.4)
    return exif


def test_exif_of_a_phone(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=_exif())
    assert _entries(tmp_path / "a.jpg") == [
        ("device", "Apple iPhone 15"),
        ("caption", "Amira Khan wins the long jump"),
        ("software", "17.1"),
        ("author", "Oonagh Fell"),
        ("caption", "sports day;Year 5"),
        ("caption", "Hall door code"),
        ("device", "F2LX9"),
        ("taken", "2026-11-20T10:31:07+00:00"),
        ("gps", "53.80100, -1.54900"),
    ]
    facts = [item for item in _seen(tmp_path / "a.jpg") if isinstance(item, Fact)]
    assert {(f.kind, f.surface, f.score, f.box) for f in facts} == {
        ("image.metadata", "media[2]", None, None)
    }


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_exif_of_other_formats(tmp_path: Path, form: str) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a", form, exif=_exif())
    entries = _entries(tmp_path / "a")
    assert ("gps", "53.80100, -1.54900") in entries
    assert ("device", "Apple iPhone 15") in entries
    assert ("taken", "2026-11-20T10:31:07+00:00") in entries


def test_a_clean_picture_says_nothing(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg")
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (8, 8)).save(tmp_path / "b.jpg", exif=exif)
    assert _entries(tmp_path / "a.jpg") == _entries(tmp_path / "b.jpg") == []


PEOPLE = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">
 <rdf:Description rdf:about="" photoshop:City="Wexbourne" xmp:CreatorTool="Editor 9"
  exif:GPSLatitude="53,48.06N" exif:GPSLongitude="1,32,56.4W" tiff:Orientation="1">
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Medal for Tomasz</rdf:li></rdf:Alt>
  </dc:description>
  <dc:subject><rdf:Bag><rdf:li>medal</rdf:li><rdf:li>Year 5</rdf:li></rdf:Bag></dc:subject>
  <dc:creator><rdf:Seq><rdf:li>Oonagh Fell</rdf:li></rdf:Seq></dc:creator>
  <photoshop:DateCreated>2026-11-20T10:31:07.250</photoshop:DateCreated>
  <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Tomasz Nowak</rdf:li></rdf:Bag>
  </Iptc4xmpExt:PersonInImage>
  <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
   <rdf:li><rdf:Description mwg-rs:Name="Amira Khan" mwg-rs:Type="Face"/></rdf:li>
   <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Kwame Mensah</mwg-rs:Name></rdf:li>
  </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""

IN_XMP = [
    ("caption", "Medal for Tomasz"),
    ("caption", "medal"),
    ("caption", "Year 5"),
    ("author", "Oonagh Fell"),
    ("taken", "2026-11-20T10:31:07"),
    ("person", "Tomasz Nowak"),
    ("person", "Amira Khan"),
    ("person", "Kwame Mensah"),
    ("place", "Wexbourne"),
    ("software", "Editor 9"),
    ("gps", "53.80100, -1.54900"),
]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_xmp_of_every_format(tmp_path: Path, form: str) -> None:
    image = Image.new("RGB", (8, 8))
    packet = PEOPLE.encode()
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", PEOPLE)
        image.save(tmp_path / "a", form, pnginfo=info)
    elif form == "TIFF":
        image.save(tmp_path / "a", form, tiffinfo={0x02BC: packet})
    else:
        image.save(tmp_path / "a", form, xmp=packet)
    assert sorted(_entries(tmp_path / "a")) == sorted(IN_XMP)


BOMB = b"""<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>"""


@pytest.mark.parametrize(
    "packet", [BOMB, BOMB.decode().encode("utf-16"), b"<a>", b"\xff\xfe", b"no xml"]
)
def test_unsound_xmp_is_refused(packet: bytes) -> None:
    with pytest.raises(DamagedXmpError):
        xmp_entries(packet)


def test_damaged_xmp_is_missing_and_the_rest_is_read(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=_exif(), xmp=BOMB)
    seen = _seen(tmp_path / "a.jpg")
    missing = [item for item in seen if isinstance(item, Missing)]
    assert [item.because for item in missing] == ["the XMP block of the picture is damaged"]
    assert missing[0].kind == "image.metadata"
    assert not missing[0].failed
    assert len(seen) == 10


def _iptc(*sets: tuple[int, bytes]) -> bytes:
    """A Photoshop resource block of a JPEG that holds these IPTC data sets."""
    data = b"".join(
        struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value for number, value in sets
    )
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    body = b"Photoshop 3.0\x00" + block
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def test_iptc(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (8, 8)).save(path)
    content = path.read_bytes()
    block = _iptc(
        (120, "Siân holds the cup".encode()),
        (80, "Zoë Fell".encode("cp1252")),
        (25, b"cup"),
        (25, "Siân Prys".encode()),
        (90, b"Wexbourne"),
        (55, b"20261120"),
    )
    path.write_bytes(content[:2] + block + content[2:])
    assert sorted(_entries(path)) == [
        ("author", "Zoë Fell"),
        ("caption", "Siân Prys"),
        ("caption", "Siân holds the cup"),
        ("caption", "cup"),
        ("place", "Wexbourne"),
        ("taken", "2026-11-20"),
    ]


def test_png_texts_and_comments(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "Leo's certificate")
    info.add_text("Author", "Oonagh Fell", zip=True)
    info.add_itxt("Description", "Zoë and Leo")
    info.add_text("Creation Time", "2026:11:20 09:00:00")
    info.add_text("date:create", "2026-11-20")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=info)
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", comment="for Mrs Fell\x00")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.gif", comment=b"by Leo")
    assert _entries(tmp_path / "a.png") == [
        ("caption", "Leo's certificate"),
        ("author", "Oonagh Fell"),
        ("caption", "Zoë and Leo"),
        ("taken", "2026-11-20T09:00:00"),
    ]
    assert _entries(tmp_path / "a.jpg") == [("caption", "for Mrs Fell")]
    assert _entries(tmp_path / "a.gif") == [("caption", "by Leo")]


@pytest.mark.parametrize(
    ("comment", "field"),
    [
        ("CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90", "software"),
        ("Optimized by JPEGmini 3.13", "software"),
        ("Created with GIMP", "software"),
        ("Created for Leo by his mum", "caption"),
        ("Leo, processed by Zoë", "caption"),
    ],
)
def test_comments_of_programs(tmp_path: Path, comment: str, field: str) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", comment=comment)
    assert _entries(tmp_path / "a.jpg") == [(field, comment)]


def test_the_same_in_two_blocks_is_told_once(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Oonagh Fell"
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=exif, xmp=PEOPLE.encode())
    assert _entries(tmp_path / "a.jpg").count(("author", "Oonagh Fell")) == 1


@pytest.mark.parametrize(
    "block",
    [
        b"II*\x00\x08\x00\x00\x00\xff\xff\x0f\x01\x02\x00\xff\xff\x00\x00\xff\xff\x00\x00",
        b"MM",
        b"garbage that is no TIFF",
    ],
)
def test_damaged_exif_is_missing(tmp_path: Path, block: bytes) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=b"Exif\x00\x00" + block)
    seen = _seen(tmp_path / "a.jpg")
    assert "the EXIF block of the picture is damaged" in [
        item.because for item in seen if isinstance(item, Missing)
    ]


def test_warnings_of_other_threads_damage_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warning(picture: Picture) -> list[Entry]:
        warnings.warn("some library's import", DeprecationWarning, stacklevel=1)
        return [Entry("caption", "Leo")]

    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg")
    monkeypatch.setattr(metadata, "_BLOCKS", {"comment": warning})
    assert _entries(tmp_path / "a.jpg") == [("caption", "Leo")]


def test_tiff_tags(tmp_path: Path) -> None:
    tags = {0x010E: "Leo's cup", 0x0110: "Scanner 5", 0x013B: "Oonagh Fell"}
    Image.new("RGB", (8, 8)).save(tmp_path / "a.tif", tiffinfo=tags)
    assert _entries(tmp_path / "a.tif") == [
        ("device", "Scanner 5"),
        ("caption", "Leo's cup"),
        ("author", "Oonagh Fell"),
    ]


def test_decimal_degrees_without_minutes(tmp_path: Path) -> None:
    exif = Image.Exif()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", IFDRational(535, 10), "W", IFDRational(3, 2)
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=exif)
    assert _entries(tmp_path / "a.jpg") == [("gps", "53.50000, -1.50000")]


def test_a_block_swollen_with_fields_is_cut_and_said_to_be(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    for number in range(metadata.MOST + 5):
        texts.add_text(f"note {number}", f"word {number}")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png", pnginfo=texts)
    seen = _seen(tmp_path / "a.png")
    assert len([item for item in seen if isinstance(item, Fact)]) == metadata.MOST
    missing = [item.because for item in seen if isinstance(item, Missing)]
    assert missing == [f"the comment of the picture holds more than {metadata.MOST} fields"]
