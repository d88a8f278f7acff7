"""Whose face it is: biometric matching, behind its gate, off unless everything is on record.

Comparing faces to recognise somebody is biometric processing (Protection of Freedoms Act 2012,
ss. 26 to 28; UK GDPR Art. 9). So a template is made only of people whose register entry allows it
on the day, from portraits that the organisation chose, and is kept in memory alone. Nobody else's
face is ever turned into a template except to be compared and forgotten. A face without a match is
unknown, and a match is evidence, never proof.
"""

from __future__ import annotations

import contextlib
import functools
import io
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postcheck.analysers.pictures.centerface import centerface
from postcheck.analysers.pictures.faces import find_faces
from postcheck.config.model import Config
from postcheck.drafts.pictures import Picture, PictureError, open_picture, quietly
from postcheck.facts.model import Fact, Missing
from postcheck.people.consent import ANY, consent_for
from postcheck.people.register import Person
from postcheck.setting import Setting

if TYPE_CHECKING:
    import numpy as np

    Template = np.ndarray[tuple[int], np.dtype[np.float64]]

EXTRA = "match"
LONG_SIDE = 2000

_TEMPLATES: dict[str, tuple[float, Template]] = {}
"""By code: when the portrait was changed, and its template. Never written anywhere."""
_LOCK = threading.Lock()


class MatchingUnavailableError(Exception):
    """The library that compares faces is not installed, or its models are missing."""


def may_match(person: Person, config: Config, on_date: date) -> bool:
    """Whether a template of this person may be made on a day.

    Needs matching switched on with the reference of an impact assessment, and a written consent
    for `biometric`, for all channels, that is in force: a parent's for a pupil, an adult's own.
    Any objection on record, the child's own included, closes the gate.
    """
    matching = config.face_matching
    if not matching.enabled or not (matching.dpia_reference or "").strip():
        return False
    giver = "parent" if person.role == "pupil" else "self"
    counting = tuple(
        consent
        for consent in person.consents
        if consent.decision != "yes"
        or consent.child_assent == "no"
        or (consent.written == "yes" and consent.given_by == giver)
    )
    asked = person.model_copy(update={"consents": counting})
    return consent_for(asked, "biometric", ANY, on_date).available


def match_faces(picture: Picture, faces: Sequence[Fact], setting: Setting) -> list[Fact | Missing]:
    """The `image.face` facts of one picture, with `matched` and `distance` where one is known.

    `distance` is that of the two templates (0 is the same picture); no score is made of it, since
    nothing says how likely a match at some distance is. What could not be compared is added as
    `Missing`.
    """
    config = setting.config
    allowed = [
        code
        for code, person in setting.register.people.items()
        if setting.register.features(code, setting.today)
        and may_match(person, config, setting.today)
    ]
    _forget_all_but(allowed)
    places = [fact.box for fact in faces if fact.box is not None]
    if not allowed or setting.portraits is None or len(places) < len(faces):
        return list(faces)
    try:
        templates, missing = _templates(allowed, setting.portraits, picture.surface)
        seen = _encoded(picture, places) if templates and places else []
    except MatchingUnavailableError:
        because = "comparing faces needs the extra “match”"
        return [*faces, Missing("image.face", picture.surface, because, extra=EXTRA)]
    matches = nearest(seen, templates, config.face_matching.tolerance)
    known = [_named(fact, matches.get(index)) for index, fact in enumerate(faces)]
    return [*known, *missing]


def _named(face: Fact, match: tuple[str, float] | None) -> Fact:
    if match is None:
        return face
    code, distance = match
    return replace(face, attributes={**face.attributes, "matched": code, "distance": distance})


def nearest(
    seen: Sequence[Template], templates: Mapping[str, Template], tolerance: float
) -> dict[int, tuple[str, float]]:
    """Which of the faces seen is whose: index to code and distance.

    A face within the tolerance of two people is nobody's, and nobody has two faces in a picture.
    """
    best: dict[str, tuple[int, float]] = {}
    for index, face in enumerate(seen):
        near = {
            code: distance
            for code, template in templates.items()
            if (distance := _distance(face, template)) <= tolerance
        }
        if len(near) == 1:
            code, distance = near.popitem()
            if code not in best or distance < best[code][1]:
                best[code] = (index, distance)
    return {index: (code, round(distance, 4)) for code, (index, distance) in best.items()}


def _distance(one: Template, other: Template) -> float:
    import numpy as np

    return float(np.linalg.norm(one - other))


def _templates(
    codes: Sequence[str], folder: Path, surface: str
) -> tuple[dict[str, Template], list[Missing]]:
    """Templates of those who have a usable portrait, `CODE.jpg`; and of whom there is none."""
    missing = []
    with _LOCK:
        for code in codes:
            path = folder / f"{code}.jpg"
            changed = path.stat().st_mtime if path.is_file() else None
            if changed is not None and _TEMPLATES.get(code, (None,))[0] == changed:
                continue
            _TEMPLATES.pop(code, None)
            template = _template_of(path) if changed is not None else None
            if changed is None or template is None:
                because = f"no portrait of {code} with one face is there to compare with"
                missing.append(Missing("image.face", surface, because))
            else:
                _TEMPLATES[code] = (changed, template)
        return {code: _TEMPLATES[code][1] for code in codes if code in _TEMPLATES}, missing


def _forget_all_but(codes: Sequence[str]) -> None:
    with _LOCK:
        for code in set(_TEMPLATES) - set(codes):
            del _TEMPLATES[code]


def _template_of(path: Path) -> Template | None:
    """The template of a portrait's only face; None where there is not just one."""
    try:
        with open_picture(path, "portrait") as portrait:
            image = portrait.shrunk(LONG_SIDE)
            faces = find_faces(centerface(), image)
            if len(faces) != 1:
                return None
            across, down = portrait.width / image.width, portrait.height / image.height
            box = faces[0].scaled(across, down).box(portrait.width, portrait.height)
            return _encoded(portrait, [box])[0]
    except PictureError:
        return None


def _encoded(picture: Picture, places: Sequence[tuple[int, int, int, int]]) -> list[Template]:
    """A template for each box, given in pixels of the picture."""
    import numpy as np

    library = face_recognition_library()
    image = picture.shrunk(LONG_SIDE)
    factor = image.width / picture.width
    sides = [
        tuple(round(edge * factor) for edge in (top, left + width, top + height, left))
        for left, top, width, height in places
    ]
    pixels = np.ascontiguousarray(np.asarray(image))
    return list(library.face_encodings(pixels, known_face_locations=sides))


@functools.cache
def face_recognition_library() -> Any:
    """face_recognition, imported late; it carries no types.

    Where its models are missing it prints advice and quits the process, and in every case it tells
    Pillow to accept truncated pictures: both are undone.
    """
    from PIL import ImageFile

    truncated = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        with quietly(), contextlib.redirect_stdout(io.StringIO()):
            import face_recognition
    except (ImportError, RuntimeError, SystemExit) as fault:
        raise MatchingUnavailableError from fault
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = truncated
    return face_recognition
