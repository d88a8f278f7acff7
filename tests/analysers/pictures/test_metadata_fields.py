"""What single fields of picture files say."""

from __future__ import annotations

import pytest

from postcheck.analysers.pictures.metadata_fields import clean, moment, position, user_comment


@pytest.mark.parametrize(
    ("latitude", "north", "longitude", "east", "expected"),
    [
        ((51, 30, 26.6), "N", (0, 7, 39.9), "W", "51.50739, -0.12775"),
        ((33.5,), "S", (151.25,), "E", "-33.50000, 151.25000"),
        ((51, 30), "n", (0, 7), "e", "51.50000, 0.11667"),
        ((91, 0, 0), "N", (0, 0, 0), "E", None),
        ((51, 0, 0), "N", (181, 0, 0), "E", None),
        ((float("nan"),), "N", (0,), "E", None),
        ((51, 30, float("nan")), "N", (0, float("nan"), 36), "E", "51.50000, 0.01000"),
        (("?",), "N", (0,), "E", None),
        ((), "N", (), "E", None),
    ],
)
def test_positions(
    latitude: tuple[object, ...],
    north: str,
    longitude: tuple[object, ...],
    east: str,
    expected: str | None,
) -> None:
    assert position(latitude, north, longitude, east) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026:11:20 10:31:07", "2026-11-20T10:31:07"),
        ("2026-11-20T10:31", "2026-11-20T10:31"),
        ("2026-11-20", "2026-11-20"),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("last week", None),
    ],
)
def test_moments(text: str, expected: str | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"ASCII\0\0\0hello", "hello"),
        (b"UNICODE\0" + "Zoë".encode("utf-16-le"), "Zoë"),
        (b"UNICODE\0" + "Zoë".encode("utf-16-be"), "Zoë"),
        (b"UNICODE\0\xfe\xff" + "Zoë".encode("utf-16-be"), "Zoë"),
        (b"\0" * 8 + b"plain", "plain"),
        (b"no code at all", "no code at all"),
        (b"\0" * 8 + b"\0" * 20, ""),
    ],
)
def test_user_comments(raw: bytes, expected: str) -> None:
    assert clean(user_comment(raw)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"Zo\xc3\xab", "Zoë"),
        (b"Zo\xeb", "Zoë"),
        ("a\x00b\n\tc ", "a b c"),
        (("a", 1), "('a', 1)"),
        ("x" * 20_000, "x" * 10_000),
    ],
)
def test_clean(value: object, expected: str) -> None:
    assert clean(value) == expected
