"""What wins where the finders overlap, what is dropped, and what a find is finally called.

1. Dropped: finds of lists and model inside a phrase that is no person (the organisation's own
   names, `John Lewis`, `Well Done`), or before a word that makes them the name of a thing
   (`Charlotte Street`, `Hawking class`). A registered full name stays, as `namesake` or
   `named-after`, because a child may be meant.
   A name of the lists is dropped where the model sees several people in it, or a longer name of
   a place or an organisation around it.
2. Dropped: an unlikely full name of the lists, or a bare first name that is an ordinary word and
   stands where a word may stand, unless the model sees a person there too.
3. Where finds overlap, one stays. First a registered full name; then a public figure of two words
   or more; then the longest full name (lists before model at equal length); then titles and
   initials with a surname; then a registered first name; then public figures of one word; then
   whatever lists and model saw, the longest first.
4. A registered full name that is a public figure's too is `namesake`: the register wins, and a
   person is to look. So is a registered pupil's name with a grown-up's title before it.
5. Whoever has a title or a grown-up's work before the name is `titled`. Several people of one
   name make `shared-name`. A child's first name near an adult of the child's surname is
   `parent-surname`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from postcheck.analysers.words.people.finds import CERTAIN, Find
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grammar import BEFORE_NAMES, CALLINGS, TITLES, YOUNG
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.roster import atoms
from postcheck.analysers.words.people.tokens import JOINS, Token

_NEAR = 80
"""Code points between a child's first name and an adult's surname that count as beside it."""
_FULL = frozenset(("full", "handle"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text in which names were found: its words, and the spans of what is no person.

    `others` are the spans that the model takes for places or organisations.
    """

    tokens: list[Token]
    things: list[tuple[int, int]]
    knowledge: Knowledge
    others: Sequence[tuple[int, int]] = ()


def fuse(finds: Iterable[Find], around: Surroundings) -> list[Find]:
    """The finds of one surface, none overlapping, in the order of the text."""
    everything = list(finds)
    modelled = [find for find in everything if find.origin == "model"]
    kept = []
    for find in everything:
        if find.origin == "lists" and _overruled(find, modelled, around.others):
            continue
        judged = _against_things(find, around)
        if judged is not None and (judged.sure or any(map(judged.overlaps, modelled))):
            kept.append(judged)
    chosen: list[Find] = []
    for find in sorted(kept, key=_rank):
        rival = next((other for other in chosen if other.overlaps(find)), None)
        if rival is None:
            chosen.append(find)
        elif find.public and rival.origin == "register" and rival.form in _FULL:
            chosen[chosen.index(rival)] = replace(rival, reading="namesake")
    chosen.sort(key=lambda find: find.start)
    called = [_called(find, around) for find in chosen]
    return [_beside_adult(find, called, around.knowledge) for find in called]


def _overruled(find: Find, modelled: list[Find], others: Sequence[tuple[int, int]]) -> bool:
    """Whether the model sees several people where the lists see one, or a longer thing."""
    if find.public or find.form == "title-last":
        return False
    if sum(find.overlaps(other) and other.form in _FULL for other in modelled) > 1:
        return True
    return any(
        start <= find.start
        and find.end <= end
        and (find.form == "first" or end - start > find.length + len("'s"))
        for start, end in others
    )


def _rank(find: Find) -> tuple[int, int, int]:
    origin = ("register", "lists", "model").index(find.origin)
    registered, full = find.origin == "register", find.form in _FULL
    if registered and full:
        rank = 0 if find.reading in CERTAIN else 1
    elif find.public and find.form not in ("first", "last"):
        rank = 2
    elif full:
        rank = 3
    elif find.form == "title-last" or find.reading in ("initial-surname", "family"):
        rank = 4
    elif registered:
        rank = 5
    else:
        rank = 6 if find.public else 7
    return rank, -find.length, origin


def _against_things(find: Find, around: Surroundings) -> Find | None:
    """The find as it stands among the names of things; None for what is no person."""
    if find.public:
        return find
    stays = find.origin == "register" and find.form in _FULL and not _mere_words(find, around)
    for start, end in around.things:
        if (start <= find.start and find.end <= end) or (
            start < find.end and find.start < end and not stays
        ):
            return replace(find, reading="namesake") if stays else None
    if find.form != "title-last" and _named_after(find, around):
        return replace(find, reading="named-after") if stays else None
    return find


def _mere_words(find: Find, around: Surroundings) -> bool:
    """Whether a name is made of ordinary words and nothing lets one expect a name."""
    words = around.knowledge.words
    for index, token in enumerate(around.tokens):
        if token.start >= find.end or (token.start >= find.start and not words.ordinary(token.key)):
            return token.start >= find.end
        if token.start == find.start and index and around.tokens[index - 1].key in BEFORE_NAMES:
            return False
    return bool(around.tokens)


def _named_after(find: Find, around: Surroundings) -> bool:
    """Whether the next word, or for lists and model the last, makes the name that of a thing."""
    last = fold(find.last or "")
    if find.origin != "register" and last in around.knowledge.named_after:
        return True
    for index, token in enumerate(around.tokens):
        if token.start >= find.end:
            before = around.tokens[index - 1]
            return (
                token.gap in JOINS
                and not before.possessive
                and token.key in around.knowledge.named_after
            )
    return False


def _called(find: Find, around: Surroundings) -> Find:
    titled = find.form == "full" and not find.public and _after_title(find, around.tokens)
    if find.origin != "register":
        return replace(find, reading="titled") if titled else find
    people = around.knowledge.roster.people
    if find.form not in _FULL or find.reading not in CERTAIN:
        return find
    if len(find.people) > 1:
        return replace(find, reading="shared-name")
    grown_up = titled and all(people[code].role == "pupil" for code in find.people)
    return replace(find, reading="namesake") if grown_up else find


def _after_title(find: Find, tokens: list[Token]) -> bool:
    """Whether a title or a calling stands before the name, or a title after its comma."""
    after = next((token for token in tokens if token.start >= find.end), None)
    if after is not None and after.gap == "comma" and after.key in TITLES:
        return True
    before = [token for token in tokens if token.end <= find.start][-3:]
    here = next((token for token in tokens if token.start >= find.start), None)
    if not before or here is None or here.gap not in JOINS | {"dot", "comma"}:
        return False
    if before[-1].key in TITLES:
        return True
    return before[-1].key in CALLINGS and not any(token.key in YOUNG for token in before)


def _beside_adult(find: Find, finds: list[Find], knowledge: Knowledge) -> Find:
    """A child's first name with the surname that an adult beside it gives away."""
    if find.origin != "register" or find.form != "first":
        return find
    people = knowledge.roster.people
    for other in finds:
        if other is find or other.last is None or other.form not in ("full", "title-last"):
            continue
        if max(other.start - find.end, find.start - other.end) > _NEAR:
            continue
        if any(people[code].role == "pupil" for code in other.people):
            continue
        children = [
            code
            for code in find.people
            if people[code].role == "pupil"
            and "".join(atoms(people[code].surname or "")) == fold(other.last)
        ]
        if children:
            return replace(find, reading="parent-surname", last=other.last, people=tuple(children))
    return find
