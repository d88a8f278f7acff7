"""Lists of hosts, with their subdomains and optionally a path."""

from __future__ import annotations

from collections.abc import Iterable


class HostList:
    """Hosts such as `bit.ly`, or `docs.google.com/forms` where only a path is meant.

    A path entry holds for that path and everything below it.
    """

    def __init__(self, entries: Iterable[str] = ()) -> None:
        self._paths: dict[str, list[str]] = {}
        for entry in entries:
            host, _, path = entry.strip().lower().partition("/")
            self._paths.setdefault(host, []).append(path.strip("/"))

    def holds(self, host: str, path: str = "") -> bool:
        """Whether an address is on the list. `host` is lower case."""
        if not self._paths or not host:
            return False
        below = path.lower().strip("/") + "/"
        labels = host.split(".")
        return any(
            not wanted or below.startswith(wanted + "/")
            for start in range(len(labels))
            for wanted in self._paths.get(".".join(labels[start:]), ())
        )
