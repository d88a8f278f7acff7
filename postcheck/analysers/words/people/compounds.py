"""Names run together: in hashtags, handles, links, e-mail addresses and file names."""

from __future__ import annotations

from collections.abc import Iterator

from postcheck.analysers.words.people.finds import Find, Form
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.roster import JoinedName
from postcheck.analysers.words.people.row import run_together
from postcheck.analysers.words.people.tokens import Token
from postcheck.analysers.words.people.vocabulary import STRONG
from postcheck.language.splitting import split

_SURE_LENGTH = 12
"""Letters from which a registered name counts wherever it stands."""
_LIKELY_LENGTH = 9
"""Letters from which one end at the edge of a word is enough."""
_COINED = ("thon", "fest", "mania", "gate", "opoly")
"""How words end that are made up around a first name."""
_RUN_LENGTH = 10
"""Letters of a word that may be a first name and a surname of the lists."""
_SHORTEST_PART = 4


def find_in_compound(
    text: str, start: int, end: int, form: Form, knowledge: Knowledge
) -> Iterator[Find]:
    """Names in `text[start:end]`, whose words have no blanks between them."""
    yield from find_registered_in_compound(text, start, end, form, knowledge)
    yield from _listed(text, _words(text, start, end), form, knowledge)


def find_registered_in_compound(
    text: str, start: int, end: int, form: Form, knowledge: Knowledge
) -> Iterator[Find]:
    """Those of them that are on the register; also in one long word, as OCR runs words together."""
    letters, places = _letters(text, start, end)
    edges = {edge for word in _words(text, start, end) for edge in word}
    for index in range(len(letters)):
        for name in knowledge.roster.joined_at(letters, index):
            first, last = places[index], places[index + len(name.letters) - 1]
            if _stands_alone(first, last + 1, name, edges, knowledge):
                yield run_together(text[first : last + 1], first, name, form)


def find_run_together(token: Token, knowledge: Knowledge) -> Find | None:
    """A first name and a surname of the lists in one word: `OLIVIABENNETT`, `OliviaBennett`.

    Only a capital between them makes it certain.
    """
    words, key = knowledge.words, token.key
    known = words.ordinary(key) or words.surname(key) or words.first(key)
    if known or len(key) < _RUN_LENGTH or len(key) != len(token.text) or not token.capital:
        return None
    for cut in range(len(key) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if _pair([key[:cut], key[cut:]], 0, False, knowledge):
            divided = token.text[cut].isupper() and not token.upper
            first, last = token.text[:cut], token.text[cut:]
            return Find(
                token.start,
                token.end,
                "lists",
                "full",
                first,
                last,
                reading="run-together",
                sure=divided,
            )
    return None


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the words; none where there is no letter."""
    written = text[start:end]
    return [(start + a, start + b) for a, b in split(written) if written[a:b].isalpha()]


def _letters(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The folded letters of a stretch of text, and the place of each."""
    letters, places = [], []
    for place in range(start, end):
        for letter in fold(text[place]) if text[place].isalpha() else "":
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _stands_alone(
    start: int, end: int, name: JoinedName, edges: set[int], knowledge: Knowledge
) -> bool:
    """Whether the letters are likely to be a name and not by chance in other words."""
    begins, ends = start in edges, end in edges
    if knowledge.words.ordinary(name.letters):
        return False
    if begins and ends:
        return True
    length = len(name.letters)
    return length >= _SURE_LENGTH or (length >= _LIKELY_LENGTH and (begins or ends))


def _listed(
    text: str, words: list[tuple[int, int]], form: Form, knowledge: Knowledge
) -> Iterator[Find]:
    keys = [fold(text[a:b]) for a, b in words]
    index = 0
    while index < len(keys):
        figure = _run_in(keys, index, knowledge.figure_runs)
        thing = _run_in(keys, index, knowledge.thing_runs)
        if figure:
            yield _compound(text, words[index:figure], form, public=True)
        elif not thing and (
            _pair(keys, index, _apart(text, words, index), knowledge)
            or (index == 0 and _whole(text, words, keys, knowledge))
        ):
            yield _compound(text, [words[index], _to_boundary(text, words, index + 1)], form)
        index = figure or thing or index + 1


def _apart(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether a capital or a mark divides a word from the next."""
    if index + 1 >= len(words):
        return False
    return words[index][1] < words[index + 1][0] or text[words[index + 1][0]].isupper()


def _to_boundary(text: str, words: list[tuple[int, int]], index: int) -> tuple[int, int]:
    """A word with a capital, up to where the writing ends it (Pell and is in AmeliaPellis)."""
    start, end = words[index]
    if text[start].isupper() and not text[start:end].isupper():
        for begins, ends in words[index + 1 :]:
            if begins != end or text[begins].isupper():
                break
            end = ends
    return start, end


def _run_in(keys: list[str], index: int, runs: set[str]) -> int | None:
    """The index after the words that together make one of the runs."""
    for stop in range(min(len(keys), index + 7), index + 1, -1):
        if "".join(keys[index:stop]) in runs:
            return stop
    return None


def _pair(keys: list[str], index: int, apart: bool, knowledge: Knowledge) -> bool:
    """Whether a strong first name and a surname begin here, which the writing may set apart."""
    key = keys[index]
    strong = knowledge.words.first(key) == STRONG and not knowledge.words.ordinary(key)
    named = strong and index + 1 < len(keys) and _surname(keys, index + 1, knowledge)
    return named and not (keys[index + 1] in knowledge.place_words and not apart)


def _whole(text: str, words: list[tuple[int, int]], keys: list[str], knowledge: Knowledge) -> bool:
    """Whether a usual first name and one unknown word with capitals are all there is."""
    if len(words) < 2 or not _apart(text, words, 0) or not text[words[0][0]].isupper():
        return False
    start, end = _to_boundary(text, words, 1)
    rest = "".join(keys[1:])
    if text[start:end].isupper() or rest.endswith(_COINED):
        return False
    unknown = not any(knowledge.words.ordinary(key) for key in (*keys, rest) if len(key) > 2)
    strong = knowledge.words.first(keys[0]) == STRONG
    return strong and unknown and end == words[-1][1] and rest not in knowledge.named_after


def _surname(keys: list[str], index: int, knowledge: Knowledge) -> bool:
    key = keys[index]
    follows = keys[index + 1] if index + 1 < len(keys) else ""
    named = knowledge.words.surname(key) and (
        not knowledge.words.ordinary(key) or key in knowledge.words.common_surnames
    )
    things = knowledge.named_after
    return named and len(key) > 1 and key not in things and follows not in things


def _compound(text: str, words: list[tuple[int, int]], form: Form, public: bool = False) -> Find:
    (start, middle), last, end = words[0], words[1][0], words[-1][1]
    return Find(
        start,
        end,
        "lists",
        form,
        first=text[start:middle],
        last=text[last:end],
        reading="run-together",
        public=public,
    )
