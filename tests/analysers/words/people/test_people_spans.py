"""Spans found by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postcheck.analysers.words.people.spans import SpanIndex

spans = st.tuples(st.integers(0, 400), st.integers(1, 200)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=20), spans)
def test_the_index_finds_what_a_search_finds(held: list[tuple[int, int]], asked) -> None:
    index = SpanIndex((start, end, number) for number, (start, end) in enumerate(held))
    start, end = asked
    expected = [n for n, (begins, ends) in enumerate(held) if begins < end and start < ends]
    assert sorted(index.touching(start, end)) == expected
