"""Where web addresses stand in a text.

Follows the twitter-text rules (with and without `http://`, next to other writing systems, balanced
brackets, trailing punctuation), and adds what those leave out and a reader may still open: user
names before the host, numeric hosts, other schemes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from postcheck.analysers.words.links.characters import (
    AT_SIGNS,
    CYRILLIC,
    DASHES,
    HASH_SIGNS,
    INVALID,
    LATIN_ACCENTS,
    OUTSIDE_DOMAINS,
)
from postcheck.analysers.words.links.cover import Cover
from postcheck.analysers.words.links.suffixes import is_word, top_level_at

Span = tuple[int, int]

_LONGEST = 4096
_AFTER_NUMBERS = ("com", "net", "org")
_LONGEST_SHORT_PATH = 40

_IN = rf"[^{OUTSIDE_DOMAINS}]"
_START = re.compile(
    rf"(?<![A-Za-z0-9${AT_SIGNS}{HASH_SIGNS}{INVALID}])"
    rf"(?P<protocol>https?://)?"
    # Bounded, so that a long run without spaces stays linear.
    rf"(?P<run>{_IN}(?:[_-]|{_IN}){{0,250}}(?:\.(?:[_-]|{_IN}){{1,250}}){{1,126}})",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"{_IN}(?:(?:[_-]|{_IN})*{_IN})?\Z")
_ASCII_RUN = re.compile(rf"[a-z0-9\-_{LATIN_ACCENTS}]+(?:\.[a-z0-9\-_{LATIN_ACCENTS}]+)*\.", re.I)

_PATH_IN = rf"[a-z{CYRILLIC}0-9!*';:=+,.$/%#\[\]{DASHES}_~&|@{LATIN_ACCENTS}]"
_BRACKETS = rf"\((?:{_PATH_IN}+|{_PATH_IN}*\({_PATH_IN}+\){_PATH_IN}*)\)"
_PATH_END = rf"(?:[a-z{CYRILLIC}0-9=_#/+\-{LATIN_ACCENTS}]|{_BRACKETS})"
_PATH = rf"(?:{_PATH_IN}*(?:{_BRACKETS}{_PATH_IN}*)*{_PATH_END}|{_PATH_IN}+/)"
_PORT = re.compile(r":[0-9]+")
_AFTER_HOST = re.compile(rf"/(?:{_PATH})*", re.IGNORECASE)
_QUERY_TEXT = r"\?[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@]*[a-z0-9_&=#/\-]"
_QUERY = re.compile(_QUERY_TEXT, re.IGNORECASE)
_SHORT = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY_TEXT})?", re.IGNORECASE)

_REST = r"[^\s<>\"'`“”]*[^\s<>\"'`“”.,;:!?)\]}…]"
_OCTET = r"(?:0x[0-9a-f]+|\d+)"
_BEYOND = re.compile(
    rf"""(?<![\w@])(?:
      https?:[/\\]{{2}}(?:
          [^\s/?\#@<>"]{{1,200}}@(?=[\w\[])          # a user name before the host
        | (?:{_OCTET}\.){{3}}{_OCTET}(?![\w.@-]*[a-z])  # numbers for a host
        | (?:0x[0-9a-f]{{7,8}}|\d{{8,10}})(?![\w.@-])
        | \[[0-9a-f:.%]+\]
        | localhost(?![\w.-])
      )(?:{_REST})?
      | (?:\d{{1,3}}\.){{3}}\d{{1,3}}(?::\d{{2,5}})?/{_REST}
      | (?:ftps?|sftp|file|wss?|hxxps?|magnet|intent|tg|whatsapp|ms-[a-z]+|steam|slack|
          zoommtg|msteams|view-source):(?=[/?\\]){_REST}
      | (?:javascript|vbscript):(?=[^\s:]){_REST}
      | data:[a-z]+/[a-z0-9.+-]+[;,]{_REST}
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=2048)
def link_spans(text: str) -> tuple[Span, ...]:
    """The spans of all web addresses of a text, in order and without overlap."""
    if "." not in text and ":" not in text:
        return ()
    beyond = (
        [match.span() for match in _BEYOND.finditer(text)] if ":" in text or "/" in text else []
    )
    if not beyond:
        return tuple(_plain(text))
    taken = Cover(len(text), beyond)
    return tuple(sorted([*beyond, *(span for span in _plain(text) if not taken.touches(*span))]))


def _plain(text: str) -> Iterator[Span]:
    position = 0
    while match := _START.search(text, position):
        spans, position = _read(text, match)
        yield from spans


def _read(text: str, match: re.Match[str]) -> tuple[list[Span], int]:
    """The addresses that one candidate holds, and where to go on reading."""
    start, host_start = match.start(), match.start("run")
    protocol = match.group("protocol")
    host_end = _host_end(text, host_start, match.end("run"))
    if host_end is None:
        if not protocol and match.group().isascii():
            # Nothing bare may begin after a dot; only a written protocol may.
            return [], text.rfind(".", start, match.end()) + 1
        return [], host_start if protocol else start + 1
    end, has_path = _rest(text, host_end)
    if protocol:
        short = _SHORT.match(text, start, end)
        if short:
            if len(short.group(1)) > _LONGEST_SHORT_PATH:
                return [], end
            end = short.end()
        sound = end - start <= _LONGEST and _encodes(text[host_start:host_end])
        spans = [(start, end)] if sound else []
    elif start and text[start - 1] in "-_./":
        spans = []
    else:
        spans = _without_protocol(text, (host_start, host_end), end, has_path)
    # The character after an address parts it from the next, and belongs to neither.
    return spans, end + 1


def _host_end(text: str, start: int, end: int) -> int | None:
    """Where the host ends that begins at `start`: the longest that a top-level domain closes."""
    labels = text[start:end].split(".")
    offsets = [start]
    for label in labels:
        offsets.append(offsets[-1] + len(label) + 1)
    good = [bool(_LABEL.match(label)) for label in labels]
    bad = next((index for index, fine in enumerate(good) if not fine), len(labels))
    for index in range(min(len(labels) - 1, bad), 0, -1):
        if "_" not in labels[index - 1]:
            found = top_level_at(text, offsets[index])
            if found is not None:
                return found
    return None


def _rest(text: str, position: int) -> tuple[int, bool]:
    """The end of port, path and query, and whether there is a path."""
    port = _PORT.match(text, position)
    position = port.end() if port else position
    path = _AFTER_HOST.match(text, position)
    position = path.end() if path else position
    query = _QUERY.match(text, position)
    return (query.end() if query else position), path is not None


def _encodes(host: str) -> bool:
    if host.isascii():
        return all(len(label) < 64 for label in host.split("."))
    try:
        return bool(host.encode("idna"))
    except UnicodeError:
        return False


def _without_protocol(text: str, host: Span, end: int, has_path: bool) -> list[Span]:
    """The ASCII hosts within a host that other writing may touch; the last one takes the path."""
    spans: list[Span] = []
    position = host[0]
    while position < host[1] and (match := _ASCII_RUN.search(text, position, host[1])):
        found = _ascii_end(text, match.start(), match.end(), host[1])
        if found is not None and _encodes(text[match.start() : found]):
            spans.append((match.start(), found))
        position = max(found or 0, match.end())
    if spans and has_path:
        spans[-1] = (spans[-1][0], end)
    elif spans and end == host[1]:
        spans = [span for span in spans if not _forgotten_space(text[span[0] : span[1]])]
    return spans


def _ascii_end(text: str, start: int, end: int, limit: int) -> int | None:
    while end > start:
        found = top_level_at(text[:limit], end)
        if found is not None:
            return found
        end = text.rfind(".", start, end - 1) + 1
    return None


def _forgotten_space(host: str) -> bool:
    """Whether a bare host is likelier two sentences: `great day.It was`, `at 6.am`."""
    name, _, suffix = host.rpartition(".")
    if suffix[:1].isupper() and suffix[1:].islower() and not name[1:].isupper():
        return True
    if "." in name:
        return False
    return is_word(suffix) or (name.isdigit() and suffix not in _AFTER_NUMBERS)
