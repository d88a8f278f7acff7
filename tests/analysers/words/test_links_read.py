"""What a link says and pretends to be."""

from __future__ import annotations

from datetime import date

import pytest

from postcheck.analysers.base import Scene
from postcheck.analysers.words.links.address import ipv4, read_address
from postcheck.analysers.words.links.analyser import LinkAnalyser
from postcheck.analysers.words.links.look_alikes import KnownSites
from postcheck.config.model import Config, Organisation, VerifiedLink
from postcheck.documents.read import read_yaml
from postcheck.drafts.model import Draft
from postcheck.drafts.surfaces import Surface
from postcheck.facts.model import Fact
from postcheck.people.accounts import Account
from postcheck.policy.lists import ListFile
from postcheck.resources import rules_folder
from postcheck.setting import Setting

NAMES = ("shorteners", "cloud-documents", "forms", "well-known-sites")
LISTS = {
    name: read_yaml(
        name, (rules_folder() / "common" / "lists" / f"{name}.yaml").read_text(), ListFile
    )
    for name in NAMES
}
CONFIG = Config(
    organisation=Organisation(domains=("earlylife.example",)),
    verified_links=(VerifiedLink(host="bbc.co.uk", verified_on=date(2026, 8, 24)),),
)
SETTING = Setting(config=CONFIG, lists=LISTS)
ANALYSER = LinkAnalyser()


def look(text: str, name: str = "text", compound: bool = False) -> list[Fact]:
    scene = Scene(
        draft=Draft(text="x"),
        account=Account(id="a"),
        setting=SETTING,
        surfaces=(Surface(name, text, compound=compound),),
    )
    (seen,) = ANALYSER.analyse([scene])
    facts = [item for item in seen if isinstance(item, Fact)]
    for fact in facts:
        assert fact.text == text[fact.start : fact.end]
        assert fact.score is None
    return facts


@pytest.mark.parametrize(
    ("written", "url", "scheme", "host", "domain", "path"),
    [
        ("bbc.co.uk", "https://bbc.co.uk", "", "bbc.co.uk", "bbc.co.uk", ""),
        ("HTTP://News.BBC.co.uk/a?b#c", "http://news.bbc.co.uk/a?b#c", "http", "news.bbc.co.uk",
         "bbc.co.uk", "/a"),
        ("bbc.co.uk:443/x", "https://bbc.co.uk:443/x", "", "bbc.co.uk", "bbc.co.uk", "/x"),
        ("//bbc.co.uk/x", "https://bbc.co.uk/x", "", "bbc.co.uk", "bbc.co.uk", "/x"),
        ("https:\\\\bbc.co.uk\\x", "https://bbc.co.uk\\x", "https", "bbc.co.uk", "bbc.co.uk", "/x"),
        ("https://a@b@evil.example/", "https://a@b@evil.example/", "https", "evil.example",
         "evil.example", "/"),
        ("https://bücher.de", "https://xn--bcher-kva.de", "https", "xn--bcher-kva.de",
         "xn--bcher-kva.de", ""),
        ("https://foo.github.io/x", "https://foo.github.io/x", "https", "foo.github.io",
         "foo.github.io", "/x"),
        ("http://2130706433/", "http://127.0.0.1/", "http", "127.0.0.1", "127.0.0.1", "/"),
        ("javascript:alert(1)", "javascript:alert(1)", "javascript", "", "", ""),
        ("https://bbc。co。uk/", "https://bbc.co.uk/", "https", "bbc.co.uk", "bbc.co.uk", "/"),
        ("https://%62bc.co.uk", "https://bbc.co.uk", "https", "bbc.co.uk", "bbc.co.uk", ""),
        ("not a link at all", "https://not a link at all", "", "not a link at all",
         "not a link at all", ""),
        ("", "https://", "", "", "", ""),
    ],
)  # fmt: skip
def test_addresses_taken_apart(
    written: str, url: str, scheme: str, host: str, domain: str, path: str
) -> None:
    address = read_address(written)
    assert (address.url, address.scheme, address.host) == (url, scheme, host)
    assert (address.domain, address.path) == (domain, path)


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("256.1.1.1", None),
        ("1.2.3.4.5", None),
        ("bbc.co.uk", None),
        ("4294967296", None),
        ("１２７.0.0.1", None),
    ],
)
def test_numbers_for_hosts(host: str, number: str | None) -> None:
    assert ipv4(host) == number


