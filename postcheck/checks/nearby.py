"""What stands near a fact, in its picture or in its draft: people, the organisation, its terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from postcheck.checks.case import Case
from postcheck.drafts.surfaces import declared
from postcheck.facts.model import Fact
from postcheck.people.our_name import means_us
from postcheck.people.ours import holds_our_name, without_places

BODY = 3.0
"""Heights of a face within which its person's chest lies below the chin."""
SHOULDERS = 1.5
"""Widths of a face from its middle to the shoulder."""
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?…](?=\s)|\n(?![a-z])")
"""A line that goes on in small letters is a wrapped one, not a new sentence."""
_PRONOUN = re.compile(
    r"\b(?:s?he|her|his|him)\b|^\W*(?:they|their|both|the family|mum|dad)\b",
    re.IGNORECASE,
)
"""How a sentence speaks on of whoever the one before it names."""
FURTHER = 2
"""Sentences through which somebody is spoken of by pronouns alone."""
STAND_FOR_PEOPLE = ("person-by-role", "relative-by-name")
"""The categories of words by which somebody is known without a name of their own."""
ANIMALS = "animals"
"""The category of words that tell of animals."""
CONDEMNS = "condemns"
"""The category of words that speak against what is quoted."""


def pupil_near(case: Case, fact: Fact) -> bool:
    """Whether a pupil of the register is named near the fact or declared in its picture."""
    return _pupil_shown_with(case, fact) or any(
        person.attributes.get("role") == "pupil" for person in _named_near(case, fact)
    )


def pupil_in_sentence(case: Case, fact: Fact) -> bool:
    """Whether a pupil is named in the same sentence as the fact, or declared in its picture.

    The sentence before counts as well where this one goes on about the same person (`She has …`).
    """
    if _pupil_shown_with(case, fact):
        return True
    text = case.around.text(fact.surface)
    return any(
        person.attributes.get("role") == "pupil" and _meant(text, person, fact)
        for person in _named_near(case, fact)
    )


def name_in_sentence(case: Case, fact: Fact) -> bool:
    """Whether anyone is named in its sentence, or in the one that it goes on from."""
    text = case.around.text(fact.surface)
    return any(_meant(text, person, fact) for person in _named_near(case, fact))


def told_of(case: Case, fact: Fact) -> tuple[str, ...]:
    """Who can be recognised as the one whom it is told of, in its sentence or the one before.

    A role of the register, `first-name` where a first name alone could be a colleague's or a
    parent's, `titled` for a title with a surname and `full-name` for a whole name (nobody of the
    register), and the categories of words that stand for somebody without a name. `pet` is a first
    name of nobody in a post about animals.
    """
    text = case.around.text(fact.surface)
    told = set()
    for person in _named_near(case, fact):
        if not _meant(text, person, fact) or _animal_before(case, text, person, fact):
            continue
        form = person.attributes.get("form")
        if form == "first" and person.attributes.get("role") in ("staff", "parent"):
            told.add("first-name")
        elif person.attributes.get("person"):
            told.add(str(person.attributes.get("role")))
        elif form == "title-last":
            told.add("titled")
        elif form == "full" and not person.attributes.get("role"):
            told.add("full-name")
        elif form == "first" and ANIMALS in topics_near(case, fact, sentence=False):
            told.add("pet")
    for topic in case.around.near("text.topic", fact):
        category = str(topic.attributes.get("category"))
        if category in STAND_FOR_PEOPLE and _meant(text, topic, fact):
            told.add(category)
    return tuple(sorted(told))


def quoted(case: Case, fact: Fact) -> bool:
    """Whether the fact stands within quotation marks."""
    return case.around.quoted(fact)


def condemned(case: Case, fact: Fact) -> bool:
    """Whether it is quoted, and words near it speak against it."""
    return quoted(case, fact) and CONDEMNS in topics_near(case, fact, sentence=False)


def registered_near(case: Case, fact: Fact) -> bool:
    """Whether anyone of the register is named near the fact."""
    return any(person.attributes.get("person") for person in _named_near(case, fact))


def roles_near(case: Case, fact: Fact, *, sentence: bool) -> tuple[str, ...]:
    """The roles of people named near the fact, or in its sentence alone."""
    people = _named_near(case, fact)
    return _told(case, fact, people, "role", sentence=sentence)


def topics_near(case: Case, fact: Fact, *, sentence: bool) -> tuple[str, ...]:
    """The subjects of other words near the fact, or in its sentence alone."""
    topics = (topic for topic in case.around.near("text.topic", fact) if topic is not fact)
    return _told(case, fact, topics, "category", sentence=sentence)


def name_near(case: Case, fact: Fact) -> bool:
    """Whether anyone is named near the fact, public figures apart."""
    return any(True for _ in _named_near(case, fact))


