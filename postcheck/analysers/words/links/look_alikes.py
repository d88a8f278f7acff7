"""Which known site a host imitates, on strong evidence only.

Short names are near to many honest ones (`abc.co.uk` is no imitation of `bbc.co.uk`), so
what counts grows with the length of the name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from postcheck.analysers.words.links.data import words_of
from postcheck.analysers.words.links.skeleton import skeleton, to_ascii
from postcheck.analysers.words.links.suffixes import registrable

_SLIPS = {"com": frozenset({"cm", "om", "con", "comm"}), "co.uk": frozenset({"couk.com", "co.k"})}
_LONG, _LONGER, _LONGEST = 5, 6, 8


@dataclass(frozen=True, slots=True)
class _Known:
    host: str
    name: str
    suffix: str
    own: bool


class KnownSites:
    """Sites that a reader trusts: those verified, our own, and well-known ones."""

    def __init__(
        self, verified: Iterable[str] = (), own: Iterable[str] = (), famous: Iterable[str] = ()
    ) -> None:
        self._own = tuple(host.lower() for host in own)
        hosts = dict.fromkeys((*self._own, *(host.lower() for host in verified), *famous))
        self._known = [self._entry(host) for host in hosts if "." in host]
        self._hosts = {known.host: known for known in self._known}
        self._domains = {registrable(known.host) for known in self._known}
        self._by_look: dict[str, _Known] = {}
        self._by_name: dict[str, _Known] = {}
        for known in self._known:
            self._by_look.setdefault(skeleton(known.name), known)
            self._by_name.setdefault(known.name, known)
        self._long = [known for known in self._known if len(known.name) >= _LONG]
        self._seen: dict[str, str | None] = {}

    def _entry(self, host: str) -> _Known:
        domain = registrable(host)
        name, _, suffix = domain.partition(".")
        return _Known(host, name, suffix, host in self._own)

    def is_own(self, host: str) -> bool:
        """Whether a host is one of our domains or below one."""
        return any(host == own or host.endswith("." + own) for own in self._own)

    def imitated_by(self, host: str, shown: str) -> str | None:
        """The known host that `host` imitates; `shown` is the host as a reader sees it."""
        key = f"{host}|{shown}"
        if key not in self._seen:
            self._seen[key] = self._imitated_by(host, shown)
        return self._seen[key]

    def _imitated_by(self, host: str, shown: str) -> str | None:
        labels = host.split(".")
        above = (".".join(labels[start:]) for start in range(len(labels)))
        if registrable(host) in self._domains or any(part in self._hosts for part in above):
            return None
        plain = to_ascii(shown)
        domain = registrable(plain) if "." in plain else plain
        name, _, suffix = domain.partition(".")
        found = (
            self._embedded(plain)
            or self._same_look(name, suffix, disguised=plain != host)
            or self._with_lure(name, plain.removesuffix(domain).rstrip("."))
            or self._slip(name, suffix)
        )
        return found.host if found else None

    def _embedded(self, host: str) -> _Known | None:
        """A whole known host inside another: `bbc.co.uk.example.net`, `bbc-co-uk.example`."""
        labels = host.split(".")
        # Only below the domain: `google.com.br` is a suffix of its own.
        for start in range(len(labels) - 1 - registrable(host).count(".")):
            for end in range(start + 2, len(labels)):
                if known := self._hosts.get(".".join(labels[start:end])):
                    return known
        for label in labels:
            parts = label.split("-")
            for start in range(len(parts)):
                for end in range(start + 2, len(parts) + 1):
                    if known := self._hosts.get(".".join(parts[start:end])):
                        return known
        return None

    def _same_look(self, name: str, suffix: str, *, disguised: bool) -> _Known | None:
        """The same to the eye: `paypa1.com`, or Cyrillic letters for Latin ones."""
        known = self._by_look.get(skeleton(name))
        if known is None:
            return None
        if disguised:
            return known
        if known.name == name or name in self._by_name:
            return None
        return known if len(name) > 3 or suffix == known.suffix else None

    def _with_lure(self, name: str, below: str) -> _Known | None:
        """A known name dressed up: `paypal-login.com`, `paypal.secure.example`."""
        parts, lures = name.split("-"), words_of("lures.txt")
        for part in parts if len(parts) > 1 else ():
            known = self._by_name.get(part)
            if known and self._dressed(known, [other for other in parts if other != part]):
                return known
        for known in self._long:
            rest = name.removeprefix(known.name) if name.startswith(known.name) else None
            if rest is None and name.endswith(known.name):
                rest = name.removesuffix(known.name)
            if rest and rest.strip("-") in lures:
                return known
            if name != known.name and name.replace("-", "") == known.name:
                return known
        lured = any(part in lures for part in parts)
        for label in below.split(".") if lured else ():
            known = self._by_name.get(label)
            if known and len(known.name) >= _LONG:
                return known
        if name.startswith("www") and len(name) > _LONG:
            return self._by_name.get(name.removeprefix("www"))
        return None

    def _dressed(self, known: _Known, others: list[str]) -> bool:
        if known.own and len(known.name) >= _LONGER:
            return True
        more = words_of("weaker-lures.txt") if len(known.name) >= _LONG else ("www",)
        lures = words_of("lures.txt")
        return bool(others) and all(other in lures or other in more for other in others)

    def _slip(self, name: str, suffix: str) -> _Known | None:
        """One slip of the finger away from a long name, or from its ending."""
        for known in self._long:
            if name == known.name:
                if suffix in _SLIPS.get(known.suffix, ()):
                    return known
                continue
            if name in self._by_name or abs(len(name) - len(known.name)) > 1:
                continue
            if _swapped(name, known.name) or (
                len(known.name) >= (_LONGER if suffix == known.suffix else _LONGEST)
                and _one_edit(name, known.name)
            ):
                return known
        return None


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places."""
    if len(one) != len(other):
        return False
    places = [index for index in range(len(one)) if one[index] != other[index]]
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing or too many; not the first, and no plural."""
    if one[0] != other[0] or one in (other + "s", other.removesuffix("s")):
        return False
    short, long = sorted((one, other), key=len)
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), None)
    if same is None:
        return True
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