@pytest.mark.parametrize(
    ("link", "true"),
    [
        ("https://bit.ly/abc", {"shortener"}),
        ("bit.ly", {"shortener"}),
        ("https://notbit.ly/abc", set()),
        ("https://docs.google.com/forms/d/e/1/viewform", {"form"}),
        ("https://docs.google.com/document/d/1/edit", {"shared_document"}),
        ("https://docs.google.com/", set()),
        ("https://school.sharepoint.com/:w:/s/x", {"shared_document"}),
        ("https://www.dropbox.com/scl/fi/x", {"shared_document"}),
        ("https://www.dropbox.com/business", set()),
        ("https://forms.gle/abc", {"form"}),
        ("https://www.earlylife.example/a", {"own"}),
        ("https://earlylife.example.org/a", set()),
        ("http://192.168.0.1/", {"ip_host"}),
        ("http://[::1]/", {"ip_host"}),
        ("https://me@bbc.co.uk/", {"credentials"}),
        ("https://bbc.co.uk/@me", set()),
        ("https://bbc.co.uk/game.EXE", {"executable"}),
        ("https://bbc.co.uk/get?file=app.apk&x=1", {"executable"}),
        ("https://bbc.co.uk/letter.pdf", set()),
        ("https://executable.com/", set()),
        ("https://xn--bcher-kva.de/", {"punycode"}),
        ("https://bücher.de/", set()),
        ("https://exаmple.org/", {"mixed_script"}),
        ("https://пример.рф/", set()),
    ],
)
def test_flags(link: str, true: set[str]) -> None:
    (fact,) = look(f"See {link} now")
    assert fact.text == link
    assert {name for name, value in fact.attributes.items() if value is True} == true


IMITATIONS = [
    ("bbc-co-uk.example", "bbc.co.uk"),
    ("bbc.co.uk.example.net", "bbc.co.uk"),
    ("www-bbc.example", "bbc.co.uk"),
    ("bbс.co.uk", "bbc.co.uk"),
    ("xn--bb-pmc.co.uk", "bbc.co.uk"),
    ("paypa1.com", "paypal.com"),
    ("rnicrosoft.com", "microsoft.com"),
    ("gooogle.com", "google.com"),
    ("facebok.com", "facebook.com"),
    ("yuotube.com", "youtube.com"),
    ("paypal-login.com", "paypal.com"),
    ("paypal.secure-login.example", "paypal.com"),
    ("youtube.cm", "youtube.com"),
    ("earlylife-nursery.example", "earlylife.example"),
    ("ear1ylife.example", "earlylife.example"),
    ("early-life.org", "earlylife.example"),
    ("аррӏе.com", "apple.com"),
]


@pytest.mark.parametrize(("host", "known"), IMITATIONS)
def test_look_alikes(host: str, known: str) -> None:
    (fact,) = look(f"https://{host}/x")
    assert fact.attributes["look_alike_of"] == known


@pytest.mark.parametrize(
    "host",
    [
        "bbc.co.uk", "www.bbc.co.uk", "bbc.com", "abc.co.uk", "bbb.co.uk", "nbc.com", "cbc.ca",
        "google.com.br", "google.fr", "earlylife.example", "earlylife.co.uk", "guardian.co.uk",
        "nature.com", "goodle-farm.org", "apples.com", "appletreefarm.co.uk", "service.gov.uk",
        "bbc-news.co.uk", "skyline.com", "mindful.org", "tescos.net", "halfords.com",
    ],
)  # fmt: skip
def test_honest_neighbours(host: str) -> None:
    (fact,) = look(f"https://{host}/x")
    assert fact.attributes["look_alike_of"] is None


def test_no_known_sites_no_look_alikes() -> None:
    assert KnownSites().imitated_by("paypa1.com", "paypa1.com") is None


@pytest.mark.parametrize(
    "link",
    ["bbc.co.uk/sport", "http://intranet/x", " //evil.example ", "what is this", "javascript:x"],
)
def test_a_declared_link_is_one_whole_link(link: str) -> None:
    (fact,) = look(link, "links[0]")
    assert fact.text == link.strip()


@pytest.mark.parametrize("link", ["", "  ", "mailto:jo@school.org", "tel:0113"])
def test_a_declared_contact_is_no_link(link: str) -> None:
    assert look(link, "links[0]") == []


@pytest.mark.parametrize(
    ("name", "count"), [("photo.mov", 0), ("a.zip", 0), ("www.bbc.com.jpg", 1)]
)
def test_file_names_are_rarely_links(name: str, count: int) -> None:
    assert len(look(name, "media[0].file-name", compound=True)) == count


def test_the_lists_are_sound() -> None:
    assert len(LISTS["shorteners"].entries) >= 150
    for listed in LISTS.values():
        assert listed.match == "host"
        assert len(set(listed.entries)) == len(listed.entries)
        assert all(entry == entry.lower().strip("/") for entry in listed.entries)
