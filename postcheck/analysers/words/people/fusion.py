"""What wins where the finders overlap, what is dropped, and what a find is finally called.

1. Dropped: finds of lists and model inside a phrase that is no person (the organisation's own
   names, `John Lewis`, `Well Done`), or before a word that makes them the name of a thing
   (`Charlotte Street`, `Hawking class`). A registered full name stays, as `namesake` or
   `named-after`, because a child may be meant; not within a longer title that is known
   (`Charlie Cook's Favourite Book`).
   A name of the lists is dropped where the model sees several people in it, or a longer name of
   a place or an organisation around it; one of the model where register or lists see several
   people in it, or where it is too unsure for what the lists know of the name (evidence.py).
   A first name or a surname is dropped where it is the part that somebody plays, or stands in
   brackets behind a name, as houses do.
2. Dropped: an unlikely full name of the lists, or a bare first name that is an ordinary word and
   stands where a word may stand, unless the model sees a person there too.
3. Where finds overlap, one stays. First a registered full name; then a public figure of two words
   or more; then the longest full name (lists before model at equal length); then titles and
   initials with a surname; then a registered first name; then public figures of one word; then
   whatever lists and model saw, the longest first.
4. A registered full name that is a public figure's too is `namesake`: the register wins, and a
   person is to look. So is a registered pupil's name with a grown-up's title before it.
5. Whoever has a title or a grown-up's work beside the name is `titled`. Several people of one
   name make `shared-name`. A child's first name near an adult of the child's surname is
   `parent-surname`.
6. A full name in a row of public figures (`Alice Ball, Ada Lovelace and …`) is one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from postcheck.analysers.words.people.evidence import believed
from postcheck.analysers.words.people.figures import among_figures
from postcheck.analysers.words.people.finds import CERTAIN, FULL, Find
from postcheck.analysers.words.people.folding import fold
from postcheck.analysers.words.people.grown_up import after_title, at_work
from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.outsiders import told_outsider
from postcheck.analysers.words.people.roster import atoms
from postcheck.analysers.words.people.spans import SpanIndex
from postcheck.analysers.words.people.surroundings import Surroundings, against_things
from postcheck.analysers.words.people.things import in_brackets, is_role
from postcheck.analysers.words.people.told_adults import told_grown_up

_NEAR = 80
"""Code points between a child's first name and an adult's surname that count as beside it."""


def fuse(finds: Iterable[Find], around: Surroundings) -> list[Find]:
    """The finds of one surface, none overlapping, in the order of the text."""
    chosen = _best(_credible(list(finds), around))
    named_from = {find.start for find in chosen if find.form != "first"}
    named_to = {find.end for find in chosen}
    called = [
        _called(find, around)
        for find in sorted(chosen, key=lambda find: find.start)
        if find.origin == "register"
        or find.form not in ("first", "last")
        or not (
            is_role(around.text, find.end, named_from)
            or in_brackets(around.text, find.start, find.end, named_to)
        )
    ]
    called = among_figures(_same_again(called), around.text)
    adults = SpanIndex((find.start, find.end, find) for find in called if find.last)
    return [_beside_adult(find, adults, around.knowledge) for find in called]


def _credible(everything: list[Find], around: Surroundings) -> list[Find]:
    """The finds that other finds, the words around them and the names of things bear out."""
    modelled = SpanIndex(
        (find.start, find.end, find) for find in everything if find.origin == "model"
    )
    listed = SpanIndex(
        (find.start, find.end, find) for find in everything if find.origin != "model"
    )
    given = _given_in_two_words(everything)
    initials = _registered_initials(everything, around.text)
    kept = []
    for find in everything:
        if find.origin != "register" and (find.start, find.end) in given:
            continue
        if find.origin != "register" and find.end > initials.get(find.start, find.end):
            continue
        beside = list(modelled.touching(find.start, find.end))
        if find.origin == "lists" and _overruled(find, beside, around):
            continue
        if find.origin == "model" and not believed(
            find, around.text, around.tokens, around.knowledge
        ):
            continue
        if find.origin == "model" and _several(find, listed):
            continue
        judged = against_things(find, around)
        if judged is not None and (judged.sure or beside):
            kept.append(judged)
    return kept


def _best(kept: list[Find]) -> list[Find]:
    """Of finds that overlap the one that ranks first."""
    chosen: dict[int, Find] = {}
    taken: SpanIndex[int] = SpanIndex()
    for number, find in enumerate(sorted(kept, key=_rank)):
        rival = next(taken.touching(find.start, find.end), None)
        if rival is None:
            chosen[number] = find
            taken.add(find.start, find.end, number)
        elif find.public and chosen[rival].origin == "register" and chosen[rival].form in FULL:
            chosen[rival] = replace(chosen[rival], reading="namesake")
    return list(chosen.values())


def _given_in_two_words(finds: Iterable[Find]) -> set[tuple[int, int]]:
    """Where first names of the register stand that are written as two words."""
    return {
        (find.start, find.end)
        for find in finds
        if find.origin == "register" and find.form == "first" and " " in (find.first or "")
    }


def _registered_initials(finds: Iterable[Find], text: str) -> dict[int, int]:
    """Where registered people end whose initial has a full stop: `Obinna E. Last day`."""
    return {
        find.start: find.end
        for find in finds
        if find.origin == "register" and find.form == "first-initial" and find.people
        if text[find.end : find.end + 2] == ". "
    }


def _several(find: Find, listed: SpanIndex[Find]) -> bool:
    """Whether register or lists see several people where the model sees one."""
    inside = {
        other.start
        for other in listed.touching(find.start, find.end)
        if find.start <= other.start
        and other.end <= find.end
        and other.form in ("full", "first-initial")
    }
    return len(inside) > 1


def _overruled(find: Find, modelled: list[Find], around: Surroundings) -> bool:
    """Whether the model sees several people where the lists see one, or a longer thing."""
    if find.public or find.form == "title-last":
        return False
    if sum(other.form in FULL for other in modelled) > 1:
        return True
    return any(
        start <= find.start
        and find.end <= end
        and (find.form == "first" or end - start > find.length + len("'s"))
        for start, end in around.others.touching(find.start, find.end)
    )


def _rank(find: Find) -> tuple[int, int, int]:
    origin = ("register", "lists", "model").index(find.origin)
    registered, full = find.origin == "register", find.form in FULL
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


def _called(find: Find, around: Surroundings) -> Find:
    adult = find.form == "full" and not find.public
    titled = adult and after_title(find, around.tokens)
    if find.origin != "register":
        titled = titled or (adult and at_work(find, around.tokens))
        told = (told_grown_up, told_outsider)
        where = (around.text, find.start, find.end)
        titled = titled or (adult and any(tells(*where) for tells in told))
        return replace(find, reading="titled") if titled else find
    people = around.knowledge.roster.people
    if find.form not in FULL or find.reading not in CERTAIN:
        return find
    if len(find.people) > 1:
        return replace(find, reading="shared-name")
    grown_up = titled and all(people[code].role == "pupil" for code in find.people)
    return replace(find, reading="namesake") if grown_up else find


def _same_again(called: list[Find]) -> list[Find]:
    """The finds, where a grown-up who is told to be one once is one wherever named in full."""
    grown_up = {_name(find) for find in called if _unknown(find) and find.reading == "titled"}
    return [
        replace(find, reading="titled") if _unknown(find) and _name(find) in grown_up else find
        for find in called
    ]


def _unknown(find: Find) -> bool:
    return find.origin != "register" and find.form == "full" and not find.public


def _name(find: Find) -> tuple[str, str]:
    return fold(find.first or ""), fold(find.last or "")


def _beside_adult(find: Find, adults: SpanIndex[Find], knowledge: Knowledge) -> Find:
    """A child's first name with the surname that an adult beside it gives away."""
    if find.origin != "register" or find.form != "first":
        return find
    people = knowledge.roster.people
    for other in adults.touching(max(0, find.start - _NEAR), find.end + _NEAR):
        if other.last is None or other.form not in ("full", "title-last"):
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