def face_above(case: Case, fact: Fact) -> bool:
    """Whether a face of the picture is so placed above the fact that it may be worn by that person.

    That is within three heights of the face below it, and one and a half widths to each side.
    """
    box = fact.box
    if box is None:
        return False
    across, down = box.x + box.width / 2, box.y + box.height / 2
    for face in case.facts.on("image.face", fact.surface.partition(".")[0]):
        if face.box is not None:
            chin = face.box.y + face.box.height
            aside = abs(across - (face.box.x + face.box.width / 2))
            below = 0 < down - chin <= BODY * face.box.height
            if below and aside <= SHOULDERS * face.box.width:
                return True
    return False


def term_released(case: Case, fact: Fact) -> bool:
    """Whether a confidential term of the configuration is public on the publishing day."""
    term = str(fact.attributes.get("term") or "").casefold()
    days = [
        entry.public_from
        for entry in case.setting.config.confidential_terms
        if entry.term.casefold() == term
    ]
    return bool(days) and all(day is not None and day <= case.day for day in days)


def pupil_declared(case: Case) -> bool:
    """Whether a pupil is declared in any picture of the draft."""
    return any(_is_pupil(case, code) for medium in case.draft.media for code in medium.people)


def names_organisation(case: Case) -> bool:
    """Whether the draft's own words name the organisation, also in a hashtag or by a handle."""
    tags: list[str] = []
    for tag in (*case.facts.of("text.hashtag"), *case.facts.of("text.mention")):
        words = tag.attributes.get("words")
        tags.append(" ".join(words) if isinstance(words, tuple) else "")
        if tag.attributes.get("own"):
            return True
    ours = case.setting.config.organisation
    texts = (without_places(surface.text) for surface in declared(case.draft))
    return any(holds_our_name(ours, tag) for tag in tags) or any(
        means_us(ours, text) for text in texts
    )


def child_assent(case: Case, fact: Fact) -> str | None:
    """What the child itself says of pictures: `no` where any record says so, else `yes`.

    `unknown` where nothing is recorded; None where the fact's person is not on the register.
    """
    person = case.setting.register.get(str(fact.attributes.get("person") or ""))
    if person is None:
        return None
    said = {consent.child_assent for consent in person.consents if consent.purpose == "image"}
    return "no" if "no" in said else "yes" if "yes" in said else "unknown"


def _animal_before(case: Case, text: str, person: Fact, fact: Fact) -> bool:
    """Whether an animal of the sentence stands nearer to the words than the person does.

    Then it is the hamster of Mrs Marsh who is ill, not Mrs Marsh.
    """
    if fact.start is None or person.end is None:
        return False
    begin = person.end if person.end <= fact.start else 0
    return any(
        topic.attributes.get("category") == ANIMALS
        and topic.end is not None
        and begin < topic.end <= fact.start
        and not _sentence_ends(text, topic, fact)
        for topic in case.facts.on("text.topic", fact.surface)
    )


def _told(
    case: Case, fact: Fact, others: Iterable[Fact], attribute: str, *, sentence: bool
) -> tuple[str, ...]:
    """One attribute of facts around another, each value once."""
    text = case.around.text(fact.surface)
    told = (
        str(other.attributes[attribute])
        for other in others
        if other.attributes.get(attribute) and not (sentence and _sentence_ends(text, other, fact))
    )
    return tuple(sorted(set(told)))


def _is_pupil(case: Case, code: str) -> bool:
    person = case.setting.register.get(code)
    return person is not None and person.role == "pupil"


def _pupil_shown_with(case: Case, fact: Fact) -> bool:
    medium = case.medium_of(fact)
    return medium is not None and any(_is_pupil(case, code) for code in medium.people)


def _meant(text: str, person: Fact, fact: Fact) -> bool:
    """Whether a fact is told of a person: in one sentence, or in those behind it by a pronoun."""
    if person.end is None or fact.start is None or person.end > fact.start:
        return not _sentence_ends(text, person, fact)
    ends = [end.end() for end in SENTENCE_END.finditer(text, person.end, fact.start)]
    if len(ends) > FURTHER:
        return False
    close = SENTENCE_END.search(text, fact.end or fact.start)
    ends.append(close.start() if close else len(text))
    return all(_PRONOUN.search(text[begin:end]) for begin, end in pairwise(ends))


def _sentence_ends(text: str, one: Fact, other: Fact) -> bool:
    """Whether a sentence ends between two facts; the full stop after an initial ends none."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    between = min(one.end, other.end), max(one.start, other.start)
    return SENTENCE_END.search(text, *between) is not None


def _named_near(case: Case, fact: Fact) -> Iterator[Fact]:
    for person in case.around.near("text.person", fact):
        if not person.attributes.get("public_figure"):
            yield person
