"""The properties of what stands near a fact."""

from __future__ import annotations

from collections.abc import Callable

from postcheck.checks.nearby import (
    condemned,
    face_above,
    name_in_sentence,
    name_near,
    pupil_in_sentence,
    pupil_near,
    quoted,
    registered_near,
    roles_near,
    told_of,
    topics_near,
)
from postcheck.checks.property import Get, Property
from postcheck.checks.said_of import said_of_somebody
from postcheck.people.our_name import means_us

_NAMES = ("text.person",)
_TOPICS = ("text.topic",)


def _near(read: Callable[..., tuple[str, ...]], *, sentence: bool) -> Get:
    return lambda case, fact: read(case, fact, sentence=sentence)


NEARBY: dict[str, Property] = {
    "nearby.pupil": Property(
        "A pupil of the register is named near it or declared in its picture.",
        "flag",
        pupil_near,
        _NAMES,
    ),
    "nearby.pupil-in-sentence": Property(
        "A pupil of the register is named in the same sentence, or in the one that it goes on "
        "from, or declared in its picture.",
        "flag",
        pupil_in_sentence,
        _NAMES,
    ),
    "nearby.registered": Property(
        "Somebody of the register is named near it.", "flag", registered_near, _NAMES
    ),
    "nearby.name": Property("Somebody is named near it.", "flag", name_near, _NAMES),
    "nearby.name-in-sentence": Property(
        "Somebody is named in its sentence, or the one before.", "flag", name_in_sentence, _NAMES
    ),
    "nearby.quoted": Property("It stands within quotation marks.", "flag", quoted),
    "nearby.condemned": Property(
        "It is quoted, and words near it speak against it.", "flag", condemned, _TOPICS
    ),
    "nearby.roles": Property(
        "The roles of people named near it.", "list", _near(roles_near, sentence=False), _NAMES
    ),
    "nearby.roles-in-sentence": Property(
        "The roles of people named in its sentence.",
        "list",
        _near(roles_near, sentence=True),
        _NAMES,
    ),
    "nearby.told-of": Property(
        "Who can be recognised as the one of whom it tells: roles of the register, "
        "`first-name`, `titled`, `full-name`, `pet`, or the category of words that stand for "
        "somebody.",
        "list",
        told_of,
        (*_NAMES, *_TOPICS),
    ),
    "nearby.said-of-somebody": Property(
        "Its words are said of somebody who is named or spoken of, by the grammar of the sentence.",
        "flag",
        said_of_somebody,
        (*_NAMES, *_TOPICS, "text.abuse"),
    ),
    "nearby.face-above": Property(
        "A face stands above it in its picture, as above a crest on clothing.",
        "flag",
        face_above,
        ("image.face",),
    ),
    "nearby.our-name": Property(
        "Its own words name the organisation.",
        "flag",
        lambda case, fact: means_us(case.setting.config.organisation, fact.text or ""),
    ),
    "nearby.topics": Property(
        "The subjects of words near it.", "list", _near(topics_near, sentence=False), _TOPICS
    ),
    "nearby.topics-in-sentence": Property(
        "The subjects of words in its sentence.",
        "list",
        _near(topics_near, sentence=True),
        _TOPICS,
    ),
}
