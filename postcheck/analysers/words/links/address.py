"""One web address taken apart, the way a browser would read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from postcheck.analysers.words.links.suffixes import registrable

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.\-]*):(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WEB = frozenset({"http", "https", "ftp", "ftps", "sftp", "ws", "wss", "hxxp", "hxxps"})
_OPAQUE = frozenset(
    {"javascript", "vbscript", "data", "mailto", "tel", "sms", "magnet", "blob", "about", "geo"}
)
_PORT = re.compile(r":\d*\Z")
_IPV6 = re.compile(r"\[[0-9a-f:.%]+\]")
_SPACE = re.compile(r"[\t\n\r\x00\u200b\u00ad]+")


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts. `scheme` is empty where none was written.

    `host` is lower-case ASCII (punycode); `shown` is the host as a reader sees it; `domain` is the
    registrable part. All three are empty where the scheme has no host.
    """

    url: str
    scheme: str
    host: str
    shown: str
    domain: str
    path: str
    tail: str
    credentials: bool
    ip: bool


@lru_cache(maxsize=2048)
def read_address(written: str) -> Address:
    """Take one address apart; never fails, however odd it is."""
    text = _SPACE.sub("", written.strip())
    scheme, rest = _scheme(text)
    if scheme in _OPAQUE or (scheme and scheme not in _WEB and not rest.startswith("//")):
        return Address(f"{scheme}:{rest}", scheme, "", "", "", "", rest, False, False)
    if scheme in _WEB or not scheme:
        # Browsers read a backslash as a slash and count none.
        head = re.match(r"[/\\]*", rest)
        rest = rest[head.end() if head else 0 :]
    else:
        rest = rest[2:]
    cut = re.search(r"[/\\?#]", rest)
    authority, tail = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    user, at, place = authority.rpartition("@")
    host_written = _PORT.sub("", place)
    host, shown, is_ip = _host(host_written)
    port = place[len(host_written) :]
    path = re.split(r"[?#]", tail.replace("\\", "/"), maxsplit=1)[0]
    domain = host if is_ip or "." not in host else registrable(host)
    url = f"{scheme or 'https'}://{user}{at}{host}{port}{tail}"
    return Address(url, scheme, host, shown, domain, path, tail, bool(at), is_ip)


def _scheme(text: str) -> tuple[str, str]:
    match = _SCHEME.match(text)
    if match:
        scheme, rest = match["scheme"].lower(), match["rest"]
        hosty = "." in scheme or scheme == "localhost"
        if rest.startswith(("//", "\\\\", "/\\")) or not (hosty or rest[:1].isdigit()):
            return scheme, rest
        if scheme in _OPAQUE:
            return scheme, rest
    return "", text


def _host(written: str) -> tuple[str, str, bool]:
    """The host as ASCII, as shown, and whether it is a number."""
    host = re.sub(r"%([0-9a-fA-F]{2})", lambda m: chr(int(m.group(1), 16)), written)
    host = re.sub("[\u3002\uff0e\uff61]", ".", host).lower().strip(".")
    if _IPV6.fullmatch(host):
        return host, host, True
    number = ipv4(host)
    if number:
        return number, host, True
    ascii_host = ".".join(_to_ascii(label) for label in host.split("."))
    shown = ".".join(_to_unicode(label) for label in ascii_host.split("."))
    return ascii_host, shown, False


def _to_ascii(label: str) -> str:
    if label.isascii():
        return label
    import idna

    try:
        return idna.encode(label, uts46=True).decode("ascii")
    except idna.IDNAError:
        # Browsers and registries differ on what is allowed; a forbidden label must still be seen.
        return "xn--" + label.encode("punycode").decode("ascii")


def _to_unicode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def ipv4(host: str) -> str | None:
    """The dotted form of an IPv4 number written in any way browsers take; None for a name."""
    parts = host.split(".")
    if not 1 <= len(parts) <= 4:
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    *leading, last = numbers
    if any(number > 255 for number in leading) or last >= 256 ** (5 - len(numbers)):
        return None
    value = last + sum(number << (8 * (3 - index)) for index, number in enumerate(leading))
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _number(part: str) -> int:
    if not part.isascii() or not part[:1].isdigit() or "_" in part:
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") and len(part) > 1 else int(part)
