"""Every web address of a draft as a `text.link` fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from postcheck.analysers.base import Scene, Seen
from postcheck.analysers.words.links.address import Address, read_address
from postcheck.analysers.words.links.find import Span, link_spans
from postcheck.analysers.words.links.hosts import HostList
from postcheck.analysers.words.links.look_alikes import KnownSites
from postcheck.analysers.words.links.skeleton import mixes_scripts
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact, Value
from postcheck.setting import Setting

_PROGRAMS = re.compile(
    r"\.(?:exe|msi|msix|appx|apk|xapk|aab|ipa|scr|bat|cmd|ps1|vbs|vbe|wsf|hta|jar|jnlp|dmg|pkg|deb|rpm|"
    r"appimage|iso|lnk|reg|cpl|docm|xlsm|pptm)(?=$|[?#&/])",
    re.IGNORECASE,
)
_PERSONAL = ("mailto:", "tel:", "sms:")


class _Known:
    """What one setting knows of hosts."""

    def __init__(self, setting: Setting) -> None:
        self.shorteners = HostList(setting.entries_for("link-shorteners"))
        self.documents = HostList(setting.entries_for("shared-documents"))
        self.forms = HostList(setting.entries_for("online-forms"))
        self.sites = KnownSites(
            verified=[link.host for link in setting.config.verified_links],
            own=setting.config.organisation.domains,
            famous=setting.entries_for("well-known-sites"),
        )


class LinkAnalyser:
    """Finds web addresses on every surface and says what each is."""

    name = "links"
    version = "1"

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._known: _Known | None = None

    def analyse(self, scenes: Sequence[Scene]) -> Iterable[Seen]:
        """The links of each scene."""
        for scene in scenes:
            yield list(self._of_scene(scene))

    def _of_scene(self, scene: Scene) -> Iterator[Fact]:
        for surface in scene.surfaces:
            for start, end in spans_of(surface):
                yield self._fact(surface, start, end, self._known_to(scene.setting))

    def _known_to(self, setting: Setting) -> _Known:
        if self._known is None or self._setting is not setting:
            self._setting, self._known = setting, _Known(setting)
        return self._known

    def _fact(self, surface: Surface, start: int, end: int, known: _Known) -> Fact:
        written = surface.text[start:end]
        return Fact(
            "text.link",
            surface.name,
            text=written,
            start=start,
            end=end,
            box=surface.box_of(start, end),
            source=f"{self.name}/{self.version}",
            attributes=_attributes(written, read_address(written), known),
        )


def spans_of(surface: Surface) -> tuple[Span, ...]:
    """The links of one surface. A declared link is one, however odd; a file name holds few."""
    text = surface.text
    if surface.name.startswith("links["):
        stripped = text.strip()
        if not stripped or stripped.lower().startswith(_PERSONAL):
            return ()
        start = text.index(stripped)
        return ((start, start + len(stripped)),)
    spans = link_spans(text)
    if surface.compound:
        # `photo.mov` and `letter.zip` are files; only a written-out address is a link there.
        return tuple(span for span in spans if text[span[0] :][:4].lower() in ("http", "www."))
    return spans


def _attributes(written: str, address: Address, known: _Known) -> dict[str, Value]:
    host, path = address.host, address.path
    named = bool(host) and not address.ip
    form = known.forms.holds(host, path)
    return {
        "url": address.url,
        "host": host,
        "domain": address.domain,
        "scheme": address.scheme,
        "path": path,
        "shortener": known.shorteners.holds(host, path),
        "look_alike_of": known.sites.imitated_by(host, address.shown) if named else None,
        "unicode": address.shown,
        "punycode": any(label.startswith("xn--") for label in _written_host(written).split(".")),
        "mixed_script": any(mixes_scripts(label) for label in address.shown.split(".")),
        "ip_host": address.ip,
        "credentials": address.credentials,
        "executable": _PROGRAMS.search(address.tail) is not None,
        "shared_document": not form and known.documents.holds(host, path),
        "form": form,
        "own": named and known.sites.is_own(host),
    }


def _written_host(written: str) -> str:
    place = written.lower().split("//", 1)[-1]
    return re.split(r"[/\\?#]", place, maxsplit=1)[0].rpartition("@")[2]
