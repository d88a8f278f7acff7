"""Where web addresses stand: the twitter-text rules, and what a reader may open beyond them."""

from __future__ import annotations

import pytest

from postcheck.analysers.words.links.find import link_spans


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in link_spans(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://www.bbc.co.uk/sport.", ["https://www.bbc.co.uk/sport"]),
        ("HTTPS://WWW.BBC.CO.UK", ["HTTPS://WWW.BBC.CO.UK"]),
        ("bbc.co.uk, bbc.com; youtu.be!", ["bbc.co.uk", "bbc.com", "youtu.be"]),
        ("foo.co.uk/bar(baz)", ["foo.co.uk/bar(baz)"]),
        ("(foo.co.uk/bar)", ["foo.co.uk/bar"]),
        ("(http://a.org/Primer_(film_(new)))", ["http://a.org/Primer_(film_(new))"]),
        ("http://foo.com/a,b.c;d=e?f=g&h=i#j!", ["http://foo.com/a,b.c;d=e?f=g&h=i#j"]),
        ("www.foo.com:8080/x?y=z", ["www.foo.com:8080/x?y=z"]),
        ("日本語foo.com日本", ["foo.com"]),
        ("twitter.jp日本語it.so/abcde", ["twitter.jp", "it.so/abcde"]),
        ("http://みんな.みんな/ あ", ["http://みんな.みんな/"]),
        ("http://münchen.de/ä", ["http://münchen.de/ä"]),
        ("https://пример.рф/путь", ["https://пример.рф/путь"]),
        ("“bbc.co.uk” … https://bbc.co.uk…", ["bbc.co.uk", "https://bbc.co.uk"]),
        ("http://t.co/abc,def", ["http://t.co/abc"]),
        ("http://t.co/abc?d=e. http://t.co/abc/?d", ["http://t.co/abc?d=e", "http://t.co/abc"]),
        ("http://t.co/" + "a" * 41, []),
        ("http://foo.example/ and earlylife.example", ["http://foo.example/", "earlylife.example"]),
        ("MLB.tv 🎉vine.co🎉", ["MLB.tv", "vine.co"]),
        ("http://xn--80ak6aa92e.com/", ["http://xn--80ak6aa92e.com/"]),
        ("a.http://bbc.com", ["http://bbc.com"]),
        ("http://a.com/日本語foo.com", ["http://a.com/", "foo.com"]),
        ("https://한국.한국 foo.org", ["https://한국.한국", "foo.org"]),
        ("日本.日本/http://foo.org", ["http://foo.org"]),
        ("https://foo.vermögensberatung/x", ["https://foo.vermögensberatung/x"]),
        ("https://foo.com/a—see foo.com/b–c", ["https://foo.com/a", "foo.com/b–c"]),
        ("1.com 2.org/x 3.school/x", ["1.com", "2.org/x", "3.school/x"]),
        ("a.school:80 a.school/x great.school", ["a.school", "a.school/x"]),
        ("a.com,http://b.com\nc.com", ["a.com", "http://b.com", "c.com"]),
    ],
)
def test_twitter_rules(text: str, links: list[str]) -> None:
    assert found(text) == links


@pytest.mark.parametrize(
    "text",
    [
        "jo@school.org jo.smith@mail.school.org first.name@a.com",
        "$foo.com #foo.com @foo.com -foo.com _foo.com /foo.com",
        "http://foo.notatld http://foo http://.com foo..com",
        "e.g. i.e. U.K. 10.30am 1.5 v2.0.1 Yr.6 St.John's",
        "What a day.It was fun.So we sang",
        "great fun.today we ran",
        "meet at 6.am",
        "photo.jpg letter.docx",
        "http://-foo.com- x https://www._foo.com/",
        "data: 5 pupils, javascript: a language, ftp: an old thing",
    ],
)
def test_no_links(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("go https://bbc.co.uk@evil.example/x.", ["https://bbc.co.uk@evil.example/x"]),
        ("http://user:pw@evil.example", ["http://user:pw@evil.example"]),
        ("http://192.168.0.1/a b", ["http://192.168.0.1/a"]),
        ("http://0x7f000001/ http://2130706433/", ["http://0x7f000001/", "http://2130706433/"]),
        ("http://[::1]:80/x", ["http://[::1]:80/x"]),
        ("192.168.0.1/admin", ["192.168.0.1/admin"]),
        ("http://localhost:8000/", ["http://localhost:8000/"]),
        ("ftp://files.school.org/x.exe", ["ftp://files.school.org/x.exe"]),
        ("javascript:alert(1)//", ["javascript:alert(1)//"]),
        ("data:text/html,hello", ["data:text/html,hello"]),
        ("hxxps://evil.example/a", ["hxxps://evil.example/a"]),
    ],
)
def test_beyond_twitter(text: str, links: list[str]) -> None:
    assert found(text) == links


@pytest.mark.parametrize(
    "text", ["a." * 40_000, "あ" * 90_000, "http://" * 12_000, "(" * 90_000, "a.b/(" * 18_000]
)
def test_hostile_texts_stay_quick(text: str) -> None:
    assert isinstance(link_spans(text), tuple)
