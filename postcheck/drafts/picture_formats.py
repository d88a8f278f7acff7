"""What a file is by its first bytes, as far as a picture's file may turn out to be none."""

from __future__ import annotations

HEIC = "HEIC"

_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x00\x00\x01\xba", "video"),
    (b"\x00\x00\x01\xb3", "video"),
    (b"FLV\x01", "video"),
    (b"OggS", "video or sound"),
    (b"ID3", "sound"),
    (b"fLaC", "sound"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})


def named_format(content: bytes) -> str | None:
    """The picture format that the first bytes promise, or None."""
    for start, name in _PICTURES:
        if content.startswith(start):
            return name
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    brands = _brands(content)
    if brands & _AVIF_BRANDS:
        return "AVIF"
    return HEIC if brands & _HEIC_BRANDS else None


def other_medium(content: bytes) -> str | None:
    """What the file is, when it is a medium that no analyser looks at; else None."""
    for start, name in _OTHERS:
        if content.startswith(start):
            return name
    if content[:4] == b"RIFF" and content[8:12] in {b"AVI ", b"WAVE"}:
        return "video" if content[8:12] == b"AVI " else "sound"
    if content[4:8] in {b"ftyp", b"moov", b"mdat"} and named_format(content) is None:
        return "video"
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    drawing = head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in head)
    return "SVG drawing" if drawing else None


def _brands(content: bytes) -> set[bytes]:
    """Major and compatible brands of an ISO media file (ISO/IEC 14496-12, `ftyp`)."""
    if content[4:8] != b"ftyp":
        return set()
    length = min(int.from_bytes(content[:4], "big"), 256, len(content))
    return {content[8:12]} | {content[at : at + 4] for at in range(16, length, 4)}
