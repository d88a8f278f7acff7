"""Marks of a picture (SIFT features), and where those of a logo stand in it.

A logo is found where many of its marks stand as one flat copy would have them, and
where its outlines then lie on outlines of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from PIL import Image

    Matrix = np.ndarray[Any, np.dtype[Any]]

LOGO_SIDES = (512, 192, 96, 64, 48)
"""A logo's marks are taken at several sizes, as small copies have lost their fine ones."""
MARGIN = 16
CONTRAST, EDGES = 0.02, 15
"""Fainter marks than the library takes by itself, since logos are flat."""
DISTINCT = 0.08
"""Marks of a logo nearer than this share of its long side are one and the same when compared."""
RATIO = 0.85
"""The nearest mark of the logo must be so much nearer than any at another place of it."""
FARTHEST = 0.5
"""Squared distance of two marks (unit vectors) beyond which they have nothing in common."""
MOST_PAIRS = 600
"""The surest pairs of marks that are looked at further."""
SAME_SIZE = 0.6
"""Pairs belong together whose doublings in size differ by less …"""
SAME_TURN = 25.0
"""… whose turns differ by fewer degrees …"""
SAME_MIDDLE = 0.3
"""… and whose places for the middle of the logo differ by less than this share of its side."""
FEWEST = 5
"""Marks at different places of a logo that must stand together."""
OFF = 4.0
"""Pixels by which a mark may stand off its place."""
LEAST_SIDE = 24
"""Pixels of the long side of the smallest copy."""
SQUEEZE = 2.5
"""How many times longer one side may have become than the other."""
MOST = 8
"""Copies of one logo that are told of one picture."""
COMPARED = 96
"""Long side at which a logo and its copy are laid over each other."""
OUTLINES = 0.40
"""Correlation of the outlines of a logo and its copy from which the copy is believed."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks, one row each: x, y, size and turn in degrees; their descriptions; the grey picture."""

    points: Matrix
    descriptions: Matrix
    grey: Matrix


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, ready to be looked for. `seen` says which of its pixels are not transparent."""

    name: str
    image: Image.Image
    seen: Image.Image
    points: Matrix
    descriptions: Matrix
    near: Matrix


def logo_of(name: str, image: Image.Image) -> Logo:
    """A logo with its marks at every size; transparent parts count as white paper."""
    import numpy as np
    from PIL import Image, ImageOps

    clear = image.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    points, descriptions = [], []
    for side in LOGO_SIDES:
        factor = side / max(paper.size)
        size = (max(8, round(paper.width * factor)), max(8, round(paper.height * factor)))
        small = paper.convert("L").resize(size, Image.Resampling.LANCZOS)
        marks = marks_of(ImageOps.expand(small, MARGIN, 255))
        points.append((marks.points - (MARGIN, MARGIN, 0, 0)) / (factor, factor, factor, 1))
        descriptions.append(marks.descriptions)
    found = np.concatenate(points)
    apart = np.linalg.norm(found[:, None, :2] - found[None, :, :2], axis=2)
    near = apart < DISTINCT * max(paper.size)
    return Logo(name, paper, clear.getchannel("A"), found, np.concatenate(descriptions), near)


def marks_of(image: Image.Image) -> Marks:
    """The marks of an image."""
    import cv2
    import numpy as np

    grey = np.asarray(image.convert("L"))
    finder = cv2.SIFT.create(contrastThreshold=CONTRAST, edgeThreshold=EDGES)
    points, found = finder.detectAndCompute(grey, None)
    if found is None:
        return Marks(np.zeros((0, 4), np.float32), np.zeros((0, 128), np.float32), grey)
    lengths = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    rows = [(*point.pt, point.size, point.angle) for point in points]
    return Marks(np.array(rows, np.float32), found / lengths, grey)


def copies_of(logo: Logo, marks: Marks) -> Iterator[Matrix]:
    """For each copy of the logo the 2 × 3 matrix that takes its pixels into the picture."""
    theirs, ours = _pairs(logo, marks)
    together = _together(logo, theirs, ours)
    for _ in range(MOST):
        counts = together.sum(axis=1)
        if not len(counts) or counts.max() < FEWEST:
            return
        group = together[counts.argmax()].copy()
        placed = _placed(logo, theirs[group, :2], ours[group, :2])
        if placed is not None and _outlines_agree(logo, placed, marks.grey):
            yield placed
            group |= _within(logo, placed, ours[:, :2])
        together &= ~(group[:, None] | group[None])


def laid_over(logo: Logo, placed: Matrix, picture: Matrix) -> Matrix:
    """What the picture shows where the copy is, turned and scaled as the logo at `COMPARED`."""
    import cv2
    import numpy as np

    width, height = _compared(logo)
    factor = max(logo.image.size) / COMPARED
    matrix = placed @ np.diag([factor, factor, 1.0])
    blur = 0.4 * float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if blur > 0.6:  # a large copy would be sampled too coarsely
        picture = cv2.GaussianBlur(picture, (0, 0), blur)
    ways = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
    found: Matrix = cv2.warpAffine(
        picture, matrix, (width, height), flags=ways, borderMode=cv2.BORDER_REPLICATE
    )
    return found


def compared_logo(logo: Logo) -> tuple[Image.Image, Matrix]:
    """The logo at the size of `laid_over`, and which of its pixels count."""
    import numpy as np
    from PIL.Image import Resampling

    size = _compared(logo)
    return logo.image.resize(size, Resampling.BOX), np.asarray(logo.seen.resize(size)) > 127


def _compared(logo: Logo) -> tuple[int, int]:
    factor = COMPARED / max(logo.image.size)
    return max(8, round(logo.image.width * factor)), max(8, round(logo.image.height * factor))


def _pairs(logo: Logo, marks: Marks) -> tuple[Matrix, Matrix]:
    """Points of the logo and of the picture whose marks are alike and like no other."""
    import numpy as np

    if not len(marks.points) or not len(logo.points):
        return logo.points[:0], marks.points[:0]
    apart = 2 - 2 * (marks.descriptions @ logo.descriptions.T)
    nearest = apart.argmin(axis=1)
    distances = apart[np.arange(len(apart)), nearest]
    elsewhere = np.where(logo.near[nearest], FARTHEST * 8, apart).min(axis=1)
    sure = distances / np.maximum(elsewhere, 1e-6)
    alike = np.flatnonzero((sure < RATIO**2) & (distances < FARTHEST))
    alike = alike[np.argsort(sure[alike], kind="stable")[:MOST_PAIRS]]
    return logo.points[nearest[alike]], marks.points[alike]


def _together(logo: Logo, theirs: Matrix, ours: Matrix) -> Matrix:
    """Which pairs may be of one copy: each alone says how large, how turned and where it is."""
    import numpy as np

    times = ours[:, 2] / theirs[:, 2]
    turn = np.radians(ours[:, 3] - theirs[:, 3])
    x, y = (np.array(logo.image.size) / 2 - theirs[:, :2]).T * times
    middle = ours[:, :2] + np.stack(
        [x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)], axis=1
    )
    size = np.abs(np.log2(times[:, None] / times[None])) < SAME_SIZE
    turned = np.cos(turn[:, None] - turn[None]) > np.cos(np.radians(SAME_TURN))
    reach = SAME_MIDDLE * max(logo.image.size) * np.minimum(times[:, None], times[None])
    near = np.linalg.norm(middle[:, None] - middle[None], axis=2) < reach
    return np.asarray(size & turned & near)


def _placed(logo: Logo, theirs: Matrix, ours: Matrix) -> Matrix | None:
    """The matrix that takes most of their places to ours; None where too few agree."""
    import cv2
    import numpy as np

    placed, fits = cv2.estimateAffine2D(
        theirs, ours, method=cv2.RANSAC, ransacReprojThreshold=OFF, maxIters=2000, confidence=0.995
    )
    if placed is None or not _sound(placed, max(logo.image.size)):
        return None
    step = max(logo.image.size) * DISTINCT / 2
    held = np.round(theirs[fits.ravel().astype(bool)] / step)
    return placed if len(np.unique(held, axis=0)) >= FEWEST else None


def _within(logo: Logo, placed: Matrix, places: Matrix) -> Matrix:
    """Which places of the picture lie in a copy."""
    import numpy as np

    back = (places - placed[:, 2]) @ np.linalg.inv(placed[:, :2]).T
    return np.asarray(((back >= 0) & (back <= logo.image.size)).all(axis=1))


def _sound(placed: Matrix, long_side: int) -> bool:
    """Whether a copy is neither mirrored as a whole, nor tiny, nor squeezed out of all shape."""
    import numpy as np

    longer, shorter = np.linalg.svd(placed[:, :2], compute_uv=False)
    if np.linalg.det(placed[:, :2]) <= 0 or shorter * long_side < LEAST_SIDE:
        return False
    return bool(longer < SQUEEZE * shorter)


def _outlines_agree(logo: Logo, placed: Matrix, grey: Matrix) -> bool:
    import numpy as np

    image, counts = compared_logo(logo)
    own = _outlines(np.asarray(image.convert("L")))[counts]
    other = _outlines(laid_over(logo, placed, grey))[counts]
    if own.std() == 0 or other.std() == 0:
        return False
    return bool(np.corrcoef(own, other)[0, 1] >= OUTLINES)


def _outlines(grey: Matrix) -> Matrix:
    import cv2
    import numpy as np

    smooth = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 1.0)
    found: Matrix = np.hypot(
        cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    )
    return found
